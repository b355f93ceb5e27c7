/**
 * Proposed changes to settings. A setting is a key of programme.yaml, a field, theme or side or one of its keys, a
 * place, a key of design.yaml, or the mapping of a spreadsheet. A change contains the path of the setting and its
 * values in JSON. Texts of the programme are not settings. This module does no I/O.
 */
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf, versions } from '../compare/index.ts';
import { reinsertUnlisted, withConfig, withKey, withValueAt } from '../exchange/index.ts';
import {
  EVENT_CAME,
  type Lang,
  ownProperty,
  type Programme,
  type ProgrammeFile,
  partsOf,
  SETTINGS,
  textOf,
  withoutUndefined,
  wordsInAll,
} from '../model/index.ts';
import { type PlaceItem, placeItems, placesOfItems } from '../reference/index.ts';
import { escapeInline, hasLook, parseInlineLines, plainInline } from '../text/index.ts';
import { ITEM_LISTS, type ItemList, isItemList, type ProposedChange, settingSteps } from './schema.ts';

interface Item {
  id: string;
}

/** The parts of a programme that contain settings. */
type Settings = Pick<Programme, 'config' | 'mappings' | 'design' | 'reference'>;

/**
 * Keys of programme.yaml that are not settings: texts, which are compared as words, and keys that only the editor may
 * change.
 */
const NOT_SETTINGS: readonly (keyof ProgrammeFile)[] = [
  ...ITEM_LISTS,
  ...(['title', 'author', 'subject', 'introduction', 'contents', 'period', 'labels'] as const),
  ...(['format', 'language', 'parts'] as const),
];

/** Keys of items that are not compared as settings. For the columns of themes, see `settingsBetween`. */
const WORDS_OF_ITEMS: Readonly<Record<ItemList | 'places', readonly string[]>> = {
  fields: ['id', 'heading'],
  themes: ['id', 'title', 'columns'],
  sides: ['id', 'name', 'heading', 'country'],
  places: ['id'],
};

/** Keys whose values are texts. A text that is a plain string is in the main language. */
export const TEXT_KEYS: ReadonlySet<string> = new Set(
  'name heading title shortTitle subject introduction contents caption picture portrait text role address town access'.split(
    ' ',
  ),
);

/**
 * The changes to settings between two states, with texts converted to the main language of the first state. The order
 * is: new fields and sides, changed keys of items, new themes without the columns of new fields, the order of items,
 * columns of themes, other keys, places, the design, mappings. Removed fields, themes, sides, places and emphasis are
 * not included.
 */
export function settingsBetween(
  { config: base, mappings: before = {}, design: look, reference: { places: had } }: Settings,
  copy: Settings,
): ProposedChange[] {
  const { config, mappings = {}, design } = copy;
  // The name and the address of a programme are strings, but not texts in a language.
  const { language, name, address } = config;
  const written = inLanguage(config, language, base.language);
  const theirs = { ...written, name, ...withoutUndefined({ address }) };
  const places = inLanguage(copy.reference.places, language, base.language);
  const fields = missingIn(base.fields, theirs.fields);
  const fresh = new Set(fields.map(({ item }) => item.id));
  // If a theme or side is missing, a new theme or side may be the missing one with a new id, so it is not proposed.
  const areAll = (list: 'themes' | 'sides'): boolean =>
    base[list].every(({ id }) => theirs[list].some((item) => item.id === id));
  const sides = areAll('sides') ? missingIn(base.sides, theirs.sides) : [];
  const themes = (areAll('themes') ? missingIn(base.themes, theirs.themes) : []).map(({ item, after }) => ({
    item: { ...item, columns: item.columns.filter((column) => !fresh.has(column)) },
    after,
  }));
  const listed = [...base.themes, ...themes.map(({ item }) => item)];
  const columns = theirs.themes.flatMap(({ id, columns: now }) => {
    const had = listed.find((theme) => theme.id === id)?.columns;
    return had === undefined ? [] : differing(`themes.${id}.columns`, had, now);
  });
  const added = (list: string, items: readonly Missing<Item>[]): ProposedChange[] =>
    items.map(({ item, after }) => ({
      ...setting(`${list}.${item.id}`, undefined, item),
      ...(after !== undefined && { after }),
    }));
  const keys = (Object.keys({ ...base, ...theirs }) as (keyof ProgrammeFile)[]).filter(
    (key) => !NOT_SETTINGS.includes(key),
  );
  return [
    ...added('fields', fields),
    ...added('sides', sides),
    ...ITEM_LISTS.flatMap((list) => keysBetween(list, base[list], theirs[list])),
    ...added('themes', themes),
    ...ITEM_LISTS.flatMap((list) => orderBetween(list, base[list], theirs[list])),
    ...columns,
    ...(isDeepStrictEqual(idsOf(base), idsOf(theirs)) ? [] : differing('parts', base.parts, theirs.parts)),
    ...keys.flatMap((key) => differing(key, base[key], theirs[key])),
    ...added('places', missingIn(placeItems(had), placeItems(places))),
    ...keysBetween('places', placeItems(had), placeItems(places)),
    ...(look === undefined || design === undefined ? [] : leavesBetween('design', look, design)),
    ...Object.entries(mappings).flatMap(([name, mapping]) =>
      differing(`mappings.${name}`, before[name], mapping),
    ),
  ];
}

