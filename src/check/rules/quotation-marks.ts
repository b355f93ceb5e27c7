import { messageOf } from '../messages.ts';
import { requoted, wrongQuotations } from '../quotes.ts';
import { inEachText, type Rule } from '../rule.ts';

export const quotationMarks: Rule = {
  id: 'quotation-marks',
  severity: 'note',
  title: 'quotation marks of another style than the language’s',
  why: 'Mixed quotation marks look careless, and a straight mark belongs to typewriters.',
  good: 'the event “Read in Limoges”',
  bad: 'the event "Read in Limoges"',
  limits: 'Single quotation marks are not looked at: they cannot be told from apostrophes.',
  run: inEachText(({ words, lang }) =>
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
  ),
};
