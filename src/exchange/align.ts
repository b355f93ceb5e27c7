import { isDeepStrictEqual } from 'node:util';
import { eventItems, type FieldWords, fieldKey, kindsOfFields, matchEvents } from '../compare/index.ts';
import {
  type Event,
  type EventText,
  emphasisedIn,
  eventTexts,
  highest,
  oneLine,
  type Programme,
  type ProgrammeFile,
  titleOf,
  valueAt,
  withEvents,
} from '../model/index.ts';
import { plainInline } from '../text/index.ts';
import { wordsOfEvent } from './places.ts';

/**
 * Gives each event of the programme `theirs` the id that the same event has in the programme `base`. Events are matched
 * by id and by similarity. New events keep their ids, but a number is appended to ids that `base` already contains.
 *
 * @param keepsIds whether events with the same id are always the same event, so that no ids have been mixed up
 * @returns the programme `theirs` with the new ids, and the old and the new id of each renamed event
 */
export function withIdsOf(
  base: Programme,
  theirs: Programme,
  keepsIds = false,
): { programme: Programme; renamed: [string, string][] } {
  const before = idsIn(base);
  const same = keepsIds ? before : sameIn(base, theirs);
  const { pairs } = matchEvents(
    eventItems(without(base, keepsIds ? idsIn(theirs) : same)),
    eventItems(without(theirs, same)),
    kindsOfFields(theirs.config, base.config),
  );
  const ids = new Map(pairs.map((pair) => [pair.new.id, pair.old.id]));
  const taken = new Set([...pairs.map((pair) => pair.old.id), ...before]);
  const idOf = (id: string): string => {
    if (same.has(id)) return id;
    const found = ids.get(id);
    if (found !== undefined) return found;
    let free = id;
    for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
    taken.add(free);
    ids.set(id, free);
    return free;
  };
  const programme = withEvents(theirs, (events) =>
    events.map((event) => (idOf(event.id) === event.id ? event : { ...event, id: idOf(event.id) })),
  );
  return { programme, renamed: [...ids].filter(([before, now]) => before !== now) };
}

/**
 * The ids of the events that are clearly the same in both programmes, because the title is the same, or everything
 * except the title. All remaining events have to be matched by similarity.
 */
function sameIn(base: Programme, theirs: Programme): Set<string> {
  const title = titleOf(base.config);
  const old = new Map(base.themes.flatMap(({ events }) => events.map((event) => [event.id, event])));
  const isSame = (event: Event): boolean => {
    const before = old.get(event.id);
    if (before === undefined) return false;
    return (
      isDeepStrictEqual(before[title], event[title]) ||
      isDeepStrictEqual({ ...before, [title]: '' }, { ...event, [title]: '' })
    );
  };
  return new Set(theirs.themes.flatMap(({ events }) => events.filter(isSame).map(({ id }) => id)));
}

/**
 * Field kinds that identify an event. Two events are the same if their fields of the kinds in `TOLD_BY` are equal, and
 * each field of the kinds in `NOT_OTHERWISE` is equal or missing in one of the events.
 */
const TOLD_BY: readonly EventText['kind'][] = ['title', 'date'];
const NOT_OTHERWISE: readonly EventText['kind'][] = ['time', 'region', 'body', 'text', 'place'];

/**
 * Finds the existing event that a new event duplicates: it has the same title and date, and its times, regions, bodies,
 * places and short texts do not contradict those of the new event. If several events match, the event with the most
 * fields in common is returned.
 *
 * @param fields the fields of the new event
 * @returns the existing event, and the fields that are equal in both events
 */
export function sameEventAmong(
  fields: readonly FieldWords[],
  events: readonly Event[],
  config: ProgrammeFile,
): { event: Event; same: readonly string[] } | undefined {
  const kinds = new Map(eventTexts(config).map(({ path, kind }) => [path, kind]));
  const emphasised = emphasisedIn(config);
  const folded = ({ field, words }: FieldWords): string =>
    oneLine(emphasised.has(field) ? plainInline(words) : words).toLowerCase();
  const wordsByField = new Map(fields.map((field) => [fieldKey(field), folded(field)]));
  const langs = new Set(fields.map(({ lang }) => lang));
  const kindOf = ({ field }: FieldWords): EventText['kind'] => kinds.get(field) ?? 'description';
  const found = events.flatMap((event) => {
    const known = wordsOfEvent(event, config).filter(({ lang }) => lang === undefined || langs.has(lang));
    const theirs = new Map(known.map((field) => [fieldKey(field), folded(field)]));
    const isSame = (field: FieldWords): boolean =>
      wordsByField.get(fieldKey(field)) === theirs.get(fieldKey(field));
    const isOpen = (field: FieldWords): boolean =>
      !wordsByField.has(fieldKey(field)) || !theirs.has(fieldKey(field));
    const isTold = [...fields, ...known].every((field) => {
      const kind = kindOf(field);
      if (TOLD_BY.includes(kind)) return isSame(field);
      return !NOT_OTHERWISE.includes(kind) || isSame(field) || isOpen(field);
    });
    return isTold ? [{ event, same: fields.filter(isSame).map(({ field }) => field) }] : [];
  });
  return highest(found, ({ same }) => same.length);
}

function idsIn({ themes }: Programme): Set<string> {
  return new Set(themes.flatMap(({ events }) => events.map(({ id }) => id)));
}

function without(programme: Programme, ids: ReadonlySet<string>): Programme {
  return withEvents(programme, (events) => events.filter(({ id }) => !ids.has(id)));
}

/**
 * Inserts the items of `before` whose ids are in `kept` into the list `listed`. Each item is inserted after the listed
 * item that it followed in `before`.
 */
export function reinsertUnlisted<T extends { id: string }>(
  listed: readonly T[],
  before: readonly T[],
  kept: ReadonlySet<string>,
): T[] {
  const ids = new Set(listed.map(({ id }) => id));
  const behind = new Map<string | undefined, T[]>();
  let anchor: string | undefined;
  for (const item of before) {
    if (kept.has(item.id)) valueAt(behind, anchor, () => []).push(item);
    else if (ids.has(item.id)) anchor = item.id;
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...listed.flatMap((item) => [item, ...(behind.get(item.id) ?? [])]),
  ];
}
