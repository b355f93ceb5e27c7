import { useEffect, useRef, useState } from 'react';
import type { Edit } from '../api.ts';
import { Conflict, inTurn, sendChanges } from './client.ts';
import { type Step, withStep } from './undo-steps.ts';

export interface Undo {
  /** Adds the edits that undo a change. */
  add(edits: readonly Edit[], about?: string): void;
  /**
   * Undoes the last step, and returns the edits that undoing it has made. If the values have changed since the step,
   * the step is dropped and `Conflict` is thrown.
   */
  undo: (() => Promise<readonly Edit[]>) | undefined;
  redo: (() => Promise<readonly Edit[]>) | undefined;
}

interface Steps {
  done: readonly Step[];
  undone: readonly Step[];
}

/** The key under which this window stores the steps, and the number of steps that are kept after a reload. */
const STORE = 'undo';
const MAX_STORED = 200;

function store({ done, undone }: Steps): void {
  const last = { done: done.slice(-MAX_STORED), undone: undone.slice(-MAX_STORED) };
  try {
    sessionStorage.setItem(STORE, JSON.stringify(last));
  } catch {
    // If the browser's storage has no room for the steps, they are not stored.
    sessionStorage.removeItem(STORE);
  }
}

/** The changes that can be undone in this window, and the undone changes that can be redone. */
export function useUndo(): Undo {
  const [steps, setSteps] = useState<Steps>(() =>
    JSON.parse(sessionStorage.getItem(STORE) ?? '{"done":[],"undone":[]}'),
  );
  const latest = useRef(steps);
  const set = (next: Steps): void => {
    latest.current = next;
    setSteps(next);
    store(next);
  };
  /** Applies the last step in one list, and appends the edits that undo it to the other list. */
  const apply = async (from: 'done' | 'undone', to: 'done' | 'undone'): Promise<readonly Edit[]> => {
    const step = latest.current[from].at(-1);
    if (step === undefined) return [];
    const move = (undo: readonly Step[]): void => {
      const { [from]: old, [to]: other } = latest.current;
      set({ ...latest.current, [from]: old.filter((one) => one !== step), [to]: [...other, ...undo] });
    };
    try {
      move([{ edits: await sendChanges(step.edits), about: '' }]);
    } catch (error) {
      if (error instanceof Conflict) move([]);
      throw error;
    }
    return step.edits;
  };
  return {
    add: (edits, about = '') => {
      if (edits.length > 0) set({ done: withStep(latest.current.done, { edits, about }), undone: [] });
    },
    undo: steps.done.length === 0 ? undefined : () => inTurn(() => apply('done', 'undone')),
    redo: steps.undone.length === 0 ? undefined : () => inTurn(() => apply('undone', 'done')),
  };
}

/** Handles Ctrl-Z and Ctrl-Y, except in fields, because fields have their own undo. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  const latest = useRef({ undo, redo });
  latest.current = { undo, redo };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isField = document.activeElement?.matches('input, textarea, select') === true;
      if (isField || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) latest.current.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) latest.current.redo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
