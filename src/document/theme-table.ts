import type { Event } from '../model/event.ts';
import { FIELD_KINDS, type FieldKind } from '../model/field-kinds.ts';
import { own } from '../model/own.ts';
import type { ProgrammeFile, Side, Theme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { counted, EMPTY_CELL, fill, type Labels } from '../text/labels.ts';
import type { Cell, Column, Mark, Paragraph, Row, Table } from './model.ts';
import type { NumberedEvent } from './numbered.ts';
import type { Runs } from './runs.ts';

export interface TableContext {
  config: ProgrammeFile;
  lang: Lang;
  say: Labels;
  runs: Runs;
  /** Marks of an event, such as that it is new. */
  marksOf(event: Event): readonly Mark[];
}

/** The table of the events of a theme. */
export function themeTable(theme: Theme, events: readonly NumberedEvent[], context: TableContext): Table {
  const { config, lang, say, runs } = context;
  const title = runs.words(theme.title);
  return {
    title,
    description: fill(say.tableDescription, {
      theme: title,
      events: counted(say.events, events.length, lang),
    }),
    columns: [
      { kind: 'event-number', heading: [{ text: say.number }] },
      ...theme.columns.map(
        (id): Column => ({
          kind: columnKind(config, id),
          field: isSide(config, id) ? `bodies.${id}` : id,
          heading: runs.paragraph(columnHeading(config, id)),
        }),
      ),
    ],
    ...(theme.carry ? { group: 1 } : {}),
    header: 1 + theme.columns.indexOf('title'),
    rows: events.map((numbered, index) => eventRow(numbered, events[index - 1]?.event, theme, context)),
  };
}

const isSide = (config: ProgrammeFile, column: string): boolean =>
  config.sides.some((side: Side) => side.id === column);

/** What a column of a theme holds. */
function columnKind(config: ProgrammeFile, column: string): FieldKind | 'body' {
  return isSide(config, column) ? 'body' : (FIELD_KINDS.find((kind) => kind === column) ?? 'text');
}

/** Heading of a column: that of the side, or the programme's word for it. */
export function columnHeading(config: ProgrammeFile, column: string): NonNullable<Event['title']> {
  const side = config.sides.find(({ id }) => id === column);
  return side?.heading ?? config.columns[column as keyof ProgrammeFile['columns']] ?? column;
}

function eventRow(
  numbered: NumberedEvent,
  above: Event | undefined,
  theme: Theme,
  context: TableContext,
): Row {
  const { event } = numbered;
  const marks = context.marksOf(event);
  const words = marks.map((mark) => mark.word).join(', ');
  const [first] = theme.columns;
  const carried =
    theme.carry &&
    first !== undefined &&
    above !== undefined &&
    !event.repeat &&
    sameText(event, above, first, context.runs);
  const bars = marks.filter((mark) => mark.kind !== 'all-regions');
  return {
    id: event.id,
    cells: eventCells(numbered, words, theme, context),
    ...(carried ? { carried } : {}),
    ...(bars.length > 0 ? { marks: bars } : {}),
  };
}

/** @param marks words of the marks of the event */
function eventCells(
  { event, number }: NumberedEvent,
  marks: string,
  { columns }: Theme,
  { say, runs }: TableContext,
): Cell[] {
  const cells = columns.map((column): Cell => {
    const text = textOf(event, column);
    if (text === undefined)
      return { paragraphs: [[{ text: EMPTY_CELL, spoken: say.notStated, quiet: true }]] };
    const marked: Paragraph[] = column === 'title' && marks !== '' ? [[{ text: marks, quiet: true }]] : [];
    return { paragraphs: [...marked, ...runs.paragraphs(text)] };
  });
  return [{ paragraphs: [[{ text: String(number) }]] }, ...cells];
}

function sameText(event: Event, above: Event, column: string, runs: Runs): boolean {
  const [own, other] = [textOf(event, column), textOf(above, column)];
  return own !== undefined && other !== undefined && runs.words(own) === runs.words(other);
}

/** The text of an event in a column of a theme. */
export function textOf(event: Event, column: string): Event['title'] | undefined {
  switch (column) {
    case 'region':
    case 'category':
    case 'title':
    case 'description':
    case 'date':
      return event[column];
    default:
      return own(event.bodies, column);
  }
}
