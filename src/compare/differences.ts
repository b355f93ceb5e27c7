import {
  type ChangeKind,
  FIELD_KINDS,
  type FieldKind,
  groupBy,
  type HasFields,
  kindOfField,
  ownProperty,
  withoutUndefined,
} from '../model/index.ts';
import type { Change, Difference, FieldWords, UnratedChange } from './change.ts';
import { fieldKey } from './fields.ts';
import type { Item, Matching } from './item.ts';
import { moved } from './order.ts';
import { withSwaps } from './swaps.ts';

/** The changes between two editions, and the differences that do not change the printed text. */
export interface Differences {
  drafts: readonly UnratedChange[];
  untracked: readonly Difference[];
}

/** The kinds of event fields, by field id. */
export type KindsOfFields = ReadonlyMap<string, FieldKind>;

/**
 * The kinds of changes, by object and by field name (up to the first dot), in the order in which reports list them. A
 * field without an entry does not affect the printed text. Events have no entries, because the kind of an event field
 * determines the kind of change.
 */
const KIND_OF_FIELD: Record<Exclude<Change['about'], 'event'>, Readonly<Record<string, ChangeKind>>> = {
  programme: {
    title: 'programme-title-changed',
    author: 'publisher-changed',
    subject: 'subject-changed',
    period: 'period-changed',
    introduction: 'introduction-changed',
    order: 'part-changed',
    parts: 'part-changed',
    signatures: 'part-changed',
    places: 'place-changed',
    contents: 'heading-changed',
    columns: 'heading-changed',
    labels: 'heading-changed',
  },
  side: { heading: 'heading-changed', name: 'side-changed', country: 'side-changed' },
  theme: {
    title: 'theme-renamed',
    introduction: 'introduction-changed',
    picture: 'picture-changed',
    caption: 'introduction-changed',
    columns: 'theme-columns-changed',
  },
};

/** The kinds of changes to printed properties of events that are not fields. */
const KIND_OF_EVENT_KEY: Readonly<Record<string, ChangeKind>> = {
  bodies: 'body-changed',
  regions: 'region-changed',
  when: 'date-changed',
  occurrences: 'time-changed',
  status: 'status-changed',
};

const BESIDE: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  title: ['bodies', 'regions', 'title'],
  date: ['date', 'when'],
  time: ['time', 'occurrences'],
};

/**
 * Properties of events, in the order in which reports list them. Fields are listed by kind, and each date or time in
 * words is followed by its machine-readable form.
 */
const ORDER_IN_EVENTS: readonly string[] = [
  ...FIELD_KINDS.flatMap((kind) => BESIDE[kind] ?? [kind]),
  'status',
];

const headOf = (field: string): string => field.split('.', 1)[0] ?? '';

function kindOf(about: Change['about'], field: string, kinds: KindsOfFields): ChangeKind | undefined {
  if (about !== 'event') return ownProperty(KIND_OF_FIELD[about], headOf(field));
  const kind = kinds.get(field);
  return kind === undefined ? ownProperty(KIND_OF_EVENT_KEY, headOf(field)) : kindOfField(kind).change;
}

/** Properties of events that are never printed: whether cells are repeated, accepted findings, and time zones. */
const UNPRINTED: readonly string[] = ['repeat', 'accept', 'timezone'];

/** Whether a field is visible in print. */
export function isPrinted(about: Change['about'], field: string): boolean {
  return about === 'event'
    ? !UNPRINTED.includes(field)
    : ownProperty(KIND_OF_FIELD[about], headOf(field)) !== undefined;
}

/**
 * The kinds of the event fields in several programmes. If a field has different kinds, the first programme takes
 * precedence.
 */
export function kindsOfFields(...programmes: readonly Pick<HasFields, 'fields'>[]): KindsOfFields {
  return new Map([...programmes].reverse().flatMap(({ fields }) => fields.map(({ id, kind }) => [id, kind])));
}

/** The differences between the old and the new fields of an object. */
export function fieldDifferences(
  subject: Pick<UnratedChange, 'about' | 'id' | 'theme' | 'place'>,
  oldFields: readonly FieldWords[],
  newFields: readonly FieldWords[],
  kinds: KindsOfFields,
): Differences {
  const before = new Map(oldFields.map((item) => [fieldKey(item), item]));
  const after = new Map(newFields.map((item) => [fieldKey(item), item]));
  const drafts: UnratedChange[] = [];
  const untracked: Difference[] = [];
  for (const { field, lang } of new Map([...before, ...after]).values()) {
    const key = fieldKey({ field, ...(lang && { lang }) });
    const words = versions(before.get(key)?.words, after.get(key)?.words);
    if (words.old === words.new) continue;
    const kind = isReordered(field, words) ? undefined : kindOf(subject.about, field, kinds);
    const difference = { field, ...(lang && { lang }), words };
    if (kind !== undefined) drafts.push({ ...subject, ...difference, kind });
    else untracked.push({ about: subject.about, ...(subject.id && { id: subject.id }), ...difference });
  }
  const sorted = drafts.sort((a, b) => rankOf(a, kinds) - rankOf(b, kinds));
  return { drafts: subject.about === 'event' ? withWhen(sorted, kinds) : sorted, untracked };
}

