import { weekdayOf } from '../../model/index.ts';
import { inMessage, type WeekdayClaim } from '../../text/dates/index.ts';
import { datesInTexts } from '../dates-in-texts.ts';
import type { BareFinding } from '../finding.ts';
import { dateTexts, readDate } from '../planned.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const weekdayWrong: Rule = {
  id: 'weekday-wrong',
  severity: 'error',
  title: 'day of the week that does not belong to the date',
  why: 'Half of the readers go by the weekday, the other half by the date.',
  good: 'Sunday 19 December 2021',
  bad: 'Saturday 19 December 2021',
  limits: 'It cannot know which of the two is right.',
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
        message: `${inMessage(date)} is a ${nameOf(weekdayOf(date))}, not a ${nameOf(weekday)}`,
      }),
    );
}

function nameOf(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}
