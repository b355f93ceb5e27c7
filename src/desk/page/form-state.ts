import { useCallback, useEffect, useRef, useState } from 'react';
import type { Edit, TranslatedProblem } from '../api.ts';
import { Conflict, inTurn, moment, Refused } from './client.ts';
import type { FieldProps, SaveState } from './fields.tsx';
import type { FormStore } from './form-values.ts';
import { useProblemsOf } from './requests.ts';

/** A typed value, and the value in the file when the user began to type. */
interface Typed {
  base: string;
  value: string;
}
type AllTyped = Readonly<Record<string, Typed>>;

/** A state of the files, and the moment when the page requested or wrote it. */
export interface DatedState<T> {
  state: T;
  at: number;
}

/** Milliseconds without a keystroke before typed values are saved. */
const PAUSE = 700;
/** Milliseconds before a failed save is repeated. */
const RETRY = 3000;
/** Prefix of the keys under which this window stores typed values. */
const STORE = 'typed ';

/** Whether this window has typed values that have not been saved. */
export function hasTyping(): boolean {
  return Object.keys(sessionStorage).some((key) => key.startsWith(STORE));
}

/**
 * Manages the values that are typed into a form. Typed values are saved after a pause or when a field loses the focus.
 * Until typed values are saved, this window stores them, so that they survive a reload. If somebody else changes a
 * value in the meantime, the typed value is not saved until the user decides which value to keep.
 *
 * @param id id of the form, unique in this window: two forms with the same id would overwrite each other's values
 * @param read the state that was read from the files
 * @param onSaved called with the edits that undo a save, and a text that identifies the typing: the form keys of the
 * saved values, and the last decision between two values
 */
