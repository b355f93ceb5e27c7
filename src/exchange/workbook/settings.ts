/** Merges settings of a programme in three states: as sent, as returned, and as in the current draft. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { ProgrammeFile } from '../../model/index.ts';
import { withKept } from '../kept.ts';

/**
 * A setting that was changed differently in the returned state and in the draft: the keys and ids of its path, and
 * its values.
 */
export interface SettingConflict {
  path: readonly string[];
  base: unknown;
  theirs: unknown;
  ours: unknown;
}

interface Item {
  id: string;
}

/**
 * The settings of the draft with the changes that only the returned state has. If both have changed a setting, the
 * draft has priority.
 */
export function mergedSettings(
  base: ProgrammeFile,
  theirs: ProgrammeFile,
  ours: ProgrammeFile,
): { config: ProgrammeFile; conflicts: SettingConflict[] } {
  const conflicts: SettingConflict[] = [];
  const merged = (before: unknown, now: unknown, own: unknown, path: readonly string[]): unknown => {
    if (isDeepStrictEqual(before, now) || isDeepStrictEqual(now, own)) return own;
    if (isDeepStrictEqual(before, own)) return now;
    if (isList(before) && isList(now) && isList(own)) return mergedList(before, now, own, path);
    if (isRecord(before) && isRecord(now) && isRecord(own)) {
      const keys = new Set([...Object.keys(own), ...Object.keys(now)]);
      const entries = [...keys].map((key) => [key, merged(before[key], now[key], own[key], [...path, key])]);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    conflicts.push({ path, base: before, theirs: now, ours: own });
    return own;
  };
  const mergedList = (
    before: readonly Item[],
    now: readonly Item[],
    own: readonly Item[],
    path: readonly string[],
  ): Item[] => {
    const [old, came, here] = [before, now, own].map((list) => new Map(list.map((item) => [item.id, item])));
    const ids = [...new Set([...own, ...now].map(({ id }) => id))];
    const items = new Map(
      ids.flatMap((id) => {
        const item = merged(old?.get(id), came?.get(id), here?.get(id), [...path, id]);
        return item === undefined ? [] : [[id, item as Item] as const];
      }),
    );
    const inAll = (list: readonly Item[]): string =>
      list.flatMap(({ id }) => ([old, came, here].every((all) => all?.has(id)) ? [id] : [])).join(' ');
    const [first, second] = inAll(before) === inAll(own) ? [now, own] : [own, now];
    const taken = (list: readonly Item[]): Item[] => list.flatMap(({ id }) => items.get(id) ?? []);
    const listed = taken(first);
    const there = new Set(listed.map(({ id }) => id));
    return withKept(listed, taken(second), new Set([...items.keys()].filter((id) => !there.has(id))));
  };
  return { config: merged(base, theirs, ours, []) as ProgrammeFile, conflicts };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.id === 'string');
