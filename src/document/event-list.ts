/** Events as list items, built from the rows of their table. */
import { LANGUAGES } from '../../languages/index.ts';
import { type Lang, valueAt, withoutUndefined } from '../model/index.ts';
import { EMPTY_CELL } from '../text/index.ts';
import type { Cell, ColumnKind, Fact, ListedEvent, Paragraph, Row, Run, Table } from './model.ts';
import { changeOf } from './resolve-changes.ts';
import { wordsOf } from './texts.ts';

/**
 * Converts the rows of a table of events to list items. Empty cells are omitted; everything else is printed. Cells that
 * are not a title, description or number are facts, in the order of the columns. Plain texts get labels if they come
 * from more than a few columns.
 */
export function listedEvents({ columns, header, rows }: Table): ListedEvent[] {
  const number = columns.findIndex(({ kind }) => kind === 'event-number');
  const plain = columns.filter(({ kind }) => PLAIN.has(kind)).length;
  const isNamed = (kind: ColumnKind): boolean =>
    NAMED.has(kind) || (plain > MAX_UNLABELLED && PLAIN.has(kind));
  return rows.map((row): ListedEvent => {
    const { id, marks, when, schedule, places, facets, cells } = row;
    const named = cells[header]?.paragraphs ?? [];
    const paragraphsIf = (isIn: (kind: ColumnKind, cell: Cell | undefined) => boolean): Paragraph[] =>
      columns.flatMap(({ kind }, column) =>
        isIn(kind, cells[column]) ? (cells[column]?.paragraphs ?? []) : [],
      );
    const facts = columns.flatMap(({ kind, heading }, column): Fact[] => {
      // The text of a cell without its QR code: a cell with a link can contain both.
      const words = { paragraphs: cells[column]?.paragraphs ?? [] };
      const isFact =
        column !== header && column !== number && kind !== 'description' && !isCaptioned(kind, cells[column]);
      if (!isFact || isEmptyCell(words)) return [];
      return [{ kind, name: heading, ...(isNamed(kind) ? { named: true } : {}), words: words.paragraphs }];
    });
    return {
      id,
      ...withoutUndefined({ marks, when, schedule, places, facets }),
      number: onOneLine(cells[number]?.paragraphs ?? []),
      title: named.filter((paragraph) => !isSign(paragraph)),
      pictures: cells.flatMap(({ picture }) => (picture === undefined || picture.isCode ? [] : picture)),
      codes: cells.flatMap(({ picture }) => (picture?.isCode ? picture : [])),
      captions: paragraphsIf(isCaptioned),
      signs: named.filter(isSign),
      facts,
      description: paragraphsIf((kind, cell) => kind === 'description' && !isEmptyCell(cell)),
    };
  });
}

/** Joins paragraphs with spaces: in a redline, a number that differs is two paragraphs, one for each edition. */
const onOneLine = (paragraphs: readonly Paragraph[]): Paragraph =>
  paragraphs.flatMap((runs, index) =>
    index < paragraphs.length - 1 ? [...runs, { ...runs.at(-1), text: ' ' }] : runs,
  );

/** Whether the text of a cell is the caption of its picture. */
const isCaptioned = (kind: ColumnKind, cell: Cell | undefined): boolean =>
  kind === 'picture' && cell?.picture !== undefined;

/** Whether a cell is empty, or contains only the placeholder that is printed in empty cells. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  if (cell?.picture !== undefined) return false;
  const runs = cell?.paragraphs.flat() ?? [];
  return runs.every(({ text, spoken }) => spoken !== undefined && text === EMPTY_CELL);
}

/**
 * Whether a paragraph in the cell of a title is the label of a mark, which is printed above the title. Such a label
 * consists only of secondary text; a title never does.
 */
const isSign = (paragraph: Paragraph): boolean =>
  paragraph.length > 0 && paragraph.every(({ quiet }) => quiet);

/** Kinds of facts that are printed with their heading as a label, such as numbers. */
const NAMED: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['body', 'number']);
/** Kinds of facts that are plain text. */
const PLAIN: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['text', 'place', 'category']);
/** Maximum number of plain-text columns whose texts a reader can tell apart without labels. */
const MAX_UNLABELLED = 3;

