import {
  type Field,
  type FieldKind,
  isNamed,
  type Lang,
  type LangText,
  own,
  STATUSES,
  type Text,
  textIn,
} from '../model/index.ts';
import { type ChangeLabels, capitalised, fill, type Labels, labelsOf } from '../text/index.ts';
import type { Change, Comparison } from './change.ts';

/** A comparison and the language of the one who reads it. */
export interface Reader {
  comparison: Comparison;
  lang: Lang;
  labels: Labels;
  say: ChangeLabels;
  /** Words for codes and ids, by name of the field that holds them. */
  codes: Readonly<Record<'regions' | 'status' | 'columns', ReadonlyMap<string, string>>>;
}

export function readerOf(comparison: Comparison, lang: Lang): Reader {
  const labels = labelsOf(comparison.new, lang);
  const { changes: say, withoutRegion } = labels;
  const main = comparison.new.language;
  const sideName = (name: Text): string => textIn(name, lang, main).words;
  const regions = Object.entries(comparison.regions).map(
    ([code, names]) => [code, `${textIn(names, lang, lang).words} (${code})`] as const,
  );
  const fields = comparison.fields.map((field) => [field.id, fieldName(field, say, lang, main)] as const);
  const sides = comparison.sides.map(({ id, name }) => [id, sideName(name)] as const);
  return {
    comparison,
    lang,
    labels,
    say,
    codes: {
      regions: new Map([...Object.entries(withoutRegion), ...regions]),
      status: new Map(STATUSES.map((status) => [status, labels[status]])),
      columns: new Map([...fields, ...sides]),
    },
  };
}

/** A text of one of the editions in the reader's language, if it has it. */
export function inWords({ comparison, lang }: Reader, text: Text, edition: 'old' | 'new' = 'new'): LangText {
  return textIn(text, lang, comparison[edition].language);
}

/** The words for the codes and ids of a field that is not words: names of regions, reasons, statuses, columns. */
export function codesInWords({ codes }: Reader, field: string, text: string): string {
  const byField: Readonly<Record<string, ReadonlyMap<string, string>>> = codes;
  const known = own(byField, field.split('.')[0] ?? '');
  return known === undefined ? text : text.replace(/[\p{L}\p{N}-]+/gu, (code) => known.get(code) ?? code);
}

/** Name of a field for readers. */
export function fieldLabel(reader: Reader, about: Change['about'], field: string): string {
  const { say } = reader;
  if (field === 'id') return say.id;
  const [name = '', part = ''] = field.split('.');
  if (about === 'programme') {
    if (name === 'columns') return fill(say.columnHeading, { column: columnName(reader, part) });
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

/** Name of a part: the title of its text, or its label. */
function partName(reader: Reader, id: string): string {
  const title = reader.comparison.parts?.find((part) => part.id === id)?.title;
  if (title !== undefined) return inWords(reader, title).words;
  return isNamed(id) ? reader.labels.parts[id] : id;
}

/** Name of a field: its heading where the language has one, else what its kind is called, if that tells enough. */
function fieldName({ id, kind, heading }: Field, { fields }: ChangeLabels, lang: Lang, main: Lang): string {
  const own = heading === undefined ? undefined : textIn(heading, lang, main);
  if (own?.lang === lang) return own.words;
  const ofKind: Readonly<Partial<Record<FieldKind, string>>> = fields;
  return ofKind[kind] ?? own?.words ?? id;
}

function columnName({ codes }: Reader, column: string): string {
  return codes.columns.get(column) ?? column;
}

function pick(names: Readonly<Record<string, string>>, name: string): string {
  return own(names, name) ?? name;
}
