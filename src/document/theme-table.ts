import {
  type Event,
  type EventText,
  kindOfField,
  type ProgrammeFile,
  type Text,
  type Theme,
  textOf,
  textOfColumn,
  titleOf,
} from '../model/index.ts';
import { occurrencesOf } from '../text/dates/index.ts';
import { counted, EMPTY_CELL, fill } from '../text/index.ts';
import { dayPositionOf } from './days.ts';
import type { Cell, Column, Mark, Paragraph, Row, Table } from './model.ts';
import type { NumberedEvent } from './numbered.ts';
import { pictureCell } from './pictures.ts';
import type { Runs } from './runs.ts';
import { scheduleOf } from './schedule.ts';
import { wordsOf } from './texts.ts';
import type { Wording } from './wording.ts';

export interface TableContext extends Wording {
  /** Returns the event as written in the data, with emphasis markup. */
  written(event: Event): Event;
  /** Returns the marks of an event, such as “new”. */
  marksOf(event: Event): readonly Mark[];
  /** Whether rows need their position in a programme by day, which is slow to compute. */
  byDay: boolean;
  /** Returns the facet values of an event of a theme; undefined if the document has no facets. */
  facetsOf: ((event: Event, theme: Theme) => NonNullable<Row['facets']>) | undefined;
  /**
   * Returns the indexes of an event's places in the document's list of places; undefined if the document has no facets.
   */
  placesOf: ((event: Event) => readonly number[]) | undefined;
}

/** The table of the events of a theme. */
export function themeTable(theme: Theme, events: readonly NumberedEvent[], context: TableContext): Table {
  const { config, lang, say, runs } = context;
  const title = runs.words(theme.title);
  const texts = theme.columns.map((id) => textOfColumn(config, id));
  const carried = carriedColumn(theme, texts);
  const titleColumn = titleOf(config);
  return {
    title,
    description: fill(say.tableDescription, {
      theme: title,
      events: counted(say.events, events.length, lang),
    }),
    columns: [
      { kind: 'event-number', heading: [{ text: say.number }] },
      ...texts.map(
        ({ kind, path, column }): Column => ({
          kind,
          field: path,
          heading: runs.paragraph(columnHeading(config, column)),
        }),
      ),
    ],
    ...(carried === undefined ? {} : { group: 1 }),
    header: 1 + theme.columns.indexOf(titleColumn),
    rows: events.map((numbered, index) => {
      const { event } = numbered;
      const marks = context.marksOf(event);
      const words = marks.map((mark) => mark.word).join(', ');
      const above = events[index - 1]?.event;
      const isCarried =
        carried !== undefined &&
        above !== undefined &&
        !event.repeat &&
        sameText(event, above, carried, runs);
      const schedule =
        context.facetsOf === undefined
          ? undefined
          : scheduleOf(event, config, occurrencesOf(event, config, lang));
      const places = context.placesOf?.(event) ?? [];
      const bars = marks.filter((mark) => mark.kind !== 'all-regions');
      return {
        id: event.id,
        cells: eventCells(numbered, texts, { column: titleColumn, marks: words }, context),
        ...(isCarried ? { carried: true } : {}),
        ...(bars.length > 0 ? { marks: bars } : {}),
        ...(event.when === undefined ? {} : { when: event.when }),
        ...(context.byDay ? { day: dayPositionOf(event, config, lang) } : {}),
        ...(schedule === undefined ? {} : { schedule }),
        ...(places.length === 0 ? {} : { places }),
        ...(context.facetsOf === undefined ? {} : { facets: context.facetsOf(event, theme) }),
      };
    }),
  };
}

/**
 * The first column, if equal cells of adjacent rows are printed only once. A column of pictures is never treated in
 * this way, because each row prints its picture.
 */
function carriedColumn({ carry }: Theme, [first]: readonly EventText[]): string | undefined {
  return carry === true && first?.kind !== 'picture' ? first?.column : undefined;
}

/** Heading of a column: the heading of its field or side. */
export function columnHeading({ fields, sides }: ProgrammeFile, column: string): Text {
  const named = fields.find(({ id }) => id === column) ?? sides.find(({ id }) => id === column);
  return named?.heading ?? column;
}

/** @param title the column that contains the labels of the event's marks */
function eventCells(
  { event, number, accent }: NumberedEvent,
  texts: readonly EventText[],
  title: { column: string; marks: string },
  { say, runs, written }: TableContext,
): Cell[] {
  const cells: Cell[] = [{ paragraphs: [[{ text: String(number), accent }]] }];
  for (const { column, kind, emphasis } of texts) {
    const text = textOf(event, column);
    if (text === undefined)
      cells.push({ paragraphs: [[{ text: EMPTY_CELL, spoken: say.notStated, quiet: true }]] });
    else if (kind === 'picture') cells.push(pictureCell(text, runs));
    else {
      const printed = emphasis
        ? runs.emphasisedParagraphs(textOf(written(event), column) ?? text)
        : runs.paragraphs(text);
      const address = kind === 'body' ? undefined : kindOfField(kind).address;
      const paragraphs = address === undefined ? printed : printed.map(linked(address));
      if (column === title.column && title.marks !== '')
        paragraphs.unshift([{ text: title.marks, quiet: true }]);
      cells.push({ paragraphs });
    }
  }
  return cells;
}

/** Returns a function that turns a paragraph that is an address into a link to that address. */
function linked(address: (words: string) => string): (paragraph: Paragraph) => Paragraph {
  return (paragraph) => {
    const link = address(wordsOf(paragraph));
    return paragraph.map((run) => ({ ...run, link }));
  };
}

function sameText(event: Event, above: Event, column: string, runs: Runs): boolean {
  const [text, other] = [textOf(event, column), textOf(above, column)];
  return text !== undefined && other !== undefined && runs.words(text) === runs.words(other);
}
