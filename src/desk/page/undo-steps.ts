import type { Event, SettingEdit } from '../../index.ts';
import type { Edits } from '../api.ts';

/** An edit of an event or of a setting. */
export type Change = Edits['edits'][number] | SettingEdit;

/**
 * Edits that are undone together, and what they change: continued typing in the same fields belongs to the same step.
 */
export interface Step {
  edits: readonly Change[];
  about: string;
}

/** The steps with an added step, which is merged with the last one if both are about the same fields. */
export function withStep(steps: readonly Step[], next: Step): readonly Step[] {
  const last = steps.at(-1);
  if (last === undefined || next.about === '' || last.about !== next.about) return [...steps, next];
  // Steps with moves are not joined: undoing a move restores a position, which later edits may have changed again.
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

/** The fields of an event that an edit changes; none if the edit adds, moves or removes the event. */
export function changedFields({ before, after }: Edits['edits'][number]): string[] {
  if (before === undefined || after === undefined) return [];
  const keys = Object.keys({ ...before, ...after }) as (keyof Event)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(String);
}

/** Identifies the value that an edit changes. */
function keyOf(edit: Change): string {
  return 'of' in edit ? `${edit.of} ${edit.key}` : edit.id;
}
