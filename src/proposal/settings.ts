/**
 * Settings from outside, each a path with values in JSON: new fields and themes of programme.yaml, columns of themes,
 * emphasis of fields, and the mappings of spreadsheets. Pure.
 */
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf, versions } from '../compare/index.ts';
import { withConfig, withKey } from '../exchange/index.ts';
import {
  EVENT_CAME,
  emphasisedIn,
  own,
  type Programme,
  type ProgrammeFile,
  SETTINGS,
  textOf,
  wordsInAll,
} from '../model/index.ts';
import { escapeInline, parseInlineLines, plainInline } from '../text/index.ts';
import { type ProposedChange, settingPlace } from './schema.ts';

interface Item {
  id: string;
}

/** The part of a programme that contains settings. */
type Settings = Pick<Programme, 'config' | 'mappings'>;

/**
 * The settings that one state has and another lacks: fields, emphasis of fields, then themes without columns of new
 * fields, then columns of themes, and mappings.
 */
export function settingsBetween(
  { config: base, mappings: before = {} }: Settings,
  { config: theirs, mappings = {} }: Settings,
): ProposedChange[] {
  const fields = missingIn(base.fields, theirs.fields);
  const fresh = new Set(fields.map(({ item }) => item.id));
  const emphasised = emphasisedIn(base);
  const held = [...emphasisedIn(theirs)]
    .filter((id) => !emphasised.has(id) && base.fields.some((field) => field.id === id))
    .map((id) => setting(`fields.${id}.emphasis`, undefined, true));
  // If a theme is missing, another may be the same theme with a new id.
  const areAll = base.themes.every(({ id }) => theirs.themes.some((theme) => theme.id === id));
  const themes = (areAll ? missingIn(base.themes, theirs.themes) : []).map(({ item, after }) => ({
    item: { ...item, columns: item.columns.filter((column) => !fresh.has(column)) },
    after,
  }));
  const listed = [...base.themes, ...themes.map(({ item }) => item)];
  const columns = theirs.themes.flatMap(({ id, columns: now }) => {
    const had = listed.find((theme) => theme.id === id)?.columns;
    return had === undefined || isDeepStrictEqual(had, now)
      ? []
      : [setting(`themes.${id}.columns`, had, now)];
  });
  const added = (list: string, items: readonly Missing<Item>[]): ProposedChange[] =>
    items.map(({ item, after }) => ({
      ...setting(`${list}.${item.id}`, undefined, item),
      ...(after !== undefined && { after }),
    }));
  const mapped = Object.entries(mappings).flatMap(([name, mapping]) =>
    isDeepStrictEqual(mapping, before[name]) ? [] : [setting(`mappings.${name}`, before[name], mapping)],
  );
  return [...added('fields', fields), ...held, ...added('themes', themes), ...columns, ...mapped];
}

/** An item that only one of two lists has, with the id of the item before it. */
interface Missing<T> {
  item: T;
  after: string | undefined;
}

function missingIn<T extends Item>(base: readonly T[], theirs: readonly T[]): Missing<T>[] {
  const known = new Set(base.map(({ id }) => id));
  return theirs.flatMap((item, index) =>
    known.has(item.id) ? [] : [{ item, after: theirs[index - 1]?.id }],
  );
}

function setting(field: string, base: unknown, theirs: unknown): ProposedChange {
  const change = { kind: SETTINGS, about: 'programme', field } as const;
  const words = versions(inJson(base), inJson(theirs));
  return {
    ...change,
    id: fingerprintOf({ ...change, words }, {}),
    severity: /^themes\.[^.]+$/.test(field) ? 'major' : 'minor',
    ...(words.old !== undefined && { base: words.old }),
    ...(words.new !== undefined && { theirs: words.new }),
    verdict: 'open',
  };
}

const inJson = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

const placeOf = (field = ''): NonNullable<ReturnType<typeof settingPlace>> =>
  settingPlace(field) ?? { list: 'fields', id: '', key: undefined };

/** Current value of a setting in JSON, and whether the programme has a place for the setting. */
export function settingAt(
  { field }: ProposedChange,
  { config, mappings = {} }: Settings,
): { isPlace: boolean; value?: string } {
  const { list, id, key } = placeOf(field);
  const item: object | undefined =
    list === 'mappings' ? own(mappings, id) : config[list].find((one) => one.id === id);
  if (key === undefined) return { isPlace: true, ...(item && { value: JSON.stringify(item) }) };
  const value = inJson((item as Record<string, unknown> | undefined)?.[key]);
  return { isPlace: item !== undefined, ...(value !== undefined && { value }) };
}

/** Whether two JSON values are equal regardless of the order of keys. */
export const isSameJson = (a: string | undefined, b: string | undefined): boolean =>
  isDeepStrictEqual(a && JSON.parse(a), b && JSON.parse(b));

