import type { Event, SettingEdit } from '../../index.ts';
import type { Edits } from '../api.ts';

/** An edit of an event or of a setting. */
export type Change = Edits['edits'][number] | SettingEdit;

/**
 * Edits that are undone together, and the fields that they change. If the user continues typing in the same fields, the
 * edits are added to the same step.
 */
export interface Step {
  edits: readonly Change[];
  about: string;
}

/** Adds a step. If the new step and the last one change the same fields, they are merged. */
export function withStep(steps: readonly Step[], next: Step): readonly Step[] {
  const last = steps.at(-1);
  if (last === undefined || next.about === '' || last.about !== next.about) return [...steps, next];
  // Steps that contain a move are not merged: undoing a move restores a position that later edits may have changed
  // again.
  if ([...last.edits, ...next.edits].some((edit) => 'spot' in edit && edit.spot !== undefined))
    return [...steps, next];
  const newer = new Map(next.edits.map((edit) => [keyOf(edit), edit]));
  const joined = last.edits.map((edit): Change => {
    const later = newer.get(keyOf(edit));
    newer.delete(keyOf(edit));
    return later === undefined ? edit : ({ ...edit, before: later.before } as Change);
  });
  return [...steps.slice(0, -1), { edits: [...joined, ...newer.values()], about: next.about }];
}

/** The fields of an event that an edit changes; empty if the edit adds, moves or removes the event. */
export function changedFields({ before, after }: Edits['edits'][number]): string[] {
  if (before === undefined || after === undefined) return [];
  const keys = Object.keys({ ...before, ...after }) as (keyof Event)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(String);
}

/** A key that identifies the value changed by an edit. */
function keyOf(edit: Change): string {
  return 'of' in edit ? `${edit.of} ${edit.key}` : edit.id;
}
