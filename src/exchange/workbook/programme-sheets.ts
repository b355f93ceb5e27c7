import { isDeepStrictEqual } from 'node:util';
import type { Position, Problem } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import {
  ellipsis,
  groupBy,
  isCalendarDate,
  type Lang,
  type PartField,
  type PartRow,
  type Place,
  PlacesFileSchema,
  PROGRAMME_ROWS,
  type Programme,
  type ProgrammeFile,
  ProgrammeFileSchema,
  parsePartPath,
  programmeRow,
  SHEET_PART_NAMES,
  type SheetPart,
  type Text,
  withoutUndefined,
  wordsInAll,
} from '../../model/index.ts';
import { validated } from '../../read/index.ts';
import { mergedText, noOf, yesOf } from '../../read/table-import/index.ts';
import {
  foldName,
  type PlaceItem,
  placeItems,
  placesOfItems,
  readCoordinates,
} from '../../reference/index.ts';
import { parseDatePhrase } from '../../text/dates/index.ts';
import { idMaker } from '../../text/index.ts';
import { reinsertUnlisted } from '../align.ts';
import { messageOf } from '../messages.ts';
import { designRows, withDesignRows } from './design.ts';
import { type PathTable, pathOf } from './tables.ts';

/** The configuration of the programme after the sheets of an export are read. */
export interface EditedConfig {
  /** The same object if the sheets contain no changes. */
  config: ProgrammeFile;
  problems: readonly Problem[];
  remarks: readonly Problem[];
  /** Names of the sheets that were read. */
  sheets: readonly string[];
}

type TextKey = (typeof PROGRAMME_ROWS)[number];

/** Rows with one value for all languages. */
const SAME_IN_ALL_LANGUAGES: readonly string[] = [
  'author',
  'date',
  'period',
  'timezone',
  'languages',
  'address',
];

/**
 * Reads those sheets of an exported workbook that describe the programme itself: titles, opening texts, themes in their
 * order, fields and sides. Deleting a row or a column does not change the values in it.
 *
 * @param file name of the workbook, for messages
 * @param isNew whether the programme has no texts of its own yet: the sheet then determines which texts are
 * placeholders
 */
export function configOfTables(
  tables: readonly PathTable[],
  config: ProgrammeFile,
  file: string,
  isNew = false,
): EditedConfig {
  const parts = tables.flatMap((table) => partTable(table) ?? []);
  const reading = new Reading(file, config.language);
  let edited: Record<string, unknown> = config;
  const open = new Set<string>(config.placeholders);
  for (const part of SHEET_PART_NAMES) {
    const mine = parts.filter((table) => table.part === part);
    if (mine.length === 0 || part === 'texts' || part === 'places' || part === 'design') continue;
    if (part === 'programme') {
      const known = PROGRAMME_ROWS.map(
        (id): PartRow => ({ id, text: programmeRow(config, id), placeholder: !isNew && open.has(id) }),
      );
      for (const { id, text, placeholder } of mine.flatMap((table) => reading.items(table, known))) {
        if (SAME_IN_ALL_LANGUAGES.includes(id) && typeof text === 'object') {
          reading.problems.push({
            ...messageOf('text-of-all-languages', { id }),
            at: reading.placeOfItem('programme', id, 'text'),
          });
          continue;
        }
        edited = { ...edited, [id]: forMachines(id, text, config.language) };
        const isMadeUp =
          placeholder === true && (isNew || isDeepStrictEqual(edited[id], config[id as TextKey]));
        if (isMadeUp) open.add(id);
        else open.delete(id);
      }
    } else edited = { ...edited, [part]: reading.list(mine, config[part]) };
  }
  if (open.size > 0 || config.placeholders !== undefined)
    edited = { ...edited, placeholders: open.size === 0 ? undefined : [...open] };
  const parsed = validated(ProgrammeFileSchema, JSON.parse(JSON.stringify(edited)), (path) =>
    reading.placeOf(path, edited),
  );
  return {
    config: parsed.value === undefined || isDeepStrictEqual(parsed.value, config) ? config : parsed.value,
    problems: [...reading.problems, ...parsed.problems],
    remarks: reading.remarks,
    sheets: [...new Set(parts.map(({ name }) => name ?? ''))],
  };
}

