/** A document as a file with pages. */
export class Rendered {
  /** Its bytes in chunks. They need not be concatenated: many pictures can take hundreds of megabytes. */
  readonly content: readonly Uint8Array[];
  readonly pages: number;

  constructor(content: readonly Uint8Array[], pages: number) {
    this.content = content;
    this.pages = pages;
  }

  /** A copy of its bytes in one array. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.content);
  }
}
