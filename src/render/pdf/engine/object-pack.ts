/** Collects objects for an object stream (ISO 32000-1, 7.5.7). */
export class ObjectPack {
  /** Numbers of the objects, in order. */
  ids: number[] = [];
  /** Bodies of the objects, in order. */
  private bodies: string[] = [];

  add(id: number, body: string): void {
    this.ids.push(id);
    this.bodies.push(body);
  }

  /**
   * Empties the pack and returns the content of the stream, with one byte per character, and the offset of the first
   * body.
   */
  take(): { ids: readonly number[]; first: number; body: string } {
    const { ids, bodies } = this;
    let end = 0;
    const numbers = bodies.flatMap((body, at) => {
      const offset = end;
      end += body.length + 1;
      return [ids[at], offset];
    });
    const index = `${numbers.join(' ')} `;
    this.ids = [];
    this.bodies = [];
    return { ids, first: index.length, body: `${index}${bodies.join('\n')}\n` };
  }
}
