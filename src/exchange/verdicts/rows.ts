/** Columns of a sheet of verdicts in order, with their widths in characters. */
export const COLUMNS = {
  change: 16,
  place: 34,
  page: 8,
  what: 20,
  old: 44,
  new: 44,
  draft: 30,
  by: 20,
  verdict: 14,
  why: 32,
} as const;
export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

export const isColumnName = (name: string): name is ColumnName => Object.hasOwn(COLUMNS, name);

/**
 * What the cells of a row say, by the names of the columns: the fingerprint of the change, where it is, on which page of the PDF of the draft,
 * what it is, its words, what the draft says where it was changed too, who proposes it, the verdict, and the reason for it.
 */
export type VerdictRow = Readonly<Record<ColumnName, string>>;
