import { isDeepStrictEqual } from 'node:util';
import type { Position, Problem } from '../../errors.ts';
import {
  cellName,
  ellipsis,
  isCalendarDate,
  type Lang,
  type PartField,
  PROGRAMME_ROWS,
  type ProgrammeFile,
  ProgrammeFileSchema,
  parsePartPath,
  SHEET_PART_NAMES,
  type SheetPart,
  type Text,
} from '../../model/index.ts';
import { issueProblems } from '../../read/index.ts';
import type { Row, Sheet, Workbook } from '../../read/sheet/index.ts';
import { mergedText, noOf, yesOf } from '../../read/table-import/index.ts';
import { foldName } from '../../reference/index.ts';
import { parseDatePhrase } from '../../text/dates/index.ts';
import { idMaker } from '../../text/index.ts';
import { withKept } from './kept.ts';
import { pathTable } from './read.ts';

/** The programme itself after the sheets that an export has for it. */
export interface EditedConfig {
  /** The same object where the sheets say nothing new. */
  config: ProgrammeFile;
  problems: readonly Problem[];
  remarks: readonly Problem[];
  /** Names of the sheets that were read. */
  sheets: readonly string[];
}

/** A theme, field or side, or a text of the programme, as its row says. */
type Item = Readonly<Record<string, unknown>> & { id: string };

/**
 * What the sheets of an exported workbook say of the programme itself: titles, opening texts, themes in their order, fields and sides. A
 * row that was taken out removes nothing; columns that were taken out leave what they held.
 *
 * @param file name of the workbook, for messages
 */
export function configOfSheets(workbook: Workbook, config: ProgrammeFile, file: string): EditedConfig {
  const tables = workbook.sheets.flatMap((sheet) => partTable(sheet) ?? []);
  const reading = new Reading(file, config.language);
  let edited: Record<string, unknown> = config;
  for (const part of SHEET_PART_NAMES) {
    const mine = tables.filter((table) => table.part === part);
    if (mine.length === 0) continue;
    if (part === 'programme') {
      const known = PROGRAMME_ROWS.map((id): Item => ({ id, text: config[id] }));
      const rows = mine.flatMap((table) => reading.items(table, known));
      const texts = rows.filter(({ id }) => known.some((row) => row.id === id));
      const said = texts.map(({ id, text }) => [id, forMachines(id, text, config.language)]);
      edited = { ...edited, ...Object.fromEntries(said) };
    } else {
      const known: readonly Item[] = config[part];
      edited = { ...edited, [part]: reading.list(mine, known) };
    }
  }
  const written = PROGRAMME_ROWS.filter((id) => !isDeepStrictEqual(edited[id], config[id]));
  const open = config.placeholders?.filter((id) => !written.some((one) => one === id));
  if (open !== undefined && open.length < (config.placeholders?.length ?? 0))
    edited = { ...edited, placeholders: open.length === 0 ? undefined : open };
  const parsed = ProgrammeFileSchema.safeParse(withoutGaps(edited), { reportInput: true });
  const wrong = parsed.success
    ? []
    : issueProblems(parsed.error.issues, (path) => reading.placeOf(path, edited));
  const problems = [...reading.problems, ...wrong];
  const same = !parsed.success || isDeepStrictEqual(parsed.data, config);
  return {
    config: same ? config : parsed.data,
    problems,
    remarks: reading.remarks,
    sheets: [...new Set(tables.map(({ sheet }) => sheet.name ?? ''))],
  };
}

/** The date of the edition and the period of the programme in figures, where they are written in words: 1 June 2030, June–August 2030. */
function forMachines(id: string, text: unknown, lang: Lang): unknown {
  if (typeof text !== 'string' || (id !== 'date' && id !== 'period')) return text;
  const read = parseDatePhrase(text, { lang });
  const fits = 'edtf' in read && (id === 'period' || isCalendarDate(read.edtf));
  return fits ? read.edtf : text;
}

interface PartTable {
  sheet: Sheet;
  part: SheetPart;
  columns: ReadonlyMap<number, PartField>;
  rows: readonly Row[];
}

function partTable(sheet: Sheet): PartTable | undefined {
  const table = pathTable(sheet, (paths) => paths.some((path) => holdsIds(parsePartPath(path))));
  if (table === undefined) return undefined;
  const columns = [...table.paths].flatMap(([column, path]): [number, PartField][] => {
    const field = parsePartPath(path);
    return field === undefined ? [] : [[column, field]];
  });
  const part = columns.find(([, field]) => holdsIds(field))?.[1].part;
  if (part === undefined) return undefined;
  const own = new Map(columns.filter(([, field]) => field.part === part));
  return { sheet, part, columns: own, rows: table.rows };
}

const holdsIds = (field: PartField | undefined): boolean => field?.column.holds === 'id';

/** Reads rows, and collects what is wrong or unclear with them and where they stand. */
class Reading {
  readonly problems: Problem[] = [];
  readonly remarks: Problem[] = [];
  readonly #file: string;
  readonly #main: Lang;
  readonly #places = new Map<string, Position>();

  constructor(file: string, main: Lang) {
    this.#file = file;
    this.#main = main;
  }