/**
 * Reads the design sheet of an exported workbook.
 *
 * @param file name of the workbook, for messages
 */
export function designOfTables(
  tables: readonly PathTable[],
  { config, design }: Pick<Programme, 'config' | 'design'>,
  file: string,
): { design?: object; problems: readonly Problem[] } {
  const own = tables.flatMap((table) => partTable(table) ?? []).filter(({ part }) => part === 'design');
  if (design === undefined || own.length === 0) return { ...(design && { design }), problems: [] };
  const reading = new Reading(file, config.language);
  const rows = own.flatMap((table) => reading.items(table, designRows(design)));
  const read = withDesignRows(design, rows, (id) => reading.placeOfItem('design', id, 'value'));
  return { design: read.design, problems: [...reading.problems, ...read.problems] };
}

/**
 * Reads the sheet with the places in an exported workbook.
 *
 * @param file name of the workbook, for messages
 */
export function placesOfTables(
  tables: readonly PathTable[],
  { config, reference }: Pick<Programme, 'config' | 'reference'>,
  file: string,
): { places: readonly Place[]; problems: readonly Problem[]; remarks: readonly Problem[] } {
  const { places } = reference;
  const own = tables.flatMap((table) => partTable(table) ?? []).filter(({ part }) => part === 'places');
  if (own.length === 0) return { places, problems: [], remarks: [] };
  const reading = new Reading(file, config.language);
  const items = reading.list(own, placeItems(places)) as readonly PartRow[] as readonly PlaceItem[];
  const written = placesOfItems(items, places).map(withoutUndefined);
  const parsed = validated(PlacesFileSchema, written, ([index, key]) =>
    reading.placeOfItem('places', items[Number(index)]?.id ?? '', String(key)),
  );
  const problems = [...reading.problems, ...parsed.problems];
  return { places: parsed.value ?? places, problems, remarks: reading.remarks };
}

/**
 * Converts the languages, the date of the edition and the period of the programme (such as June–August 2030) from words
 * to their machine-readable form.
 */
function forMachines(id: string, text: unknown, lang: Lang): unknown {
  if (id === 'languages' && typeof text === 'string') return text.trim().split(/[\s,;]+/);
  if (typeof text !== 'string' || (id !== 'date' && id !== 'period')) return text;
  const read = parseDatePhrase(text, { lang });
  const fits = 'edtf' in read && (id === 'period' || isCalendarDate(read.edtf));
  return fits ? read.edtf : text;
}

/** A table for one part of the programme; `columns` maps the path of each column to its field. */
interface PartTable extends PathTable {
  part: SheetPart;
  columns: ReadonlyMap<string, PartField>;
}

function partTable(table: PathTable): PartTable | undefined {
  const part = parsePartPath(table.idPath)?.part;
  if (part === undefined) return undefined;
  const fields = [...table.headings.values()].flatMap((words): [string, PartField][] => {
    const field = parsePartPath(pathOf(words));
    return field?.part === part ? [[pathOf(words), field]] : [];
  });
  return { ...table, part, columns: new Map(fields) };
}

