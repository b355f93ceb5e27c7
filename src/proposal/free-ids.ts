import { eventOf, fingerprintOf, isPrinted } from '../compare/index.ts';
import { sameEventAmong } from '../exchange/index.ts';
import { EVENT_CAME, type Programme } from '../model/index.ts';
import { idMaker } from '../text/index.ts';
import type { ProposedChange } from './schema.ts';

/**
 * Gives added events new ids if a different proposal uses the same ids for different events, because two partners may
 * add different events with the same title. An event that both proposals add gets the same id in both.
 *
 * @param waiting the changes in all other proposals that have not been applied to the draft yet
 */
export function withFreeIds(
  changes: readonly ProposedChange[],
  waiting: readonly ProposedChange[],
  { config, themes }: Programme,
): ProposedChange[] {
  const events = waiting.flatMap(({ kind, of, fields }) =>
    of !== undefined && EVENT_CAME.includes(kind) ? [eventOf(of, fields ?? [], config.language)] : [],
  );
  if (events.length === 0) return [...changes];
  const there = [...themes.flatMap((theme) => theme.events), ...events].map(({ id }) => id);
  const newId = idMaker([...there, ...changes.flatMap(({ of }) => of ?? [])], 'event');
  const left = new Set(events);
  const ids = new Map<string, string>();
  for (const { kind, of, fields = [] } of changes) {
    if (of === undefined || !EVENT_CAME.includes(kind)) continue;
    const same = sameEventAmong(fields, [...left], config)?.event;
    if (same !== undefined) {
      left.delete(same);
      ids.set(of, same.id);
    } else if (events.some(({ id }) => id === of)) ids.set(of, newId([of]));
  }
  const idOf = (id: string): string => ids.get(id) ?? id;
  return changes.map((change) => {
    const { of, spot } = change;
    const placed =
      spot?.after === undefined ? change : { ...change, spot: { ...spot, after: idOf(spot.after) } };
    if (of === undefined || !ids.has(of)) return placed;
    const added = { kind: change.kind, about: change.about, id: idOf(of), words: {} };
    const printed = change.fields?.filter(({ field }) => isPrinted('event', field));
    const theme = spot === undefined ? {} : { new: spot.theme };
    return {
      ...placed,
      of: added.id,
      id: fingerprintOf({ ...added, ...(printed && { fields: printed }) }, theme),
    };
  });
}
