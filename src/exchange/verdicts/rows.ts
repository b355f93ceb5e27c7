/** The columns of a verdict sheet, in order, with their widths in characters. */
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
 * The cells of a row, by column name. They contain:
 *
 * - the fingerprint of the change, its position in the programme, its page in the PDF of the draft, and its kind
 * - the text before and after the change, and the current text of the draft if the draft has changed it as well
 * - the person who proposes the change, the verdict, and the reason
 */
export type VerdictRow = Readonly<Record<ColumnName, string>>;
