import { useCallback, useEffect, useRef, useState } from 'react';
import type { Said } from '../api.ts';
import { type Change, NoSession, Refused } from './client.ts';
import type { FieldProps, SaveState } from './fields.tsx';

/** A value that was typed, and the one that it was typed over. */
interface Typed {
  base: string;
  value: string;
  /** Whether it is saved, and only waits for the dataset to be read again. */
  isSaved?: boolean;
}

/** How a form reads and writes the values of an event, or of settings, and saves them. */
export interface Values<T> {
  at(state: T, key: string): string;
  with(state: T, key: string, value: string): T;
  send(before: T, after: T): Promise<{ undo: readonly Change[]; isConflict: boolean }>;
}

/** Milliseconds without a key after which what was typed is saved. */
const PAUSE = 700;

/**
 * What is typed into a form: it is saved after a pause, or when a field is left. It stays in this window
 * until it is saved, also when the page is loaded again. A value that somebody else has changed meanwhile is not saved
 * until it is decided which one stays.
 *
 * @param id names the form among those of this window
 * @param now the state in the files; undefined if it is no longer there
 * @param onSaved called with the edits that undo a save, and the keys that it changed
 */
export function useTyped<T>(
  id: string,
  now: T | undefined,
  values: Values<T>,
  onSaved: (undo: readonly Change[], keys: string) => void,
) {
  const store = `typed ${id}`;
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() => stored(store));
  const [problems, setProblems] = useState<readonly Said[]>([]);
  const [state, setState] = useState<SaveState>('idle');
  const latest = useRef({ now, typed, isSaving: false });
  latest.current.now = now;

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
    const before = current.now;
    if (before === undefined || current.isSaving) return;
    const open = Object.entries(current.typed).filter(([key, { base, value, isSaved }]) => {
      const held = values.at(before, key);
      return !isSaved && value !== held && base === held;
    });
    if (open.length === 0) return;
    current.isSaving = true;
    setState('saving');
    try {
      const sent = await sendWithout(open, before, values);
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
    if (now === undefined) return;
    const rest = Object.entries(latest.current.typed).filter(
      ([key, { value }]) => values.at(now, key) !== value,
    );
    if (rest.length < Object.keys(latest.current.typed).length) change(Object.fromEntries(rest));
  }, [now, values, change]);

  useEffect(() => {
    if (Object.values(typed).every(({ isSaved }) => isSaved)) return;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, save]);

  const set = (key: string, value: string): void => {
    if (now === undefined) return;
    const base = latest.current.typed[key]?.base ?? values.at(now, key);
    const { [key]: _, ...others } = latest.current.typed;
    change(value === base && value === values.at(now, key) ? others : { ...others, [key]: { base, value } });
    setProblems((known) => known.filter(({ field }) => field !== key));
  };
  const at = (key: string): string => typed[key]?.value ?? (now === undefined ? '' : values.at(now, key));
  /** The value in the file, where somebody else has changed it meanwhile. */
  const conflictAt = (key: string): string | undefined => {
    const one = typed[key];
    if (one === undefined || one.isSaved || now === undefined) return undefined;
    const held = values.at(now, key);
    return held === one.base || held === one.value ? undefined : held;
  };
  /** Decides for what was typed, or for the file. */
  const decide = (key: string, isMine: boolean): void => {
    const { [key]: one, ...others } = latest.current.typed;
    if (one === undefined || now === undefined) return;
    change(isMine ? { ...others, [key]: { base: values.at(now, key), value: one.value } } : others);
  };
  return {
    /** The state as it is typed. */
    draft:
      now === undefined
        ? undefined
        : Object.entries(typed).reduce<T>((state, [key, { value }]) => values.with(state, key, value), now),
    at,
    set,
    save: () => void save(),
    problems,
    state,
    /** The props of the field with a key, without its label. */
    field: (key: string): Omit<FieldProps, 'label'> => ({
      value: at(key),
      onChange: (value) => set(key, value),
      onLeave: () => void save(),
      problems: problems.filter(({ field = '' }) => field === key || field.startsWith(`${key}.`)),
      conflict: conflictAt(key),
      onDecide: (isMine) => decide(key, isMine),
    }),
  };
}

function stored(key: string): Record<string, Typed> {
  return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, Typed>;
}

/** Saves values; those that are refused are left out, so that they do not keep the others from being saved. */
async function sendWithout<T>(
  open: readonly (readonly [string, Typed])[],
  before: T,
  values: Values<T>,
): Promise<{ saved: string[]; undo: readonly Change[]; problems: readonly Said[] }> {
  const after = open.reduce((state, [key, { value }]) => values.with(state, key, value), before);
  try {
    const { undo, isConflict } = await values.send(before, after);
    return { saved: isConflict ? [] : open.map(([key]) => key), undo, problems: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const isRefused = (key: string): boolean => error.problems.some(({ field = '' }) => isAbout(field, key));
    const good = open.filter(([key]) => !isRefused(key));
    if (good.length === 0 || good.length === open.length)
      return { saved: [], undo: [], problems: error.problems };
    const rest = await sendWithout(good, before, values);
    return { ...rest, problems: [...error.problems, ...rest.problems] };
  }
}

/** Whether the field that a problem names is that of a key of the form, or a part of it. */
function isAbout(field: string, key: string): boolean {
  return field === key || field.startsWith(`${key}.`) || key.startsWith(`${field}.`);
}
