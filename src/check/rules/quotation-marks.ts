import { messageOf } from '../messages.ts';
import { requoted, wrongQuotations } from '../quotes.ts';
import { textRule } from '../rule.ts';

export const quotationMarks = textRule(
  { id: 'quotation-marks', severity: 'note', readsLanguage: true },
  ({ words, lang }) =>
    wrongQuotations(words, lang).map((quotation) => {
      const fix = requoted(words, quotation, lang);
      return {
        offset: quotation.start,
        length: quotation.end + 1 - quotation.start,
        ...messageOf('quotation-marks', {
          open: words.charAt(quotation.start),
          close: words.charAt(quotation.end),
          rightOpen: fix.charAt(0),
          rightClose: fix.at(-1) ?? '',
        }),
        fix: { words: fix, safe: true },
      };
    }),
);