/** Kinds of facts that are clear without a label. */
const CLEAR: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'date',
  'time',
  'price',
  'link',
  'email',
  'phone',
]);

/** The facts of an event, arranged in lines. */
export interface FactLines {
  /**
   * Signs and short facts, separated by dots. If a fact is not clear without its name, screen readers read that name in
   * place of the dot before it. The list may be empty.
   */
  short: readonly Paragraph[];
  /** One line per body, with a label. */
  bodies: readonly Paragraph[];
}

/** @param lang language of the document */
export function factLines({ signs, facts }: ListedEvent, lang: Lang): FactLines {
  const { colon } = LANGUAGES[lang].labels.changes;
  const short = facts.filter(({ kind }) => kind !== 'body');
  const items = [
    ...signs.map((sign): Item => ({ words: sign.map(({ quiet: _, ...run }) => ({ ...run, strong: true })) })),
    ...short.map((fact): Item => itemOf(fact, colon)),
  ];
  const line = items.flatMap(({ words, name }, index): Run[] => {
    if (index === 0) return [...words];
    const change = commonChange(
      items.slice(0, index).flatMap((item) => item.words),
      words,
    );
    return change === 'neither' ? [...words] : [...separator(name, change), ...words];
  });
  const bodies = facts.filter(({ kind }) => kind === 'body').map((fact) => itemOf(fact, colon).words);
  return { short: line.length === 0 ? [] : [line], bodies };
}

/** A sign or fact on the line, and its name if only screen readers read the name. */
interface Item {
  words: Paragraph;
  name?: Paragraph;
}

function itemOf({ kind, name, named, words }: Fact, colon: string): Item {
  const joined = words.flatMap((paragraph, index): Run[] => {
    const change = changeOf(paragraph);
    const comma: Run = { text: ', ', ...(change === undefined ? {} : { change }) };
    return index === 0 ? [...paragraph] : [comma, ...paragraph];
  });
  if (named !== true) return CLEAR.has(kind) ? { words: joined } : { words: joined, name };
  const change = changeOf(joined);
  const label = [...name, { text: colon }].map(
    (run): Run => ({ ...run, quiet: true, ...(change === undefined ? {} : { change }) }),
  );
  return { words: [...label, ...joined] };
}

/** A dot with the spaces around it. */
function separator(name: Paragraph | undefined, change: Run['change']): Run[] {
  const spoken = name && wordsOf(name);
  const marked = change === undefined ? {} : { change };
  return [
    { text: '\u00a0·', quiet: true, ...(spoken === undefined ? {} : { spoken: `, ${spoken},` }), ...marked },
    { text: ' ', ...marked },
  ];
}

/**
 * Whether a separator is marked as inserted or deleted, which depends on the editions that have text both before and
 * after it.
 */
function commonChange(before: Paragraph, after: Paragraph): Run['change'] | 'neither' {
  const stands = (words: Paragraph, excluded: Run['change']): boolean =>
    words.some(({ change }) => change !== excluded);
  const isOld = stands(before, 'inserted') && stands(after, 'inserted');
  const isNew = stands(before, 'deleted') && stands(after, 'deleted');
  if (isOld && isNew) return undefined;
  return isOld ? 'deleted' : isNew ? 'inserted' : 'neither';
}

/** Groups the rows of a table by the value of a column, in the order of first occurrence. */
export function groupedRows(rows: readonly Row[], column: number): { name: Paragraph; rows: Row[] }[] {
  const groups = new Map<string, { name: Paragraph; rows: Row[] }>();
  for (const row of rows) {
    const paragraphs = row.cells[column]?.paragraphs ?? [];
    const name = paragraphs.flatMap((paragraph, index): Run[] =>
      index === 0 ? [...paragraph] : [{ text: ', ' }, ...paragraph],
    );
    valueAt(groups, wordsOf(name), () => ({ name, rows: [] })).rows.push(row);
  }
  return [...groups.values()];
}
