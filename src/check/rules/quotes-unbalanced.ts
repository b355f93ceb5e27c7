import { messageOf } from '../messages.ts';
import { quotationsIn } from '../quotes.ts';
import { textRule } from '../rule.ts';

export const quotesUnbalanced = textRule(
  { id: 'quotes-unbalanced', severity: 'warning' },
  ({ words, lang }) =>
    quotationsIn(words, lang).alone.map((offset) => ({
      offset,
      length: 1,
      ...messageOf('quotation-mark-alone', { mark: words.charAt(offset) }),
    })),
);
