import * as z from 'zod';
import { type Position, type Problem, UserError } from '../../errors.ts';
import {
  columnNumber,
  dateOf,
  FIELD_KINDS,
  type Field,
  type HasFields,
  IdSchema,
  isTaken,
  LangSchema,
  LIMITS,
  PLAIN_FIELDS,
  parseField,
  pathParts,
} from '../../model/index.ts';
import { reason, refusal } from '../../reasons.ts';
import { foldName } from '../../reference/index.ts';
import { validated } from '../issues.ts';
import { locator, type Path } from '../locator.ts';
import { parseYaml } from '../yaml.ts';
import { messageOf } from './messages.ts';

const LettersSchema = z.string().refine((letters) => columnNumber(letters) !== undefined, {
  ...refusal(reason('expected-column-letters')),
});

const ColumnSchema = z.strictObject({
  /** The letters of the column, if its heading is empty or not unique, or if the events are side by side. */
  column: LettersSchema.optional(),
  /** The heading by which the column is found. */
  heading: z.string(),
  /**
   * The content of the column: id, theme, a field such as title or title.fr, bodies.<side>, start, end, or ignore for a
   * column that is not read.
   */
  field: z.string(),
  /** The kind of the new field that is created for the column. */
  kind: z.enum(FIELD_KINDS).optional(),
  /** Set if the new field is internal: true, or the reason. */
  internal: z.union([z.literal(true), z.string()]).optional(),
  /** Whether an empty cell has the value of the cell above it. */
  carry: z.literal(true).optional(),
  /** Set if the column does not exist in the spreadsheet, because its values are the addresses of linked titles. */
  links: z.literal(true).optional(),
});

/** The letters of a column or of a range of columns, such as C or C:E. */
const COLUMNS = /^([A-Z]{1,3})(?::([A-Z]{1,3}))?$/;
const ColumnsSchema = z.string().regex(COLUMNS, refusal(reason('expected-columns')));

const BesideSchema = z.strictObject({
  /**
   * The columns of each block (one block per place or day). All blocks have the same number of columns, and `columns`
   * contains those of the first block.
   */
  blocks: z.array(ColumnsSchema).min(2).max(LIMITS.columns),
  /** The names of the blocks, if there is no separate row that contains them. */
  names: z.array(z.string()).optional(),
  /** The rows that contain the names of the blocks: days, times or places. */
  rows: z.array(z.int().min(1)).min(1).max(2).optional(),
  /**
   * The letters of the column into which the block names are read. If there is a second row of names, they are read
   * into the next column to the right. If each block has a single column, the lines of a cell below its first line are
   * read into the next column to the right.
   */
  into: LettersSchema,
});

const BelowSchema = z.strictObject({
  /** The letters of the column that contains the titles. */
  of: LettersSchema,
  /** The letters of the column into which the descriptions are read. */
  into: LettersSchema,
});

const SheetMappingSchema = z.strictObject({
  /** The name of the sheet; omit it for CSV files. */
  name: z.string().optional(),
  /** The columns of the table, if it is next to the first table of the sheet. */
  within: ColumnsSchema.optional(),
  /**
   * The row numbers of the headings; for a list without headings, the number of the row above the list, which may be 0.
   */
  header: z.array(z.int().min(0)).min(1).max(2),
  /** The theme of all events in the sheet, if no column or row names it. */
  theme: z.string().optional(),
  /** The name of the sheet that is read instead of this one, because it contains the same events. */
  repeats: z.string().optional(),
  /**
   * The date of all events in the sheet, if no column contains dates; "rows" if separate rows contain the date of the
   * events below them.
   */
  date: z.string().optional(),
  /** Set if the events of several places or days are side by side in repeated columns. */
  beside: BesideSchema.optional(),
  /** Set if separate rows contain the descriptions of the events directly above them. */
  below: BelowSchema.optional(),
  /** The id of the field for comments on the cells of an event. */
  comments: IdSchema.optional(),
  columns: z.array(ColumnSchema).max(LIMITS.columns),
});

/** The assignment of spreadsheet columns to fields. */
export const MappingSchema = z.strictObject({
  /** The names of files to which the mapping applies; `*` matches any characters. */
  file: z.string().optional(),
  /** The language of columns whose headings do not name a language. */
  language: LangSchema,
  /** The year of dates without a year, or a season of twelve months from August, such as 2030/31. */
  year: z
    .union([
      z.int().min(1).max(9999),
      z.string().regex(/^[1-9]\d{3}\/\d\d$/, refusal(reason('expected-season'))),
    ])
    .optional(),
  /** The order of day and month in dates such as 03/04/2030, if the language of the sheet does not determine it. */
  order: z.enum(['day-first', 'month-first']).optional(),
  /** The encoding of a CSV file, if it is not detected correctly. */
  encoding: z.string().optional(),
  /** The separator of a CSV file, if it is not detected correctly. */
  separator: z.string().optional(),
  /** Lines outside the tables, which are kept for the editors and never printed. */
  notes: z.array(z.string()).max(LIMITS.items).optional(),
  /** The ids of themes, keyed by their names in the spreadsheet. */
  themes: z.record(z.string(), IdSchema.nullable()).optional(),
  /** The sheets to import; other sheets are ignored. */
  sheets: z.array(SheetMappingSchema).min(1).max(LIMITS.sheets),
});
/** A mapping as it is stored. Most of its columns are identified by their headings alone. */
export type StoredMapping = z.infer<typeof MappingSchema>;
export type StoredSheet = StoredMapping['sheets'][number];
export type StoredColumn = StoredSheet['columns'][number];
/** A column of a mapping that has been located in a list, so that its letters are known. */
export type ColumnMapping = StoredColumn & { column: string };
export type SheetMapping = Omit<StoredSheet, 'columns'> & { columns: ColumnMapping[] };
export type Mapping = Omit<StoredMapping, 'sheets'> & { sheets: SheetMapping[] };
export type Beside = NonNullable<SheetMapping['beside']>;
export type Below = NonNullable<SheetMapping['below']>;

