/** The inverse of `compare`: applies the changes of a comparison to a programme. */
import type { Change, Comparison, Difference, FieldWords } from '../../src/compare/change.ts';
import { eventOf, fieldKey, programmeFields } from '../../src/compare/fields.ts';
import { eventItems, type Item, sideItems, themeItems } from '../../src/compare/item.ts';
import {
  type Field,
  FORMAT,
  ID_CHANGED,
  LANGS,
  type Lang,
  type Programme,
  type ProgrammeFile,
  type Side,
  type Text,
  type Theme,
} from '../../src/model/index.ts';
import { groupBy } from '../../src/model/records.ts';
import { textsOfParts, withEmphasisOf } from '../../src/text/index.ts';

/** The data from which `applyChanges` builds items. */
interface Entry {
  id: string;
  theme: string;
  fields: readonly FieldWords[];
}

/**
 * The new programme, from the old one and the comparison of both: ids, order and fields of events, themes and sides,
 * and the programme's own texts, in normal form (see fields.ts). The regions and places of the reference are not
 * changed.
 */
export function applyChanges(oldProgramme: Programme, comparison: Comparison): Programme {
  const main = comparison.new.language;
  const differences = [...comparison.changes, ...comparison.untracked];
  const sides = applied('side', sideItems(oldProgramme), comparison);
  const themes = applied('theme', themeItems(oldProgramme), comparison);
  const themeIds = new Map(
    comparison.changes
      .filter((change) => change.about === 'theme' && ID_CHANGED.includes(change.kind))
      .map((change) => [change.place.old?.id, change.id]),
  );
  const rank = new Map(themes.map((theme, index) => [theme.id, index]));
  const home = (item: Item): string => themeIds.get(item.theme) ?? item.theme;
  const events = eventItems(withEmphasisOf(oldProgramme, comparison))
    .map((item) => ({ ...item, theme: home(item) }))
    .sort((a, b) => (rank.get(a.theme) ?? 0) - (rank.get(b.theme) ?? 0));
  const byTheme = groupBy(applied('event', events, comparison), (entry) => entry.theme);
  const ofProgramme = differences.filter((difference) => difference.about === 'programme');
  const themed = themes.map((entry) => ({
    theme: themeOf(entry.id, entry.fields, main),
    events: (byTheme.get(entry.id) ?? []).map(({ id, fields }) => eventOf(id, fields, main)),
  }));
  const fields = patched(programmeFields(oldProgramme.config, oldProgramme.texts), ofProgramme);
  const config = programmeOf(fields, {
    date: comparison.new.date ?? oldProgramme.config.date,
    sides: sides.map(({ id, fields }) => sideOf(id, fields, main)),
    themes: themed.map(({ theme }) => theme),
  });
  const texts = textsOfParts(config, textSources(fields));
  return {
    edition: comparison.new.edition,
    ...(comparison.new.isFile ? { isFile: true as const } : {}),
    config,
    themes: themed,
    reference: oldProgramme.reference,
    ...(texts.length === 0 ? {} : { texts }),
  };
}

/** The items of one type in the new edition, in its order. */
function applied(about: Item['about'], items: readonly Item[], comparison: Comparison): Entry[] {
  const changes = comparison.changes.filter((change) => change.about === about);
  const gone = new Set(
    changes.filter(({ place }) => place.new === undefined).map(({ place }) => place.old?.id),
  );
  const newIds = new Map(
    changes.filter(({ kind }) => ID_CHANGED.includes(kind)).map(({ place, id }) => [place.old?.id, id]),
  );
  const movers = new Map(
    changes.filter(({ kind }) => kind === `${about}-moved`).map((change) => [change.id, change]),
  );
  const differences = groupBy(
    [...changes, ...comparison.untracked].filter((item) => item.about === about),
    (item) => item.id,
  );
  const entries = items
    .filter((item) => !gone.has(item.id))
    .map((item): Entry => {
      const id = newIds.get(item.id) ?? item.id;
      const theme = movers.get(id)?.place.new?.theme?.id ?? item.theme;
      return { id, theme, fields: patched(item.fields, differences.get(id) ?? []) };
    });
  const added = changes
    .filter(({ place }) => place.old === undefined)
    .map((change) => ({ item: addedEntry(change), number: change.place.new?.number ?? 0 }));
  const placed = entries
    .filter((entry) => movers.has(entry.id))
    .map((item) => ({ item, number: movers.get(item.id)?.place.new?.number ?? 0 }));
  const kept = entries.filter((entry) => !movers.has(entry.id));
  return insertAt(kept, [...placed, ...added]);
}

function addedEntry({ id, theme, fields }: Change): Entry {
  return { id: id ?? '', theme: theme ?? '', fields: fields ?? [] };
}

/** A field, as described in a change or a difference. */
type Written = Pick<Difference, 'words'> & Partial<Pick<Change, 'field' | 'lang' | 'when'>>;

