/** Objects that wait for their object stream (ISO 32000-1, 7.5.7). */
export class ObjectPack {
  /** Numbers of the objects, in order. */
  ids: number[] = [];
  private bodies: string[] = [];

  add(id: number, body: string): void {
    this.ids.push(id);
    this.bodies.push(body);
  }

  /** What the stream holds, one byte a character, and where in it the first body begins; the pack is empty again. */
  take(): { ids: readonly number[]; first: number; body: string } {
    const { ids, bodies } = this;
    let index = '';
    let offset = 0;
    for (let at = 0; at < ids.length; at++) {
      index += `${ids[at]} ${offset} `;
      offset += (bodies[at] ?? '').length + 1;
    }
    this.ids = [];
    this.bodies = [];
    return { ids, first: index.length, body: `${index}${bodies.join('\n')}\n` };
  }
}
