import type { HasFields } from './field.ts';
import type { FieldKind } from './field-kinds.ts';
import { LANGS, type Lang } from './text.ts';

/** Properties of an event, and its theme, each of which a spreadsheet stores in a single column. */
export const PLAIN_FIELDS = [
  'id',
  'theme',
  'when',
  'occurrences',
  'status',
  'timezone',
  'repeat',
  'accept',
] as const;

/**
 * The content of a spreadsheet column, which is written as a path: `title`, `title.fr` (the title in French),
 * `bodies.french` (the bodies of the side `french`), `bodies.french.ru`, `regions.french` (their region codes), `when`
 * … A text without a language is in the main language.
 */
export type SheetField =
  | { name: (typeof PLAIN_FIELDS)[number] }
  | { name: 'field'; id: string; lang?: Lang }
  | { name: 'bodies'; side: string; lang?: Lang }
  | { name: 'regions'; side: string };

/** The path of a field. */
export function fieldPath(field: SheetField): string {
  const side = 'side' in field ? [field.side] : [];
  const lang = 'lang' in field && field.lang !== undefined ? [field.lang] : [];
  return [field.name === 'field' ? field.id : field.name, ...side, ...lang].join('.');
}

/** The first name in a path, and the language at its end: `title.fr` is the field `title` in French. */
export function pathParts(path: string): { id: string; lang?: Lang } {
  const [id = '', ...rest] = path.split('.');
  const lang = LANGS.find((known) => known === rest.at(-1));
  return lang === undefined ? { id } : { id, lang };
}

/** Creates a function that maps a path to the kind of its field, or to undefined if the path does not name a field. */
export function fieldKinds(fields: HasFields['fields']): (path: string) => FieldKind | undefined {
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return (path) => kinds.get(pathParts(path).id);
}

/** Parses the field that a path names; undefined if the programme has no such field or side. */
export function parseField(path: string, { fields, sides }: HasFields): SheetField | undefined {
  const [name = '', ...rest] = path.split('.');
  const plain = PLAIN_FIELDS.find((known) => known === name);
  if (plain !== undefined) return rest.length === 0 ? { name: plain } : undefined;
  if (fields.some(({ id }) => id === name)) return inLanguage({ name: 'field', id: name }, rest);
  const [side = '', ...lang] = rest;
  if (!sides.some(({ id }) => id === side)) return undefined;
  if (name === 'regions') return lang.length === 0 ? { name, side } : undefined;
  return name === 'bodies' ? inLanguage({ name, side }, lang) : undefined;
}

function inLanguage<F extends SheetField>(
  field: F,
  rest: readonly string[],
): (F & { lang?: Lang }) | undefined {
  if (rest.length === 0) return field;
  const lang = LANGS.find((known) => known === rest[0]);
  return lang === undefined || rest.length > 1 ? undefined : { ...field, lang };
}
