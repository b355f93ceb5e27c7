import { type Event, textOf } from '../model/event.ts';
import { textOfColumn, titleOf } from '../model/field.ts';
import { kindOfField } from '../model/field-kinds.ts';
import type { ProgrammeFile, Theme } from '../model/programme.ts';
import type { Lang, Text } from '../model/text.ts';
import { counted, EMPTY_CELL, fill, type Labels } from '../text/labels.ts';
import type { Cell, Column, Mark, Paragraph, Row, Table } from './model.ts';
import type { NumberedEvent } from './numbered.ts';
import { figureOf } from './pictures.ts';
import type { Runs } from './runs.ts';
import { wordsOf } from './texts.ts';

export interface TableContext {
  config: ProgrammeFile;
  lang: Lang;
  say: Labels;
  runs: Runs;
  /** An event as it is written: with the signs of emphasis. */
  written(event: Event): Event;
  /** Marks of an event, such as that it is new. */
  marksOf(event: Event): readonly Mark[];
  /** Values of an event of a theme by facet; none where there are none. */
  facetsOf: ((event: Event, theme: Theme) => NonNullable<Row['facets']>) | undefined;
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
          kind: textOfColumn(config, id).kind,
          field: textOfColumn(config, id).path,
          heading: runs.paragraph(columnHeading(config, id)),
        }),
      ),
    ],
    ...(carries(theme, config) ? { group: 1 } : {}),
    header: 1 + theme.columns.indexOf(titleOf(config)),
    rows: events.map((numbered, index) => eventRow(numbered, events[index - 1]?.event, theme, context)),
  };
}

/** Whether the first column is printed once for neighbours with the same words; a picture is printed with each. */
function carries({ carry, columns: [first] }: Theme, config: ProgrammeFile): boolean {
  return carry === true && first !== undefined && textOfColumn(config, first).kind !== 'picture';
}

/** Heading of a column: that of the field or the side. */
export function columnHeading({ fields, sides }: ProgrammeFile, column: string): Text {
  const named = fields.find(({ id }) => id === column) ?? sides.find(({ id }) => id === column);
  return named?.heading ?? column;
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
    carries(theme, context.config) &&
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
    ...(event.when === undefined ? {} : { when: event.when }),
    ...(context.facetsOf === undefined ? {} : { facets: context.facetsOf(event, theme) }),
  };
}

/** @param marks words of the marks of the event */
function eventCells(
  { event, number }: NumberedEvent,
  marks: string,
  { columns }: Theme,
  context: TableContext,
): Cell[] {
  const { config, say, runs, written } = context;
  const title = titleOf(config);
  const cells = columns.map((column): Cell => {
    const text = textOf(event, column);
    const { kind, emphasis } = textOfColumn(config, column);
    const address = kind === 'body' ? undefined : kindOfField(kind).address;
    if (text === undefined)
      return { paragraphs: [[{ text: EMPTY_CELL, spoken: say.notStated, quiet: true }]] };
    if (kind === 'picture') return { picture: figureOf(text, context.runs), paragraphs: [] };
    const marked: Paragraph[] = column === title && marks !== '' ? [[{ text: marks, quiet: true }]] : [];
    const printed = emphasis
      ? runs.emphasisedParagraphs(textOf(written(event), column) ?? text)
      : runs.paragraphs(text);
    return { paragraphs: [...marked, ...(address === undefined ? printed : printed.map(linked(address)))] };
  });
  return [{ paragraphs: [[{ text: String(number) }]] }, ...cells];
}

/** A paragraph that is an address, as a link to it. */
function linked(address: (words: string) => string): (paragraph: Paragraph) => Paragraph {
  return (paragraph) => {
    const link = address(wordsOf(paragraph));
    return paragraph.map((run) => ({ ...run, link }));
  };
}

function sameText(event: Event, above: Event, column: string, runs: Runs): boolean {
  const [own, other] = [textOf(event, column), textOf(above, column)];
  return own !== undefined && other !== undefined && runs.words(own) === runs.words(other);
}
