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
  /** Letters of the column, if its heading is empty or not unique, or the events are side by side. */
  column: LettersSchema.optional(),
  /** Heading of the column, by which it is found. */
  heading: z.string(),
  /** Content of the column: id, theme, a field such as title or title.fr, bodies.<side>, start, end … or ignore. */
  field: z.string(),
  /** Kind of the field that is created from the column. */
  kind: z.enum(FIELD_KINDS).optional(),
  /** Whether the created field is internal: true, or the reason. */
  internal: z.union([z.literal(true), z.string()]).optional(),
  /** Whether an empty cell repeats the cell above. */
  carry: z.literal(true).optional(),
  /** Whether the values are the links of the titles; the spreadsheet has no such column. */
  links: z.literal(true).optional(),
});

/** Letters of one column or a range of columns: C, C:E. */
const COLUMNS = /^([A-Z]{1,3})(?::([A-Z]{1,3}))?$/;

const BesideSchema = z.strictObject({
  /** Columns of each place or day. Each has the same number of columns, and those of the first are listed below. */
  blocks: z
    .array(z.string().regex(COLUMNS, refusal(reason('expected-columns'))))
    .min(2)
    .max(LIMITS.columns),
  /** Names of the blocks, if no row contains them alone. */
  names: z.array(z.string()).optional(),
  /** Rows that contain the names of the blocks: days, hours or places. */
  rows: z.array(z.int().min(1)).min(1).max(2).optional(),
  /**
   * Letter of the column into which the names are read. A second row of names is read into the next column, and the
   * other lines of a cell into the column after these.
   */
  into: LettersSchema,
});

const BelowSchema = z.strictObject({
  /** Column with the titles. */
  of: LettersSchema,
  /** Field for the descriptions. */
  into: LettersSchema,
});

const SheetMappingSchema = z.strictObject({
  /** Name of the sheet; omit it for CSV files. */
  name: z.string().optional(),
  /** Columns of the table, if it is next to the first table of the sheet. */
  within: z
    .string()
    .regex(COLUMNS, refusal(reason('expected-columns')))
    .optional(),
  /** Rows of the headings; for a list without headings, the row above it, which may be 0. */
  header: z.array(z.int().min(0)).min(1).max(2),
  /** Theme of all events of the sheet, if no column or row gives it. */
  theme: z.string().optional(),
  /** Name of another sheet with the same events, which is read instead. */
  repeats: z.string().optional(),
  /**
   * Date of all events of the sheet, if no column gives it; "rows": separate rows give the date of the events below
   * them.
   */
  date: z.string().optional(),
  /** Events of several places or days next to each other, in repeated columns. */
  beside: BesideSchema.optional(),
  /** Whether a row with only text that does not look like a title describes the event above it. */
  below: BelowSchema.optional(),
  /** Field for the cell comments of an event. */
  comments: IdSchema.optional(),
  columns: z.array(ColumnSchema).max(LIMITS.columns),
});

/** The assignment of spreadsheet columns to fields. */
export const MappingSchema = z.strictObject({
  /** File names that the mapping applies to; `*` matches any characters. */
  file: z.string().optional(),
  /** Language of columns without a language. */
  language: LangSchema,
  /** Year of dates without a year, or a season of twelve months from August: 2030/31. */
  year: z
    .union([
      z.int().min(1).max(9999),
      z.string().regex(/^[1-9]\d{3}\/\d\d$/, refusal(reason('expected-season'))),
    ])
    .optional(),
  /** Order of day and month in dates such as 03/04/2030, if the language of the sheet does not determine it. */
  order: z.enum(['day-first', 'month-first']).optional(),
  /** Encoding of a CSV file, if it is not detected correctly. */
  encoding: z.string().optional(),
  /** Separator of a CSV file, if it is not detected correctly. */
  separator: z.string().optional(),
  /** Lines outside the tables, kept for the editors; they are not printed. */
  notes: z.array(z.string()).max(LIMITS.items).optional(),
  /** Ids of themes, by their names in the spreadsheet. */
  themes: z.record(z.string(), IdSchema.nullable()).optional(),
  /** Sheets to import; other sheets are ignored. */
  sheets: z.array(SheetMappingSchema).min(1).max(LIMITS.sheets),
});
/** A mapping as it is stored: most columns have only headings. */
export type StoredMapping = z.infer<typeof MappingSchema>;
export type StoredSheet = StoredMapping['sheets'][number];
export type StoredColumn = StoredSheet['columns'][number];
/** A mapping of a list, in which each column has letters. */
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

/** Whether the text above a column is the heading that a mapping has for it. */
export function isHeading(words: string, heading: string): boolean {
  const own = foldName(words);
  return own !== '' && own === foldName(heading);
}

/** The value for dates in separate rows: `date: rows`. */
export const DATE_IN_ROWS = 'rows';

/** Kinds of fields with headings that are known without a programme. */
const KNOWN_KINDS = ['region', 'category', 'title', 'description', 'date'] as const;

/** A field of each known kind, with the kind as id. */
export const KNOWN_FIELDS: readonly Field[] = KNOWN_KINDS.map((kind) => ({ id: kind, kind }));

/** The internal field of a new programme for comments on cells. */
export const COMMENTS = 'cell-comments';

/** Values of `field` that are not fields of an event: the start and end of a date, and columns that are not read. */
const HELPER_FIELDS = ['start', 'end', 'ignore'] as const;

/** A mapping without the letters of columns that their headings identify. */
export function withoutLetters(mapping: StoredMapping): StoredMapping {
  const { sheets } = mapping;
  // Tables next to each other may have the same headings.
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
    const own = letters.get(foldName(heading)) ?? new Set();
    if (links !== true) letters.set(foldName(heading), own.add(column));
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
 * @param config fields and sides of the programme; the mapping can add fields. If missing, the mapping determines the
 * sides
 * @throws UserError that lists every problem with line and column
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

/** Ids of the sides in the fields of a mapping. */
export function sidesNamed({ sheets }: StoredMapping): string[] {
  const fields = sheets.flatMap((sheet) => sheet.columns.map(({ field }) => field));
  return [...new Set(fields.flatMap((field) => /^(?:bodies|regions)\.([a-z0-9-]+)/.exec(field)?.[1] ?? []))];
}

/** The fields that a mapping creates from columns, without their headings. */
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
      return [
        {
          ...messageOf('mapping-field-unknown', { field, known: fields }),
          at: placeOf(['sheets', index, 'columns', column, 'field']),
        },
      ];
    }),
  );
}
