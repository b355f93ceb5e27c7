/**
 * The texts in the tables of a workbook, which are written to an exported workbook and compared with the tables of the
 * returned workbook.
 */
import { LANGUAGES } from '../../../languages/index.ts';
import {
  fieldPath,
  type PartColumn,
  type PartField,
  type PartRow,
  PROGRAMME_ROWS,
  type Programme,
  type ProgrammeFile,
  partPath,
  programmeRow,
  type SentTables,
  SHEET_PART_NAMES,
  SHEET_PARTS,
  type SheetField,
  type SheetPart,
  type Text,
  type ThemeEvents,
} from '../../model/index.ts';
import { placeItems } from '../../reference/index.ts';
import { type CellText, cellTextIn, columnsOf, languagesOf, words } from './columns.ts';
import { designRows } from './design.ts';
import { paragraphRows } from './texts.ts';

/** A table of texts: its rows, and the field that each column contains. */
export interface WordTable<Column> {
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
}

/** The table that contains the events of a theme. */
export function eventTable(
  programme: Programme,
  theme: ThemeEvents,
  cellText: CellText,
): WordTable<SheetField> {
  const columns = columnsOf(programme, [theme]);
  const rows = theme.events.map((event) => columns.map((field) => cellText(event, theme.theme.id, field)));
  return { columns, rows };
}

/**
 * The parts of a programme that contain its settings, with internal fields. The design is included only if the design
 * file can be edited row by row.
 */
export type Settings = Pick<Programme, 'config' | 'reference' | 'texts' | 'design'>;

const NEW_ROW: PartRow = { id: '' };

/** The rows for a part of the settings. */
function partRows({ config, reference, texts = [], design }: Settings, part: SheetPart): readonly PartRow[] {
  switch (part) {
    case 'programme':
      return PROGRAMME_ROWS.map((id) => ({
        id,
        text: programmeRow(config, id),
        placeholder: config.placeholders?.some((one) => one === id) || undefined,
      }));
    case 'texts':
      return paragraphRows({ config, texts });
    case 'places':
      return placeItems(reference.places);
    case 'design':
      return design === undefined ? [] : designRows(design);
    default:
      return config[part];
  }
}

/**
 * The table for a part of the settings; undefined if the programme lacks this part. In tables with a fixed set of rows,
 * the last cell of each row is an explanation.
 */
export function partTable(settings: Settings, part: SheetPart): WordTable<PartField> | undefined {
  const { config } = settings;
  const rows = partRows(settings, part);
  // If the list of places is empty, the sheet has an empty row in which a user can enter a place.
  const isOpen = part === 'places' && config.fields.some(({ kind }) => kind === 'place');
  if (rows.length === 0 && !isOpen) return undefined;
  const columns = SHEET_PARTS[part].flatMap((column: PartColumn) => fieldsOf(part, column, rows, config));
  const { programmeRows, designRows: rowsOfDesign } = LANGUAGES[config.language].sheet;
  const notes: Readonly<Record<string, string>> | undefined =
    part === 'programme' ? programmeRows : part === 'design' ? rowsOfDesign : undefined;
  return {
    columns,
    rows: (rows.length === 0 ? [NEW_ROW] : rows).map((row) => [
      ...columns.map((field) => cellOf(row, field, config)),
      ...(notes === undefined ? [] : [notes[row.id] ?? '']),
    ]),
  };
}

/** The columns for a part of the settings. A text has one column per language. */
function fieldsOf(
  part: SheetPart,
  column: PartColumn,
  rows: readonly PartRow[],
  config: ProgrammeFile,
): PartField[] {
  if (column.rare && rows.every((row) => row[column.name] === undefined)) return [];
  if (column.holds !== 'text') return [{ part, column }];
  const texts = rows.map((row) => row[column.name] as Text | undefined);
  return languagesOf(config, texts).map((lang) =>
    lang === config.language ? { part, column } : { part, column, lang },
  );
}

function cellOf(row: PartRow, { column, lang }: PartField, { language }: ProgrammeFile): string {
  const value = row[column.name];
  switch (column.holds) {
    case 'text':
      return words(value as Text | undefined, lang ?? language, language);
    case 'list':
      return (value as readonly string[]).join(', ');
    case 'lines':
      return ((value ?? []) as readonly string[]).join('\n');
    case 'coordinates':
      return ((value ?? []) as readonly number[]).join(', ');
    case 'mark':
    case 'flag':
      return value === undefined || (column.name === 'carry' && value === false) ? '' : value ? 'yes' : 'no';
    default:
      return value === undefined ? '' : String(value);
  }
}

/**
 * The tables that would be sent in a workbook of the programme: the tables of the themes, followed by the tables of the
 * settings.
 *
 * @param settings the programme with its internal fields, for a workbook with settings
 */
export function tablesOf(programme: Programme, settings?: Settings): SentTables {
  const cellText = cellTextIn(programme);
  const events = programme.themes.map((theme) => {
    const { columns, rows } = eventTable(programme, theme, cellText);
    return [columns.map(fieldPath), ...rows];
  });
  const parts =
    settings === undefined ? [] : SHEET_PART_NAMES.flatMap((part) => partTable(settings, part) ?? []);
  return [...events, ...parts.map(({ columns, rows }) => [columns.map(partPath), ...rows])];
}

/** Texts, by row key and column path. The rows are in the order of the tables. */
export type RowWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The texts in tables, by row key and column path. Rows without an id are omitted. */
export function rowWords(tables: SentTables): RowWords {
  const words = new Map<string, ReadonlyMap<string, string>>();
  for (const [paths = [], ...rows] of tables) {
    const ids = paths.findIndex(isIdPath);
    for (const row of rows) {
      const id = row[ids]?.trim() ?? '';
      if (id === '') continue;
      words.set(rowKey(paths[ids] ?? '', id), new Map(paths.map((path, at) => [path, row[at] ?? ''])));
    }
  }
  return words;
}

/**
 * Whether the column with this path contains the ids of the rows, such as `id` for events and `themes.id` for themes.
 */
export function isIdPath(path: string): boolean {
  return /^(?:[a-z]+\.)?id$/.test(path);
}

/** The key of a row, which consists of the path of the id column and the id. */
export function rowKey(idPath: string, id: string): string {
  return `${idPath} ${id}`;
}