/** Rewrites the texts in a value for a different main language. */
function inLanguage<T>(value: T, from: Lang, main: Lang): T {
  if (from === main || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, from, main)) as T;
  const entries = Object.entries(value).map(([key, item]) => {
    if (!TEXT_KEYS.has(key) || item === undefined) return [key, inLanguage(item, from, main)];
    const text: Partial<Record<Lang, string>> = typeof item === 'string' ? { [from]: item } : item;
    return [key, Object.keys(text).join() === main ? text[main] : text];
  });
  return Object.fromEntries(entries) as T;
}

const idsOf = (config: ProgrammeFile): string[] => partsOf(config).map(({ id }) => id);

const differing = (field: string, base: unknown, theirs: unknown): ProposedChange[] =>
  isDeepStrictEqual(base, theirs) ? [] : [setting(field, base, theirs)];

/** The changes to the keys of items that exist in both states. */
function keysBetween(
  list: keyof typeof WORDS_OF_ITEMS,
  base: readonly Item[],
  theirs: readonly Item[],
): ProposedChange[] {
  const known = new Map(base.map((had): [string, Readonly<Record<string, unknown>>] => [had.id, { ...had }]));
  return theirs.flatMap((now) => {
    const had = known.get(now.id);
    if (had === undefined) return [];
    const item: Readonly<Record<string, unknown>> = { ...now };
    return Object.keys({ ...had, ...item })
      .filter((key) => !WORDS_OF_ITEMS[list].includes(key))
      .filter((key) => key !== 'emphasis' || item[key] !== undefined)
      .flatMap((key) => differing(`${list}.${now.id}.${key}`, had[key], item[key]));
  });
}

/** The change in the order of the items that exist in both states; empty if the order is the same. */
function orderBetween(list: ItemList, base: readonly Item[], theirs: readonly Item[]): ProposedChange[] {
  const both = (items: readonly Item[], others: readonly Item[]): string[] =>
    items.flatMap(({ id }) => (others.some((other) => other.id === id) ? [id] : []));
  return differing(list, both(base, theirs), both(theirs, base));
}

/** The differences between two objects, with one change per value. */
function leavesBetween(field: string, base: unknown, theirs: unknown): ProposedChange[] {
  if (!isGroup(base) || !isGroup(theirs)) return differing(field, base, theirs);
  const keys = Object.keys({ ...base, ...theirs });
  // A key that contains a full stop cannot be a step of a path, so the whole object is one change.
  if (keys.some((key) => settingSteps(`design.${key}`)?.length !== 2)) return differing(field, base, theirs);
  return keys.flatMap((key) =>
    leavesBetween(`${field}.${key}`, ownProperty(base, key), ownProperty(theirs, key)),
  );
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An item that only the second list contains, and the id of the item before it. */
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
  const { list, id, key } = placeOf(field);
  const isPublished = list === 'fields' && key === 'internal' && theirs === undefined;
  const isTheme = list === 'themes' && id !== '' && key === undefined;
  const isPlace = list === 'places' && key !== undefined && key !== 'aliases';
  return {
    ...change,
    id: fingerprintOf({ ...change, words }, {}),
    severity: isPublished || isTheme || isPlace ? 'major' : 'minor',
    ...withoutUndefined({ base: words.old, theirs: words.new }),
    verdict: 'open',
  };
}

