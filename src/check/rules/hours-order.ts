import {
  hoursIn,
  isOfSeveralDays,
  parseTimePhrase,
  readOccurrence,
  type TimePhrase,
} from '../../model/index.ts';
import { dateTerm, monthNames } from '../../text/dates/index.ts';
import { byLanguage } from '../../text/index.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, inEachText, type MatchedText, type Rule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const hoursOrder: Rule = {
  id: 'hours-order',
  severity: 'error',
  ownsWords: true,
  run: (context) => [...inEachText(spotsIn)(context), ...longOccurrences(context)],
};

/** A sentence or a line, each of which is parsed separately. */
const SENTENCES = /[^\n;!?]+?(?:[.](?=\s\p{Lu})|[\n;!?]|$)/gu;
/**
 * A cheap first test of a text in lower case: whether it contains a number with minutes, or a number before a word that
 * is not a month. (V8 compiles case-insensitive patterns slowly.)
 */
const mayTell = byLanguage((_, lang) => {
  const months = monthNames(lang).join('|').toLowerCase();
  return new RegExp(
    `(?<![\\d.,])\\d{1,2}(?:[:.]\\d\\d(?![.\\d])|[ \\u00a0\\u202f]?(?!${months})\\p{L})`,
    'u',
  );
});
const TWO_NUMBERS = /(?<!\d)\d{1,2}(?!\d).{1,30}?(?<!\d)\d{1,2}(?!\d)/u;

function spotsIn({ words, lang, kind, event }: PrintedText): MatchedText[] {
  const ofSeveralDays = isOfSeveralDays(event?.when ?? '');
  if (kind === 'time' && event?.occurrences === undefined)
    return wrongIn(parseTimePhrase(words, lang, ofSeveralDays), 0);
  if (kind === 'time' || !TWO_NUMBERS.test(words)) return [];
  return [...words.matchAll(SENTENCES)].flatMap(({ 0: sentence, index }) =>
    !TWO_NUMBERS.test(sentence) || !mayTell(lang).test(sentence.toLowerCase())
      ? []
      : hoursIn(sentence, lang, kind === 'date' && ofSeveralDays).flatMap(({ phrase }) =>
          'wrong' in phrase &&
          phrase.wrong.code === 'time-ends-before-start' &&
          (kind === 'date' || !noRange(lang).test(sentence.slice(phrase.start, phrase.end)))
            ? wrongIn(phrase, index)
            : [],
        ),
  );
}

/**
 * Two times that are not a range: after the dash, a number without a time marker begins a price or a length (20h30 –
 * 10 €), or the first time follows the word for "at" (for the show at 7.30 pm – 6 pm).
 */
const noRange = byLanguage(({ dates }) => {
  const [at = ''] = dates.read.hours.at.split('|');
  return new RegExp(`[–—-]\\s*\\d{1,2}$|(?<!\\p{L})${at} \\d[^–—-]*\\s[–—-]\\s`, 'iu');
});

/** @param offset of the text that contains the time */
function wrongIn(phrase: TimePhrase, offset: number): MatchedText[] {
  if (!('wrong' in phrase)) return [];
  const { wrong, start, end } = phrase;
  return [{ offset: offset + start, length: end - start, ...messageOf('hours-wrong', { why: wrong }) }];
}

const HALF_A_DAY = 12 * 60;
const DAY = 24 * 60;
const EARLY = 6 * 60;

/** Finds occurrences that end on a later day, although it is more likely that the end is wrong. */
function longOccurrences({ events }: CheckContext): BareFinding[] {
  return events.flatMap(({ event }) =>
    (event.occurrences ?? []).flatMap((words, index) => {
      const { date, start, end } = readOccurrence(words) ?? {};
      if (date === undefined || start === undefined || end === undefined) return [];
      if (end <= DAY || end - DAY <= EARLY || end - start <= HALF_A_DAY) return [];
      const message = messageOf('occurrence-ends-before-start', { date: dateTerm(date) });
      return [findingAt({ event: event.id, field: `occurrences.${index}` }, message, words)];
    }),
  );
}