  /** The listed items, with the others behind those that they followed. */
  list(tables: readonly PartTable[], known: readonly Item[]): Item[] {
    const listed = tables.flatMap((table) => this.items(table, known));
    const ids = new Set(listed.map(({ id }) => id));
    const kept = known.filter(({ id }) => !ids.has(id));
    for (const item of kept) {
      if (item.internal === true) continue;
      const [table] = tables;
      this.remarks.push({
        message: `"${item.id}" has no row and is kept: to remove it, take it out of programme.yaml`,
        at: { file: this.#file, cell: table?.sheet.name ?? '' },
      });
    }
    return withKept(listed, known, new Set(kept.map(({ id }) => id)));
  }

  items({ sheet, part, columns, rows }: PartTable, known: readonly Item[]): Item[] {
    const byId = new Map(known.map((item) => [item.id, item]));
    const newId = idMaker(byId.keys(), part === 'programme' ? 'text' : part.slice(0, -1));
    const seen = new Set<string>();
    const idColumn = [...columns].find(([, { column }]) => column.holds === 'id')?.[0] ?? 1;
    const given = new Set(rows.map(({ cells }) => cells.get(idColumn)?.text.trim() ?? ''));
    return rows.flatMap((row): Item[] => {
      const at = (column: number): Position => ({
        file: this.#file,
        cell: cellName(sheet.name, row.number, column),
      });
      const words = (column: number): string => row.cells.get(column)?.text ?? '';
      const filled = [...columns].filter(([column]) => words(column).trim() !== '');
      const [first] = filled;
      if (first === undefined) return [];
      const texts = filled.filter(([, { column }]) => column.holds === 'text');
      const written = words(idColumn).trim();
      if (part === 'programme' && !byId.has(written)) {
        const names = [...byId.keys()].join(', ');
        const hint = `texts of the programme: ${names}`;
        this.problems.push({
          message: `there is no text "${ellipsis(written)}"`,
          at: at(idColumn),
          hint,
        });
        return [];
      }
      const called = texts.map(([column]) => words(column));
      const id = written !== '' ? written : (calledSo(called, known, given) ?? newId(called));
      if (seen.has(id)) {
        this.problems.push({ message: `the id "${ellipsis(id)}" is used twice`, at: at(idColumn) });
        return [];
      }
      seen.add(id);
      const before = byId.get(id);
      const item: Record<string, unknown> & { id: string } = { ...before, id };
      for (const name of new Set([...columns.values()].map(({ column }) => column.name))) {
        const mine = [...columns].filter(([, { column }]) => column.name === name);
        const [start] = mine;
        if (start === undefined || start[1].column.holds === 'id') continue;
        this.#places.set(`${part}.${id}.${name}`, at(start[0]));
        const cells = mine.map(([column, field]) => ({ field, words: words(column), at: at(column) }));
        item[name] = this.#value(cells, before?.[name]);
      }
      this.#places.set(`${part}.${id}`, at(idColumn));
      return [item];
    });
  }

  #value(cells: readonly { field: PartField; words: string; at: Position }[], before: unknown): unknown {
    const [first] = cells;
    if (first === undefined) return before;
    const words = first.words.trim();
    switch (first.field.column.holds) {
      case 'text':
        return mergedText(
          before as Text | undefined,
          cells.map(({ field, words }) => [field.lang ?? this.#main, words] as const),
          this.#main,
          (old, now) => old.trimEnd() === now.trimEnd(),
        );
      case 'list':
        return words.split(/[\s,;]+/).filter((one) => one !== '');
      case 'flag':
        if (words === '') return undefined;
        if (yesOf(words)) return true;
        if (noOf(words)) return first.field.column.rare ? undefined : false;
        this.problems.push({
          message: `expected yes, no or an empty cell, found "${ellipsis(words)}"`,
          at: first.at,
        });
        return before;
      default:
        return words === '' ? undefined : words;
    }
  }

  /** Where the value at a path of programme.yaml stands. */
  placeOf(path: readonly (string | number)[], edited: Readonly<Record<string, unknown>>): Position {
    const [key, index, name] = path.map(String);
    const list = edited[key ?? ''];
    const item: unknown = Array.isArray(list) ? list[Number(index)] : undefined;
    const id = (item as { id?: unknown } | undefined)?.id;
    const names =
      typeof id === 'string' ? [`${key}.${id}.${name}`, `${key}.${id}`] : [`programme.${key}.text`];
    const found = names.map((one) => this.#places.get(one)).find((place) => place !== undefined);
    return { ...(found ?? { file: this.#file }), field: path.join('.') };
  }
}

/** The item that a row without an id is about, where one that no other row is about has its words: a sheet may be imported twice. */
function calledSo(
  words: readonly string[],
  known: readonly Item[],
  given: ReadonlySet<string>,
): string | undefined {
  const names = new Set(words.map(foldName));
  return known.find(
    ({ id, title, heading }) =>
      !given.has(id) &&
      [title, heading].some((text) =>
        (typeof text === 'string' ? [text] : Object.values(text ?? {})).some(
          (one) => typeof one === 'string' && names.has(foldName(one)),
        ),
      ),
  )?.id;
}

/** Objects without keys that hold nothing, in lists too. */
function withoutGaps(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => {
      if (held === undefined) return [];
      const items = Array.isArray(held)
        ? held.map((one: unknown) =>
            one !== null && typeof one === 'object' && !Array.isArray(one)
              ? withoutGaps(one as Record<string, unknown>)
              : one,
          )
        : held;
      return [[key, items]];
    }),
  );
}
