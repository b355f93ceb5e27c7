/** Reads the tables in exported workbooks and CSV files that users return. */
import type { Position, Problem } from '../../errors.ts';
import {
  cellName,
  columnLetters,
  type Event,
  ellipsis,
  emphasisedIn,
  type HasFields,
  type Lang,
  pathParts,
  type RichRun,
  type ThemeEvents,
  textOf,
  titleOf,
  withoutUndefined,
  wordsIn,
} from '../../model/index.ts';
import { carriedDown, type Row, type Sheet, type Workbook } from '../../read/sheet/index.ts';
import { cellWithMarkup, type RowCell, SEARCHED_ROWS } from '../../read/table-import/index.ts';
import {
  emphatic,
  isWritable,
  parseInlineLines,
  plainWords,
  saysAddress,
  unguarded,
  withLinksOf,
} from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { isIdPath, type RowWords, rowKey } from './record.ts';

/** A row of a table with a column of ids. */
interface PathRow {
  /** The id in the row; empty if a user has added the row. */
  id: string;
  /**
   * All cells, including empty ones, by column path, which is the last line of the heading. For a column without a
   * heading, the column letters are the key.
   */
  cells: ReadonlyMap<string, RowCell>;
}

/** A table in which each heading ends with the path of a field. One of the columns contains ids. */
export interface PathTable {
  /** Name of the sheet that contains the table; undefined in CSV files. */
  name: string | undefined;
  /** The number of the heading row; `headings` contains the text of each heading by column number. */
  header: number;
  headings: ReadonlyMap<number, string>;
  /** The path of the column of ids, such as `id` for events and `themes.id` for themes. */
  idPath: string;
  rows: readonly PathRow[];
  /** The ids in hidden rows, which are not read. */
  hidden: ReadonlySet<string>;
  /** The comments that readers of the workbook have made on cells. */
  comments: readonly PathComment[];
  /** Remarks on rows that were not read. */
  remarks: readonly Problem[];
}

/** A comment on a cell, with the id of the row and the path of the column. */
interface PathComment {
  text: string;
  id: string;
  path: string;
  at: Position;
}

/**
 * Reads the tables in a workbook or CSV file that have a column of ids. Lines above the headings of a table are
 * ignored.
 *
 * @param file name of the file, for messages
 * @param known returns the sent texts. A cell that contains a formula without a stored value keeps its sent text,
 * because nobody has entered a text there
 */
export function pathTables(workbook: Workbook, file: string, known: () => RowWords): PathTable[] {
  return workbook.sheets.flatMap((sheet) => pathTable(sheet, file, known) ?? []);
}

function pathTable(sheet: Sheet, file: string, known: () => RowWords): PathTable | undefined {
  const isHeader = ({ cells }: Sheet['rows'][number]): boolean =>
    [...cells.values()].some(({ text }) => isIdPath(pathOf(text)));
  const head = sheet.rows.slice(0, SEARCHED_ROWS).find(isHeader);
  if (head === undefined) return undefined;
  const headings = new Map([...head.cells].map(([column, { text }]) => [column, text.trim()]));
  const [idColumn = 1, idHeading = ''] = [...headings].find(([, words]) => isIdPath(pathOf(words))) ?? [];
  const idPath = pathOf(idHeading);
  const below = carriedDown(sheet).filter(({ number }) => number > head.number);
  const isRead = (row: Row): boolean => idPath !== 'id' || row.hidden !== true;
  const listed = below.filter(isRead);
  const columns = [...new Set([...headings.keys(), ...listed.flatMap(({ cells }) => [...cells.keys()])])];
  const open = new Set(sheet.unknown?.map(({ row, column }) => `${row} ${column}`));
  const rows = listed.map((row): PathRow => {
    const id = row.cells.get(idColumn)?.text.trim() ?? '';
    const cells = new Map<string, RowCell>();
    for (const column of columns) {
      const path = pathOf(headings.get(column) ?? '') || columnLetters(column);
      const at = { file, cell: cellName(sheet.name, row.number, column) };
      const isOpen = open.has(`${row.number} ${column}`);
      const written = row.cells.get(column) ?? {
        text: (isOpen && known().get(rowKey(idPath, id))?.get(path)) || '',
      };
      // Only in CSV files do cells have a prefix that prevents spreadsheet programs from evaluating them as formulas.
      const text = sheet.name === undefined ? unguarded(written.text) : written.text;
      cells.set(path, joined(cells.get(path), { ...written, text, at }));
    }
    return { id, cells };
  });
  const idOf = (row: Row | undefined): string => row?.cells.get(idColumn)?.text.trim() ?? '';
  const hidden = below.filter((row) => !isRead(row));
  const remarks = hidden.flatMap((row): Problem[] => {
    const sent = known().get(rowKey(idPath, idOf(row)));
    const words = [...row.cells].filter(
      ([column, { text }]) => text !== sent?.get(pathOf(headings.get(column) ?? '')),
    );
    if (words.length === 0) return [];
    const [[first] = [1]] = words;
    const at = { file, cell: cellName(sheet.name, row.number, first) };
    const shown = words.map(([, { text }]) => text.replaceAll('\n', ' ')).join(' · ');
    return [{ ...messageOf('workbook-row-hidden', { words: shown }), at }];
  });
  const comments = (sheet.comments ?? []).map(({ row, column, text }) => ({
    text,
    id: idOf(below.find(({ number }) => number === row)),
    path: pathOf(headings.get(column) ?? ''),
    at: { file, cell: cellName(sheet.name, row, column) },
  }));
  const ids = new Set(hidden.map(idOf));
  return { name: sheet.name, header: head.number, headings, idPath, rows, hidden: ids, comments, remarks };
}

