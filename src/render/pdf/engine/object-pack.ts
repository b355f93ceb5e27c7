/** Objects that wait for their object stream (ISO 32000-1, 7.5.7). */
export class ObjectPack {
  /** Numbers of the objects, in order. */
  ids: number[] = [];
  /** The numbers with the places of the bodies. */
  private index = '';
  private bodies = '';

  add(id: number, body: string): void {
    this.index += `${id} ${this.bodies.length} `;
    this.bodies += `${body}\n`;
    this.ids.push(id);
  }

  /** What the stream holds, one byte a character, and where in it the first body begins; the pack is empty again. */
  take(): { ids: readonly number[]; first: number; body: string } {
    const { ids, index, bodies } = this;
    this.ids = [];
    this.index = '';
    this.bodies = '';
    return { ids, first: index.length, body: index + bodies };
  }
}