const inJson = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

/**
 * The steps in the path of a setting and, for a path into a list, the name of the list, the id of the item, and the key
 * of the item.
 */
function placeOf(field = '') {
  const steps = settingSteps(field) ?? [];
  const [list = '', id = '', key] = steps;
  return { list, id, key, steps };
}

/** The value at a path. In lists, a step is the id of an item. */
function valueUnder(settings: Settings, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value.find((item: Item) => item.id === step);
    return isGroup(value) ? ownProperty(value, step) : undefined;
  }, treeOf(settings));
}

/** All settings, keyed by the first step of their paths. All places have ids. */
type SettingTree = ProgrammeFile & Omit<Settings, 'config' | 'reference'> & { places: readonly PlaceItem[] };

const treeOf = ({ config, mappings, design, reference }: Settings): SettingTree => ({
  ...config,
  ...(mappings && { mappings }),
  ...(design && { design }),
  places: placeItems(reference.places),
});

/**
 * The value of a setting in words: the value itself, the title or heading of an item, the file pattern of a mapping, or
 * all values in an object or list.
 */
export const settingWords = (json: string | undefined): string | undefined =>
  json === undefined ? undefined : inWords(JSON.parse(json));

function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  const { id: _, title, heading, file, ...others }: Readonly<Record<string, unknown>> = { ...value };
  return inWords(title ?? heading ?? file ?? Object.values(others));
}

/** The current value of a setting as JSON; `isPlace` states whether the programme can contain the setting. */
export function settingAt(
  { field, base, theirs }: ProposedChange,
  settings: Settings,
): { isPlace: boolean; value?: string } {
  const { list, id, key, steps } = placeOf(field);
  const found = valueUnder(settings, steps);
  const isOrder = isItemList(list) && id === '';
  const isMeant = new Set(
    isOrder ? ([base, theirs].flatMap((json) => (json ? JSON.parse(json) : [])) as string[]) : [],
  );
  const value = inJson(
    isOrder ? (found as Item[]).flatMap((item) => (isMeant.has(item.id) ? item.id : [])) : found,
  );
  const isPlace =
    list === 'design'
      ? settings.design !== undefined
      : (!isItemList(list) && list !== 'places') ||
        key === undefined ||
        valueUnder(settings, [list, id]) !== undefined;
  return { isPlace, ...(value !== undefined && { value }) };
}

/** Whether two JSON values are equal, regardless of the order of their keys. */
export const isSameJson = (a: string | undefined, b: string | undefined): boolean =>
  isDeepStrictEqual(a && JSON.parse(a), b && JSON.parse(b));

/** Whether the draft uses a field, a theme or the emphasis of a field, so that the setting cannot be removed. */
export function isUsed({ field }: ProposedChange, { config, themes }: Programme): boolean {
  const { list, id, key } = placeOf(field);
  const texts = themes.flatMap(({ events }) => events.flatMap((event) => textOf(event, id) ?? []));
  if (key === 'emphasis') return texts.some((text) => wordsInAll(text).some(hasLooks));
  if (key !== undefined || !isItemList(list) || list === 'sides') return false;
  if (list === 'themes') return themes.some(({ theme, events }) => theme.id === id && events.length > 0);
  return config.themes.some(({ columns }) => columns.includes(id)) || texts.length > 0;
}

/** Whether a text has a different meaning in a field with emphasis, because it contains markup characters. */
const hasSigns = (words: string): boolean => escapeInline(words) !== words || hasLooks(words);

