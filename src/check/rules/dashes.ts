import type { Lang } from '../../model/text.ts';
import { MONTHS, MONTHS_AFTER_DAY } from '../../text/dates/names.ts';
import { addressesIn, NBSP, TYPOGRAPHY } from '../../text/typography.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

/** Two numbers with a hyphen, or with a dash that stands off, between them. */
const NUMBERS = /(?<![\p{L}\d][-–/.,]?)(\d{1,4})(?:-| [-–—] ?|[-–—] )(\d{1,4})(?![-\d/]|[.,]\d|[–—]\d)/gu;
const SPACED_HYPHEN = /(?<=\S) --? (?=\S)/gu;
const SPACED_EN_DASH = /(?<=\S)[ \u00a0]– (?=\S)/gu;

const NEAR_MONTH: Readonly<Record<Lang, readonly string[]>> = {
  en: ['early', 'mid', 'late'],
  fr: ['début', 'mi', 'fin'],
  ru: ['начало', 'начала', 'середина', 'середины', 'конец', 'конца'],
};
const BETWEEN_MONTHS: Readonly<Record<Lang, RegExp>> = {
  en: betweenMonths('en'),
  fr: betweenMonths('fr'),
  ru: betweenMonths('ru'),
};

export const dashes: Rule = {
  id: 'dashes',
  severity: 'note',
  title: 'hyphen in place of a dash',
  why: 'A hyphen joins words; a range and a break in a sentence take a dash.',
  good: '9–19 December – a week of events',
  bad: '9-19 December - a week of events',
  limits:
    'Two numbers count as a range when the first is the smaller; a score such as 1-2 is therefore reported.',
  run: inEachText(dashSpots),
};

function dashSpots(text: PrintedText): Spot[] {
  const { words } = text;
  if (!/[-–—]/.test(words)) return [];
  const ranges = [...numberRanges(words), ...monthRanges(text)];
  const addresses = addressesIn(words);
  const breaks = breakDashes(text).filter(
    ({ offset }) => !ranges.some((range) => offset < range.offset + range.length && offset >= range.offset),
  );
  return [...ranges, ...breaks].filter(
    ({ offset }) => !addresses.some(({ start, end }) => offset >= start && offset < end),
  );
}

function numberRanges(words: string): Spot[] {
  return [...words.matchAll(NUMBERS)].flatMap(({ 0: printed, 1: first, 2: last, index }) =>
    Number(first) < Number(last)
      ? [
          {
            offset: index,
            length: printed.length,
            message: `range ${printed}: expected a dash without spaces`,
            fix: { words: `${first}–${last}`, safe: true },
          },
        ]
      : [],
  );
}

/** April-May, August-early September. */
function monthRanges({ words, lang }: PrintedText): Spot[] {
  return [...words.matchAll(BETWEEN_MONTHS[lang])].map(
    ({ 0: printed, 1: first = '', 2: second = '', index }) => {
      const dash = isMonth(second, lang) ? '–' : ' – ';
      return {
        offset: index,
        length: printed.length,
        message: `range ${printed}: expected a dash`,
        fix: { words: `${first}${dash}${second}`, safe: true },
      };
    },
  );
}

function breakDashes({ words, lang }: PrintedText): Spot[] {
  const { dash } = TYPOGRAPHY[lang];
  const right = `${lang === 'ru' ? NBSP : ' '}${dash} `;
  const wrong = lang === 'ru' ? [SPACED_HYPHEN, SPACED_EN_DASH] : [SPACED_HYPHEN];
  return wrong.flatMap((pattern) =>
    [...words.matchAll(pattern)].map(({ 0: printed, index }) => ({
      offset: index,
      length: printed.length,
      message: `${printed.trim()} between words: expected ${dash}`,
      fix: { words: right, safe: true },
    })),
  );
}

function betweenMonths(lang: Lang): RegExp {
  const months = [...new Set([...MONTHS[lang], ...MONTHS_AFTER_DAY[lang]])].join('|');
  const next = `${months}|${NEAR_MONTH[lang].join('|')}`;
  return new RegExp(`(?<![\\p{L}-])(${months})-(${next})(?![\\p{L}-])`, 'giu');
}

function isMonth(word: string, lang: Lang): boolean {
  const lower = word.toLowerCase();
  return [...MONTHS[lang], ...MONTHS_AFTER_DAY[lang]].some((month) => month.toLowerCase() === lower);
}
