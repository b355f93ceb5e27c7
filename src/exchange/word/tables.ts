/**
 * Matches the rows of tables in a returned Word file with events, and their columns with fields. Rows are matched by
 * bookmarks, printed numbers and titles, columns by bookmarks and headings.
 */
import { bookmarkName, cellBookmark } from '../../document/index.ts';
import { fieldTexts, groupBy, highest, oneLine, type ProgrammeFile, titleOf } from '../../model/index.ts';
import { readingsOf, type WordBlock, type WordCell, type WordRow } from '../../read/docx/index.ts';
import { plainInline } from '../../text/index.ts';
import { ALIKE_FROM, shareOfWords } from './leftovers.ts';
import { headingField, type Sent, type SentEvent } from './record.ts';

/** A row and its event. The event is undefined if the row is new. */
interface PlacedRow {
  row: WordRow;
  event: SentEvent | undefined;
}

export interface PlacedTable {
  /**
   * The field of each column, keyed by the position of the column in the table grid. Columns without a field are
   * omitted.
   */
  columns: ReadonlyMap<number, string>;
  /** The heading row, if there is one. */
  head: WordRow | undefined;
  rows: readonly PlacedRow[];
  /** Id of the theme to which most events of the table belong. */
  theme: string | undefined;
}

/**
 * The tables that contain events of the programme, keyed by their blocks in the file.
 *
 * @param sure whether the file itself identifies the content from which it was generated, so that its event numbers are
 * reliable
 */
export function placeTables(
  blocks: readonly WordBlock[],
  sent: Sent,
  sure: boolean,
  { fields, sides }: ProgrammeFile,
): Map<WordBlock, PlacedTable> {
  const paths = [...fieldTexts({ fields }).map(({ path }) => path), ...sides.map(({ id }) => `bodies.${id}`)];
  const bookmarks = bookmarksOf(sent, paths);
  /** Headings, keyed by the path of their field, such as `title` or `bodies.north`. */
  const headings = new Map<string, string>();
  for (const text of sent.texts) {
    const field = headingField(text);
    if (field !== undefined) headings.set(field, text.words);
  }
  const tables = blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const head = headOf(block.rows, headings);
    const columns = columnsOf(block.rows, bookmarks, head.fields);
    return [{ block, columns, head: head.row, rows: block.rows.filter((row) => row !== head.row) }];
  });
  const open = tables.flatMap(({ rows, columns }) => rows.map((row) => ({ row, columns })));
  const events = matchRows(open, bookmarks, sent, sure, titleOf({ fields }));
  return new Map(
    tables.flatMap(({ block, columns, head, ...table }) => {
      const rows = table.rows.map((row) => ({ row, event: events.get(row) }));
      const isFound = head !== undefined || rows.some(({ event }) => event !== undefined);
      if (columns.size === 0 || !isFound) return [];
      const theme = votesFor(rows.flatMap(({ event }) => event?.theme ?? []))[0]?.[0];
      return [[block, { columns: withColumnsOfWords(columns, rows), head, rows, theme }] as const];
    }),
  );
}

/**
 * Assigns fields to columns with unknown headings. A field is assigned to a column if the column contains the sent text
 * of the field in most rows.
 */
function withColumnsOfWords(known: ReadonlyMap<number, string>, rows: readonly PlacedRow[]) {
  const columns = new Map(known);
  const sent = rows.flatMap(({ row, event }) =>
    (event?.fields ?? []).map((field) => ({
      row,
      field: field.field,
      words: folded(plainInline(field.words)),
    })),
  );
  const others = new Set(rows.flatMap(({ row }) => row.cells.map(({ column }) => column)));
  for (const [field, ofField] of groupBy(sent, (one) => one.field)) {
    if ([...columns.values()].includes(field)) continue;
    const found = [...others].find((column) => {
      const same = ofField.filter(({ row, words }) =>
        linesOf(inRow(row, column)).map(folded).includes(words),
      );
      return !columns.has(column) && same.length * 2 > ofField.length;
    });
    if (found !== undefined) columns.set(found, field);
  }
  return columns;
}

/**
 * Whether a table lists events, wherever it is in the file: any of its rows contains the bookmark or the printed number
 * of its event.
 */
export function hasEvents({ rows, columns }: PlacedTable): boolean {
  return rows.some(({ row, event }) => {
    if (event === undefined) return false;
    const isNamed = bookmarksIn(row.cells).some((bookmark) => bookmark.name === bookmarkName(event.id));
    return isNamed || linesOf(numberCell(row, columns)).at(-1) === String(event.number);
  });
}

/** The events that bookmarks identify, keyed by the names of the bookmarks; for bookmarks of cells, also the fields. */
type Bookmarks = ReadonlyMap<string, { event: SentEvent; field?: string }>;

function bookmarksOf(sent: Sent, fields: readonly string[]): Bookmarks {
  return new Map(
    sent.events.flatMap((event) => [
      [bookmarkName(event.id), { event }] as const,
      ...fields.map((field) => [cellBookmark(event.id, field), { event, field }] as const),
    ]),
  );
}

const bookmarksIn = (cells: readonly WordCell[]): { name: string; column: number }[] =>
  cells.flatMap(({ column, paragraphs }) =>
    paragraphs.flatMap(({ bookmarks }) => bookmarks.map((name) => ({ name, column }))),
  );