const hasLooks = (words: string): boolean => parseInlineLines(words).some(hasLook);

/** Applies those of the given changes that concern settings, and ignores the others. */
export function withSettings(programme: Programme, changes: readonly ProposedChange[]): Programme {
  const made = changes.filter(({ kind }) => kind === SETTINGS);
  if (made.length === 0) return programme;
  const { reference } = programme;
  const { mappings, design, places, ...config } = made.reduce(withSetting, treeOf(programme));
  return {
    ...withConfig(programme, config),
    ...(mappings && { mappings }),
    ...(design && { design }),
    reference: { ...reference, places: placesOfItems(places, reference.places) },
  };
}

function withSetting(tree: SettingTree, { field, after, written, theirs }: ProposedChange): SettingTree {
  const { list, id, steps } = placeOf(field);
  const json = written ?? theirs;
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  const isOrder = isItemList(list) && id === '';
  const now = isOrder ? ordered<Item>(tree[list], value as string[]) : value;
  return withKey(
    tree,
    list,
    withValueAt<unknown>(tree[list as keyof SettingTree], steps.slice(1), now, after),
  );
}

/**
 * Sorts items in the order of the given ids. Each item whose id is not given follows the item that it followed before.
 */
function ordered<T extends Item>(items: readonly T[], ids: readonly string[]): T[] {
  const listed = ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const others = items.flatMap(({ id }) => (ids.includes(id) ? [] : id));
  return reinsertUnlisted(listed, items, new Set(others));
}

/**
 * The change in the same proposal that adds a setting required by a given change, if the programme does not contain the
 * setting.
 */
export function lackOf(
  change: ProposedChange,
  settings: readonly ProposedChange[],
  programme: Settings,
): ProposedChange | undefined {
  if (settings.length === 0) return undefined;
  const needed = new Set(needsOf(change));
  const hasParts = EVENT_CAME.includes(change.kind) || change.kind === SETTINGS;
  return settings.find(
    (setting) =>
      setting.id !== change.id &&
      needed.has(setting.field ?? '') &&
      !(setting.verdict === 'refused' && hasParts && setting.field?.startsWith('fields.')) &&
      settingAt(setting, programme).value === undefined,
  );
}

function needsOf({ kind, about, field = '', fields = [], spot, base, theirs }: ProposedChange): string[] {
  const ofField = (name: string): string => `fields.${name.split('.', 1)[0]}`;
  if (kind === SETTINGS) {
    const names: unknown = field.endsWith('.columns') && theirs !== undefined ? JSON.parse(theirs) : [];
    const { list, id, key } = placeOf(field);
    return [
      ...(isItemList(list) && key !== undefined ? [`${list}.${id}`] : []),
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
 * Removes refused settings from a new event or from the columns of a theme: refused fields, and the markup in fields
 * whose emphasis was refused. The result is empty if nothing has to be removed.
 */
export function leftOf(
  { kind, field = '', fields = [], theirs }: ProposedChange,
  settings: readonly ProposedChange[],
  programme: Settings,
): { fields?: ProposedChange['fields']; columns?: string } {
  const refused = new Set(
    settings
      .filter((setting) => setting.verdict === 'refused' && settingAt(setting, programme).value === undefined)
      .map(({ field }) => field),
  );
  const stays = (field: string): boolean => !refused.has(`fields.${field}`);
  if (EVENT_CAME.includes(kind)) {
    const left = fields
      .filter(({ field }) => stays(field))
      .map((item) => (stays(`${item.field}.emphasis`) ? item : { ...item, words: plainInline(item.words) }));
    return isDeepStrictEqual(left, fields) ? {} : { fields: left };
  }
  const columns: unknown = kind === SETTINGS && theirs !== undefined ? JSON.parse(theirs) : undefined;
  if (!Array.isArray(columns) || !/^themes\..+\.columns$/.test(field)) return {};
  const left = columns.filter((column) => stays(String(column)));
  return left.length === columns.length ? {} : { columns: JSON.stringify(left) };
}
