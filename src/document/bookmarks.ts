import { createHash } from 'node:crypto';
import type { Target } from './model.ts';

/** Maximum number of characters of a bookmark name in Word. */
const LONGEST = 40;
/**
 * Prefix of event bookmarks. Bookmarks of other targets begin with an underscore, so that Word's bookmark list hides
 * them.
 */
const EVENT_PREFIX = 'ev_';
const HASH_LENGTH = 12;

/**
 * Name of the bookmark of a link target: `ev_` and the event's id, or the id of a part of the document, with
 * underscores instead of hyphens. Word allows letters, digits and underscores, at most 40 characters, and ignores case;
 * an id that does not fit is truncated and ends in 12 digits of its SHA-256. A program that knows the ids can therefore
 * generate all names and map each name back to its id.
 */
export function bookmarkName(target: Target): string {
  const part = target.startsWith('_');
  const prefix = part ? '_' : EVENT_PREFIX;
  const id = part ? target.slice(1) : target;
  const name = prefix + id.replaceAll('-', '_');
  if (PLAIN.test(id) && name.length <= LONGEST) return name;
  const readable = name.replace(/[^a-z0-9_]/g, '').slice(0, LONGEST - HASH_LENGTH - 1);
  return `${readable}_${createHash('sha256').update(id).digest('hex').slice(0, HASH_LENGTH)}`;
}

/** Ids that remain unique when their hyphens are replaced with underscores. */
const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Name of the bookmark of a cell, derived from the event of its row and the field that it prints; hidden in Word's
 * list of bookmarks.
 */
export function cellBookmark(event: Target, field: string): string {
  return `_f_${createHash('sha256')
    .update(`${event} ${field}`)
    .digest('hex')
    .slice(0, 2 * HASH_LENGTH)}`;
}
