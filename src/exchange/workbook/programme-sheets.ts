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

/**
 * The settings of a programme after the sheets of an exported workbook have been read. Unchanged settings are the same
 * objects as before.
 */
export interface EditedSettings extends Pick<Programme, 'config' | 'design'> {
  places: readonly Place[];
  problems: readonly Problem[];
  remarks: readonly Problem[];
  /** Names of the sheets that were read. */
  sheets: readonly string[];
}

type TextKey = (typeof PROGRAMME_ROWS)[number];

/** Rows that have a single value for all languages. */
const SAME_IN_ALL_LANGUAGES = 'author date period timezone languages address'.split(' ');

/**
 * Reads the sheets of an exported workbook that describe the programme itself: titles, opening texts, themes in their
 * order, fields, sides, places and the design. The values of a deleted row or column stay unchanged.
 *
 * @param file name of the workbook, for messages
 * @param isNew whether the programme contains no texts except placeholders yet, so that the sheet determines which
 * texts are placeholders
 */
export function settingsOfTables(
  tables: readonly PathTable[],
  { config, reference, design }: Pick<Programme, 'config' | 'reference' | 'design'>,
  file: string,
  isNew = false,
): EditedSettings {
  const reading = new Reading(tables, file, config.language);
  const settings = {
    config: configOf(reading, config, isNew),
    places: placesOf(reading, reference.places),
    ...(design && { design: designOf(reading, design) }),
  };
  const { problems, remarks, tables: read } = reading;
  return { ...settings, problems, remarks, sheets: [...new Set(read.map(({ name }) => name ?? ''))] };
}

function configOf(reading: Reading, config: ProgrammeFile, isNew: boolean): ProgrammeFile {
  const open = new Set<string>(config.placeholders);
  const known = PROGRAMME_ROWS.map(
    (id): PartRow => ({ id, text: programmeRow(config, id), placeholder: !isNew && open.has(id) }),
  );
  let edited: Record<string, unknown> = config;
  for (const { id, text, placeholder } of reading.items('programme', known)) {
    if (SAME_IN_ALL_LANGUAGES.includes(id) && typeof text === 'object') {
      const at = reading.placeOfItem('programme', id, 'text');
      reading.problems.push({ ...messageOf('text-of-all-languages', { id }), at });
      continue;
    }
    edited = { ...edited, [id]: forMachines(id, text, config.language) };
    const isMadeUp = placeholder === true && (isNew || isDeepStrictEqual(edited[id], config[id as TextKey]));
    if (isMadeUp) open.add(id);
    else open.delete(id);
  }
  for (const part of ['themes', 'fields', 'sides'] as const)
    if (reading.has(part)) edited = { ...edited, [part]: reading.list(part, config[part]) };
  if (open.size > 0 || config.placeholders !== undefined)
    edited = { ...edited, placeholders: open.size === 0 ? undefined : [...open] };
  const { value, problems } = validated(ProgrammeFileSchema, JSON.parse(JSON.stringify(edited)), (path) =>
    reading.placeOf(path, edited),
  );
  reading.problems.push(...problems);
  return value === undefined || isDeepStrictEqual(value, config) ? config : value;
}

function placesOf(reading: Reading, places: readonly Place[]): readonly Place[] {
  if (!reading.has('places')) return places;
  const items = reading.list('places', placeItems(places)) as readonly PartRow[] as readonly PlaceItem[];
  const written = placesOfItems(items, places).map(withoutUndefined);
  const { value, problems } = validated(PlacesFileSchema, written, ([index, key]) =>
    reading.placeOfItem('places', items[Number(index)]?.id ?? '', String(key)),
  );
  reading.problems.push(...problems);
  return value ?? places;
}

function designOf(reading: Reading, design: object): object {
  const rows = reading.items('design', designRows(design));
  const read = withDesignRows(design, rows, (id) => reading.placeOfItem('design', id, 'value'));
  reading.problems.push(...read.problems);
  return read.design;
}

/**
 * Converts the languages, the date of the edition and the period of the programme from words (such as June–August 2030)
 * to machine-readable values.
 */
function forMachines(id: string, text: unknown, lang: Lang): unknown {
  if (id === 'languages' && typeof text === 'string') return text.trim().split(/[\s,;]+/);
  if (typeof text !== 'string' || (id !== 'date' && id !== 'period')) return text;
  const read = parseDatePhrase(text, { lang });
  const fits = 'edtf' in read && (id === 'period' || isCalendarDate(read.edtf));
  return fits ? read.edtf : text;
}

/** A table for a part of the settings; `columns` contains the field of each column, by path. */
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

/** Reads the rows of tables, and collects problems and remarks with their positions. */
class Reading {
  readonly tables: readonly PartTable[];
  readonly problems: Problem[] = [];
  readonly remarks: Problem[] = [];
  readonly #file: string;
  readonly #main: Lang;
  readonly #places = new Map<string, Position>();

  constructor(tables: readonly PathTable[], file: string, main: Lang) {
    this.tables = tables.flatMap((table) => partTable(table) ?? []);
    this.#file = file;
    this.#main = main;
  }

  has(part: SheetPart): boolean {
    return this.tables.some((table) => table.part === part);
  }

  /** Reads the items in the tables for a part of the settings. */
  items(part: SheetPart, known: readonly PartRow[]): PartRow[] {
    return this.tables.flatMap((table) => (table.part === part ? this.#itemsOf(table, known) : []));
  }

  /** Like `items`, but items whose rows are missing are kept, each after the item that it followed before. */
  list(part: SheetPart, known: readonly PartRow[]): PartRow[] {
    const listed = this.items(part, known);
    const ids = new Set(listed.map(({ id }) => id));
    const kept = known.filter(({ id }) => !ids.has(id));
    for (const { id, internal } of kept)
      if (internal !== true)
        this.remarks.push({
          ...messageOf('part-without-row', { id }),
          at: { file: this.#file, cell: this.tables.find((table) => table.part === part)?.name ?? '' },
        });
    return reinsertUnlisted(listed, known, new Set(kept.map(({ id }) => id)));
  }

  #itemsOf({ part, idPath, columns, rows }: PartTable, known: readonly PartRow[]): PartRow[] {
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
      const wrong = (message: Message): PartRow[] => {
        this.problems.push({ ...message, at });
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
      for (const [name, ofColumn] of groupBy(cells, ({ field }) => field.column.name)) {
        const [first] = ofColumn;
        if (first.field.column.holds === 'id') continue;
        this.#places.set(`${part}.${id}.${name}`, first.at);
        item[name] = this.#value(first, ofColumn, before?.[name]);
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
        // An index can have a title, which the column does not contain, so `yes` keeps the existing value.
        if (yesOf(words)) return typeof before === 'object' ? before : true;
        if (noOf(words)) return first.field.column.holds === 'mark' ? undefined : false;
        this.problems.push({ ...messageOf('yes-or-no-expected', { words: ellipsis(words) }), at: first.at });
        return before;
      default:
        return words === '' ? undefined : words;
    }
  }

  /** The position in the workbook of the cell that contains the value of an item in a column. */
  placeOfItem(part: SheetPart, id: string, column: string): Position {
    return this.#places.get(`${part}.${id}.${column}`) ?? { file: this.#file };
  }

  /** The position in the workbook of the value at a path in programme.yaml. */
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

/** The columns that may contain the name of an item. */
const NAMES: readonly string[] = ['title', 'heading', 'name'];

/**
 * The ids of items, keyed by folded name. A row without an id stands for the known item with the same name, unless a
 * different row has the id of this item. Therefore, importing a sheet with new rows twice does not add the items twice.
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
