import { createHash } from 'node:crypto';
import type { Change } from './change.ts';

type Fingerprinted = Pick<Change, 'kind' | 'about' | 'id' | 'field' | 'lang' | 'words' | 'when' | 'fields'>;

/**
 * 12 hexadecimal digits that name a change: the same as long as kind, event, field, old and new words and dates for machines are the
 * same, wherever the event stands and whatever else changes.
 *
 * @param theme ids of the old and the new theme, for moves; what was added or removed is known by all its fields
 */
export function fingerprintOf(change: Fingerprinted, theme: { old?: string; new?: string }): string {
  const { kind, about, id, field, lang, words, when, fields } = change;
  const parts = [kind, about, id, field, lang, words.old, words.new, theme.old, theme.new, fields];
  const dates = when === undefined ? [] : [when.old, when.new];
  return createHash('sha256')
    .update(JSON.stringify([...parts, ...dates]))
    .digest('hex')
    .slice(0, 12);
}

/**
 * The fingerprints that a change of a date had while its words and the date for machines were two changes: whoever approved both
 * approved it.
 */
export function fingerprintsApart({ when, ...change }: Fingerprinted): string[] {
  if (when === undefined) return [];
  const { lang: _, fields: _fields, ...subject } = change;
  return [fingerprintOf(change, {}), fingerprintOf({ ...subject, field: 'when', words: when }, {})];
}
