import { messageOf } from '../messages.ts';
import { quotationsIn } from '../quotes.ts';
import { inEachText, type Rule } from '../rule.ts';

export const quotesUnbalanced: Rule = {
  id: 'quotes-unbalanced',
  severity: 'warning',
  title: 'quotation mark without a partner',
  why: 'Readers cannot see where the quotation starts or ends.',
  good: 'the “Global Educational Project” of the town',
  bad: 'the Global Educational Project” of the town',
  limits: 'Inch signs and quotations across several paragraphs are reported too.',
  run: inEachText(({ words, lang }) =>
    quotationsIn(words, lang).alone.map((offset) => ({
      offset,
      length: 1,
      ...messageOf('quotation-mark-alone', { mark: words.charAt(offset) }),
    })),
  ),
};
