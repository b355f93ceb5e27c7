import { type Bounds, daysAfter, edtfBounds, groupBy, parseEdtf, textIn } from '../../model/index.ts';
import { type DateInText, datesInTexts } from '../dates-in-texts.ts';
import type { BareFinding } from '../finding.ts';
import { messageOf } from '../messages.ts';
import { dateIn, overlap, plannedEdtf } from '../planned.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';

export const dateInTextDisagrees: Rule = {
  id: 'date-in-text-disagrees',
  severity: 'warning',
  readsLanguage: true,
  run: (context) => {
    const period = edtfBounds(context.programme.config.period);
    const told = datesInTexts(context).filter(({ bounds }) => overlap(bounds, period));
    const events = [...groupBy(told, ({ event }) => event)].flatMap(([event, dates]) => {
      const planned = plannedEdtf(event, context.programme);
      return planned === undefined ? [] : { dates, planned };
    });
    const others = events.filter(tellsOtherDates);
    if (others.length >= MIN_EVENTS && others.length > events.length / 2) return [];
    return events.flatMap(wrongDates).flatMap((date) => findings(date, context));
  },
};

/** Minimum number of events that show that the date column has another purpose. */
const MIN_EVENTS = 5;

/** The dates in the texts of an event, and its planned date as EDTF. */
interface ToldEvent {
  dates: readonly DateInText[];
  planned: string;
}

/** Whether none of the dates is the planned date. */
function tellsOtherDates({ dates, planned }: ToldEvent): boolean {
  return !dates.some(({ bounds }) => overlap(bounds, edtfBounds(planned)));
}

/** The dates that are mistakes, if any. */
function wrongDates({ dates, planned }: ToldEvent): DateInText[] {
  const bounds = edtfBounds(planned);
  if (tellsOtherDates({ dates, planned })) {
    const precise = dates.filter(isPrecise);
    return isOneOccasion(precise) ? precise.filter((date) => isSlip(date, bounds)) : [];
  }
  return dates.filter(
    ({ mention, bounds: told }) =>
      isRangeOfDays(mention.edtf) && isRangeOfDays(planned) && isShifted(told, bounds),
  );
}

/** Whether all dates are the same; texts with several dates report on several occasions. */
function isOneOccasion([first, ...others]: readonly DateInText[]): boolean {
  return others.every(({ mention }) => mention.edtf === first?.mention.edtf);
}

/** Whether a date is in a title, or states days, or a month of a year: `in April` is rarely the date of the event. */
function isPrecise({ text, mention: { edtf, words, precision } }: DateInText): boolean {
  const isMonthOfYear = precision !== 'interval' && /\d{4}/u.test(words);
  return text.kind === 'title' || precision === 'day' || isMonthOfYear || isRangeOfDays(edtf);
}

/**
 * Whether a date may be a mistaken form of the planned date: a nearby day, the same day of another month, or anything
 * longer than a day.
 */
function isSlip({ bounds: { start, end } }: DateInText, planned: Bounds): boolean {
  const isNear = daysAfter(start, -MONTH) <= planned.end && planned.start <= daysAfter(end, MONTH);
  return start !== end || isNear || [planned.start, planned.end].some((day) => day.endsWith(start.slice(-3)));
}

const MONTH = 31;

/** Maximum number of days by which a mistaken date is shifted; a larger shift means another date. */
const NEAR = 2;

/** Whether both ends of two ranges are close to each other, but not all are equal. */
function isShifted(a: Bounds, b: Bounds): boolean {
  const start = daysBetween(a.start, b.start);
  const end = daysBetween(a.end, b.end);
  return start + end > 0 && start <= NEAR && end <= NEAR;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function isRangeOfDays(edtf: string): boolean {
  const date = parseEdtf(edtf);
  return (
    date.precision === 'interval' &&
    [date.start, date.end].every((end) => end?.precision === 'day' && !end.approximate)
  );
}

function findings({ text, event, mention }: DateInText, { programme }: CheckContext): BareFinding[] {
  const printed = dateIn(event, programme);
  if (printed === undefined) return [];
  const { words } = textIn(printed, text.lang, programme.config.language);
  return [
    spotted(text, {
      offset: mention.start,
      length: mention.end - mention.start,
      ...messageOf('date-in-text-disagrees', { words: mention.words, date: words }),
    }),
  ];
}
