import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule } from '../rule.ts';

/** Punctuation marks that may not follow each other. */
const DOUBLED = /,,|;;|::|(?<!\.)\.\.(?!\.)|[,;:] ?[,;:.](?!\p{L}|\.)/gu;
const COMMA_AND_DASH = /, ?[-–—](?=\s)/gu;

export const punctuation: Rule = {
  id: 'punctuation',
  severity: 'warning',
  title: 'punctuation marks that do not go together',
  why: 'It is the trace of a deleted word or of a hasty edit.',
  good: 'Start-ups in Yekaterinburg – first edition',
  bad: 'Start-ups in Yekaterinburg, - first edition',
  limits: 'It looks at neighbouring marks only, not at whether a comma is right.',
  run: inEachText(({ words, lang }) =>
    [DOUBLED, ...(LANGUAGES[lang].typography.dashAfterComma ? [] : [COMMA_AND_DASH])].flatMap((pattern) =>
      [...words.matchAll(pattern)].map(({ 0: marks, index }) => ({
        offset: index,
        length: marks.length,
        ...messageOf('marks-do-not-go-together', { marks }),
      })),
    ),
  ),
};
