/** Workbooks and CSV files that were exported, and come back. */
import { LANGUAGES } from '../../../languages/index.ts';
import { type Position, type Problem, UserError } from '../../errors.ts';
import {
  cellName,
  columnLetters,
  columnNumber,
  type Event,
  ellipsis,
  emphasisedIn,
  type Field,
  fieldKinds,
  fieldPath,
  type HasFields,
  LANGS,
  type Lang,
  LIMITS,
  type ProgrammeFile,
  parseField,
  pathParts,
  type RichRun,
  type SentTables,
  type ThemeEvents,
  textOf,
  titleOf,
  wordsIn,
} from '../../model/index.ts';
import { tooManyItems } from '../../read/index.ts';
import { type Cell, carriedDown, type Row, type Sheet, type Workbook } from '../../read/sheet/index.ts';
import {
  type EventRow,
  lostLooks,
  type Mapping,
  type RowCell,
  type RowsResult,
  SEARCHED_ROWS,
  type SheetMapping,
  signed,
} from '../../read/table-import/index.ts';
import {
  emphatic,
  isSameInline,
  parseInlineLines,
  plainWords,
  unguarded,
  withLinksOf,
} from '../../text/index.ts';
import { withKept } from './kept.ts';
import { isIdPath, type RowWords, rowKey } from './record.ts';

/** Rows of a sheet whose headings end with the paths of what the columns hold. */
interface PathTable {
  sheet: Sheet;
  header: Row;
  /** Paths by column. */
  paths: ReadonlyMap<number, string>;
  rows: readonly Row[];
}

/** The table of a sheet whose headings have paths as asked; somebody may have put lines above them. */
export function pathTable(
  sheet: Sheet,
  isHeader: (paths: readonly string[]) => boolean,
): PathTable | undefined {
  for (const header of sheet.rows.slice(0, SEARCHED_ROWS)) {
    const paths = new Map([...header.cells].map(([column, { text }]) => [column, pathOf(text)]));
    if (isHeader([...paths.values()]))
      return { sheet, header, paths, rows: sheet.rows.filter(({ number }) => number > header.number) };
  }
  return undefined;
}

/** The last line of a heading: where the export wrote it, the path of what the column holds. */
export function pathOf(heading: string): string {
  const words = heading.trim();
  return words.slice(words.lastIndexOf('\n') + 1);
}

/**
 * The mapping of a workbook or CSV file that `export` wrote: the last line of each heading is the path of its field. Undefined for
 * any other spreadsheet. Columns that were added by hand are ignored.
 */
export function exportMapping(workbook: Workbook, config: HasFields, language: Lang): Mapping | undefined {
  const pathIn = (path: string): string => {
    const field = parseField(path, config);
    return field === undefined ? 'ignore' : fieldPath(field);
  };
  const needed = ['id', titleOf(config), 'theme'];
  const sheets = workbook.sheets.flatMap((sheet): SheetMapping[] => {
    const table = pathTable(sheet, (paths) =>
      needed.every((path) => paths.some((one) => pathIn(one) === path)),
    );
    if (table === undefined) return [];
    const columns = [...table.header.cells].map(([column, { text }]) => ({
      column: columnLetters(column),
      heading: text.trim(),
      field: pathIn(pathOf(text)),
    }));
    const named = sheet.name === undefined ? {} : { name: sheet.name, theme: sheet.name };
    return [{ ...named, header: [table.header.number], columns }];
  });
  return sheets.length === 0 ? undefined : { language, sheets };
}

/** Names of the sheets of exports that explain and list, in all languages: nothing is read from them. */
export const NAMES_OF_EXPORTS: readonly string[] = LANGS.flatMap((lang) => {
  const { readMe, lists } = LANGUAGES[lang].sheet;
  return [readMe, lists];
});

/**
 * The events of an exported workbook or CSV file: every row with anything but its theme is meant as one, and every character counts.
 *
 * @param mapping that of the export
 * @param file its name, for messages
 * @throws UserError when there are more than any programme has
 */
