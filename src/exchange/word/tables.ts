/** Which row of a returned Word file is which event, and which column which field: by bookmarks, printed numbers, headings and titles. */
import { groupBy } from '../../compare/index.ts';
import { bookmarkName, cellBookmark } from '../../document/index.ts';
import { type Reading, type WordBlock, type WordCell, type WordRow, wordsIn } from '../../read/docx/index.ts';
import { plainInline } from '../../text/index.ts';
import { ALIKE_FROM, shareOfWords } from './leftovers.ts';
import type { Sent, SentEvent } from './record.ts';

/** A row that is the one of an event, or of one that nobody knows yet. */
interface PlacedRow {
  row: WordRow;
  event: SentEvent | undefined;
}

export interface PlacedTable {
  /** Field that each column prints, by its place in the grid; those of no field are left out. */
  columns: ReadonlyMap<number, string>;
  /** The row of headings, if there is one. */
  head: WordRow | undefined;
  rows: readonly PlacedRow[];
  /** Id of the theme that its events are of. */
  theme: string | undefined;
}

/** What is known of the fields that tables print. */
export interface Known {
  sent: Sent;
  /** It is what the file says that it was made from: its numbers are those that were printed. */
  sure: boolean;
  /** Headings by field path, such as `title` or `bodies.north`. */
  headings: ReadonlyMap<string, string>;
  /** Field paths that tables can print. */
  fields: readonly string[];
  /** Path of the field that names events. */
  title: string;
}

/** The table as the events of the programme; nothing when it is another table. */
export function placeTables(blocks: readonly WordBlock[], known: Known): Map<WordBlock, PlacedTable> {
  const finder = finderOf(known);
  const tables = blocks.filter((block) => block.kind === 'table');
  const columns = new Map(tables.map((table) => [table, columnsOf(table.rows, finder, known)]));
  const events = matchRows(tables, columns, finder, known);
  return new Map(
    tables.flatMap((table) => {
      const { fields = new Map<number, string>(), head = undefined } = columns.get(table) ?? {};
      const rows = table.rows.filter((row) => row !== head).map((row) => ({ row, event: events.get(row) }));
      const found = rows.filter(({ event }) => event !== undefined).length;
      const isOurs = fields.size > 0 && (found > 0 || head !== undefined);
      if (!isOurs) return [];
      const all = withColumnsOfWords(fields, rows);
      return [[table, { columns: all, head, rows, theme: themeOf(rows) }] as const];
    }),
  );
}

/** The columns with those under other headings that have the words of a field in most of the rows where it was sent. */
function withColumnsOfWords(
  known: ReadonlyMap<number, string>,
  rows: readonly PlacedRow[],
): ReadonlyMap<number, string> {
  const columns = new Map(known);
  const sent = rows.flatMap(({ row, event }) =>
    (event?.fields ?? []).map((own) => ({ row, field: own.field, words: folded(plainInline(own.words)) })),
  );
  const others = new Set(rows.flatMap(({ row }) => row.cells.map(({ column }) => column)));
  for (const field of new Set(sent.map((own) => own.field))) {
    if ([...columns.values()].includes(field)) continue;
    const own = sent.filter((one) => one.field === field);
    const found = [...others].find((column) => {
      const same = own.filter(({ row, words }) =>
        (['rejected', 'accepted'] as const).some(
          (reading) => folded(cellWords(inRow(row, column), reading)) === words,
        ),
      );
      return !columns.has(column) && same.length * 2 > own.length;
    });
    if (found !== undefined) columns.set(found, field);
  }
  return columns;
}

/** Whether a row of a table has the bookmark or the printed number of its event: it is a table of events, wherever it stands. */
export function hasEvents({ rows, columns }: PlacedTable): boolean {
  return rows.some(({ row, event }) => {
    if (event === undefined) return false;
    const names = row.cells.flatMap(({ paragraphs }) => paragraphs.flatMap(({ bookmarks }) => bookmarks));
    const number = row.cells.find(({ column }) => !columns.has(column));
    return names.includes(bookmarkName(event.id)) || cellWords(number, 'accepted') === String(event.number);
  });
}

interface Finder {
  byId: ReadonlyMap<string, SentEvent>;
  /** Event and, of a cell, field, by the name of a bookmark. */
  bookmarks: ReadonlyMap<string, { event: SentEvent; field?: string }>;
  byNumber: ReadonlyMap<string, SentEvent>;
}

function finderOf({ sent, fields }: Known): Finder {
  const bookmarks = new Map<string, { event: SentEvent; field?: string }>();
  for (const event of sent.events) {
    bookmarks.set(bookmarkName(event.id), { event });
    for (const field of fields) bookmarks.set(cellBookmark(event.id, field), { event, field });
  }
  return {
    byId: new Map(sent.events.map((event) => [event.id, event])),
    bookmarks,
    byNumber: new Map(sent.events.map((event) => [String(event.number), event])),
  };
}

const cellWords = (cell: WordCell | undefined, reading: Reading): string =>
  wordsIn(cell?.paragraphs ?? [], reading).replaceAll('\n', ' ');

const inRow = (row: WordRow, column: number): WordCell | undefined =>
  row.cells.find((cell) => cell.column === column);

/** Rows in which headings are looked for. */
const HEAD_ROWS = 3;

