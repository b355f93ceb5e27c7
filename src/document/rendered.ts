/** A document as a file with pages. */
export class Rendered {
  /** Its bytes in chunks, which need not be put together: many pictures are hundreds of megabytes. */
  readonly content: readonly Uint8Array[];
  readonly pages: number;

  constructor(content: readonly Uint8Array[], pages: number) {
    this.content = content;
    this.pages = pages;
  }

  /** Its bytes as a copy in one piece. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.content);
  }
}
