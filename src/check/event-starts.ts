import { perObject, textIn, textOf } from '../model/index.ts';
import { foldName } from '../reference/index.ts';
import { occurrencesOf } from '../text/dates/index.ts';
import { type ColumnRole, columnsOf } from './columns.ts';
import type { CheckContext, PlacedEvent } from './rule.ts';

/** The time at which an event starts. */
export interface EventStart {
  /** The day, YYYY-MM-DD. */
  day: string;
  /** Minutes after midnight. */
  start: number;
}

/** The start times of the events whose day and time are known. Multi-day events are omitted. */
export const eventStartsOf = perObject(
  ({ events, programme: { config } }: CheckContext) =>
    new Map(
      events.map((placed) => [
        placed,
        occurrencesOf(placed.event, config, config.language).flatMap(
          ({ days, start, doors }): EventStart[] => {
            const at = start ?? doors;
            return days === undefined || at === undefined || days.start !== days.end
              ? []
              : [{ day: days.start, start: at }];
          },
        ),
      ]),
    ),
);

/** The case-folded text of an event in the columns with a role; empty if these columns contain no text. */
export function inColumns(
  role: ColumnRole,
  { event }: PlacedEvent,
  { programme: { config } }: CheckContext,
): string {
  return [...columnsOf(role, config)]
    .flatMap((column) => textOf(event, column) ?? [])
    .map((text) => foldName(textIn(text, config.language, config.language).words))
    .filter((words) => words !== '')
    .join(' | ');
}
