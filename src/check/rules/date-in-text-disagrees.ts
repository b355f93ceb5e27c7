import { edtfBounds, groupBy, textIn } from '../../model/index.ts';
import { type DateInText, datesInTexts, isWrongDay } from '../dates-in-texts.ts';
import { messageOf } from '../messages.ts';
import { dateIn, overlap, plannedEdtf } from '../planned.ts';
import { findingAt, type Rule, spotted } from '../rule.ts';

export const dateInTextDisagrees: Rule = {
  id: 'date-in-text-disagrees',
  severity: 'note',
  readsLanguage: true,
  run: (context) => {
    const { config } = context.programme;
    const period = edtfBounds(config.period);
    const datesOfTexts = datesInTexts(context).filter(({ bounds }) => overlap(bounds, period));
    const events = [...groupBy(datesOfTexts, ({ event }) => event)].flatMap(([event, dates]) => {
      const planned = plannedEdtf(event, context.programme);
      const printed = dateIn(event, context.programme);
      return planned === undefined || printed === undefined ? [] : { dates, planned, printed };
    });
    const others = events.filter(
      ({ dates, planned }) => !dates.some(({ bounds }) => overlap(bounds, edtfBounds(planned))),
    );
    if (others.length > Math.max(FEW, events.length / 2)) {
      const message = messageOf('dates-disagree-in-most', { count: others.length, all: events.length });
      const index = config.fields.findIndex(({ kind }) => kind === 'date');
      return [findingAt({ field: `fields.${index}` }, message)];
    }
    return events.flatMap(({ dates, planned, printed }) => {
      // A text with several dates is about several occasions and is not compared.
      const [date] = dates;
      const isOne = dates.every(({ mention }) => mention.edtf === date?.mention.edtf);
      if (date === undefined || !isOne || !isMistake(date, planned)) return [];
      const { start, end, words, weekdays = [] } = date.mention;
      // The date is either wrong, which the rule weekday-wrong reports, or in another year.
      if (weekdays.some(isWrongDay)) return [];
      const inColumn = textIn(printed, date.text.lang, config.language).words;
      const message = messageOf('date-in-text-disagrees', { words, date: inColumn });
      return [spotted(date.text, { offset: start, length: end - start, ...message })];
    });
  },
};

/** Up to this number of events, disagreeing dates are reported one by one even if they are the majority. */
const FEW = 4;
/** A single date counts as a mistake if it is at most this number of days from the planned date. */
const MONTH = 31;
/**
 * A range that overlaps the planned range counts as a mistake if its start and its end both differ from the planned
 * ones by at most this number of days.
 */
const NEAR = 2;
const RANGE_OF_DAYS = /^[\d-]{10}\/[\d-]{10}$/;

/**
 * Whether a date is a mistake rather than the date of a different occasion. A range that overlaps the planned range is
 * a mistake if its start or end differs by a day or two. Any other date is a mistake if it is a range, if it is near
 * the planned date, or if it is the same day of a different month. In descriptions, vague periods, months without a year
 * and months that are not near the planned date are ignored, because they are rarely dates of the event.
 */
function isMistake({ text, mention, bounds: { start, end } }: DateInText, planned: string): boolean {
  const { start: first, end: last } = edtfBounds(planned);
  const isRange = RANGE_OF_DAYS.test(mention.edtf);
  if (overlap({ start, end }, { start: first, end: last })) {
    const shifts = [daysBetween(start, first), daysBetween(end, last)];
    return isRange && RANGE_OF_DAYS.test(planned) && Math.max(...shifts) > 0 && Math.max(...shifts) <= NEAR;
  }
  const isPrecise = isRange || (mention.precision !== 'interval' && /\d/.test(mention.words));
  if (text.kind !== 'title' && !isPrecise) return false;
  const isNear = Math.min(daysBetween(end, first), daysBetween(start, last)) <= MONTH;
  if (text.kind !== 'title' && start !== end && !isRange) return isNear;
  return start !== end || isNear || [first, last].some((day) => day.endsWith(start.slice(-3)));
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
