/** The times at which events take place, for pages on which readers choose days. */
import { type Event, edtfBounds, OPEN_END, type ProgrammeFile } from '../model/index.ts';
import { type Occurrence, weekdaysOf } from '../text/dates/index.ts';

/** A time at which an event takes place. */
export interface EventTime {
  /** First and last day of the event, YYYY-MM-DD. */
  from: string;
  to: string;
  /**
   * The start on the first day and the end on the last day, each in minutes after midnight (the beginning of that day).
   */
  start?: number;
  end?: number;
  /** IANA name of the time zone in which the times are given, if it is certain. */
  zone?: string;
  /** The days of the week to which the event is limited, numbered as in ISO 8601 (1 is Monday). */
  weekdays?: readonly number[];
}

export interface EventSchedule {
  /** Times of the event; empty if its exact date is not known. */
  times: readonly EventTime[];
  /** The last possible day of the event, YYYY-MM-DD; absent if the end is open or approximate. */
  until?: string;
}

/** The times at which an event takes place; undefined if the event has no planned date. */
export function scheduleOf(
  event: Event,
  config: ProgrammeFile,
  occurrences: readonly Occurrence[],
): EventSchedule | undefined {
  const { when } = event;
  if (when === undefined) return undefined;
  const weekdays = weekdaysOf(event, config);
  const times = occurrences.flatMap(({ days, doors, start = doors, end, timezone }): EventTime[] =>
    days === undefined
      ? []
      : [
          {
            from: days.start,
            to: days.end,
            ...(start === undefined ? {} : { start }),
            ...(start === undefined || end === undefined ? {} : { end }),
            ...(start === undefined || timezone === undefined ? {} : { zone: timezone }),
            ...(weekdays === undefined || days.start === days.end ? {} : { weekdays }),
          },
        ],
  );
  const last = edtfBounds(when).end;
  return {
    times: times.length < occurrences.length ? [] : times,
    ...(last === OPEN_END || INEXACT.test(when) ? {} : { until: last }),
  };
}

/** EDTF signs for approximate and uncertain dates. */
const INEXACT = /[~?%]/;
