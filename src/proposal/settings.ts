/** Settings that come from outside: new fields and themes, and columns of themes, each a path of programme.yaml with values in JSON. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf, versions } from '../compare/index.ts';
import { withConfig } from '../exchange/index.ts';
import { EVENT_CAME, type Programme, type ProgrammeFile, SETTINGS } from '../model/index.ts';
import type { ProposedChange } from './schema.ts';

interface Item {
  id: string;
}

/** The settings of one state that another has not: fields, then themes, each with columns that the other has, then columns of themes. */
export function settingsBetween(base: ProgrammeFile, theirs: ProgrammeFile): ProposedChange[] {
  const fields = missingIn(base.fields, theirs.fields);
  const fresh = new Set(fields.map(({ item }) => item.id));
  // Where a theme is missing, another may be the same under another id.
  const areAll = base.themes.every(({ id }) => theirs.themes.some((theme) => theme.id === id));
  const themes = (areAll ? missingIn(base.themes, theirs.themes) : []).map(({ item, after }) => ({
    item: { ...item, columns: item.columns.filter((column) => !fresh.has(column)) },
    after,
  }));
  const before = [...base.themes, ...themes.map(({ item }) => item)];
  const columns = theirs.themes.flatMap(({ id, columns: now }) => {
    const had = before.find((theme) => theme.id === id)?.columns;
    return had === undefined || isDeepStrictEqual(had, now)
      ? []
      : [setting(`themes.${id}.columns`, had, now)];
  });
  const added = [
    ...fields.map((own) => ({ ...own, list: 'fields' })),
    ...themes.map((own) => ({ ...own, list: 'themes' })),
  ].map(({ list, item, after }) => ({
    ...setting(`${list}.${item.id}`, undefined, item),
    ...(after !== undefined && { after }),
  }));
  return [...added, ...columns];
}

/** The items that a list has and another has not, each with the id of the one before it. */
function missingIn<T extends Item>(
  base: readonly T[],
  theirs: readonly T[],
): { item: T; after: string | undefined }[] {
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

function placeOf(field = ''): { list: 'fields' | 'themes'; id: string; key: string | undefined } {
  const [list, id = '', key] = field.split('.');
  return { list: list === 'themes' ? list : 'fields', id, key };
}

/** What a programme has at the place of a setting, in JSON; and whether there is such a place. */
export function settingAt(
  { field }: ProposedChange,
  config: ProgrammeFile,
): { isPlace: boolean; value?: string } {
  const { list, id, key } = placeOf(field);
  const item: object | undefined = config[list].find((own) => own.id === id);
  if (key === undefined) return { isPlace: true, ...(item && { value: JSON.stringify(item) }) };
  const value = inJson((item as Record<string, unknown> | undefined)?.[key]);
  return { isPlace: item !== undefined, ...(value !== undefined && { value }) };
}

/** Whether two values in JSON are the same, in whatever order their keys are. */
export const isSameJson = (a: string | undefined, b: string | undefined): boolean =>
  isDeepStrictEqual(a && JSON.parse(a), b && JSON.parse(b));

/** Whether a field or a theme has to stay: a field that the draft uses, and a theme, whose file of events nothing here deletes. */
export function isUsed({ field }: ProposedChange, { config, themes }: Programme): boolean {
  const { list, id, key } = placeOf(field);
  if (key !== undefined) return false;
  if (list === 'themes') return true;
  return (
    config.themes.some(({ columns }) => columns.includes(id)) ||
    themes.some(({ events }) => events.some((event) => Object.hasOwn(event, id)))
  );
}

/** A programme with settings changed; those of other kinds are passed over. */
export function withSettings(programme: Programme, changes: readonly ProposedChange[]): Programme {
  const made = changes.filter(({ kind }) => kind === SETTINGS);
  return withConfig(programme, made.reduce(withSetting, programme.config));
}

function withSetting(config: ProgrammeFile, { field, after, ...change }: ProposedChange): ProgrammeFile {
  const { list, id, key } = placeOf(field);
  const json = change.written ?? change.theirs;
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  const items: readonly Item[] = config[list];
  const index = items.findIndex((item) => item.id === id);
  if (key !== undefined)
    return { ...config, [list]: items.map((item) => (item.id === id ? { ...item, [key]: value } : item)) };
  if (value === undefined) return { ...config, [list]: items.filter((item) => item.id !== id) };
  if (index >= 0) return { ...config, [list]: items.with(index, value as Item) };
  const before = items.findIndex((item) => item.id === after);
  const at = after === undefined ? 0 : before < 0 ? items.length : before + 1;
  return { ...config, [list]: items.toSpliced(at, 0, value as Item) };
}

/** The field or theme that a change needs, that its proposal brings too, and that the programme has not; by its path. */
export function lackOf(
  change: ProposedChange,
  settings: readonly ProposedChange[],
  config: ProgrammeFile,
): string | undefined {
  if (settings.length === 0) return undefined;
  const needed = new Set(needsOf(change));
  const hasParts = EVENT_CAME.includes(change.kind) || change.kind === SETTINGS;
  return settings.find(
    (own) =>
      own.id !== change.id &&
      needed.has(own.field ?? '') &&
      !(own.verdict === 'refused' && hasParts && own.field?.startsWith('fields.')) &&
      settingAt(own, config).value === undefined,
  )?.field;
}

function needsOf({ kind, about, field = '', fields = [], spot, theirs }: ProposedChange): string[] {
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
  return [
    ...(spot === undefined ? [] : [`themes.${spot.theme}`]),
    ...[field, ...fields.map((own) => own.field)].map(ofField),
  ];
}

/** What is left of a new event, or of the columns of a theme, without the fields whose settings were refused; undefined where all is left. */
export function leftOf(
  { kind, fields = [], theirs }: ProposedChange,
  settings: readonly ProposedChange[],
  config: ProgrammeFile,
): { fields?: ProposedChange['fields']; columns?: string } {
  const refused = new Set(
    settings
      .filter((own) => own.verdict === 'refused' && settingAt(own, config).value === undefined)
      .map(({ field }) => field),
  );
  const stays = (field: string): boolean => !refused.has(`fields.${field}`);
  if (EVENT_CAME.includes(kind)) {
    const left = fields.filter(({ field }) => stays(field));
    return left.length === fields.length ? {} : { fields: left };
  }
  const columns: unknown = kind === SETTINGS && theirs !== undefined ? JSON.parse(theirs) : undefined;
  if (!Array.isArray(columns)) return {};
  const left = columns.filter((column) => stays(String(column)));
  return left.length === columns.length ? {} : { columns: JSON.stringify(left) };
}
