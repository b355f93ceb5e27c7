/** The texts of timetables, for the cells of the grid and for the list that replaces the grid. */
import type { Paragraph, Table, Timetable, TimetableEvent } from './model.ts';

/** The text of an event in a cell: its letter, number and times, then its status and title. */
export function cellParagraphs({
  track,
  number,
  hours,
  marks,
  title,
}: TimetableEvent): [Paragraph, Paragraph] {
  return [
    [
      ...(track === undefined ? [] : [{ text: track.letter, strong: true as const }, { text: '\u00a0' }]),
      { text: `${number} · ${hours}` },
    ],
    [...(marks === undefined ? [] : [{ text: `${marks}. ` }]), ...title],
  ];
}

/** The events of a timetable as a table of times, places and titles, for pages on which the grid does not fit. */
export function timetableList({ id, title, description, headings, cells }: Timetable): Table {
  const events = cells.flatMap(({ event }) => event ?? []);
  return {
    title,
    description,
    columns: [
      { kind: 'time', heading: headings.hours },
      { kind: 'text', heading: headings.place },
      { kind: 'title', heading: headings.title },
    ],
    header: 2,
    summary: true,
    rows: events.map((event, index) => {
      const [facts, words] = cellParagraphs(event);
      const number = facts.slice(0, -1);
      return {
        id: `${id}-${index}`,
        cells: [
          { paragraphs: [[{ text: event.hours }]] },
          { paragraphs: event.place === undefined ? [] : [event.place] },
          { paragraphs: [[...number, { text: `${event.number} ` }, ...words]] },
        ],
      };
    }),
  };
}
