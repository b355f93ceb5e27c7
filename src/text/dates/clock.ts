import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS, type Lang, parseTimePhrase } from '../../model/index.ts';
import { afterClocks, afterSign, type Reader, readingOf, skipRoles } from './reader.ts';
import { tokensOf } from './tokens.ts';

/** A date and the times of day beside it, each in the words as they stand. */
export interface DateAndClock {
  date: string;
  time: string;
}

const clockOf = (key: 'at' | 'from' | 'to' | 'between' | 'after'): string =>
  LANGS.flatMap((lang) => LANGUAGES[lang].dates.read.clock[key] ?? []).join('|');

/** Words and signs of clock times of all languages; the sources of regular expressions. */
export const CLOCK = {
  at: clockOf('at'),
  from: clockOf('from'),
  to: clockOf('to'),
  between: clockOf('between'),
  after: clockOf('after'),
  halves: LANGS.flatMap((lang) => Object.values(LANGUAGES[lang].dates.read.clock.halves ?? {})).join('|'),
} as const;

/** What could be a time of day, seen without reading: most cells have nothing of the kind. */
const LIKE_A_CLOCK = new RegExp(
  `\\d\\s?(?::\\d\\d|${CLOCK.between}|${CLOCK.after})|(?<!\\p{L})(?:${LANGS.map((lang) => LANGUAGES[lang].dates.read.hour.replaceAll('.', '')).join('|')})(?!\\p{L})`,
  'iu',
);

/**
 * The ways in which words can be read as a date with times of day behind or before it: `Sa, 4. Mai, 19.30–21 Uhr`, `4 mai de 14h à 18h`,
 * `4 мая, с 19:00 до 21:00`, `20h30, samedi 4 mai`. Whether the rest is a date is for the reader to see.
 */
export function* clocksBeside(words: string): Generator<DateAndClock> {
  if (!LIKE_A_CLOCK.test(words)) return;
  for (const lang of LANGS) yield* clocksIn(words, lang);
}

/** Whether words are times of day and nothing else: `dès 18h`, `9h-12h / 14h-18h`, `ab 20 Uhr`, `10:00 и 14:00`, `noon`. */
export function isClocks(words: string): boolean {
  if (!LIKE_A_CLOCK.test(words)) return false;
  const phrase = parseTimePhrase(words);
  return (
    'hours' in phrase && phrase.hours.some(({ doors, start, end }) => (doors ?? start ?? end) !== undefined)
  );
}

function* clocksIn(words: string, lang: Lang): Generator<DateAndClock> {
  const tokens = tokensOf(words, lang);
  const reader: Reader = { tokens, ...readingOf(lang, {}, false) };
  const startOf = (at: number): number => tokens[at]?.start ?? words.length;
  const endOf = (at: number): number => tokens[at]?.end ?? words.length;
  for (let at = 1; at < tokens.length; at++) {
    const next = afterClocks(reader, at);
    const isMinutes = tokens[at]?.spaced === false && tokens[at]?.value.kind === 'hour';
    if (next === at || next < tokens.length || isMinutes) continue;
    yield { date: words.slice(0, endOf(at - 1)), time: words.slice(startOf(afterJoint(reader, at))).trim() };
  }
  const next = afterClocks(reader, 0);
  if (next === 0 || next === tokens.length) return;
  yield {
    date: words.slice(startOf(afterJoint(reader, next))).trim(),
    time: words.slice(0, endOf(next - 1)),
  };
}

/** The position after what joins a date and the times beside it: a sign, `at`, `the`, `to`. */
function afterJoint(reader: Reader, at: number): number {
  return skipRoles(reader, afterSign(reader, at), 'lead', 'article', 'to');
}
