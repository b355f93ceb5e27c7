/** Reads the events in exported workbooks and CSV files that users return. */
import { LANGUAGES } from '../../../languages/index.ts';
import { type Problem, UserError } from '../../errors.ts';
import {
  cellName,
  columnLetters,
  columnNumber,
  fieldPath,
  type HasFields,
  LANGS,
  type Lang,
  LIMITS,
  parseField,
  type SentTables,
  titleOf,
} from '../../model/index.ts';
import { tooManyItems } from '../../read/index.ts';
import {
  type EventRow,
  lostLooks,
  type Mapping,
  type RowCell,
  type RowsResult,
  type SheetMapping,
} from '../../read/table-import/index.ts';
import { messageOf } from '../messages.ts';
import { isIdPath, type RowWords, rowKey } from './record.ts';
import { type PathTable, pathOf } from './tables.ts';

/**
 * The names, in all languages, of the sheets with explanations and drop-down lists in exports. The sheets with these
 * names are not read.
 */
export const NAMES_OF_EXPORTS: readonly string[] = LANGS.flatMap((lang) => {
  const { readMe, lists } = LANGUAGES[lang].sheet;
  return [readMe, lists];
});

/** The tables that contain events; empty for a spreadsheet that this program has not exported. */
export function eventTables(tables: readonly PathTable[], config: HasFields): PathTable[] {
  const needed = ['id', titleOf(config), 'theme'];
  return tables.filter(({ headings }) => {
    const paths = new Set([...headings.values()].map((words) => knownPath(words, config)));
    return needed.every((path) => paths.has(path));
  });
}

/** The field path in a heading; undefined if a user has added the column. */
function knownPath(heading: string, config: HasFields): string | undefined {
  const field = parseField(pathOf(heading), config);
  return field && fieldPath(field);
}

/** Creates the mapping for tables of events. Columns that a user has added are ignored. */
export function exportMapping(tables: readonly PathTable[], config: HasFields, language: Lang): Mapping {
  const sheets = tables.map(({ name, header, headings }): SheetMapping => {
    const columns = [...headings].map(([column, heading]) => ({
      column: columnLetters(column),
      heading,
      field: knownPath(heading, config) ?? 'ignore',
    }));
    return { ...(name === undefined ? {} : { name, theme: name }), header: [header], columns };
  });
  return { language, sheets };
}

/**
 * The events in tables. Every row that contains a value other than the theme is an event. Texts are not cleaned.
 *
 * @param file name of the workbook, for messages
 * @throws UserError if there are more events than the limit
 */
export function exportedRows(tables: readonly PathTable[], config: HasFields, file: string): RowsResult {
  const remarks: Problem[] = [];
  const rows: EventRow[] = [];
  const title = titleOf(config);
  for (const { name, headings, rows: listed, header, remarks: unread } of tables) {
    const known = new Set([...headings.values()].map((words) => knownPath(words, config)));
    remarks.push(...unread, ...addedColumns({ name, headings, rows: listed, header }, known, file));
    const ofSheet = name === undefined ? {} : { theme: { text: name, at: { file, cell: name } } };
    for (const { cells: written } of listed) {
      for (const [path, cell] of written) remarks.push(...lostLooks(cell, path, config.fields, cell.at));
      const struck = isStruck(written, title);
      const cells = new Map<string, RowCell>();
      for (const [path, cell] of written) {
        if (!known.has(path)) continue;
        const struckOut = cell.struckWords ?? (cell.struck && !struck ? cell.text : undefined);
        if (struckOut !== undefined)
          remarks.push({ ...messageOf('struck-out-not-read', { words: struckOut }), at: cell.at });
        cells.set(path, cell.struck && !struck ? { text: '', at: cell.at } : cell);
      }
      if (![...cells].some(([path, { text }]) => path !== 'theme' && text !== '')) continue;
      if (rows.length === LIMITS.items) throw new UserError(tooManyItems(file));
      const theme = cells.get('theme');
      const placed = theme !== undefined && theme.text !== '' ? { theme } : ofSheet;
      const at = cells.get(title)?.at ?? { file };
      rows.push({ at, exact: true, cells, ...placed, ...(struck && { struck }) });
    }
  }
  return { rows, problems: [], remarks };
}