/** First and last column of a block. */
export function columnsOfBlock(block: string): [first: number, last: number] {
  const [, first = '', last = first] = COLUMNS.exec(block) ?? [];
  return [columnNumber(first) ?? 0, columnNumber(last) ?? 0];
}

/** Whether the text above a column is its heading in the mapping. */
export function isHeading(words: string, heading: string): boolean {
  const folded = foldName(words);
  return folded !== '' && folded === foldName(heading);
}

/** The value for dates in separate rows: `date: rows`. */
export const DATE_IN_ROWS = 'rows';

/** The field kinds whose headings are known even without a programme. */
const KNOWN_KINDS = ['region', 'category', 'title', 'description', 'date'] as const;

/** One field for each kind in `KNOWN_KINDS`; its id is the name of the kind. */
export const KNOWN_FIELDS: readonly Field[] = KNOWN_KINDS.map((kind) => ({ id: kind, kind }));

/** The id of the internal field that a new programme has for cell comments. */
export const COMMENTS = 'cell-comments';

/** Values of `field` that are not event fields: the start and end of a date, and columns that are not read. */
const HELPER_FIELDS = ['start', 'end', 'ignore'] as const;

/** A mapping without the letters of the columns that can be identified by their headings. */
export function withoutLetters(mapping: StoredMapping): StoredMapping {
  const { sheets } = mapping;
  // Tables placed side by side may have the same headings, so their letters are kept.
  const divided = new Set(sheets.flatMap(({ name, within }) => (within === undefined ? [] : [name])));
  const isFixed = ({ name, beside, below }: StoredSheet): boolean =>
    divided.has(name) || beside !== undefined || below !== undefined;
  return {
    ...mapping,
    sheets: sheets.map((sheet) => (isFixed(sheet) ? sheet : tableWithoutLetters(sheet))),
  };
}

function tableWithoutLetters(sheet: StoredSheet): StoredSheet {
  const { columns } = sheet;
  const letters = new Map<string, Set<string | undefined>>();
  for (const { column, heading, links } of columns) {
    const ofHeading = letters.get(foldName(heading)) ?? new Set();
    if (links !== true) letters.set(foldName(heading), ofHeading.add(column));
  }
  return {
    ...sheet,
    columns: columns.map(({ column, ...entry }): StoredColumn => {
      const heading = foldName(entry.heading);
      const isFound = entry.links || (heading !== '' && letters.get(heading)?.size === 1);
      return isFound || column === undefined ? entry : { column, ...entry };
    }),
  };
}

/**
 * Parses a mapping file.
 *
 * @param config the fields and sides of the programme; the mapping can add fields. Without this parameter, the mapping
 * determines the sides
 * @throws UserError that lists all problems with line and column
 */
export async function parseMapping(text: string, file: string, config?: HasFields): Promise<StoredMapping> {
  const read = await parseYaml(text, file);
  const locate = locator(text);
  const placeOf = (path: Path): Position => ({ file, ...locate(path), field: path.join('.') });
  const { value: mapping, problems } = validated(MappingSchema, read, placeOf);
  if (mapping === undefined) throw new UserError(problems);
  const known = config ?? { fields: KNOWN_FIELDS, sides: sidesNamed(mapping).map((id) => ({ id })) };
  const unknown = unknownFields(mapping, known, placeOf).slice(0, LIMITS.problems);
  if (unknown.length > 0) throw new UserError(unknown);
  return mapping;
}

/** The ids of the sides that occur in the field paths of a mapping. */
export function sidesNamed({ sheets }: StoredMapping): string[] {
  const fields = sheets.flatMap((sheet) => sheet.columns.map(({ field }) => field));
  return [...new Set(fields.flatMap((field) => /^(?:bodies|regions)\.([a-z0-9-]+)/.exec(field)?.[1] ?? []))];
}

/** The new fields that a mapping creates for columns, without their headings. */
function ownFieldsOf({ sheets }: StoredMapping): Field[] {
  return sheets.flatMap(({ columns }) =>
    columns.flatMap(({ field, kind }) => {
      const { id } = pathParts(field);
      return kind === undefined || isTaken(id) || !IdSchema.safeParse(id).success ? [] : [{ id, kind }];
    }),
  );
}

function unknownFields(
  mapping: StoredMapping,
  programme: HasFields,
  placeOf: (path: Path) => Position,
): Problem[] {
  const { sheets } = mapping;
  const config = { ...programme, fields: [...programme.fields, ...ownFieldsOf(mapping)] };
  const helpers = dateOf(config) === undefined ? ['ignore'] : HELPER_FIELDS;
  const fields = [
    ...PLAIN_FIELDS,
    ...config.fields.map(({ id }) => id),
    ...config.sides.flatMap(({ id }) => [`bodies.${id}`, `regions.${id}`]),
    ...helpers,
  ];
  return sheets.flatMap((sheet, index) =>
    sheet.columns.flatMap(({ field }, column): Problem[] => {
      const known = parseField(field, config) !== undefined || helpers.some((helper) => helper === field);
      if (known) return [];
      const at = placeOf(['sheets', index, 'columns', column, 'field']);
      return [{ ...messageOf('mapping-field-unknown', { field, known: fields }), at }];
    }),
  );
}
