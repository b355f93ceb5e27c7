import { isDeepStrictEqual } from 'node:util';
import { eventItems, kindsOfFields, matchEvents } from '../compare/index.ts';
import { type Event, type Programme, titleOf } from '../model/index.ts';

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
