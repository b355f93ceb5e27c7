import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { type FieldKind, kindOfField } from '../../model/index.ts';
import { CLOCK, isClocks } from '../../text/dates/index.ts';

/** Characters of a cell, on average, from which on a column holds descriptions. */
const LONG = 90;
/** Share of the cells of a column that must look alike. */
const MOST = 0.8;
/** Share of cells with an address or number of a person, from which on a column is not published unasked. */
const SOME = 0.3;

/** What follows the figures of a time. */
const SIGN = `(?:${CLOCK.after}|${CLOCK.halves})`;
const TIME = new RegExp(
  `^(?:(?:${CLOCK.at}|${CLOCK.from})\\s+)?\\d{1,2}(?:(?:[:.]|${CLOCK.between})\\d{2}|\\s?${SIGN})(?![\\d.])(?:\\s?${SIGN})?(?:\\s?(?:[-–—]|${CLOCK.to})\\s?.+)?$|^\\d{1,2}\\s?[-–]\\s?\\d{1,2}\\s?${SIGN}$`,
  'iu',
);
const currencies = (place: 'before' | 'after'): string =>
  LANGS.map((lang) => LANGUAGES[lang].cells.currencies[place]).join('|');
/** An amount with its currency: a sign, a code of ISO 4217 or a name. */
const PRICE = new RegExp(
  `(?:[€£$₽¥]|(?<!\\p{L})(?:eur|gbp|usd|chf|${currencies('before')}))\\s?\\d|\\d\\s?(?:[€£$₽¥]|(?:eur|gbp|usd|chf|${currencies('after')})(?!\\p{L}))`,
  'iu',
);
const FREE = new RegExp(`^(?:${LANGS.map((lang) => LANGUAGES[lang].cells.free).join('|')}).?$`, 'iu');
const EMAIL_INSIDE = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u;
const PHONE =
  /(?:\+\d{1,3}[\s.()/-]{0,2}|(?<![\d.,:])0)(?:\d[\s.()/-]{0,2}){7,12}\d(?!\d)|(?<!\d)8[\s(-]{1,2}\d{3}[\s)-]{1,2}\d/u;
const WEB = /^(?:https?:\/\/|www\.)\S+$/i;
const PICTURE = /^\S+\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?\S*)?$/i;
const CODED = /^\s*[[{]|^-?\d{1,3}\.\d{4,}$/;

/** Whether words are a time of day, or from when to when. */
export function isTimeText(words: string): boolean {
  return TIME.test(words) || isClocks(words);
}

/** The kind of field that all cells of a column fit: only then can they all be values of it. */
export function kindOfCells(cells: readonly string[]): FieldKind {
  const share = (pattern: RegExp): number =>
    cells.filter((words) => pattern.test(words.trim())).length / Math.max(cells.length, 1);
  const fits = (kind: FieldKind): boolean =>
    cells.every((words) => kindOfField(kind).problem?.(words.trim()) === undefined);
  if (share(WEB) >= MOST && fits('link')) return 'link';
  if (share(EMAIL_INSIDE) >= MOST && fits('email')) return 'email';
  const hours = cells.filter((words) => isTimeText(words.trim())).length;
  if (hours > 0 && hours >= cells.length * MOST && fits('time')) return 'time';
  if (share(PRICE) > 0 && cells.every((words) => isPrice(words.trim()))) return 'price';
  if (share(PHONE) >= MOST && fits('phone')) return 'phone';
  if (cells.length > 0 && fits('number')) return 'number';
  const length = cells.reduce((sum, words) => sum + words.length, 0) / Math.max(cells.length, 1);
  return length > LONG || share(/\n\s*\S/) > SOME ? 'description' : 'text';
}

function isPrice(words: string): boolean {
  return words.length <= 60 && (PRICE.test(words) || FREE.test(words) || /^\d+([.,]\d+)?$/.test(words));
}

/** Why the cells of a column should not be published before somebody has said so; undefined where nothing speaks against it. */
export function privateCells(cells: readonly string[]): string | undefined {
  const share = (pattern: RegExp): number =>
    cells.filter((words) => pattern.test(words)).length / Math.max(cells.length, 1);
  if (share(EMAIL_INSIDE) >= SOME) return 'e-mail addresses';
  if (share(PHONE) >= SOME) return 'telephone numbers';
  if (share(CODED) >= MOST) return 'data for machines';
  if (share(PICTURE) >= MOST) return 'files of pictures';
  if (areRowNumbers(cells.map(Number))) return 'numbers of rows';
  return undefined;
}

/** Numbers that count rows: each follows the one before, or, from 1 on, a few are left out. */
function areRowNumbers(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const rises = numbers.every(
    (number, index) => Number.isInteger(number) && number > (numbers[index - 1] ?? first - 1),
  );
  const leftOut = last - first + 1 - numbers.length;
  return numbers.length > 2 && rises && (leftOut === 0 || (first === 1 && leftOut * 5 <= numbers.length));
}