/** The two texts of a cell, before and after its tracked changes, each on one line. */
const linesOf = (cell: WordCell | undefined): string[] =>
  readingsOf(cell?.paragraphs ?? []).map((words) => words.replaceAll('\n', ' '));

const inRow = (row: WordRow, column: number): WordCell | undefined =>
  row.cells.find((cell) => cell.column === column);

/** The cell that contains the printed number: the first cell to whose column no field is assigned. */
const numberCell = (row: WordRow, columns: ReadonlyMap<number, string>): WordCell | undefined =>
  row.cells.find(({ column }) => !columns.has(column));

/** The number of rows at the top of a table that are searched for headings. */
const HEAD_ROWS = 3;

/** Counts how often each item occurs; the most frequent item is first. */
function votesFor<T>(things: readonly T[]): [T, number][] {
  const counts = [...groupBy(things, (thing) => thing)].map(([thing, all]): [T, number] => [
    thing,
    all.length,
  ]);
  return counts.sort((a, b) => b[1] - a[1]);
}

/**
 * The field of each column. If the cells of a column have bookmarks, the field that most of these bookmarks name is
 * assigned. If there are no bookmarks in a column, its heading determines the field.
 */
function columnsOf(rows: readonly WordRow[], bookmarks: Bookmarks, headings: ReadonlyMap<number, string>) {
  const named = bookmarksIn(rows.flatMap(({ cells }) => cells)).flatMap(({ name, column }) => {
    const field = bookmarks.get(name)?.field;
    return field === undefined ? [] : [{ column, field }];
  });
  const votes = [...groupBy(named, ({ column }) => column)].map(([column, ofColumn]) => {
    const [[field, count] = ['', 0]] = votesFor(ofColumn.map((one) => one.field));
    return { column, field, count };
  });
  const fields = new Map<number, string>();
  const take = (column: number, field: string): void => {
    if (!fields.has(column) && ![...fields.values()].includes(field)) fields.set(column, field);
  };
  for (const { column, field } of votes.sort((a, b) => b.count - a.count)) take(column, field);
  for (const [column, field] of headings) take(column, field);
  return fields;
}

/** The row with the most headings among the first rows of a table, with the tracked changes accepted or rejected. */
function headOf(rows: readonly WordRow[], headings: ReadonlyMap<string, string>) {
  const heads = rows.slice(0, HEAD_ROWS).map((row) => {
    const named = row.cells.flatMap((cell) => {
      const words = linesOf(cell).map(folded);
      const field = [...headings].find(([, heading]) => words.includes(folded(heading)))?.[0];
      return field === undefined ? [] : [[cell.column, field] as const];
    });
    return { row, fields: new Map(named) };
  });
  const best = highest(heads, ({ fields }) => fields.size);
  return best !== undefined && best.fields.size > 0
    ? best
    : { row: undefined, fields: new Map<number, string>() };
}

const folded = (words: string): string => oneLine(words).toLowerCase();

/**
 * Matches rows with events, first by bookmarks, then by printed numbers, then by titles. At most one row is matched
 * with each event. If it is uncertain from which content the file was generated, titles are compared before numbers,
 * and a number is used only if the row is similar to the event, because the events may have had different numbers.
 */
function matchRows(
  rows: readonly { row: WordRow; columns: ReadonlyMap<number, string> }[],
  bookmarks: Bookmarks,
  sent: Sent,
  sure: boolean,
  title: string,
): Map<WordRow, SentEvent> {
  const found = new Map<WordRow, SentEvent>();
  const taken = new Set<SentEvent>();
  const claim = (row: WordRow, event: SentEvent | undefined): void => {
    if (event === undefined || taken.has(event) || found.has(row)) return;
    found.set(row, event);
    taken.add(event);
  };
  const votes = rows.flatMap(({ row }) => {
    const events = bookmarksIn(row.cells).flatMap(({ name }) => bookmarks.get(name)?.event ?? []);
    return votesFor(events).map(([event, count]) => ({ row, event, count }));
  });
  for (const { row, event } of votes.sort((a, b) => b.count - a.count)) claim(row, event);
  /** The rows of event tables that have not been matched yet. */
  const open = (): typeof rows => rows.filter(({ row, columns }) => columns.size > 0 && !found.has(row));
  const byNumber = new Map(sent.events.map((event) => [String(event.number), event]));
  const numbered = ({ row, columns }: (typeof rows)[number]): SentEvent | undefined =>
    linesOf(numberCell(row, columns)).flatMap((words) => byNumber.get(words) ?? [])[0];
  if (sure) for (const entry of open()) claim(entry.row, numbered(entry));
  const titles = groupBy(sent.events, ({ fields }) => {
    const { words = '', emphasis } = fields.find(({ field }) => field === title) ?? {};
    return folded(emphasis ? plainInline(words) : words);
  });
  for (const { row, columns } of open()) {
    const column = [...columns].find(([, field]) => field === title)?.[0];
    for (const words of column === undefined ? [] : linesOf(inRow(row, column))) {
      const alike = titles.get(folded(words)) ?? [];
      claim(row, alike.length === 1 ? alike[0] : undefined);
    }
  }
  for (const entry of open()) {
    const event = numbered(entry);
    const rowWords = entry.row.cells.map((cell) => linesOf(cell)[0]).join(' ');
    const sentWords = event?.fields.map(({ words }) => words).join(' ') ?? '';
    if (shareOfWords(rowWords, sentWords) >= ALIKE_FROM) claim(entry.row, event);
  }
  return found;
}
