import type { Catalogue } from '../../messages.ts';

/** What parameters of messages are put together with. */
export const general = {
  'list-and': '{first} and {last}',
  'list-or': '{first} or {last}',
  'list-cut': '{shown} and {count} more',
  'decimal-mark': '.',
  'group-of-digits': ',',
} as const satisfies Catalogue;
