import { useCallback, useRef, useState } from 'react';
import { type Change, sendChanges } from './client.ts';

/** Edits that can be undone as one, and what they were about: typing on in the same fields belongs to the same step. */
interface Step {
  edits: readonly Change[];
  about: string;
}

export interface Undo {
  /** Takes the edits that undo a change. */
  add(edits: readonly Change[], about?: string): void;
  undo: (() => Promise<boolean>) | undefined;
  redo: (() => Promise<boolean>) | undefined;
}

/** The changes of this sitting that can be undone, and those that can be made again. */
export function useUndo(): Undo {
  const [steps, setSteps] = useState<{ done: readonly Step[]; undone: readonly Step[] }>({
    done: [],
    undone: [],
  });
  const latest = useRef(steps);
  const set = useCallback((next: typeof steps): void => {
    latest.current = next;
    setSteps(next);
  }, []);
  const add = useCallback(
    (edits: readonly Change[], about = ''): void => {
      const last = latest.current.done.at(-1);
      const [first] = edits;
      const [before] = last?.edits ?? [];
      const goesOn =
        about !== '' &&
        last?.about === about &&
        edits.length === 1 &&
        first !== undefined &&
        !('spot' in first && first.spot !== undefined) &&
        before?.after !== undefined;
      const step =
        goesOn && first !== undefined && before !== undefined
          ? { edits: [{ ...before, before: first.before } as Change], about }
          : { edits, about };
      const done = goesOn ? latest.current.done.slice(0, -1) : latest.current.done;
      set({ done: [...done, step], undone: [] });
    },
    [set],
  );
  /** Applies the last step of one list, and puts what undoes it at the end of the other. */
  const apply = async (from: 'done' | 'undone', to: 'done' | 'undone'): Promise<boolean> => {
    const step = latest.current[from].at(-1);
    if (step === undefined) return false;
    const { undo, conflicts } = await sendChanges(step.edits);
    const rest = latest.current[from].slice(0, -1);
    const more = conflicts.length > 0 ? [] : [{ edits: undo, about: '' }];
    const other = [...latest.current[to], ...more];
    set(from === 'done' ? { done: rest, undone: other } : { done: other, undone: rest });
    return conflicts.length === 0;
  };
  return {
    add,
    undo: steps.done.length === 0 ? undefined : () => apply('done', 'undone'),
    redo: steps.undone.length === 0 ? undefined : () => apply('undone', 'done'),
  };
}
