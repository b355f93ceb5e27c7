import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS } from '../../model/index.ts';
import type { Row } from '../sheet/index.ts';

/** Rows that sum up what is above them. */
export const TOTAL = new RegExp(
  `^\\s*(?:${LANGS.map((lang) => LANGUAGES[lang].cells.totals).join('|')})(?!\\p{L})`,
  'iu',
);

/** Whether a row begins with nothing but a word for a sum, in a column that is not that of titles. */
export function isTotal({ cells }: Row, titles: ReadonlySet<number>): boolean {
  const [[column, cell] = []] = cells;
  const words = cell?.text.replace(TOTAL, '').trim();
  return (
    column !== undefined && !titles.has(column) && words !== cell?.text.trim() && !/\p{L}/u.test(words ?? '')
  );
}