export function useTyped<T>(
  id: string,
  read: DatedState<T>,
  values: FormStore<T>,
  onSaved: (undo: readonly Edit[], about: string) => void,
) {
  const store = `${STORE}${id}`;
  const [typed, setTyped] = useState<AllTyped>(() => JSON.parse(sessionStorage.getItem(store) ?? '{}'));
  const [written, setWritten] = useState<DatedState<T> & { keys: readonly string[] }>();
  const [problems, setProblems] = useState<readonly TranslatedProblem[]>([]);
  const [state, setState] = useState<SaveState>('idle');
  const [attempt, setAttempt] = useState(0);
  const problemsOf = useProblemsOf();
  // A state that was requested before the last save might not contain the saved values.
  const isOld =
    written !== undefined &&
    written.at > read.at &&
    written.keys.some((key) => values.at(read.state, key) !== values.at(written.state, key));
  const files = isOld ? written.state : read.state;
  const latest = useRef({ files, typed, problemsOf, onSaved, isSaving: false, decidedAt: 0 });
  Object.assign(latest.current, { files, problemsOf, onSaved });

  const change = useCallback(
    (next: AllTyped): void => {
      latest.current.typed = next;
      setTyped(next);
      if (Object.keys(next).length === 0) sessionStorage.removeItem(store);
      else sessionStorage.setItem(store, JSON.stringify(next));
    },
    [store],
  );

  /** Saves the typed values, including values that are typed while saving. Also called when the form is closed. */
  const save = useCallback(async (): Promise<void> => {
    const { current } = latest;
    if (current.isSaving) return;
    current.isSaving = true;
    // A save may have to wait for a long time, for example during a freeze.
    if (openIn(current, values).length > 0) setState('saving');
    const retry = (): unknown => setTimeout(() => setAttempt((last) => last + 1), RETRY);
    await inTurn(async () => {
      try {
        for (let open = openIn(current, values); open.length > 0; open = openIn(current, values)) {
          setState('saving');
          const sent = await sendWithout(open, current.files, values);
          if (sent.saved.length > 0) {
            current.files = sent.state;
            setWritten({ state: sent.state, at: moment(), keys: sent.saved });
            change(afterSave(current.typed, new Map(open), sent.saved));
            current.onSaved(sent.undo, `${id} ${current.decidedAt} ${sent.saved.join()}`);
          }
          setProblems(sent.problems);
          setState(sent.problems.length > 0 ? 'failed' : 'saved');
          if (sent.problems.length > 0) {
            // A problem that does not concern a value, such as a full disk, may disappear, so saving the same values
            // may succeed later.
            if (sent.problems.every(({ field }) => field === undefined)) retry();
            return;
          }
        }
        setProblems([]);
        setState((now) => (now === 'saving' ? 'saved' : now));
      } catch (error) {
        setState('failed');
        setProblems(current.problemsOf(error));
        // After a conflict, the dataset is read again. After that, either both texts are shown or the remaining values
        // are saved.
        if (error instanceof Conflict) return setWritten(undefined);
        retry();
      }
    });
    current.isSaving = false;
  }, [id, values, change]);

  // A typed value that the files already contain is no longer treated as typed.
  useEffect(() => {
    const rest = unlike(latest.current.typed, files, values);
    if (Object.keys(rest).length < Object.keys(latest.current.typed).length) change(rest);
  }, [files, values, change]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: saving is repeated later, and for another state
  useEffect(() => {
    if (Object.keys(typed).length === 0) return;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, save, attempt, files]);

  const set = (key: string, value: string): void => {
    const held = values.at(files, key);
    const base = latest.current.typed[key]?.base ?? held;
    const { [key]: _, ...others } = latest.current.typed;
    change(value === base && value === held ? others : { ...others, [key]: { base, value } });
    setProblems((known) => known.filter(({ field = '' }) => !isAbout(field, key)));
  };
  /** If the user has reverted all typed values, there are no problems and nothing needs to be saved. */
  const isTyped = Object.keys(typed).length > 0;
  const isIn = ({ field = '' }: TranslatedProblem, key: string): boolean =>
    field === key || field.startsWith(`${key}.`);
  const at = (key: string): string => typed[key]?.value ?? values.at(files, key);
  /** The value in the file, if somebody else has changed the file in the meantime. */
  const conflictAt = (key: string): string | undefined => {
    const one = typed[key];
    const held = values.at(files, key);
    return one === undefined || held === one.base || held === one.value ? undefined : held;
  };
  /** Resolves a conflict in favour of either the typed value or the value in the file. */
  const decide = (key: string, isMine: boolean): void => {
    const { [key]: one, ...others } = latest.current.typed;
    if (one === undefined) return;
    latest.current.decidedAt = moment();
    change(isMine ? { ...others, [key]: { base: values.at(files, key), value: one.value } } : others);
  };
  return {
    /** The state that was last read or written. */
    files,
    /** The state with the typed values applied. */
    draft: withTyped(Object.entries(typed), files, values),
    at,
    set,
    save: () => void save(),
    /** The problems that do not belong to any field of the form. */
    problems: isTyped ? problems.filter((one) => !values.keys(files).some((key) => isIn(one, key))) : [],
    /** The save state of the typed values. */
    state: state === 'failed' && !isTyped ? 'idle' : state,
    /** The props of the field with the given key, except the label. */
    field: (key: string): Omit<FieldProps, 'label'> => ({
      value: at(key),
      onChange: (value) => set(key, value),
      onLeave: () => void save(),
      problems: problems.filter((one) => isIn(one, key)),
      conflict: conflictAt(key),
      onDecide: (isMine) => decide(key, isMine),
    }),
  };
}

/** The typed values that differ from the values in a state. */
function unlike<T>(typed: AllTyped, state: T, values: FormStore<T>): AllTyped {
  return Object.fromEntries(
    Object.entries(typed).filter(([key, { value }]) => values.at(state, key) !== value),
  );
}

/**
 * The typed values that differ from the values in the files, except those that conflict with a newer value in the
 * files.
 */
function openIn<T>({ typed, files }: { typed: AllTyped; files: T }, values: FormStore<T>): [string, Typed][] {
  return Object.entries(unlike(typed, files, values)).filter(
    ([key, { base }]) => values.at(files, key) === base,
  );
}

/**
 * The typed values that remain after a save. If the user changed a value during the save, the new value is now based on
 * the saved value.
 */
function afterSave(typed: AllTyped, sent: ReadonlyMap<string, Typed>, saved: readonly string[]): AllTyped {
  const rest = Object.entries(typed).map(([key, one]): [string, Typed] => {
    const was = saved.includes(key) ? sent.get(key) : undefined;
    return [key, was === undefined ? one : { base: was.value, value: one.value }];
  });
  return Object.fromEntries(rest.filter(([, { base, value }]) => base !== value));
}

function withTyped<T>(typed: readonly (readonly [string, Typed])[], state: T, values: FormStore<T>): T {
  return typed.reduce((now, [key, { value }]) => values.with(now, key, value), state);
}

/** Saves values. Rejected values are left out, so that the other values can be saved. */
async function sendWithout<T>(
  open: readonly (readonly [string, Typed])[],
  before: T,
  values: FormStore<T>,
): Promise<{ saved: string[]; state: T; undo: readonly Edit[]; problems: readonly TranslatedProblem[] }> {
  const after = withTyped(open, before, values);
  try {
    return { ...(await values.send(before, after)), saved: open.map(([key]) => key), problems: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const isRefused = (key: string): boolean => error.problems.some(({ field = '' }) => isAbout(field, key));
    const good = open.filter(([key]) => !isRefused(key));
    if (good.length === 0 || good.length === open.length)
      return { saved: [], state: before, undo: [], problems: error.problems };
    const rest = await sendWithout(good, before, values);
    return { ...rest, problems: [...error.problems, ...rest.problems] };
  }
}

/**
 * Whether a problem concerns the value with the given form key: the field that the problem names is this value,
 * contains it or is part of it.
 */
function isAbout(field: string, key: string): boolean {
  return field === key || field.startsWith(`${key}.`) || key.startsWith(`${field}.`);
}
