import { createHash } from 'node:crypto';
import type { Change } from './change.ts';

/**
 * 12 hexadecimal digits that name a change: the same as long as kind, event, field, old and new words are the same, wherever the event
 * stands and whatever else changes.
 *
 * @param theme ids of the old and the new theme, for moves; what was added or removed is known by all its fields
 */
export function fingerprintOf(
  change: Pick<Change, 'kind' | 'about' | 'id' | 'field' | 'lang' | 'words' | 'fields'>,
  theme: { old?: string; new?: string },
): string {
  const { kind, about, id, field, lang, words, fields } = change;
  const parts = [kind, about, id, field, lang, words.old, words.new, theme.old, theme.new, fields];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
