/** A document as a file with pages. */
export class Rendered {
  /**
   * Bytes of the file in chunks. The chunks are not concatenated, because a file with many pictures can be hundreds of
   * megabytes in size.
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

  /** A copy of all bytes of the file in one array. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.content);
  }
}
