import { isDeepStrictEqual } from 'node:util';
import { eventItems, type FieldWords, fieldKey, kindsOfFields, matchEvents } from '../compare/index.ts';
import {
  type Event,
  type EventText,
  emphasisedIn,
  eventTexts,
  type Programme,
  type ProgrammeFile,
  titleOf,
} from '../model/index.ts';
import { plainInline } from '../text/index.ts';
import { wordsOfEvent } from './places.ts';

/**
 * A programme whose events have the ids of the same events of another one, found by id and by likeness; of new events those that they
 * have, with a number where the other one uses it already.
 *
 * @param keepsIds an event that has the id of one of the other programme is that event; else ids may have been mixed up
 * @returns also which ids became which
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
  const themes = theirs.themes.map(({ theme, events }) => ({
    theme,
    events: events.map((event) => (idOf(event.id) === event.id ? event : { ...event, id: idOf(event.id) })),
  }));
  return {
    programme: { ...theirs, themes },
    renamed: [...ids].filter(([before, now]) => before !== now),
  };
}

/** Ids of the events that are evidently the same: they have one title, or all else alike. The others alone are worth a search. */
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

/** Kinds of fields that tell an event: what, when and where. Those that must be the same, and those that must not say otherwise. */
const TOLD_BY: readonly EventText['kind'][] = ['title', 'date'];
const NOT_OTHERWISE: readonly EventText['kind'][] = ['time', 'region', 'body', 'text'];

/**
 * The event among others that a new one is: it has the same title and date, and says nothing else of hour and place; of several the one that
 * has most words of the new one.
 *
 * @param fields the fields of the new event
 * @returns also which of the fields say what the event says
 */
export function sameEventAmong(
  fields: readonly FieldWords[],
  events: readonly Event[],
  config: ProgrammeFile,
): { event: Event; same: readonly string[] } | undefined {
  const kinds = new Map(eventTexts(config).map(({ path, kind }) => [path, kind]));
  const emphasised = emphasisedIn(config);
  const folded = ({ field, words }: FieldWords): string =>
    (emphasised.has(field) ? plainInline(words) : words).replace(/\s+/gu, ' ').trim().toLowerCase();
  const said = new Map(fields.map((own) => [fieldKey(own), folded(own)]));
  const langs = new Set(fields.map(({ lang }) => lang));
  const kindOf = ({ field }: FieldWords): EventText['kind'] => kinds.get(field) ?? 'description';
  const found = events.flatMap((event) => {
    const own = wordsOfEvent(event, config).filter(({ lang }) => lang === undefined || langs.has(lang));
    const theirs = new Map(own.map((field) => [fieldKey(field), folded(field)]));
    const isSame = (field: FieldWords): boolean => said.get(fieldKey(field)) === theirs.get(fieldKey(field));
    const isOpen = (field: FieldWords): boolean => !said.has(fieldKey(field)) || !theirs.has(fieldKey(field));
    const isTold = [...fields, ...own].every((field) => {
      const kind = kindOf(field);
      if (TOLD_BY.includes(kind)) return isSame(field);
      return !NOT_OTHERWISE.includes(kind) || isSame(field) || isOpen(field);
    });
    return isTold ? [{ event, same: fields.filter(isSame).map(({ field }) => field) }] : [];
  });
  const most = Math.max(...found.map(({ same }) => same.length));
  return found.find(({ same }) => same.length === most);
}

function idsIn({ themes }: Programme): Set<string> {
  return new Set(themes.flatMap(({ events }) => events.map(({ id }) => id)));
}

function without(programme: Programme, ids: ReadonlySet<string>): Programme {
  const themes = programme.themes.map(({ theme, events }) => ({
    theme,
    events: events.filter(({ id }) => !ids.has(id)),
  }));
  return { ...programme, themes };
}
