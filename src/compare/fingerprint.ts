import { createHash } from 'node:crypto';
import type { Change } from './change.ts';

type Fingerprinted = Pick<Change, 'kind' | 'about' | 'id' | 'field' | 'lang' | 'words' | 'when' | 'fields'>;

/**
 * Returns 12 hexadecimal digits that identify a change. The digits depend on the kind, event, field, old and new text
 * and `when` of the change (for an added or removed object, on all its fields), but not on the position of the event or
 * on other changes.
 *
 * @param theme the ids of the old and the new theme of a moved event
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
 * The two fingerprints that a date change had when changes to its text and to `when` were still separate. If both are
 * approved, the change is approved.
 */
export function fingerprintsApart({ when, ...change }: Fingerprinted): string[] {
  if (when === undefined) return [];
  const { lang: _, fields: _fields, ...subject } = change;
  return [fingerprintOf(change, {}), fingerprintOf({ ...subject, field: 'when', words: when }, {})];
}
