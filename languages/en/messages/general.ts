import type { Catalogue } from '../../messages.ts';

/** Text from which message parameters are composed. */
export const general = {
  'list-and': '{first} and {last}',
  'list-or': '{first} or {last}',
  'list-cut': '{shown} and {count} more',
  'decimal-mark': '.',
  quoted: '“{words}”',
  'group-of-digits': ',',
  'language-de': 'German',
  'language-en': 'English',
  'language-es': 'Spanish',
  'language-fr': 'French',
  'language-it': 'Italian',
  'language-ru': 'Russian',
} as const satisfies Catalogue;
