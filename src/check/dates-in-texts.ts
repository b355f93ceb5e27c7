import { type Bounds, type Event, edtfBounds, perObject, weekdayOf } from '../model/index.ts';
import { type DateFound, datesIn, monthNames, type WeekdayClaim } from '../text/dates/index.ts';
import { byLanguage } from '../text/index.ts';
import { plannedEdtf, programmeYear, yearOf } from './planned.ts';
import type { CheckContext } from './rule.ts';
import type { PrintedText } from './texts.ts';

/** A date in a title or description. */
export interface DateInText {
  text: PrintedText;
  event: Event;
  mention: DateFound;
  bounds: Bounds;
}

/** Whether the stated weekday of a date is wrong. */
export const isWrongDay = ({ date, weekday }: WeekdayClaim): boolean => weekdayOf(date) !== weekday;

/**
 * EDTF for a date or closed range that is more precise than a year. A year alone and an open range (`since 2017`) do
 * not match.
 */
const FINE = /^(?!.*\.\.\/|.*\/\.\.).*\d{4}-/;

/**
 * A quick test of a text in lower case: any date that is more precise than a year contains a number that does not belong
 * to a word, such as G20, or the name of a month.
 */
const mayTell = byLanguage(
  (_, lang) => new RegExp(`(?<![\\p{L}\\d])\\d|${monthNames(lang).join('|').toLowerCase()}`, 'u'),
);

/**
 * Finds the dates in titles and descriptions that are more precise than a year. Dates without a year are assumed to be
 * in the year of their event.
 */
export const datesInTexts = perObject(({ texts, programme }: CheckContext): readonly DateInText[] =>
  texts.flatMap((text): DateInText[] => {
    const { event, kind, words, lang } = text;
    if (event === undefined || (kind !== 'title' && kind !== 'description')) return [];
    if (!mayTell(lang).test(words.toLowerCase())) return [];
    const planned = plannedEdtf(event, programme);
    const year = planned === undefined ? programmeYear(programme) : yearOf(planned);
    return datesIn(words, { lang, ...(year !== undefined && { year }) })
      .filter(({ edtf }) => FINE.test(edtf))
      .map((mention) => ({ text, event, mention, bounds: edtfBounds(mention.edtf) }));
  }),
);
