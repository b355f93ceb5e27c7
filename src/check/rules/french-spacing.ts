import { LANGUAGES, NBSP } from '../../../languages/index.ts';
import { addressTest } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/**
 * A character, the spaces after it, and a punctuation mark that must be preceded by a no-break space. Consecutive
 * punctuation marks, times, addresses, smileys, and punctuation marks within a name or code (std::sort) do not match.
 */
const BEFORE_MARK = /([^\s\u00a0\u202f«:;!?])( *)(?!::|[:;]-?[()])([:;!?](?![\p{L}\d/])|»)/gu;
const AFTER_OPENING = /«( *)([^\s\u00a0\u202f])/gu;

export const frenchSpacing = textRule(
  { id: 'french-spacing', severity: 'warning', readsLanguage: true },
  ({ words, lang }) => {
    const { spaceBefore } = LANGUAGES[lang].typography;
    if (Object.keys(spaceBefore).length === 0) return [];
    const inAddress = addressTest(words);
    const before = spotsOf(words, BEFORE_MARK, ({ 1: letter = '', 3: mark = '' }) => ({
      ...messageOf('space-before-missing', { mark }),
      fix: { words: `${letter}${spaceBefore[mark] ?? NBSP}${mark}`, safe: true },
    }));
    const after = spotsOf(words, AFTER_OPENING, ({ 2: letter = '' }) => ({
      ...messageOf('space-after-guillemet-missing'),
      fix: { words: `«${NBSP}${letter}`, safe: true },
    }));
    return [...before, ...after].filter(({ offset }) => !inAddress(offset));
  },
);
