import {
  type Field,
  type FieldKind,
  isNamed,
  type Lang,
  type LangText,
  ownProperty,
  STATUSES,
  type Text,
  textIn,
} from '../model/index.ts';
import { dateWords } from '../text/dates/index.ts';
import { type ChangeLabels, capitalised, fill, type Labels, labelsOf } from '../text/index.ts';
import type { Change, Comparison } from './change.ts';

/** A comparison, and how it is shown to its readers: languages, labels, and whether ids are visible. */
export interface Audience {
  comparison: Comparison;
  lang: Lang;
  /** The language of the titles of events and themes, and of the names of sides. */
  titles: Lang;
  labels: Labels;
  say: ChangeLabels;
  /** Whether codes and machine-readable values are shown unchanged. */
  hasIds: boolean;
  /** Labels for codes and ids, grouped by the field that contains them. */
  codes: Readonly<Record<'regions' | 'status' | 'columns', ReadonlyMap<string, string>>>;
}

export function audienceOf(comparison: Comparison, lang: Lang, hasIds: boolean, titles = lang): Audience {
  const labels = labelsOf(comparison.new, lang);
  const { changes: say, withoutRegion } = labels;
  const main = comparison.new.language;
  const sideName = (name: Text): string => textIn(name, lang, main).words;
  const regions = Object.entries(comparison.regions).map(([code, names]) => {
    const name = textIn(names, lang, lang).words;
    return [code, hasIds ? `${name} (${code})` : name] as const;
  });
  const fields = comparison.fields.map((field) => [field.id, fieldName(field, say, lang, main)] as const);
  const sides = comparison.sides.map(({ id, name }) => [id, sideName(name)] as const);
  return {
    comparison,
    lang,
    titles,
    labels,
    say,
    hasIds,
    codes: {
      regions: new Map([...Object.entries(withoutRegion), ...regions]),
      status: new Map(STATUSES.map((status) => [status, labels[status]])),
      columns: new Map([...fields, ...sides]),
    },
  };
}

/** A title or name from one of the editions, in the language chosen for titles if it exists in that language. */
export function inWords(
  { comparison, titles }: Audience,
  text: Text,
  edition: 'old' | 'new' = 'new',
): LangText {
  return textIn(text, titles, comparison[edition].language);
}

/**
 * Replaces the codes and ids in a field that is not text with labels, such as the names of regions, statuses and
 * columns.
 */
export function codesInWords({ codes }: Audience, field: string, text: string): string {
  const byField: Readonly<Record<string, ReadonlyMap<string, string>>> = codes;
  const known = ownProperty(byField, field.split('.')[0] ?? '');
  return known === undefined ? text : text.replace(/[\p{L}\p{N}-]+/gu, (code) => known.get(code) ?? code);
}

/**
 * The function that converts the machine-readable value of a field to text: dates to words, ids of parts to names, and
 * labels to their texts without keys. Undefined for other fields, and if machine-readable values are shown unchanged.
 */
export function valueInWords(reader: Audience, field: string): ((value: string) => string) | undefined {
  const { hasIds, lang } = reader;
  if (hasIds) return undefined;
  switch (field) {
    case 'when':
    case 'period':
      return (value) => dateWords(value, lang);
    case 'occurrences':
      return (value) => value.replace(/^\S+/gm, (date) => dateWords(date, lang));
    case 'order':
      return (value) =>
        value
          .split(', ')
          .map((part) => partName(reader, part))
          .join(', ');
    case 'labels':
      return (value) => leaves(JSON.parse(value)).join('\n');
    default:
      return undefined;
  }
}

/**
 * The text of a field as it is shown to readers. A text without a language consists of codes or machine-readable
 * values, which are converted to words.
 */
export function shownText(
  reader: Audience,
  { field = '', lang }: Pick<Change, 'field' | 'lang'>,
  text: string,
) {
  if (lang !== undefined) return text;
  return valueInWords(reader, field)?.(text) ?? codesInWords(reader, field, text);
}

/** All strings in a JSON value, including nested ones. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** The label of a field in the language of the readers. */
export function fieldLabel(reader: Audience, about: Change['about'], field: string): string {
  const { say } = reader;
  if (field === 'id') return say.id;
  const [name = '', part = ''] = field.split('.');
  if (about === 'programme') {
    if (name === 'columns') return fill(say.columnHeading, { column: columnName(reader, part) });
    if (name === 'places') return fill(say.placeDetails, { place: field.split('.').slice(2).join('.') });
    if (name === 'parts') return fill(say.partText, { part: partName(reader, part) });
    if (name === 'signatures') return fill(say.partSignature, { part: partName(reader, part) });
    return pick(say.programme, name);
  }
  if (about === 'theme') return pick(say.theme, name);
  if (about === 'side') return pick(say.side, name);
  const side = reader.comparison.sides.find(({ id }) => id === part);
  if (name === 'bodies') return side === undefined ? part : inWords(reader, side.heading).words;
  if (name === 'regions')
    return fill(say.regionsOf, { side: side === undefined ? part : inWords(reader, side.name).words });
  if (name === 'when') return say.when;
  if (name === 'occurrences') return say.occurrences;
  if (name === 'status') return capitalised(reader.labels.status);
  return columnName(reader, name);
}

/** The name of a part: the title of its text, otherwise its label. */
function partName(reader: Audience, id: string): string {
  const title = reader.comparison.parts?.find((part) => part.id === id)?.title;
  if (title !== undefined) return inWords(reader, title).words;
  return isNamed(id) ? reader.labels.parts[id] : pick(reader.say.parts, id);
}

/**
 * The name of a field: its heading in the requested language if there is one, otherwise the name of its kind if no
 * other field is of this kind.
 */
function fieldName({ id, kind, heading }: Field, { fields }: ChangeLabels, lang: Lang, main: Lang): string {
  const translated = heading === undefined ? undefined : textIn(heading, lang, main);
  if (translated?.lang === lang) return translated.words;
  const ofKind: Readonly<Partial<Record<FieldKind, string>>> = fields;
  return ofKind[kind] ?? translated?.words ?? id;
}

function columnName({ codes }: Audience, column: string): string {
  return codes.columns.get(column) ?? column;
}

function pick(names: Readonly<Record<string, string>>, name: string): string {
  return ownProperty(names, name) ?? name;
}
