/**
 * What a spreadsheet of events may hold at most. The largest programme that the product is made for has 30,000 events;
 * everything above is refused before it takes memory.
 */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes that all parts of a zip package take together when unpacked. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Parts in a zip package. */
  parts: 5_000,
  sheets: 200,
  rows: 100_000,
  /** Non-empty cells of a workbook. */
  cells: 2_000_000,
  /** Characters of one cell; Excel itself allows 32,767. */
  cellCharacters: 1_048_576,
  /** Characters of all cells of a workbook together. */
  characters: 64 * 1024 * 1024,
  merges: 10_000,
  /** Cells that the merged ranges of a sheet cover. */
  mergedCells: 1_000_000,
  /** Styles of cells. */
  styles: 100_000,
  /** Nested elements in XML, and attributes of one element. */
  depth: 64,
  attributes: 100,
} as const;

/** A number with thousands separated, for messages. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
