import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS } from '../../model/index.ts';
import { tokensOf } from './tokens.ts';

const NUMBERED = LANGS.map((lang) => LANGUAGES[lang].cells.numberedDay).join('|');

/** A numbered day, such as "Day 1 –", "2. Tag:" or "Jour 3", with the separator between it and a date. */
const NUMBERED_DAY = new RegExp(
  `^\\s*(?:(?:${NUMBERED})\\s*(?:n°|№)?\\s*(\\d{1,2}|[IVX]+)|(\\d{1,2})(?:\\.|-?\\p{L}{1,3})?\\s*(?:${NUMBERED}))(?![\\p{L}\\d]|[./]\\d)[\\s:,.|(–—-]*`,
  'iu',
);

/** A numbered day, and the words after it. */
export interface NumberedDay {
  /** Undefined for a Roman numeral. */
  number: number | undefined;
  rest: string;
}

/** Parses a numbered day, as at a festival: `Day 2`, `Tag 2 (4. Juni)`. Days of the week or the month do not count. */
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