export function exportedRows(
  workbook: Workbook,
  { sheets }: Mapping,
  fields: readonly Field[],
  file: string,
): RowsResult {
  const remarks: Problem[] = [];
  const rows: EventRow[] = [];
  const kindOf = fieldKinds(fields);
  for (const mapping of sheets) {
    const sheet = workbook.sheets.find(({ name }) => name === mapping.name);
    const [header = 1] = mapping.header;
    const columns = mapping.columns
      .filter(({ field }) => field !== 'ignore')
      .map(({ column, field }) => ({ column: columnNumber(column) ?? 0, field }));
    const title = columns.find(({ field }) => kindOf(field) === 'title')?.column ?? 1;
    const listed = sheet === undefined ? [] : carriedDown(sheet).filter(({ number }) => number > header);
    for (const row of listed) {
      const at = (column: number): Position => ({ file, cell: cellName(sheet?.name, row.number, column) });
      for (const [column, cell] of row.cells)
        remarks.push(...lostLooks(cell, column, mapping, fields, at(column)));
      if (!columns.some(({ column, field }) => field !== 'theme' && row.cells.has(column))) continue;
      if (rows.length === LIMITS.items) throw new UserError(tooManyItems(file));
      const cells = new Map<string, RowCell>();
      for (const { column, field } of columns) {
        const cell = row.cells.get(column) ?? { text: '' };
        // Only CSV has guards, which keep spreadsheet programs from computing.
        const text = sheet?.name === undefined ? unguarded(cell.text) : cell.text;
        const glue = kindOf(field) === 'description' ? '\n' : ', ';
        cells.set(field, joined(cells.get(field), { ...cell, text, at: at(column) }, glue));
      }
      const named = cells.get('theme');
      const ofSheet =
        mapping.theme === undefined
          ? {}
          : { theme: { text: mapping.theme, at: { file, cell: mapping.theme } } };
      const theme = named !== undefined && named.text !== '' ? { theme: named } : ofSheet;
      rows.push({ at: at(title), exact: true, cells, ...theme });
    }
  }
  return { rows, problems: [], remarks };
}

/** The words of two columns of one field, as somebody may have copied one. */
function joined(first: RowCell | undefined, second: RowCell, glue: string): RowCell {
  if (first === undefined || first.text === '' || first.text === second.text)
    return first?.text ? first : second;
  return second.text === '' ? first : { ...first, text: `${first.text}${glue}${second.text}` };
}

/** What a workbook was sent out with, as if it came back untouched. */
export function sentWorkbook(sent: SentTables): Workbook {
  const sheets = sent.map((table, index): Sheet => {
    const rows = table.map((words, at): Row => {
      const cells = words.flatMap((text, column): [number, Cell][] =>
        text === '' ? [] : [[column + 1, { text }]],
      );
      return { number: at + 1, cells: new Map(cells) };
    });
    return { name: String(index + 1), rows, merges: [] };
  });
  return { sheets, notes: [] };
}

/**
 * An exported workbook whose cells say what is bold and italic with signs, in the fields that hold emphasis. Links, which it does not hold, are
 * those of the draft, where a cell has their words. Where none of these cells has a look, the draft's stay in those that have its words: scripts
 * and some programs save words alone, and nobody has made all of them plain by hand. A CSV file has signs already.
 *
 * @param file its name, for messages
 */
