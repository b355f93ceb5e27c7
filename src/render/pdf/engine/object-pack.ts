/** Collects objects for an object stream (ISO 32000-1, 7.5.7). */
export class ObjectPack {
  /** Numbers of the objects, in order. */
  ids: number[] = [];
  /** Lengths of the objects' bodies. */
  private lengths: number[] = [];
  /** Bodies of the objects, in order. */
  private bodies: string[] = [];

  add(id: number, body: string): void {
    this.ids.push(id);
    this.lengths.push(body.length);
    this.bodies.push(body);
  }

  /**
   * Empties the pack and returns the content of the stream, with one byte per character, and the offset of the first
   * body.
   */
  take(): { ids: readonly number[]; first: number; body: string } {
    const { ids, lengths, bodies } = this;
    const numbers: number[] = [];
    let offset = 0;
    for (let at = 0; at < ids.length; at++) {
      numbers.push(ids[at] ?? 0, offset);
      offset += (lengths[at] ?? 0) + 1;
    }
    const index = `${numbers.join(' ')} `;
    this.ids = [];
    this.lengths = [];
    this.bodies = [];
    return { ids, first: index.length, body: `${index}${bodies.join('\n')}\n` };
  }
}
