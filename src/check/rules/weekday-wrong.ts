import { type Bounds, daysAfter, weekdayOf } from '../../model/index.ts';
import { dateTerm, type WeekdayClaim } from '../../text/dates/index.ts';
import { datesInTexts, isWrongDay } from '../dates-in-texts.ts';
import type { BareFinding } from '../finding.ts';
import { weekdayCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { dateTexts, plannedBounds, readDate } from '../planned.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const weekdayWrong: Rule = {
  id: 'weekday-wrong',
  severity: 'error',
  readsLanguage: true,
  run: (context) => [...inDates(context), ...inTexts(context)],
};

function inDates(context: CheckContext): BareFinding[] {
  return dateTexts(context).flatMap((text) => {
    const phrase = readDate(text, context.programme);
    return 'edtf' in phrase ? wrongDays(text, phrase.weekdays ?? [], 0, text.words.length) : [];
  });
}

function inTexts(context: CheckContext): BareFinding[] {
  return datesInTexts(context).flatMap(({ text, event, mention: { start, end, words, weekdays = [] } }) => {
    const planned = plannedBounds(event, context.programme);
    const claims = YEAR.test(words) ? weekdays : weekdays.filter((claim) => !isOfNextYear(claim, planned));
    return wrongDays(text, claims, start, end);
  });
}

const YEAR = /\d{4}/u;
const HALF_YEAR = 183;

/**
 * Whether a date without a year is probably in the previous or next year, such as a date in December for an event in
 * January. Its weekday must be correct in that year. If the event has a planned date, the date must also be nearer to
 * the planned date in that year than in the assumed year.
 */
function isOfNextYear({ date, weekday }: WeekdayClaim, planned: Bounds | undefined): boolean {
  const isRightIn = (years: number): boolean =>
    weekdayOf(date.replace(/^\d+/u, `${Number.parseInt(date, 10) + years}`)) === weekday;
  const isLater = planned === undefined || daysAfter(date, -HALF_YEAR) > planned.end;
  const isEarlier = planned === undefined || daysAfter(date, HALF_YEAR) < planned.start;
  return (isLater && isRightIn(-1)) || (isEarlier && isRightIn(1));
}

function wrongDays(
  text: PrintedText,
  claims: readonly WeekdayClaim[],
  start: number,
  end: number,
): BareFinding[] {
  return claims.filter(isWrongDay).map(({ date, weekday }) =>
    spotted(text, {
      offset: start,
      length: end - start,
      ...messageOf('weekday-wrong', {
        date: dateTerm(date),
        right: weekdayCalled(weekdayOf(date)),
        wrong: weekdayCalled(weekday),
      }),
    }),
  );
}