/** The fields with the new words of the differences. */
function patched(fields: readonly FieldWords[], differences: readonly Written[]): FieldWords[] {
  const byKey = new Map(fields.map((item) => [fieldKey(item), item]));
  const dates: Written[] = differences.flatMap(({ when }) =>
    when === undefined ? [] : [{ field: 'when', words: when }],
  );
  for (const { field, lang, words } of [...differences, ...dates]) {
    if (field === undefined || field === 'id') continue;
    const key = fieldKey({ field, ...(lang && { lang }) });
    if (words.new === undefined) byKey.delete(key);
    else byKey.set(key, { field, ...(lang && { lang }), words: words.new });
  }
  return [...byKey.values()];
}

/** The theme with these fields. */
export function themeOf(id: string, fields: readonly FieldWords[], main: Lang): Theme {
  return {
    id,
    title: wordsAt(fields, 'title', main) ?? '',
    columns: (plainOf(fields, 'columns') ?? '').split(', '),
    carry: plainOf(fields, 'carry') !== undefined,
  };
}

/** The side with these fields. */
export function sideOf(id: string, fields: readonly FieldWords[], main: Lang): Side {
  return {
    id,
    country: plainOf(fields, 'country') ?? '',
    name: wordsAt(fields, 'name', main) ?? '',
    heading: wordsAt(fields, 'heading', main) ?? '',
    ...optional('timezone', plainOf(fields, 'timezone')),
  };
}

/** The texts of parts that are stored in files, by part and language. */
function textSources(fields: readonly FieldWords[]): { part: string; lang: Lang; source: string }[] {
  return fields.flatMap(({ field, lang, words }) =>
    field.startsWith('texts.') && lang !== undefined
      ? [{ part: field.slice('texts.'.length), lang, source: words }]
      : [],
  );
}

/** The data of the programme itself with these fields. */
export function programmeOf(
  fields: readonly FieldWords[],
  { date, sides, themes }: Pick<ProgrammeFile, 'date' | 'sides' | 'themes'>,
): ProgrammeFile {
  const main = langOf(plainOf(fields, 'language'));
  const declared = jsonOf<Field[]>(fields, 'fields') ?? [];
  return {
    format: FORMAT,
    name: plainOf(fields, 'name') ?? '',
    language: main,
    languages: (plainOf(fields, 'languages') ?? '').split(', ').map(langOf),
    period: plainOf(fields, 'period') ?? '',
    title: wordsAt(fields, 'title', main) ?? '',
    author: plainOf(fields, 'author') ?? '',
    subject: wordsAt(fields, 'subject', main) ?? '',
    introduction: wordsAt(fields, 'introduction', main) ?? '',
    contents: wordsAt(fields, 'contents', main) ?? '',
    ...optional('parts', jsonOf<NonNullable<ProgrammeFile['parts']>>(fields, 'written')),
    fields: declared.map((field) => ({
      ...field,
      ...optional('heading', wordsAt(fields, `columns.${field.id}`, main)),
    })),
    ...optional('labels', jsonOf<NonNullable<ProgrammeFile['labels']>>(fields, 'labels')),
    ...optional('rules', jsonOf<NonNullable<ProgrammeFile['rules']>>(fields, 'rules')),
    ...optional('changes', jsonOf<NonNullable<ProgrammeFile['changes']>>(fields, 'changes')),
    date,
    sides,
    themes,
  };
}

function langOf(words: string | undefined): Lang {
  const lang = LANGS.find((known) => known === words);
  if (lang === undefined) throw new Error(`no language ${words}`);
  return lang;
}

/** Inserts each item of `placed` at its position in the result (`number`, 1-based). */
export function insertAt<T>(kept: readonly T[], placed: readonly { item: T; number: number }[]): T[] {
  const result: T[] = [];
  const ascending = [...placed].sort((a, b) => a.number - b.number);
  let next = 0;
  for (const item of kept) {
    for (; ascending[next]?.number === result.length + 1; next++) {
      const found = ascending[next];
      if (found !== undefined) result.push(found.item);
    }
    result.push(item);
  }
  return [...result, ...ascending.slice(next).map((found) => found.item)];
}

/** The text with these words: a string if it has only the main language. */
function wordsAt(fields: readonly FieldWords[], field: string, main: Lang): Text | undefined {
  const found = fields.filter((item) => item.field === field);
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length === 1 && only.lang === main) return only.words;
  return Object.fromEntries(found.map(({ lang, words }) => [lang ?? main, words]));
}

/** A value that `programmeFields` or `eventFields` wrote as JSON. */
function jsonOf<T>(fields: readonly FieldWords[], field: string): T | undefined {
  const words = plainOf(fields, field);
  return words === undefined ? undefined : (JSON.parse(words) as T);
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

function plainOf(fields: readonly FieldWords[], field: string): string | undefined {
  return fields.find((item) => item.field === field)?.words;
}
