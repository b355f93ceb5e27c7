import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { monthNames } from '../../text/dates/index.ts';
import { addressTest, byLanguage } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { type MatchedText, spotsOf, textRule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

/** Two numbers or times of day, separated by a hyphen or by a dash with spaces, but not a dialling code such as 040. */
const NUMBERS =
  /(?<![\p{L}\d][-–/.,:]?)(?!0\d\d)(\d{1,4}(?::\d\d|\.)?)(?:-| [-–—] ?|[-–—] )(\d{1,4}(?::\d\d)?)(?![-:\d/]|[.,]\d|[–—]\d)/gu;
/** A hyphen with spaces, except in a telephone number, such as 0361 - 55 01. */
const SPACED_HYPHEN = /(?<=\S)(?<!(?<!\d)0\d{2,5}) --? (?=\S)/gu;
const SPACED_EN_DASH = /(?<=\S)[ \u00a0]– (?=\S)/gu;

/** A hyphen between two months, as in "April-May" or "August-early September". */
const betweenMonths = byLanguage(({ dates }, lang) => {
  const months = monthNames(lang).join('|');
  const near = Object.values(dates.read.rough)
    .flatMap((words) => words.split('|'))
    .filter((word) => /^\p{L}+$/u.test(word));
  return new RegExp(`(?<![\\p{L}-])(${months})-(${months}|${near.join('|')})(?![\\p{L}-])`, 'giu');
});

export const dashes = textRule({ id: 'dashes', severity: 'note' }, dashSpots);

function dashSpots(text: PrintedText): MatchedText[] {
  const { words } = text;
  if (!/[-–—]/.test(words)) return [];
  const ranges = [...numberRanges(words), ...monthRanges(text)];
  const inAddress = addressTest(words);
  const breaks = breakDashes(text).filter(
    ({ offset }) => !ranges.some((range) => offset < range.offset + range.length && offset >= range.offset),
  );
  return [...ranges, ...breaks].filter(({ offset }) => !inAddress(offset));
}

function numberRanges(words: string): MatchedText[] {
  return spotsOf(words, NUMBERS, ([printed, first = '', last = '']) =>
    isRange(first, last)
      ? {
          ...messageOf('range-without-dash', { printed, first, last }),
          fix: { words: `${first}–${last}`, safe: true },
        }
      : undefined,
  );
}

/** Whether two numbers or times of day form a range: the second one is greater, or it is a time on the next morning. */
function isRange(first: string, last: string): boolean {
  return `${first}${last}`.includes(':') ? first !== last : Number(first) < Number(last);
}

function monthRanges({ words, lang }: PrintedText): MatchedText[] {
  return spotsOf(words, betweenMonths(lang), ([printed, first = '', second = '']) => {
    const range = `${first}${isMonth(second, lang) ? '–' : ' – '}${second}`;
    return { ...messageOf('range-with-other-dash', { printed, range }), fix: { words: range, safe: true } };
  });
}

function breakDashes({ words, lang }: PrintedText): MatchedText[] {
  const { sign, before } = LANGUAGES[lang].typography.dash;
  const wrong = sign === '–' ? [SPACED_HYPHEN] : [SPACED_HYPHEN, SPACED_EN_DASH];
  return wrong.flatMap((pattern) =>
    spotsOf(words, pattern, ([printed]) => ({
      ...messageOf('dash-between-words', { printed: printed.trim(), sign }),
      fix: { words: `${before}${sign} `, safe: true },
    })),
  );
}

function isMonth(word: string, lang: Lang): boolean {
  const lower = word.toLowerCase();
  return monthNames(lang).some((month) => month.toLowerCase() === lower);
}