/**
 * The link address in a cell; undefined if the text of the cell is the address itself, or if the address cannot be
 * stored.
 */
function linkIn({ runs = [] }: RowCell): string | undefined {
  return runs.find((run) => run.link !== undefined && isWritable(run) && !saysAddress(run.text, run.link))
    ?.link;
}

/**
 * Copies the link address of each title to the printed link field, unless the row contains a different address there.
 * Also returns the ids of the fields whose cells still contain link addresses.
 */
export function withTitleLinks(
  tables: readonly PathTable[],
  { fields }: Pick<HasFields, 'fields'>,
): { tables: PathTable[]; linked: ReadonlySet<string> } {
  const into = fields.find(({ kind, internal }) => kind === 'link' && internal !== true)?.id ?? '';
  const title = titleOf({ fields });
  const addressedRow = (row: PathRow): PathRow => {
    const [cell, address] = [row.cells.get(title), row.cells.get(into)];
    const link = cell && linkIn(cell);
    if (cell === undefined || address === undefined || link === undefined) return row;
    if (address.text !== '' && !saysAddress(address.text, link)) return row;
    const runs = cell.runs?.map(({ link: runLink, ...run }) =>
      withoutUndefined({ ...run, link: runLink === link ? undefined : runLink }),
    );
    const cells = new Map([...row.cells, [title, withoutUndefined({ ...cell, runs })] as const]);
    return { ...row, cells: cells.set(into, { ...address, text: address.text || link }) };
  };
  const addressed = tables.map((table) => ({ ...table, rows: table.rows.map(addressedRow) }));
  const cells = addressed.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells]));
  const linked = cells.filter(([, cell]) => linkIn(cell) !== undefined);
  return { tables: addressed, linked: new Set(linked.map(([path]) => pathParts(path).id)) };
}

/** The last line of a heading. In an exported heading, the last line is the path of the field. */
export function pathOf(heading: string): string {
  const words = heading.trim();
  return words.slice(words.lastIndexOf('\n') + 1);
}

/** Merges the cells of two columns with the same path, such as a column and its copy. */
function joined(first: RowCell | undefined, second: RowCell): RowCell {
  if (first === undefined || first.text === '') return second;
  return second.text === '' || second.text === first.text
    ? first
    : { ...first, text: `${first.text}, ${second.text}` };
}

/**
 * Converts bold and italic text in cells to markup, for fields with emphasis. Links are taken from the draft if a cell
 * still contains their text, because workbooks do not store them. If no cell of these fields contains bold or italic
 * text, cells whose text is unchanged keep the emphasis that the text has in the draft: scripts and some programs save
 * plain text, and nobody would remove all emphasis by hand. CSV files already contain markup.
 *
 * @param file name of the file, for messages
 */
export function withEmphasis(
  tables: readonly PathTable[],
  {
    config,
    themes,
  }: {
    config: Pick<HasFields, 'fields'> & { language: Lang };
    themes: readonly Pick<ThemeEvents, 'events'>[];
  },
  file: string,
): { tables: readonly PathTable[]; remarks: readonly Problem[] } {
  const emphasised = emphasisedIn(config);
  const isEmphasised = (path: string): boolean => emphasised.has(pathParts(path).id);
  const hasLooks = tables.some(({ rows }) =>
    rows.some(({ cells }) =>
      [...cells].some(([path, { runs = [] }]) => emphatic(runs).length > 0 && isEmphasised(path)),
    ),
  );
  const events = new Map(themes.flatMap((theme) => theme.events.map((event) => [event.id, event])));
  const remarks: Problem[] = [];
  let restored = 0;
  const marked = (path: string, cell: RowCell, event: Event | undefined): RowCell => {
    if (cell.text === '' || !isEmphasised(path)) return cell;
    const draft = event === undefined ? [] : draftRuns(event, path, config.language);
    const isSame = !hasLooks && plainWords(draft) === cell.text && emphatic(draft).length > 0;
    if (isSame) restored++;
    const { runs, lost } = withLinksOf(isSame ? draft : (cell.runs ?? [{ text: cell.text }]), draft);
    for (const { text, link = '' } of cell.text.trim() === '' ? [] : lost)
      remarks.push({ ...messageOf('workbook-link-left-out', { text: ellipsis(text), link }), at: cell.at });
    return { ...cellWithMarkup({ ...cell, runs }), at: cell.at };
  };
  const pathTables = tables.map((table): PathTable => {
    if (table.name === undefined || table.idPath !== 'id' || emphasised.size === 0) return table;
    const rows = table.rows.map(({ id, cells }): PathRow => {
      const event = events.get(id);
      return { id, cells: new Map([...cells].map(([path, cell]) => [path, marked(path, cell, event)])) };
    });
    return { ...table, rows };
  });
  const at: Position = { file };
  if (restored > 0) remarks.unshift({ ...messageOf('workbook-emphasis-kept', { fields: restored }), at });
  return { tables: pathTables, remarks };
}

/** The formatted text that a field with emphasis has in the draft. */
function draftRuns(event: Event, path: string, main: Lang): RichRun[] {
  const { id, lang = main } = pathParts(path);
  return parseInlineLines(wordsIn(textOf(event, id), lang, main) ?? '');
}
