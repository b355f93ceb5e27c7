import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

/** A straight apostrophe within a word, or after a plural s. */
const STRAIGHT = /(?<!\p{L})(?:\p{L}+'\p{L}+|\p{L}*s'(?=\s))/gu;
/**
 * The text before an s' whose apostrophe may be a closing quotation mark, because the text contains an opening single
 * quotation mark.
 */
const OPENED = /(?:^|[\s(])'(?:\p{L}[^']*)?$/u;

export const apostrophes = textRule({ id: 'apostrophes', severity: 'note' }, ({ words }) =>
  spotsOf(words, STRAIGHT, ({ 0: word, index }) =>
    word.endsWith("'") && OPENED.test(words.slice(Math.max(0, words.lastIndexOf("'", index - 1) - 1), index))
      ? undefined
      : {
          ...messageOf('apostrophe-straight', { word }),
          fix: { words: word.replaceAll("'", '’'), safe: true },
        },
  ),
);
