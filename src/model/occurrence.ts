import * as z from 'zod';
import { reason, refusal } from '../reasons.ts';
import { isEdtf, isOfSeveralDays } from './edtf.ts';
import { afterMidnight } from './hours.ts';
import { withoutUndefined } from './records.ts';
import { isTimeZone } from './timezone.ts';

/** An occurrence as it is written in a dataset; times are in minutes after the beginning of the day. */
export interface WrittenOccurrence {
  /** The date, as EDTF. */
  date: string;
  doors?: number;
  start?: number;
  end?: number;
  timezone?: string;
}

/** The keyword before the time at which the doors open; it is the same in all languages. */
const DOORS = 'doors';
const TIME = '([0-2]\\d:[0-5]\\d)';
const OCCURRENCE = new RegExp(
  `^(\\S+)(?: ${DOORS} ${TIME})?(?: ${TIME})?(?:(?<=:\\d\\d)-${TIME})?(?: ([A-Z]\\S+))?$`,
);

const DAY = 24 * 60;

/**
 * Parses an occurrence such as `2030-12-09 doors 18:00 19:00-22:30 Europe/Lisbon`; only the date is required. Undefined
 * if the text is not an occurrence. 24:00 is midnight at the end of the day, and 25:30 is half past one in the
 * following night. An end that is not later than the start is on the next day, and so is a start that is earlier than
 * the time at which the doors open. In a range of several days, an end that is not later than the start is on the last
 * day unless it can be in the night after each day.
 */
export function readOccurrence(text: string): WrittenOccurrence | undefined {
  const [, date, doorsText, startText, endText, timezone] = OCCURRENCE.exec(text) ?? [];
  if (date === undefined || !isEdtf(date)) return undefined;
  if (timezone !== undefined && !isTimeZone(timezone)) return undefined;
  const doors = minutesOf(doorsText);
  const start = after(doors, minutesOf(startText), false);
  const [first, last] = [start ?? doors, minutesOf(endText)];
  const isOnLast = first !== undefined && last !== undefined && afterMidnight(first, last) === undefined;
  const end = isOnLast && isOfSeveralDays(date) ? last : after(first, last, true);
  return { date, ...withoutUndefined({ doors, start, end, timezone }) };
}

function minutesOf(time: string | undefined): number | undefined {
  const [hours, minutes] = time?.split(':').map(Number) ?? [];
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}

/** Moves a time to the next day if it is before `first`, or if it is an end that equals `first`. */
function after(first: number | undefined, time: number | undefined, isEnd: boolean): number | undefined {
  if (first === undefined || time === undefined) return time;
  return time < first || (isEnd && time === first) ? time + DAY : time;
}

/** The schema for an occurrence as it is written in a dataset. */
export const OccurrenceSchema = z.string().superRefine((text, context) => {
  if (readOccurrence(text) === undefined)
    context.addIssue({ code: 'custom', ...refusal(reason('expected-occurrence')) });
});
