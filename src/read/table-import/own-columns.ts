import { EVENT_KEYS, type Field, type Lang, LIMITS } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { idMaker } from '../../text/index.ts';
import { kindOfCells, privateCells } from './column-kind.ts';
import { NO_WORDS, readHeading } from './heading.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { COMMENTS, KNOWN_FIELDS } from './mapping.ts';

/** Printed columns of a table at most: more leave no room for words on a page. */
export const PRINTED_COLUMNS = 8;
/** Columns that a theme can have; more than a table has room for are printed as lists. */
export const LISTED_COLUMNS = 12;

/** A column that nothing is known of but its heading and its cells. */
export interface UnknownColumn {
  heading: string;
  /** Words of its cells that are not empty. */
  cells: readonly string[];
  /** Its heading says that it is for colleagues. */
  forColleagues: boolean;
  hidden: boolean;
}

/** What a column becomes: a field of its own. */
export type OwnField = Required<Pick<ColumnMapping, 'field' | 'kind'>> & Pick<ColumnMapping, 'internal'>;

/**
 * A field of its own for each column that holds something, called as its heading is; columns of one heading, in several sheets, are one
 * field. The kind is what all cells fit. What looks like addresses of people or remarks is internal, with the reason why.
 *
 * @param taken ids that no such field can have besides those of every event: those of fields and sides that there are
 */
export function ownFields(
  tables: readonly (readonly UnknownColumn[])[],
  taken: readonly string[],
): (readonly (OwnField | undefined)[])[] {
  const newId = idMaker(
    [...EVENT_KEYS, 'theme', 'ignore', 'constructor', 'start', 'end', COMMENTS, ...taken],
    'column',
  );
  const alike = new Map<string, { columns: UnknownColumn[]; id: string }>();
  const keys = tables.map((columns) => {
    const seen = new Map<string, number>();
    return columns.map((column) => {
      if (column.cells.length === 0) return undefined;
      const name = foldName(column.heading);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      const key = `${name} ${times}`;
      const group = alike.get(key);
      if (group !== undefined) group.columns.push(column);
      else if (alike.size < LIMITS.fields - taken.length)
        alike.set(key, { columns: [column], id: newId([column.heading]) });
      return key;
    });
  });
  const fields = new Map(
    [...alike].map(([key, { columns, id }]): [string, OwnField] => {
      const cells = columns.flatMap((column) => column.cells);
      const internal = whyInternal(columns, cells);
      return [key, { field: id, kind: kindOfCells(cells), ...(internal === undefined ? {} : { internal }) }];
    }),
  );
  return keys.map((columns) => columns.map((key) => (key === undefined ? undefined : fields.get(key))));
}

function whyInternal(columns: readonly UnknownColumn[], cells: readonly string[]): string | undefined {
  if (columns.some(({ hidden }) => hidden)) return 'hidden column';
  if (columns.some(({ heading }) => heading === '')) return 'no heading';
  return (
    privateCells(cells) ??
    (columns.some(({ forColleagues }) => forColleagues) ? 'contacts or remarks' : undefined)
  );
}

/** The fields that a mapping makes: those of every programme that have a column, and the columns' own. */
export function fieldsOfMapping(
  mapping: Mapping,
  words: { columns: Readonly<Record<string, string>>; time: string; comments: string },
): Field[] {
  const columns = mapping.sheets.flatMap((sheet) => sheet.columns);
  const isDated = mapping.sheets.some(({ date }) => date !== undefined);
  const has = (id: string): boolean =>
    (id === 'date' && isDated) ||
    columns.some(
      ({ field }) => field.split('.', 1)[0] === id || (id === 'date' && /^(?:start|end|when)$/.test(field)),
    );
  const known = KNOWN_FIELDS.filter(({ id }) => id === 'title' || has(id)).map((field): Field => {
    const own = oneLine(columns.find((column) => column.field === field.id)?.heading ?? '');
    const heading = isForeign(own, mapping.language) ? '' : printed(own);
    return { ...field, heading: heading === '' ? (words.columns[field.id] ?? field.id) : heading };
  });
  return [...known, ...madeFields(mapping, words)];
}

/** The fields that a mapping makes of columns and comments, as it says. */
export function madeFields({ sheets }: Mapping, words: { time: string; comments: string }): Field[] {
  const own = new Map<string, Field>();
  for (const { column, heading, field, kind, internal } of sheets.flatMap((sheet) => sheet.columns)) {
    const id = field.split('.', 1)[0] ?? '';
    if (kind === undefined || own.has(id)) continue;
    own.set(id, {
      id,
      kind,
      heading: id === 'time' ? words.time : printed(oneLine(heading)) || column,
      ...(internal === undefined ? {} : { internal: true }),
    });
  }
  const comments: Field[] = sheets.some((sheet) => sheet.comments === COMMENTS)
    ? [{ id: COMMENTS, kind: 'description', heading: words.comments, internal: true }]
    : [];
  return [...own.values(), ...comments];
}

/** Whether a heading is one of programs, in small letters, in another language than the list: title over German titles. */
function isForeign(heading: string, language: Lang): boolean {
  const { written } = readHeading(heading, NO_WORDS);
  return /^\p{Ll}/u.test(heading) && written.length > 0 && !written.includes(language);
}

/** A heading as it is printed: with a capital, and words of programs apart (opening_hours, eventTitle). */
function printed(heading: string): string {
  const words = /^\p{Ll}{2,}(?:\p{Lu}\p{L}*)+$/u.test(heading)
    ? heading.replace(
        /(?<=\p{Ll})\p{Lu}\p{Ll}*/gu,
        (word) => ` ${/\p{Ll}/u.test(word) ? word.toLowerCase() : word}`,
      )
    : heading.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function oneLine(heading: string): string {
  return (heading.split('\n', 1)[0] ?? '').trim();
}
