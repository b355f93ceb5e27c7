import type { general as english } from '../../en/messages/index.ts';
import { NARROW_NBSP } from '../../language.ts';
import type { Translated } from '../../messages.ts';

export const general: Translated<typeof english> = {
  'list-and': '{first} et {last}',
  'list-or': '{first} ou {last}',
  'list-cut': {
    one: '{shown} et {count} autre',
    other: '{shown} et {count} autres',
  },
  'decimal-mark': ',',
  quoted: '« {words} »',
  'group-of-digits': NARROW_NBSP,
  'language-de': 'allemand',
  'language-en': 'anglais',
  'language-es': 'espagnol',
  'language-fr': 'français',
  'language-it': 'italien',
  'language-ru': 'russe',
};
