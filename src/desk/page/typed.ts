import { useCallback, useEffect, useRef, useState } from 'react';
import type { Event } from '../../index.ts';
import type { Dataset, Said } from '../api.ts';
import { type Edits, NoSession, Refused, sendEdit } from './client.ts';

/** A value that was typed, and the one that it was typed over. */
interface Typed {
  base: string;
  value: string;
  /** Whether it is saved, and only waits for the dataset to be read again. */
  isSaved?: boolean;
}

/** How a form reads and writes the values of an event. */
export interface Values {
  at(event: Event, key: string): string;
  with(event: Event, key: string, value: string): Event;
}

/** Milliseconds without a key after which what was typed is saved. */
const PAUSE = 700;

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

/**
 * What is typed into the form of an event: it is saved after a pause, or when a field is left. It stays in this window
 * until it is saved, also when the page is loaded again. A value that somebody else has changed meanwhile is not saved
 * until it is decided which one stays.
 *
 * @param onSaved called with the edits that undo a save, and the keys that it changed
 */
export function useTyped(
  dataset: Dataset,
  id: string,
  values: Values,
  onSaved: (undo: Edits, keys: string) => void,
) {
  const store = `typed ${id}`;
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() => stored(store));
  const [problems, setProblems] = useState<readonly Said[]>([]);
  const [state, setState] = useState<SaveState>('idle');
  const latest = useRef({ dataset, typed, isSaving: false });
  latest.current.dataset = dataset;
  const event = dataset.values[id];

  const change = useCallback(
    (now: Readonly<Record<string, Typed>>): void => {
      latest.current.typed = now;
      setTyped(now);
      if (Object.keys(now).length === 0) sessionStorage.removeItem(store);
      else sessionStorage.setItem(store, JSON.stringify(now));
    },
    [store],
  );

  const save = useCallback(async (): Promise<void> => {
    const { current } = latest;
    const before = current.dataset.values[id];
    if (before === undefined || current.isSaving) return;
    const open = Object.entries(current.typed).filter(([key, { base, value, isSaved }]) => {
      const now = values.at(before, key);
      return !isSaved && value !== now && base === now;
    });
    if (open.length === 0) return;
    current.isSaving = true;
    setState('saving');
    try {
      const sent = await sendWithout(open, before, values, id);
      setProblems(sent.problems);
      const done = new Set(sent.saved);
      const marked = Object.entries(current.typed).map(([key, one]): [string, Typed] => {
        const was = open.find(([other]) => other === key)?.[1];
        if (was === undefined || !done.has(key)) return [key, one];
        // What was typed while it was being saved is typed over what is saved now.
        return [key, { base: was.value, value: one.value, isSaved: one.value === was.value }];
      });
      change(Object.fromEntries(marked));
      if (sent.undo.length > 0) onSaved(sent.undo, `${id} ${sent.saved.join()}`);
      setState(sent.problems.length > 0 ? 'failed' : 'saved');
    } catch (error) {
      if (!(error instanceof NoSession)) setState('failed');
    } finally {
      current.isSaving = false;
    }
  }, [id, values, onSaved, change]);

  // What is read again is no longer typed; what was not saved is tried again with the new state.
  useEffect(() => {
    const now = dataset.values[id];
    if (now === undefined) return;
    const rest = Object.entries(latest.current.typed).filter(
      ([key, { value }]) => values.at(now, key) !== value,
    );
    if (rest.length < Object.keys(latest.current.typed).length) change(Object.fromEntries(rest));
  }, [dataset, id, values, change]);

  useEffect(() => {
    if (Object.values(typed).every(({ isSaved }) => isSaved)) return;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, save]);

  const set = (key: string, value: string): void => {
    if (event === undefined) return;
    const base = latest.current.typed[key]?.base ?? values.at(event, key);
    const { [key]: _, ...others } = latest.current.typed;
    change(
      value === base && value === values.at(event, key) ? others : { ...others, [key]: { base, value } },
    );
    setProblems((known) => known.filter(({ field }) => field !== key));
  };
  return {
    /** The event as it is typed. */
    draft:
      event &&
      Object.entries(typed).reduce((result, [key, { value }]) => values.with(result, key, value), event),
    at: (key: string): string => typed[key]?.value ?? (event === undefined ? '' : values.at(event, key)),
    set,
    save: () => void save(),
    problems,
    state,
    /** The value in the file, where somebody else has changed it meanwhile. */
    conflictAt: (key: string): string | undefined => {
      const one = typed[key];
      if (one === undefined || one.isSaved || event === undefined) return undefined;
      const now = values.at(event, key);
      return now === one.base || now === one.value ? undefined : now;
    },
    /** Decides for what was typed, or for the file. */
    decide: (key: string, isMine: boolean): void => {
      const { [key]: one, ...others } = latest.current.typed;
      if (one === undefined || event === undefined) return;
      change(isMine ? { ...others, [key]: { base: values.at(event, key), value: one.value } } : others);
    },
  };
}

function stored(key: string): Record<string, Typed> {
  return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, Typed>;
}

/** Saves values; those that are refused are left out, so that they do not keep the others from being saved. */
async function sendWithout(
  open: readonly (readonly [string, Typed])[],
  before: Event,
  values: Values,
  id: string,
): Promise<{ saved: string[]; undo: Edits; problems: readonly Said[] }> {
  const after = open.reduce((event, [key, { value }]) => values.with(event, key, value), before);
  try {
    const { undo, conflicts } = await sendEdit([{ id, before, after }]);
    return { saved: conflicts.length > 0 ? [] : open.map(([key]) => key), undo, problems: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const isRefused = (key: string): boolean =>
      error.problems.some(
        ({ field = '' }) => field === key || field.startsWith(`${key}.`) || key.startsWith(`${field}.`),
      );
    const good = open.filter(([key]) => !isRefused(key));
    if (good.length === 0 || good.length === open.length)
      return { saved: [], undo: [], problems: error.problems };
    const rest = await sendWithout(good, before, values, id);
    return { ...rest, problems: [...error.problems, ...rest.problems] };
  }
}
