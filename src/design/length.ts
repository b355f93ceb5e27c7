/** Converts lengths and paper sizes, as people write them, to points. */

/** Points in a unit. */
const UNITS: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 };

/** Matches a length: a number and its unit. */
export const LENGTH = /^\s*(\d{1,5}(?:[.,]\d{1,4})?)\s*(pt|mm|cm|in)\s*$/;

/** A length such as `12 mm` in points; undefined if the text is not a length. */
export function pointsOf(text: string): number | undefined {
  const [, number = '', unit = ''] = LENGTH.exec(text) ?? [];
  const factor = UNITS[unit];
  return factor === undefined ? undefined : toHundredths(Number(number.replace(',', '.')) * factor);
}

/** Rounds points to two decimals, the usual precision of paper sizes. */
const toHundredths = (points: number): number => Math.round(points * 100) / 100;

/** The size of a sheet, in points. */
export interface Paper {
  width: number;
  height: number;
}

/** Paper sizes in portrait orientation, in millimetres or inches (ISO 216; ANSI/ASME Y14.1 size A; US legal). */
const PAPERS: Readonly<Record<string, readonly [width: string, height: string]>> = {
  A3: ['297 mm', '420 mm'],
  A4: ['210 mm', '297 mm'],
  A5: ['148 mm', '210 mm'],
  Letter: ['8.5 in', '11 in'],
  Legal: ['8.5 in', '14 in'],
};

/** Names of paper sizes. */
export const PAPER_NAMES: readonly string[] = Object.keys(PAPERS);

const SIZE = /^(.+?)\s*[x×]\s*(.+)$/;

/** The sheet of a paper name (portrait) or of a size such as `210 x 297 mm`; undefined if the text is neither. */
export function paperOf(text: string): Paper | undefined {
  const name = PAPER_NAMES.find((known) => known.toLowerCase() === text.trim().toLowerCase());
  const size = name === undefined ? SIZE.exec(text.trim())?.slice(1) : PAPERS[name];
  const [first, second] = size ?? [];
  if (first === undefined || second === undefined) return undefined;
  const unit = LENGTH.exec(second)?.[2] ?? '';
  const width = pointsOf(/[a-z]/.test(first) ? first : `${first} ${unit}`);
  const height = pointsOf(second);
  return width === undefined || height === undefined ? undefined : { width, height };
}

export function isNamedPaper(text: string): boolean {
  return PAPER_NAMES.some((known) => known.toLowerCase() === text.trim().toLowerCase());
}
