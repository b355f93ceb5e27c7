import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS } from '../../model/index.ts';
import { tokensOf } from './tokens.ts';

const NUMBERED = LANGS.map((lang) => LANGUAGES[lang].cells.numberedDay).join('|');

/** A numbered day, such as "Day 1 –", "2. Tag:" or "Jour 3", with the separator after it. */
const NUMBERED_DAY = new RegExp(
  `^\\s*(?:(?:${NUMBERED})\\s*(?:n°|№)?\\s*(\\d{1,2}|[IVX]+)|(\\d{1,2})(?:\\.|-?\\p{L}{1,3})?\\s*(?:${NUMBERED}))(?![\\p{L}\\d]|[./]\\d)[\\s:,.|(–—-]*`,
  'iu',
);

/** The number of a day, and the words after it. */
export interface NumberedDay {
  /** The number; undefined if it is a Roman numeral. */
  number: number | undefined;
  rest: string;
}

/**
 * Parses a numbered day of an event such as a festival: `Day 2`, `Tag 2 (4. Juni)`. Undefined for days of the week or
 * of the month.
 */
export function numberedDay(words: string): NumberedDay | undefined {
  const [prefix, behind, before] = NUMBERED_DAY.exec(words) ?? [];
  if (
    prefix === undefined ||
    LANGS.some((lang) => tokensOf(prefix, lang).some(({ value }) => value.kind === 'weekday'))
  )
    return undefined;
  const number = Number(behind ?? before);
  const rest = words
    .slice(prefix.length)
    .replace(/(?<!\([^)]*)\)$/, '')
    .trim();
  return { number: Number.isNaN(number) ? undefined : number, rest };
}
