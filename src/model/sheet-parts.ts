import type { ProgrammeFile } from './programme.ts';
import { LANGS, type Lang, type Text } from './text.ts';

/**
 * What the cells of a column in a settings sheet contain: the id of the row, a word, a text in each language, a list of
 * words, lines, coordinates, yes or no, or a marker (yes or empty).
 */
type PartHolds = 'id' | 'word' | 'text' | 'list' | 'lines' | 'coordinates' | 'flag' | 'mark';

export interface PartColumn {
  name: string;
  holds: PartHolds;
  /** Whether the column is written only if at least one row has a value in it. */
  rare?: true;
}

const ID: PartColumn = { name: 'id', holds: 'id' };

/** Columns that are written only if at least one row has a value in them. */
const RARE: readonly string[] = ['placeholder', 'emphasis', 'region'];

/** The columns of the settings sheets, except the id, and what they contain. */
const COLUMNS_OF = {
  programme: { text: 'text', placeholder: 'mark' },
  texts: { text: 'text' },
  themes: { title: 'text', columns: 'list', carry: 'flag' },
  fields: { kind: 'word', heading: 'text', index: 'flag', internal: 'mark', emphasis: 'mark' },
  sides: { country: 'word', name: 'text', heading: 'text', index: 'flag', timezone: 'word' },
  places: {
    name: 'text',
    aliases: 'lines',
    address: 'text',
    postcode: 'word',
    town: 'text',
    coordinates: 'coordinates',
    access: 'text',
    region: 'word',
  },
  design: { value: 'text' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PartHolds>>>>;

export type SheetPart = keyof typeof COLUMNS_OF;
export const SHEET_PART_NAMES = Object.keys(COLUMNS_OF) as SheetPart[];

const columnOf = ([name, holds]: [string, PartHolds]): PartColumn => ({
  name,
  holds,
  ...(RARE.includes(name) && { rare: true }),
});

/**
 * The settings of a programme that have their own sheets in a workbook, and the columns of these sheets. The rows of
 * `texts` are paragraphs of text parts, the rows of `places` are places, and the rows of `design` are keys of the
 * design file.
 */
export const SHEET_PARTS = Object.fromEntries(
  Object.entries(COLUMNS_OF).map(([part, columns]) => [part, [ID, ...Object.entries(columns).map(columnOf)]]),
) as unknown as Readonly<Record<SheetPart, readonly PartColumn[]>>;

/** The keys of programme.yaml that have a row in the programme sheet, in the order of the rows. */
export const PROGRAMME_ROWS = [
  'title',
  'subject',
  'author',
  'introduction',
  'contents',
  'date',
  'period',
  'timezone',
  'languages',
  'address',
] as const;

/** The value of a row of the programme sheet; languages are written as their codes, separated by commas. */
export const programmeRow = (config: ProgrammeFile, id: (typeof PROGRAMME_ROWS)[number]): Text | undefined =>
  id === 'languages' ? config.languages.join(', ') : config[id];

/**
 * The keys of the design file that have a row in the design sheet, in the order of the rows. The alternative text of
 * the logo has one row per language.
 */
export const DESIGN_ROWS = [
  'paper',
  'orientation',
  'color.primary',
  'color.secondary',
  'color.foreground',
  'color.background',
  'accents',
  'logo.path',
  'logo.alt',
] as const;

/** A row of a settings sheet: its id, and the values in its columns. */
export type PartRow = Readonly<Record<string, unknown>> & { id: string };

/** A column of a settings sheet, written as a path such as `themes.title` or `themes.title.fr`. */
export interface PartField {
  part: SheetPart;
  column: PartColumn;
  lang?: Lang;
}

export function partPath({ part, column, lang }: PartField): string {
  return [part, column.name, ...(lang === undefined ? [] : [lang])].join('.');
}

/** The column to which a path refers; undefined if there is no such column. */
export function parsePartPath(path: string): PartField | undefined {
  const [name, columnName, lang, ...more] = path.split('.');
  const part = SHEET_PART_NAMES.find((known) => known === name);
  if (part === undefined || more.length > 0) return undefined;
  const column = SHEET_PARTS[part].find((known) => known.name === columnName);
  if (column === undefined) return undefined;
  if (lang === undefined) return { part, column };
  const known = LANGS.find((one) => one === lang);
  return known === undefined || column.holds !== 'text' ? undefined : { part, column, lang: known };
}