/** Reads rows, and collects problems and remarks with their positions. */
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

  /** The items in the tables; an item without a row is inserted after the item that it followed before. */
  list(tables: readonly PartTable[], known: readonly PartRow[]): PartRow[] {
    const listed = tables.flatMap((table) => this.items(table, known));
    const ids = new Set(listed.map(({ id }) => id));
    const kept = known.filter(({ id }) => !ids.has(id));
    for (const { id, internal } of kept)
      if (internal !== true)
        this.remarks.push({
          ...messageOf('part-without-row', { id }),
          at: { file: this.#file, cell: tables[0]?.name ?? '' },
        });
    return reinsertUnlisted(listed, known, new Set(kept.map(({ id }) => id)));
  }

  items({ part, idPath, columns, rows }: PartTable, known: readonly PartRow[]): PartRow[] {
    const byId = new Map(known.map((item) => [item.id, item]));
    const newId = idMaker(byId.keys(), part === 'programme' ? 'text' : part.slice(0, -1));
    const seen = new Set<string>();
    const given = new Set(rows.map(({ id }) => id));
    const named = idsByName(known.filter(({ id }) => !given.has(id)));
    return rows.flatMap((row): PartRow[] => {
      const cells = [...columns].flatMap(([path, field]): PartCell[] => {
        const cell = row.cells.get(path);
        return cell === undefined ? [] : [{ field, words: cell.text, at: cell.at }];
      });
      if (cells.every(({ words }) => words.trim() === '')) return [];
      const at = row.cells.get(idPath)?.at ?? { file: this.#file };
      const wrong = (said: Message): PartRow[] => {
        this.problems.push({ ...said, at });
        return [];
      };
      if ((part === 'programme' || part === 'design') && !byId.has(row.id))
        return wrong(messageOf('programme-row-unknown', { id: ellipsis(row.id), known: [...byId.keys()] }));
      const called = cells.flatMap(({ field, words }) =>
        NAMES.includes(field.column.name) && words.trim() !== '' ? words : [],
      );
      const id =
        row.id || (called.map(foldName).flatMap((name) => named.get(name) ?? [])[0] ?? newId(called));
      if (seen.has(id)) return wrong(messageOf('programme-id-twice', { id: ellipsis(id) }));
      seen.add(id);
      const before = byId.get(id);
      const item: Record<string, unknown> & { id: string } = { ...before, id };
      for (const [name, own] of groupBy(cells, ({ field }) => field.column.name)) {
        const [first] = own;
        if (first.field.column.holds === 'id') continue;
        this.#places.set(`${part}.${id}.${name}`, first.at);
        item[name] = this.#value(first, own, before?.[name]);
      }
      this.#places.set(`${part}.${id}`, at);
      return [item];
    });
  }

  #value(first: PartCell, cells: readonly PartCell[], before: unknown): unknown {
    const words = first.words.trim();
    switch (first.field.column.holds) {
      case 'text':
        return mergedText(
          before as Text | undefined,
          cells.map((cell) => [cell.field.lang ?? this.#main, cell.words] as const),
          this.#main,
          (old, now) => old.trimEnd() === now.trimEnd(),
        );
      case 'list':
        return words.split(/[\s,;]+/).filter((one) => one !== '');
      case 'lines': {
        const lines = words.split('\n').flatMap((line) => line.trim() || []);
        return lines.length === 0 ? undefined : lines;
      }
      case 'coordinates': {
        if (words === '') return undefined;
        const coordinates = readCoordinates(words);
        if (coordinates === undefined)
          this.problems.push({
            ...messageOf('coordinates-expected', { words: ellipsis(words) }),
            at: first.at,
          });
        return coordinates;
      }
      case 'mark':
      case 'flag':
        if (words === '') return undefined;
        // There is no column for the title of an index, so `yes` keeps the title.
        if (yesOf(words)) return typeof before === 'object' ? before : true;
        if (noOf(words)) return first.field.column.holds === 'mark' ? undefined : false;
        this.problems.push({ ...messageOf('yes-or-no-expected', { words: ellipsis(words) }), at: first.at });
        return before;
      default:
        return words === '' ? undefined : words;
    }
  }

  /** Position, in the workbook, of the cell for an item and a column. */
  placeOfItem(part: SheetPart, id: string, column: string): Position {
    return this.#places.get(`${part}.${id}.${column}`) ?? { file: this.#file };
  }

  /** Position, in the workbook, of the value at a path of programme.yaml. */
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

/** A cell of a `PartTable`. */
interface PartCell {
  field: PartField;
  words: string;
  at: Position;
}

/** The columns that name an item. */
const NAMES: readonly string[] = ['title', 'heading', 'name'];

/**
 * Ids of items by their folded names. A row without an id refers to the known item that has the name in the row, unless
 * a different row has the id of that item. A sheet can therefore be imported twice.
 */
function idsByName(known: readonly PartRow[]): ReadonlyMap<string, string> {
  const ids = known.flatMap((item) =>
    NAMES.flatMap((key) => wordsInAll(item[key] as Text | undefined)).map((words): [string, string] => [
      foldName(words),
      item.id,
    ]),
  );
  // If several items have the same name, the first one is used.
  return new Map(ids.reverse());
}