/** How often each thing is there, the most frequent first. */
function votesFor<T>(things: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** By the bookmarks of the cells, where most say the same; else by the headings. */
function columnsOf(rows: readonly WordRow[], { bookmarks }: Finder, { headings }: Known) {
  const named = rows.flatMap(({ cells }) =>
    cells.flatMap(({ column, paragraphs }) =>
      paragraphs.flatMap((paragraph) =>
        paragraph.bookmarks.flatMap((name) => {
          const field = bookmarks.get(name)?.field;
          return field === undefined ? [] : [{ column, field }];
        }),
      ),
    ),
  );
  const votes = [...groupBy(named, ({ column }) => column)].map(
    ([column, own]) => [column, votesFor(own.map(({ field }) => field))[0] ?? ['', 0]] as const,
  );
  const head = headOf(rows, headings);
  const fields = new Map<number, string>();
  const take = (column: number, field: string): void => {
    if (!fields.has(column) && ![...fields.values()].includes(field)) fields.set(column, field);
  };
  for (const [column, [field]] of votes.sort((a, b) => b[1][1] - a[1][1])) take(column, field);
  for (const [column, field] of head.fields) take(column, field);
  return { fields, head: head.row };
}

/** The row among the first that has the most headings, in either reading. */
function headOf(rows: readonly WordRow[], headings: ReadonlyMap<string, string>) {
  let best: { row: WordRow | undefined; fields: Map<number, string> } = { row: undefined, fields: new Map() };
  for (const row of rows.slice(0, HEAD_ROWS)) {
    const fields = new Map<number, string>();
    for (const cell of row.cells) {
      const words = [cellWords(cell, 'accepted'), cellWords(cell, 'rejected')].map(folded);
      const field = [...headings].find(([, heading]) => words.includes(folded(heading)))?.[0];
      if (field !== undefined) fields.set(cell.column, field);
    }
    if (fields.size > best.fields.size) best = { row, fields };
  }
  return best;
}

const folded = (words: string): string => words.replace(/\s+/gu, ' ').trim().toLowerCase();

type Tables = readonly Extract<WordBlock, { kind: 'table' }>[];

/**
 * The ladder: bookmarks, then printed numbers, then titles; each event is one row. Where the file does not say what it was made from, titles
 * come first, and a number counts for a row that has words of the event: events may have had other numbers.
 */
function matchRows(
  tables: Tables,
  columns: ReadonlyMap<WordBlock, { fields: ReadonlyMap<number, string>; head: WordRow | undefined }>,
  { bookmarks, byNumber }: Finder,
  { sent, sure, title }: Known,
): Map<WordRow, SentEvent> {
  const found = new Map<WordRow, SentEvent>();
  const taken = new Set<SentEvent>();
  const rows = tables.flatMap((table) => {
    const { fields = new Map<number, string>(), head = undefined } = columns.get(table) ?? {};
    return table.rows.filter((row) => row !== head).map((row) => ({ row, fields }));
  });
  const claim = (row: WordRow, event: SentEvent | undefined): void => {
    if (event === undefined || taken.has(event) || found.has(row)) return;
    found.set(row, event);
    taken.add(event);
  };
  const votes = rows.flatMap(({ row }) => votesOf(row, bookmarks).map((vote) => ({ row, ...vote })));
  for (const { row, event } of votes.sort((a, b) => b.count - a.count)) claim(row, event);
  /** Rows of tables of events whose event is not found yet. */
  const open = (): typeof rows => rows.filter(({ row, fields }) => fields.size > 0 && !found.has(row));
  const numbered = ({ row, fields }: (typeof rows)[number]): SentEvent | undefined => {
    const number = row.cells.find(({ column }) => !fields.has(column));
    return byNumber.get(cellWords(number, 'rejected')) ?? byNumber.get(cellWords(number, 'accepted'));
  };
  if (sure) for (const own of open()) claim(own.row, numbered(own));
  const titles = new Map<string, SentEvent[]>();
  for (const event of sent.events) {
    const { words: written = '', emphasis } = event.fields.find(({ field }) => field === title) ?? {};
    const words = folded(emphasis ? plainInline(written) : written);
    titles.set(words, [...(titles.get(words) ?? []), event]);
  }
  for (const { row, fields } of open()) {
    const column = [...fields].find(([, field]) => field === title)?.[0];
    if (column === undefined) continue;
    for (const reading of ['rejected', 'accepted'] as const) {
      const alike = titles.get(folded(cellWords(inRow(row, column), reading))) ?? [];
      claim(row, alike.length === 1 ? alike[0] : undefined);
    }
  }
  for (const own of open()) {
    const event = numbered(own);
    if (event !== undefined && likenessOf(own.row, event) >= ALIKE_FROM) claim(own.row, event);
  }
  return found;
}

function likenessOf({ cells }: WordRow, { fields }: SentEvent): number {
  const said = cells.map((cell) => cellWords(cell, 'rejected')).join(' ');
  return shareOfWords(said, fields.map(({ words }) => words).join(' '));
}

/** Events that the bookmarks of a row name, with the number of those that do. */
function votesOf(row: WordRow, bookmarks: Finder['bookmarks']): { event: SentEvent; count: number }[] {
  const names = row.cells.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.bookmarks));
  const events = names.flatMap((name) => bookmarks.get(name)?.event ?? []);
  return votesFor(events).map(([event, count]) => ({ event, count }));
}

function themeOf(rows: readonly PlacedRow[]): string | undefined {
  return votesFor(rows.flatMap(({ event }) => event?.theme ?? []))[0]?.[0];
}