/** Whether a row counts as struck out: its title or all of its text is struck out. */
function isStruck(cells: ReadonlyMap<string, RowCell>, title: string): boolean {
  const filled = [...cells.values()].filter(({ text }) => text !== '');
  return filled.length > 0 && (cells.get(title)?.struck === true || filled.every(({ struck }) => struck));
}

/** Reports the columns that a user has added, each with all of its texts. */
function addedColumns(
  { name, headings, rows, header }: Pick<PathTable, 'name' | 'headings' | 'rows' | 'header'>,
  known: ReadonlySet<string | undefined>,
  file: string,
): Problem[] {
  const columns = new Map([...headings].map(([column, heading]) => [pathOf(heading), column]));
  const words = new Map<string, Set<string>>();
  for (const { cells } of rows)
    for (const [path, { text }] of cells)
      if (!known.has(path) && text.trim() !== '')
        words.set(path, (words.get(path) ?? new Set()).add(text.replaceAll('\n', ' ')));
  return [...words].map(([path, texts]) => ({
    ...messageOf('workbook-column-unknown', { column: path, words: [...texts].join(' · ') }),
    at: { file, cell: cellName(name, header, columns.get(path) ?? columnNumber(path) ?? 1) },
  }));
}

/** The tables of a workbook as they were sent, in the form in which they would be read from the unchanged workbook. */
export function sentPathTables(sent: SentTables, file: string): PathTable[] {
  return sent.map(([paths = [], ...rows]): PathTable => {
    const idPath = paths.find(isIdPath) ?? '';
    const at = { file };
    return {
      name: '',
      header: 1,
      headings: new Map(paths.map((path, index) => [index + 1, path])),
      idPath,
      rows: rows.map((words) => ({
        id: words[paths.indexOf(idPath)]?.trim() ?? '',
        cells: new Map(
          paths.map((path, index): [string, RowCell] => [path, { text: words[index] ?? '', at }]),
        ),
      })),
      hidden: new Set(),
      comments: [],
      remarks: [],
    };
  });
}

/**
 * Reports what was sent but is missing from the tables: columns that contained text and, in the settings of the
 * programme, rows and whole tables. In the draft, the values of missing columns and rows stay unchanged.
 *
 * @param file name of the workbook, for messages
 */
export function missingIn(tables: readonly PathTable[], sent: SentTables, file: string): Problem[] {
  return sentPathTables(sent, file).flatMap(({ idPath, rows, headings }): Problem[] => {
    const ids = new Set(rows.map(({ id }) => id));
    const ofSheet = tables.filter(
      (table) => table.idPath === idPath && (idPath !== 'id' || table.rows.some(({ id }) => ids.has(id))),
    );
    const [first] = ofSheet;
    const at = { file, ...(first?.name !== undefined && { cell: first.name }) };
    if (first === undefined)
      return idPath === 'id' ? [] : [{ ...messageOf('workbook-table-missing', { table: idPath }), at }];
    const there = new Set(ofSheet.flatMap((table) => [...table.headings.values()].map(pathOf)));
    const columns = [...headings.values()].filter(
      (path) => !there.has(path) && rows.some(({ cells }) => (cells.get(path)?.text ?? '') !== ''),
    );
    const found = new Set(ofSheet.flatMap((table) => table.rows.map(({ id }) => id)));
    const lacking = idPath === 'id' ? [] : [...ids].filter((id) => id !== '' && !found.has(id));
    return [
      ...columns.map((path) => ({ ...messageOf('workbook-column-missing', { column: path }), at })),
      ...lacking.map((id) => ({ ...messageOf('workbook-row-missing', { row: id, table: idPath }), at })),
    ];
  });
}

/** The cells whose text is the same as in `words` but differs from that in `others`; `now` is the text in `others`. */
export function cellsThatSay(
  tables: readonly PathTable[],
  words: RowWords,
  others: RowWords,
): { cell: RowCell; now: string }[] {
  return tables.flatMap(({ idPath, rows }) =>
    rows.flatMap(({ id, cells }) => {
      const [sent, now] = [words.get(rowKey(idPath, id)), others.get(rowKey(idPath, id))];
      if (sent === undefined || now === undefined) return [];
      return [...cells].flatMap(([path, cell]) => {
        const today = now.get(path) ?? '';
        return sent.get(path) === cell.text && today !== cell.text ? [{ cell, now: today }] : [];
      });
    }),
  );
}
