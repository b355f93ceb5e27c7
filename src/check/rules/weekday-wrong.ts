import { weekdayOf } from '../../model/index.ts';
import type { WeekdayClaim } from '../../text/dates/index.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { dateTexts, readDate } from '../planned.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import { dayCalled, weekdayCalled } from '../said.ts';
import type { PrintedText } from '../texts.ts';

export const weekdayWrong: Rule = {
  id: 'weekday-wrong',
  severity: 'error',
  title: 'day of the week that does not match the date',
  why: 'Some readers follow the weekday, others the date.',
  good: 'Sunday 19 December 2021',
  bad: 'Saturday 19 December 2021',
  limits: 'The rule cannot know which of the two is right.',
  run: (context) => [...inDates(context), ...inTexts(context)],
};

function inDates(context: CheckContext): BareFinding[] {
  return dateTexts(context).flatMap((text) => {
    const phrase = readDate(text, context.programme);
    return 'edtf' in phrase ? wrongDays(text, phrase.weekdays ?? [], 0, text.words.length) : [];
  });
}

function inTexts(context: CheckContext): BareFinding[] {
  return datesInTexts(context).flatMap(({ text, mention: { start, end, weekdays = [] } }) =>
    wrongDays(text, weekdays, start, end),
  );
}

function wrongDays(
  text: PrintedText,
  claims: readonly WeekdayClaim[],
  start: number,
  end: number,
): BareFinding[] {
  return claims
    .filter(({ date, weekday }) => weekdayOf(date) !== weekday)
    .map(({ date, weekday }) =>
      spotted(text, {
        offset: start,
        length: end - start,
        ...messageOf('weekday-wrong', {
          date: dayCalled(date),
          right: weekdayCalled(weekdayOf(date)),
          wrong: weekdayCalled(weekday),
        }),
      }),
    );
}
