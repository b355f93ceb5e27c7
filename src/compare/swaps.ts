import { type ChangeKind, groupBy } from '../model/index.ts';
import type { UnratedChange } from './change.ts';

/**
 * The kind of change for two events that swapped their titles or ids, by the kind that each change would have on its
 * own.
 */
const SWAPPED: Readonly<Partial<Record<ChangeKind, ChangeKind>>> = {
  'title-reworded': 'titles-swapped',
  'id-changed': 'ids-swapped',
};

/** Finds pairs of events that swapped their titles or ids, and sets the kind of the two changes accordingly. */
export function withSwaps(drafts: readonly UnratedChange[]): UnratedChange[] {
  const swappable = drafts.filter(({ about, kind }) => about === 'event' && SWAPPED[kind] !== undefined);
  const byWords = groupBy(swappable, (draft) => keyOf(draft, draft.words.old, draft.words.new));
  const partners = new Map<UnratedChange, UnratedChange>();
  for (const draft of swappable) {
    const { old, new: now } = draft.words;
    if (partners.has(draft) || old === undefined || now === undefined) continue;
    const opposite = byWords
      .get(keyOf(draft, now, old))
      ?.find((other) => !partners.has(other) && other.id !== draft.id);
    if (opposite === undefined) continue;
    partners.set(draft, opposite).set(opposite, draft);
  }
  return drafts.map((draft) => {
    const swappedWith = partners.get(draft)?.id;
    const kind = SWAPPED[draft.kind];
    return swappedWith === undefined || kind === undefined ? draft : { ...draft, kind, swappedWith };
  });
}

function keyOf({ field, lang }: UnratedChange, old: string | undefined, now: string | undefined): string {
  return JSON.stringify([field, lang, old, now]);
}
