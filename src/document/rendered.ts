/** A document as a file with pages. */
export class Rendered {
  /**
   * Bytes of the file in chunks. They are not concatenated, because a file with many pictures can have hundreds of
   * megabytes.
   */
  readonly content: readonly Uint8Array[];
  readonly pages: number;
  /** Titles of the timetables that are printed as lists, because their grids do not fit on a page. */
  readonly listed: readonly string[];

  constructor(content: readonly Uint8Array[], pages: number, listed: readonly string[] = []) {
    this.content = content;
    this.pages = pages;
    this.listed = listed;
  }

  /** A copy of its bytes in one array. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.content);
  }
}