/** Merges the change to `when` and the first change to the printed date into a single change. */
function withWhen(drafts: readonly UnratedChange[], kinds: KindsOfFields): UnratedChange[] {
  const when = drafts.find(({ field }) => field === 'when');
  const date = drafts.find(({ field = '' }) => kinds.get(field) === 'date');
  if (when === undefined || date === undefined) return [...drafts];
  return drafts.flatMap((draft) => {
    if (draft === when) return [];
    return draft === date ? [{ ...draft, when: when.words }] : [draft];
  });
}

/** Whether a field contains region codes, and its two versions differ only in their order. */
function isReordered(field: string, { old = '', new: now = '' }: UnratedChange['words']): boolean {
  const sorted = (codes: string): string => codes.split(', ').sort().join();
  return field.startsWith('regions.') && sorted(old) === sorted(now);
}

/** The position of a field in the order in which reports list changes. */
function rankOf({ about, field = '' }: UnratedChange, kinds: KindsOfFields): number {
  return about === 'event'
    ? ORDER_IN_EVENTS.indexOf(kinds.get(field) ?? headOf(field))
    : Object.keys(KIND_OF_FIELD[about]).indexOf(headOf(field));
}

/** An object with the old and new versions of a value; an undefined version is omitted. */
export function versions<T>(before: T | undefined, after: T | undefined): { old?: T; new?: T } {
  return withoutUndefined({ old: before, new: after });
}

/**
 * The differences between matched items: added, removed and moved items, changed ids, and changed fields.
 *
 * @param themeNow maps the id of a theme in the old edition to its id in the new one
 */
export function itemDifferences(
  matching: Matching,
  themeNow: (id: string) => string,
  kinds: KindsOfFields,
): Differences {
  const { pairs, added, removed, splits, merges } = matching;
  const fields = pairs
    .filter((pair) => pair.old.content !== pair.new.content)
    .map((pair) => fieldDifferences(subjectOf(pair, themeNow), pair.old.fields, pair.new.fields, kinds));
  const drafts = [
    ...added.map((item): UnratedChange => {
      const splitFrom = splits.get(item.id);
      const kind = splitFrom === undefined ? (`${item.about}-added` as const) : 'event-split';
      const subject = subjectOf({ new: item }, themeNow);
      return { ...subject, kind, words: {}, fields: item.fields, ...(splitFrom && { splitFrom }) };
    }),
    ...removed.map((item): UnratedChange => {
      const mergedInto = merges.get(item.id);
      const kind = mergedInto === undefined ? (`${item.about}-removed` as const) : 'event-merged';
      const subject = subjectOf({ old: item }, themeNow);
      return { ...subject, kind, words: {}, fields: item.fields, ...(mergedInto && { mergedInto }) };
    }),
    ...movedPairs(pairs, themeNow).map((pair): UnratedChange => {
      return { ...subjectOf(pair, themeNow), kind: `${pair.new.about}-moved`, words: {} };
    }),
    ...pairs
      .filter((pair) => pair.old.id !== pair.new.id)
      .map((pair): UnratedChange => {
        const words = { old: pair.old.id, new: pair.new.id };
        return { ...subjectOf(pair, themeNow), kind: 'id-changed', field: 'id', words };
      }),
    ...fields.flatMap((found) => found.drafts),
  ];
  return { drafts: withSwaps(drafts), untracked: fields.flatMap((found) => found.untracked) };
}

type Pair = Matching['pairs'][number];

function subjectOf(
  { old, new: found }: { old?: Item; new?: Item },
  themeNow: (id: string) => string,
): Pick<UnratedChange, 'about' | 'id' | 'theme' | 'place'> {
  const item = found ?? old;
  if (item === undefined) throw new Error('a change of nothing');
  const id = item.about === 'theme' ? item.id : item.theme;
  const theme = found === undefined ? themeNow(id) : id;
  return {
    about: item.about,
    id: item.id,
    ...(theme !== '' && { theme }),
    place: versions(old?.place, found?.place),
  };
}

/**
 * The pairs of items that moved: to another theme, or to another position among the items that stayed in their theme.
 */
function movedPairs(pairs: readonly Pair[], themeNow: (id: string) => string): Pair[] {
  const left = pairs.filter((pair) => themeNow(pair.old.theme) !== pair.new.theme);
  const stayed = pairs.filter((pair) => themeNow(pair.old.theme) === pair.new.theme);
  const reordered = [...groupBy(stayed, (pair) => pair.new.theme).values()].flatMap((group) => {
    const positions = moved(group.map((pair) => pair.new.place.number));
    return group.filter((_, index) => positions.has(index));
  });
  return [...left, ...reordered];
}