export function withEmphasis(
  workbook: Workbook,
  mapping: Mapping,
  {
    config,
    themes,
  }: { config: Pick<HasFields, 'fields'> & Pick<ProgrammeFile, 'language'>; themes: readonly ThemeEvents[] },
  file: string,
): { workbook: Workbook; remarks: readonly Problem[] } {
  if (workbook.sheets.every(({ name }) => name === undefined)) return { workbook, remarks: [] };
  const emphasised = emphasisedIn(config);
  const tables = mapping.sheets.map(({ name, header: [top = 1], columns }) => ({
    name,
    top,
    id: columnNumber(columns.find(({ field }) => field === 'id')?.column ?? '') ?? 0,
    fields: columns.flatMap(({ column, field }): [number, string][] =>
      emphasised.has(pathParts(field).id) ? [[columnNumber(column) ?? 0, field]] : [],
    ),
  }));
  const rowsIn = ({ name, top }: { name?: string | undefined; top: number }): readonly Row[] =>
    workbook.sheets.find((sheet) => sheet.name === name)?.rows.filter(({ number }) => number > top) ?? [];
  const hasLooks = tables.some((table) =>
    rowsIn(table).some(({ cells }) => table.fields.some(([column]) => cells.get(column)?.runs)),
  );
  const events = new Map(themes.flatMap((theme) => theme.events.map((event) => [event.id, event])));
  const remarks: Problem[] = [];
  let restored = 0;
  const sheets = workbook.sheets.map((sheet) => {
    const table = tables.find(({ name, fields }) => name === sheet.name && fields.length > 0);
    if (table === undefined) return sheet;
    const rows = sheet.rows.map((row) => {
      if (row.number <= table.top) return row;
      const event = events.get(row.cells.get(table.id)?.text.trim() ?? '');
      const cells = new Map(row.cells);
      for (const [column, path] of table.fields) {
        const cell = row.cells.get(column);
        if (cell === undefined) continue;
        const draft = event === undefined ? [] : draftRuns(event, path, config.language);
        const isSame = !hasLooks && plainWords(draft) === cell.text && emphatic(draft).length > 0;
        if (isSame) restored++;
        const own = isSame ? draft : (cell.runs ?? [{ text: cell.text }]);
        const { runs, lost } = withLinksOf(own, draft);
        cells.set(column, signed({ ...cell, runs }));
        for (const { text, link = '' } of cell.text.trim() === '' ? [] : lost)
          remarks.push({
            message: `the link of "${ellipsis(text)}" to ${link} is left out: the cell does not have these words any more`,
            at: { file, cell: cellName(sheet.name, row.number, column) },
            hint: `write it into the dataset: [words](${link})`,
          });
      }
      return { ...row, cells };
    });
    return { ...sheet, rows };
  });
  if (restored > 0)
    remarks.unshift({
      message: `no word of the workbook is bold or italic any more: cells with the words of the draft keep its emphasis (${restored})`,
      at: { file },
      hint: 'the program that saved it keeps no such words; to take emphasis out, do it in the dataset',
    });
  return { workbook: { ...workbook, sheets }, remarks };
}

/** What the draft says in a field with emphasis. */
function draftRuns(event: Event, path: string, main: Lang): RichRun[] {
  const { id, lang = main } = pathParts(path);
  return parseInlineLines(wordsIn(textOf(event, id), lang, main) ?? '');
}

/** A workbook as it would be if it had been sent out today and corrected alike. */
export interface Rebased {
  workbook: Workbook;
  /** Cells that they and the draft have changed otherwise: the draft keeps its words. */
  conflicts: readonly Problem[];
  /** Ids of the events that were sent out. */
  sent: ReadonlySet<string>;
  /** Ids of the themes whose events they alone have put into another order. */
  reordered: ReadonlySet<string>;
}

export interface RebaseOptions {
  /** Name of the file, for messages. */
  file: string;
  /** What the workbook was sent out with. */
  sent: RowWords;
  /** What the draft would send out now. */
  now: RowWords;
  /** Whether a column is one of those that say when an event is: what was changed in them belongs together. */
  isDate(path: string): boolean;
  /** Whether the words of a column have signs of emphasis. */
  holdsEmphasis(path: string): boolean;
}

/**
 * Three texts decide about each cell of a workbook that comes back: a cell that still has the words that it was sent with says what the
 * draft says now, and one that was changed on both sides too. Rows of which the draft has none any more are left out.
 */
export function rebased(workbook: Workbook, options: RebaseOptions): Rebased {
  const conflicts: Problem[] = [];
  const order: string[] = [];
  const sheets = workbook.sheets.map((sheet) => rebasedSheet(sheet, options, order, conflicts));
  const orders = ordersOf(order, options);
  return {
    workbook: { ...workbook, sheets },
    conflicts: [...conflicts, ...orders.conflicts],
    sent: new Set(eventIds(options.sent)),
    reordered: orders.reordered,
  };
}

function eventIds(words: RowWords): string[] {
  return [...words.keys()].flatMap((key) => (key.startsWith('id ') ? [key.slice('id '.length)] : []));
}

