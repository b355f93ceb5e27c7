import type { Event, EventEdit } from '../../index.ts';
import type { Edit } from '../api.ts';

/** Edits that are undone together. */
export interface Step {
  edits: readonly Edit[];
  /** Identifies the fields in which the user has typed; empty for edits that were not typed. */
  about: string;
}

/** Adds a step. If the user has continued typing in the fields of the last step, the two steps are merged. */
export function withStep(steps: readonly Step[], next: Step): readonly Step[] {
  const last = steps.at(-1);
  if (last === undefined || next.about === '' || last.about !== next.about) return [...steps, next];
  const newer = new Map(next.edits.map((edit) => [keyOf(edit), edit]));
  const joined = last.edits.map((edit): Edit => {
    const later = newer.get(keyOf(edit));
    newer.delete(keyOf(edit));
    return later === undefined ? edit : ({ ...edit, before: later.before } as Edit);
  });
  return [...steps.slice(0, -1), { edits: [...joined, ...newer.values()], about: next.about }];
}

/** The fields of an event that an edit changes; empty if the edit adds, moves or removes the event. */
export function changedFields({ before, after }: EventEdit): string[] {
  if (before === undefined || after === undefined) return [];
  const keys = Object.keys({ ...before, ...after }) as (keyof Event)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(String);
}

/** A key that identifies the value changed by an edit. */
function keyOf(edit: Edit): string {
  return 'of' in edit ? `${edit.of} ${edit.key}` : edit.id;
}
