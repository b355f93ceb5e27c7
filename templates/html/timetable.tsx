/**
 * The timetable of a day: a table of places and times and, for narrow screens, a list of the same events. The style
 * sheet shows only one of the two, so screen readers also read only one of them.
 */

import type { ReactNode } from 'react';
import { cellParagraphs, type Timetable, type TimetableEvent } from '../../src/document/index.ts';
import { Wording, Words } from './text.tsx';

export function TimetableGrid({ timetable }: { timetable: Timetable }): ReactNode {
  const { description, headings, places, rows, cells } = timetable;
  return (
    <>
      <table className="grid">
        <caption className="hidden">{description}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Words runs={headings.hours} />
            </th>
            {places.map(({ name, columns }, index) => (
              <Wording key={String(index)} as="th" of={name} scope="col" colSpan={spanOf(columns)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour }, row) => (
            <tr key={hour}>
              <th scope="row">{hour}</th>
              {cells
                .filter((cell) => cell.row === row)
                .map(({ column, rows: down, columns, event }) => (
                  <td
                    key={column}
                    rowSpan={spanOf(down)}
                    colSpan={spanOf(columns)}
                    className={event === undefined ? undefined : `${trackOf(event)}event`}
                  >
                    {event !== undefined && <EventWords event={event} />}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="by-hour">
        {cells.map(
          ({ row, column, event }) =>
            event !== undefined && (
              <li key={`${row} ${column}`} className={`${trackOf(event)}event`}>
                <EventWords event={event} hasPlace />
              </li>
            ),
        )}
      </ol>
    </>
  );
}

const spanOf = (count: number): number | undefined => (count > 1 ? count : undefined);
const trackOf = ({ track }: TimetableEvent): string => (track === undefined ? '' : `accent-${track.accent} `);

/** Letter, number and times of an event, its place, and its title as a link to the event. */
function EventWords({ event, hasPlace }: { event: TimetableEvent; hasPlace?: true }): ReactNode {
  const [facts, title] = cellParagraphs(event);
  return (
    <>
      <span className="p quiet">
        <Words runs={facts} />
        {hasPlace && event.place !== undefined && (
          <>
            {' · '}
            <Words runs={event.place} />
          </>
        )}
      </span>{' '}
      <Wording as="a" of={title} href={`#${event.target}`} />
    </>
  );
}