/** Three orders decide for each theme: the one that was sent, theirs, and that of the draft now, of the events that all have. */
function ordersOf(
  theirs: readonly string[],
  { file, sent, now }: RebaseOptions,
): { reordered: Set<string>; conflicts: Problem[] } {
  const themeIn = (words: RowWords, id: string): string | undefined =>
    words.get(rowKey('id', id))?.get('theme');
  const met = new Set(theirs);
  const common = eventIds(sent).filter((id) => met.has(id) && themeIn(sent, id) === themeIn(now, id));
  const reordered = new Set<string>();
  const conflicts: Problem[] = [];
  for (const theme of new Set(common.map((id) => themeIn(sent, id) ?? ''))) {
    const before = common.filter((id) => themeIn(sent, id) === theme);
    const own = new Set(before);
    const [here, ours] = [theirs, eventIds(now)].map((list) => list.filter((id) => own.has(id)).join('\n'));
    const sentOut = before.join('\n');
    if (here === sentOut || here === ours) continue;
    if (ours === sentOut) reordered.add(theme);
    else
      conflicts.push({
        message: `the events of "${theme}" stand in another order here, and in a third one in the draft, which keeps its own`,
        at: { file },
        hint: 'import it with --propose to decide event by event',
      });
  }
  return { reordered, conflicts };
}

function rebasedSheet(sheet: Sheet, options: RebaseOptions, order: string[], conflicts: Problem[]): Sheet {
  const { sent, now } = options;
  const table = keyedTable(sheet);
  if (table === undefined) return sheet;
  const { paths, idColumn, idPath, header, rows: listed } = table;
  const keyed: { id: string; row: Row }[] = [];
  for (const row of listed) {
    const id = row.cells.get(idColumn)?.text.trim() ?? '';
    const key = rowKey(idPath, id);
    const before = sent.get(key);
    if (idPath === 'id' && id !== '') order.push(id);
    const place = { sheet: sheet.name, row, paths, idColumn };
    const rebasedOne =
      before === undefined ? row : rebasedRow(place, before, now.get(key), options, conflicts);
    if (rebasedOne !== undefined) keyed.push({ id: key, row: rebasedOne });
  }
  // Events are put in place later, by their themes.
  const rows = idPath === 'id' ? keyed : inOrderOf(keyed, sent, now);
  const top = sheet.rows.filter(({ number }) => number <= header.number);
  return { ...sheet, rows: [...top, ...rows.map(({ row }) => row)] };
}

/**
 * The workbook of an export with words in cells that hold a formula without a value: nobody has written other words there, so they say what
 * they said.
 *
 * @param words what the export was sent out with, or would be now
 */
export function withUnknownCells(workbook: Workbook, words: RowWords): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const table = sheet.unknown === undefined ? undefined : keyedTable(sheet);
      if (table === undefined) return sheet;
      const { paths, idColumn, idPath } = table;
      const rows = sheet.rows.map((row) => {
        const own = words.get(rowKey(idPath, row.cells.get(idColumn)?.text.trim() ?? ''));
        const cells = sheet.unknown?.flatMap((place): [number, Cell][] => {
          const text = place.row === row.number ? own?.get(paths.get(place.column) ?? '') : undefined;
          return text === undefined || text === '' ? [] : [[place.column, { text }]];
        });
        return { ...row, cells: new Map([...row.cells, ...(cells ?? [])].sort(([a], [b]) => a - b)) };
      });
      return { ...sheet, rows };
    }),
  };
}

/** A table with a column of ids, and which one that is. */
interface KeyedTable extends PathTable {
  idColumn: number;
  idPath: string;
}

function keyedTable(sheet: Sheet): KeyedTable | undefined {
  const table = pathTable(sheet, (paths) => paths.some(isIdPath));
  const [idColumn, idPath] = [...(table?.paths ?? [])].find(([, path]) => isIdPath(path)) ?? [];
  return table === undefined || idColumn === undefined || idPath === undefined
    ? undefined
    : { ...table, idColumn, idPath };
}

