/** Timetables: the events of a day as a grid of places and times of day. */
import { type Event, textOf, valueAt, withoutUndefined } from '../model/index.ts';
import { dayWords, momentsOf, type Occurrence, occurrencesOf } from '../text/dates/index.ts';
import { fill, type Labels } from '../text/index.ts';
import { daysWithinWeek } from './days.ts';
import { alsoOn } from './groups.ts';
import type {
  Block,
  Mark,
  Paragraph,
  Run,
  Section,
  Target,
  Timetable,
  TimetableCell,
  TimetableEvent,
  Track,
} from './model.ts';
import type { NumberedEvent, NumberedTheme } from './numbered.ts';
import type { Wording } from './wording.ts';

export interface TimetableContext extends Wording {
  marksOf(event: Event): readonly Mark[];
  /** Id of the field that states the place. */
  places: string;
  /**
   * Names of the places in the programme's list, in the order of the list. Places that are not listed follow in the
   * order of events.
   */
  listed: readonly string[];
  /** Id of the field whose heading names the places, and id of the title field. */
  headings: Pick<Timetable['headings'], 'place' | 'title'>;
}

/** An event on a day, with its start and, if known, its end in minutes after midnight. */
interface Item {
  event: TimetableEvent;
  place: string;
  start: number;
  end?: number;
}

/** Target of the timetable of a day. */
const timetableTarget = (day: string): string => `_timetable-${day}`;

/**
 * The timetables of themes: one section for each day on which at least one event has a known start time. Multi-day
 * events and events without a start time are named above the grid of each of their days.
 */
