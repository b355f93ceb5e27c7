import { LANGS, type Lang } from './text.ts';

/**
 * The content of a column of such a sheet: the id of its row, a word, a text by language, a list of words, or yes or
 * no.
 */
type PartHolds = 'id' | 'word' | 'text' | 'list' | 'flag';

export interface PartColumn {
  name: string;
  holds: PartHolds;
  /** Written only if a row has a value. */
  rare?: true;
}

const ID: PartColumn = { name: 'id', holds: 'id' };

/**
 * The parts of programme.yaml that have their own sheet in a workbook, in addition to those of events, and the
 * columns of these sheets.
 */
export const SHEET_PARTS = {
  programme: [ID, { name: 'text', holds: 'text' }, { name: 'placeholder', holds: 'flag', rare: true }],
  themes: [
    ID,
    { name: 'title', holds: 'text' },
    { name: 'columns', holds: 'list' },
    { name: 'carry', holds: 'flag' },
  ],
  fields: [
    ID,
    { name: 'kind', holds: 'word' },
    { name: 'heading', holds: 'text' },
    { name: 'index', holds: 'flag' },
    { name: 'emphasis', holds: 'flag', rare: true },
  ],
  sides: [
    ID,
    { name: 'country', holds: 'word' },
    { name: 'name', holds: 'text' },
    { name: 'heading', holds: 'text' },
    { name: 'index', holds: 'flag' },
    { name: 'timezone', holds: 'word' },
  ],
} as const satisfies Record<string, readonly PartColumn[]>;

export type SheetPart = keyof typeof SHEET_PARTS;
export const SHEET_PART_NAMES = Object.keys(SHEET_PARTS) as SheetPart[];

/** Keys of programme.yaml that are rows of the programme sheet, in order. */
export const PROGRAMME_ROWS = [
  'title',
  'subject',
  'author',
  'introduction',
  'contents',
  'date',
  'period',
  'timezone',
] as const;

/** A column of such a sheet, written as a path: `themes.title`, `themes.title.fr`. */
export interface PartField {
  part: SheetPart;
  column: PartColumn;
  lang?: Lang;
}

export function partPath({ part, column, lang }: PartField): string {
  return [part, column.name, ...(lang === undefined ? [] : [lang])].join('.');
}

/** The column that a path names, or undefined if there is none. */
export function parsePartPath(path: string): PartField | undefined {
  const [name, columnName, lang, ...more] = path.split('.');
  const part = SHEET_PART_NAMES.find((known) => known === name);
  if (part === undefined || more.length > 0) return undefined;
  const columns: readonly PartColumn[] = SHEET_PARTS[part];
  const column = columns.find((known) => known.name === columnName);
  if (column === undefined) return undefined;
  if (lang === undefined) return { part, column };
  const known = LANGS.find((one) => one === lang);
  return known === undefined || column.holds !== 'text' ? undefined : { part, column, lang: known };
}
