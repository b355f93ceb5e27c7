import { messageOf } from '../messages.ts';
import { quotationsIn } from '../quotes.ts';
import { inEachText, type Rule } from '../rule.ts';

export const quotesUnbalanced: Rule = {
  id: 'quotes-unbalanced',
  severity: 'warning',
  run: inEachText(({ words, lang }) =>
    quotationsIn(words, lang).alone.map((offset) => ({
      offset,
      length: 1,
      ...messageOf('quotation-mark-alone', { mark: words.charAt(offset) }),
    })),
  ),
};