export function timetableSections(themes: readonly NumberedTheme[], context: TimetableContext): Section[] {
  const { lang, say, config } = context;
  const tracks = new Map(
    themes.length < 2 ? [] : themes.map(({ theme, index }, at) => [theme.id, trackOf(at, index)] as const),
  );
  const days = new Map<string, { items: Item[]; also: NumberedEvent[] }>();
  const dayOf = (day: string) => valueAt(days, day, () => ({ items: [], also: [] }));
  const places = new Set<string>();
  for (const { theme, events } of themes)
    for (const numbered of events)
      for (const occurrence of occurrencesOf(numbered.event, config, lang)) {
        const item = itemOf(numbered, occurrence, tracks.get(theme.id), context);
        if (item !== undefined) {
          dayOf(item.day).items.push(item);
          if (item.place !== '') places.add(item.place);
        } else
          for (const day of daysWithinWeek(occurrence.days)) {
            const { also } = dayOf(day);
            if (!also.includes(numbered)) also.push(numbered);
          }
      }
  const listed = context.listed.filter((place) => places.has(place));
  const order = [...new Set([...listed, ...places])];
  const shown = [...days].filter(([, { items }]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const hasYear = new Set(shown.map(([day]) => day.slice(0, 4))).size > 1;
  return shown.map(([day, { items, also }]): Section => {
    const title = fill(say.timetable, { day: dayWords(day, lang, hasYear) });
    const letters = new Set(items.flatMap(({ event: { track } }) => track?.letter ?? []));
    const named = themes.flatMap(({ theme }) => {
      const track = tracks.get(theme.id);
      return track === undefined || !letters.has(track.letter) ? [] : [{ theme, track }];
    });
    const legend = named.flatMap(({ theme, track }, index): Run[] => [
      { text: `${index === 0 ? '' : ' · '}` },
      { text: track.letter, strong: true },
      { text: '\u00a0' },
      ...context.runs.paragraph(theme.title),
    ]);
    const notes: Paragraph[] = [
      legend.filter(({ text }) => text !== ''),
      alsoOn(
        also.map(({ event, number, title: words }) => ({
          number: String(number),
          title: context.runs.paragraph(words),
          ...withoutUndefined({ words: occurrencesOf(event, config, lang)[0]?.words }),
        })),
        { alsoOnDay: say.alsoOnDay, colon: say.changes.colon },
      ),
    ];
    return {
      id: timetableTarget(day),
      title: [{ text: title }],
      layout: 'timetable',
      blocks: [
        ...notes
          .filter((note) => note.length > 0)
          .map((text): Block => ({ kind: 'paragraph', text, style: 'note' })),
        { kind: 'timetable', timetable: timetableOf(timetableTarget(day), title, items, order, context) },
      ],
    };
  });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function trackOf(at: number, accent: number): Track {
  return { letter: LETTERS[at] ?? String(at + 1), accent };
}

function itemOf(
  { event, number, title }: NumberedEvent,
  occurrence: Occurrence,
  track: Track | undefined,
  { runs, marksOf, places }: TimetableContext,
): (Item & { day: string }) | undefined {
  const moments = momentsOf(occurrence);
  if (moments === undefined) return undefined;
  const { start, end } = moments;
  const text = textOf(event, places);
  const place = text === undefined ? '' : runs.words(text);
  const marks = marksOf(event)
    .map(({ word }) => word)
    .join(', ');
  const last = end === undefined ? undefined : end.minutes + (end.day > start.day ? DAY_MINUTES : 0);
  const until = last === undefined || last <= start.minutes ? undefined : last;
  return {
    day: start.day,
    place,
    start: start.minutes,
    ...(until === undefined ? {} : { end: until }),
    event: {
      target: event.id,
      number: String(number),
      title: runs.paragraph(title),
      hours: `${clock(start.minutes)}${until === undefined ? '' : `–${clock(until)}`}`,
      ...(text === undefined ? {} : { place: runs.paragraph(text) }),
      ...(marks === '' ? {} : { marks }),
      ...(track === undefined ? {} : { track }),
    },
  };
}

const DAY_MINUTES = 24 * 60;

/** A time in digits, such as 9:30. After midnight, the hours start again at 0. */
const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`;

/** Maximum length, in minutes, of a break between events that is not shown as a row of its own. */
const CHANGEOVER = 10;

/** Length of the last row, in minutes, if no event that begins in it has a known end. */
const LAST_ROW = 60;

/** An event with the rows that it spans, from `from` up to but not including `to`. */
interface Placed extends Item {
  from: number;
  to: number;
}

/** The grid of a day. An event without a known end covers one row. */
function timetableOf(
  id: Target,
  title: string,
  items: readonly Item[],
  order: readonly string[],
  { say, headings }: TimetableContext,
): Timetable {
  const hours = hoursOf(items);
  const blocks = items
    .map((item): Placed => {
      const from = hours.indexOf(item.start);
      const { end = item.start + 1 } = item;
      return { ...item, from, to: hours.findIndex((hour) => hour >= end) };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const overlaps = (a: Placed, b: Placed): boolean => a !== b && a.from < b.to && b.from < a.to;
  const isForAll = (block: Placed): boolean =>
    block.place === '' && blocks.every((other) => !overlaps(block, other));
  const common = blocks.filter(isForAll);
  const placed = blocks.filter((block) => !common.includes(block));
  const columns = [...order, ''].flatMap((place) => {
    const inPlace = placed.filter((block) => block.place === place);
    return inPlace.length === 0 ? [] : [{ place, lanes: lanesOf(inPlace) }];
  });
  const width = Math.max(
    1,
    columns.reduce((sum, { lanes }) => sum + lanes.length, 0),
  );
  const cells: TimetableCell[] = common.map(({ event, from, to }) => ({
    row: from,
    column: 0,
    rows: to - from,
    columns: width,
    event,
  }));
  let first = 0;
  for (const { lanes } of columns) {
    lanes.forEach((lane, at) => {
      for (const block of lane) {
        const isFree = (other: readonly Placed[]): boolean => other.every((one) => !overlaps(block, one));
        const end = lanes.findIndex((other, index) => index > at && !isFree(other));
        const { event, from, to } = block;
        const reach = (end < 0 ? lanes.length : end) - at;
        cells.push({ row: from, column: first + at, rows: to - from, columns: reach, event });
      }
    });
    first += lanes.length;
  }
  const rows = hours.slice(0, -1).map((hour, row) => ({
    hour: clock(hour),
    minutes: (hours[row + 1] ?? hour) - hour,
    isEmpty: !blocks.some(({ from, to }) => from <= row && row < to),
  }));
  const named = columns.map(({ place, lanes }) => ({
    name: nameOf(place, lanes, say),
    columns: lanes.length,
  }));
  return {
    id,
    title,
    description: fill(say.timetableDescription, { timetable: title }),
    headings: { ...headings, hours: [{ text: say.hours }] },
    places: named.length === 0 ? [{ name: [{ text: say.allPlaces }], columns: 1 }] : named,
    rows,
    cells: withEmpty(cells, rows.length, width),
  };
}

/** The minutes at which rows begin, and at which the last row ends. */
function hoursOf(items: readonly Item[]): number[] {
  const starts = new Set(items.map(({ start }) => start));
  const all = [...new Set([...starts, ...items.flatMap(({ end }) => end ?? [])])].sort((a, b) => a - b);
  const hours = all.filter((hour) => {
    const next = all.find((other) => other >= hour && starts.has(other)) ?? Number.POSITIVE_INFINITY;
    return next === hour || next - hour > CHANGEOVER;
  });
  const latest = hours.at(-1) ?? 0;
  return starts.has(latest) ? [...hours, latest + LAST_ROW] : hours;
}

function nameOf(place: string, lanes: readonly (readonly Placed[])[], { otherPlaces }: Labels): Paragraph {
  const [block] = lanes.flat();
  return place === '' ? [{ text: otherPlaces }] : (block?.event.place ?? [{ text: place }]);
}

/** Distributes events over the smallest number of columns in which no events overlap. */
function lanesOf(blocks: readonly Placed[]): Placed[][] {
  const lanes: Placed[][] = [];
  for (const block of blocks) {
    const lane = lanes.find((candidate) => (candidate.at(-1)?.to ?? 0) <= block.from);
    if (lane === undefined) lanes.push([block]);
    else lane.push(block);
  }
  return lanes;
}

/** Adds empty cells where there is no event, and sorts all cells by row and column. */
function withEmpty(cells: readonly TimetableCell[], rows: number, columns: number): TimetableCell[] {
  const taken = new Set(
    cells.flatMap(({ row, column, ...span }) =>
      Array.from({ length: span.rows * span.columns }, (_, at) => {
        const [down, right] = [Math.floor(at / span.columns), at % span.columns];
        return (row + down) * columns + column + right;
      }),
    ),
  );
  const empty = Array.from({ length: rows * columns }, (_, at) => at)
    .filter((at) => !taken.has(at))
    .map(
      (at): TimetableCell => ({ row: Math.floor(at / columns), column: at % columns, rows: 1, columns: 1 }),
    );
  return [...cells, ...empty].sort((a, b) => a.row - b.row || a.column - b.column);
}