/** The cells that say what some words say and others do not, with what those say. */
export function cellsThatSay(
  { sheets }: Workbook,
  words: RowWords,
  others: RowWords,
): { cell: string; now: string }[] {
  return sheets.flatMap((sheet) => {
    const {
      paths = new Map<number, string>(),
      idColumn = 1,
      idPath = '',
      rows = [],
    } = keyedTable(sheet) ?? {};
    return rows.flatMap((row) => {
      const key = rowKey(idPath, row.cells.get(idColumn)?.text.trim() ?? '');
      const [own, now] = [words.get(key), others.get(key)];
      if (own === undefined || now === undefined) return [];
      return [...paths].flatMap(([column, path]) => {
        const text = row.cells.get(column)?.text ?? '';
        const today = now.get(path) ?? '';
        const isOlder = own.get(path) === text && today !== text;
        return isOlder ? [{ cell: cellName(sheet.name, row.number, column), now: today }] : [];
      });
    });
  });
}

/** Rows in the order of the draft where they are in the order in which they were sent, new ones behind those that they follow. */
function inOrderOf<T extends { id: string }>(
  rows: readonly T[],
  sent: RowWords,
  now: RowWords,
): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = [...byId.keys()].filter((id) => sent.has(id));
  const expected = [...sent.keys()].filter((id) => byId.has(id));
  if (byId.size < rows.length || !known.every((id, at) => id === expected[at])) return rows;
  const stay = [...now.keys()].flatMap((id) => (sent.has(id) ? (byId.get(id) ?? []) : []));
  return withKept(stay, rows, new Set([...byId.keys()].filter((id) => !sent.has(id))));
}

interface Place {
  sheet: string | undefined;
  row: Row;
  paths: ReadonlyMap<number, string>;
  idColumn: number;
}

function rebasedRow(
  { sheet, row, paths, idColumn }: Place,
  sent: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string> | undefined,
  { file, isDate, holdsEmphasis }: RebaseOptions,
  conflicts: Problem[],
): Row | undefined {
  const at = (column: number) => ({ file, cell: cellName(sheet, row.number, column) });
  const columns = [...paths].flatMap(([column, path]) => {
    const before = sent.get(path);
    return before === undefined ? [] : [{ column, path, before, cell: row.cells.get(column) }];
  });
  const isSame = (path: string, cell: Cell | undefined, words: string): boolean =>
    isAsSent(cell, words, holdsEmphasis(path));
  const changed = columns.filter(({ path, cell, before }) => !isSame(path, cell, before));
  if (now === undefined) {
    if (changed.length > 0)
      conflicts.push({
        message: `"${ellipsis(row.cells.get(idColumn)?.text ?? '')}" was changed here, and is not in the draft any more`,
        at: at(idColumn),
        hint: 'put it into the draft again, or leave it',
      });
    return undefined;
  }
  const today = (path: string): string => now.get(path) ?? '';
  const clashing = changed.filter(
    ({ path, before, cell }) => today(path) !== before && !isSame(path, cell, today(path)),
  );
  const dated = clashing.some(({ path }) => isDate(path));
  const kept = changed.filter((own) => clashing.includes(own) || (dated && isDate(own.path)));
  for (const { column, path, before, cell } of kept)
    conflicts.push({
      message: `sent as "${ellipsis(before)}", changed here to "${ellipsis(cell?.text ?? '')}"; the draft keeps "${ellipsis(today(path))}"`,
      at: at(column),
      hint: 'import it with --propose to decide',
    });
  const cells = new Map(row.cells);
  for (const own of columns) {
    if (changed.includes(own) && !kept.includes(own)) continue;
    const words = today(own.path);
    if (words === '') cells.delete(own.column);
    else cells.set(own.column, { text: words });
  }
  return { ...row, cells: new Map([...cells].sort(([a], [b]) => a - b)) };
}

/** Whether nobody has changed a cell: its words are the same, and none of them is struck out or marked. */
function isAsSent(cell: Cell | undefined, words: string, hasSigns: boolean): boolean {
  if (cell === undefined) return words === '';
  const { text, struck, struckWords, runs } = cell;
  const isSame = hasSigns ? isSameInline(text, words) : text === words;
  return isSame && struck === undefined && struckWords === undefined && runs === undefined;
}