/** Whether the draft uses a field, a theme, or the emphasis of a field, so that it cannot be removed. */
export function isUsed({ field }: ProposedChange, { config, themes }: Programme): boolean {
  const { list, id, key } = placeOf(field);
  const texts = themes.flatMap(({ events }) => events.flatMap((event) => textOf(event, id) ?? []));
  if (key === 'emphasis') return texts.some((text) => wordsInAll(text).some(hasLooks));
  if (key !== undefined || list === 'mappings') return false;
  if (list === 'themes') return themes.some(({ theme, events }) => theme.id === id && events.length > 0);
  return config.themes.some(({ columns }) => columns.includes(id)) || texts.length > 0;
}

/** Whether text is read differently in a field with emphasis. */
const hasSigns = (words: string): boolean => escapeInline(words) !== words || hasLooks(words);

const hasLooks = (words: string): boolean =>
  parseInlineLines(words).some(({ strong, emphasis, link }) => strong || emphasis || link !== undefined);

/** Applies changes of settings to a programme; changes of other kinds are skipped. */
export function withSettings(programme: Programme, changes: readonly ProposedChange[]): Programme {
  const made = changes.filter(({ kind }) => kind === SETTINGS);
  const { config, mappings } = made.reduce<Settings>(withSetting, programme);
  return { ...withConfig(programme, config), ...(mappings && { mappings }) };
}

function withSetting(settings: Settings, change: ProposedChange): Settings {
  const { list, id } = placeOf(change.field);
  const json = change.written ?? change.theirs;
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  if (list !== 'mappings') return { ...settings, config: withValue(settings.config, list, change, value) };
  return { ...settings, mappings: withKey(settings.mappings ?? {}, id, value) };
}

function withValue(
  config: ProgrammeFile,
  list: 'fields' | 'themes',
  { field, after }: ProposedChange,
  value: unknown,
): ProgrammeFile {
  const { id, key } = placeOf(field);
  const items: readonly Item[] = config[list];
  const index = items.findIndex((item) => item.id === id);
  if (key !== undefined)
    return {
      ...config,
      [list]: items.map((item) => (item.id === id ? withKey(item, key, value) : item)),
    };
  if (value === undefined) return { ...config, [list]: items.filter((item) => item.id !== id) };
  if (index >= 0) return { ...config, [list]: items.with(index, value as Item) };
  const before = items.findIndex((item) => item.id === after);
  const at = after === undefined ? 0 : before < 0 ? items.length : before + 1;
  return { ...config, [list]: items.toSpliced(at, 0, value as Item) };
}

/** The setting that a change needs, that its proposal also contains, and that the programme lacks. */
export function lackOf(
  change: ProposedChange,
  settings: readonly ProposedChange[],
  programme: Settings,
): ProposedChange | undefined {
  if (settings.length === 0) return undefined;
  const needed = new Set(needsOf(change));
  const hasParts = EVENT_CAME.includes(change.kind) || change.kind === SETTINGS;
  return settings.find(
    (own) =>
      own.id !== change.id &&
      needed.has(own.field ?? '') &&
      !(own.verdict === 'refused' && hasParts && own.field?.startsWith('fields.')) &&
      settingAt(own, programme).value === undefined,
  );
}

function needsOf({ kind, about, field = '', fields = [], spot, base, theirs }: ProposedChange): string[] {
  const ofField = (name: string): string => `fields.${name.split('.', 1)[0]}`;
  if (kind === SETTINGS) {
    const names: unknown = field.endsWith('.columns') && theirs !== undefined ? JSON.parse(theirs) : [];
    const { list, id, key } = placeOf(field);
    return [
      ...(key === undefined ? [] : [`${list}.${id}`]),
      ...(Array.isArray(names) ? names.map((name) => ofField(String(name))) : []),
    ];
  }
  if (about !== 'event') return [];
  const needed = [{ field, words: `${base} ${theirs}` }, ...fields].flatMap(({ field: name, words }) =>
    hasSigns(words) ? [ofField(name), `${ofField(name)}.emphasis`] : [ofField(name)],
  );
  return [...(spot === undefined ? [] : [`themes.${spot.theme}`]), ...needed];
}

/**
 * The rest of a new event, or of the columns of a theme, without the fields with refused settings, and without markup
 * if their emphasis was refused. Empty if nothing is removed.
 */
export function leftOf(
  { kind, fields = [], theirs }: ProposedChange,
  settings: readonly ProposedChange[],
  programme: Settings,
): { fields?: ProposedChange['fields']; columns?: string } {
  const refused = new Set(
    settings
      .filter((own) => own.verdict === 'refused' && settingAt(own, programme).value === undefined)
      .map(({ field }) => field),
  );
  const stays = (field: string): boolean => !refused.has(`fields.${field}`);
  if (EVENT_CAME.includes(kind)) {
    const left = fields
      .filter(({ field }) => stays(field))
      .map((own) => (stays(`${own.field}.emphasis`) ? own : { ...own, words: plainInline(own.words) }));
    return isDeepStrictEqual(left, fields) ? {} : { fields: left };
  }
  const columns: unknown = kind === SETTINGS && theirs !== undefined ? JSON.parse(theirs) : undefined;
  if (!Array.isArray(columns)) return {};
  const left = columns.filter((column) => stays(String(column)));
  return left.length === columns.length ? {} : { columns: JSON.stringify(left) };
}
