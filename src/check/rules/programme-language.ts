import { languageInsteadOf } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import type { CheckContext, Rule } from '../rule.ts';
import { languageCalled } from '../said.ts';
import { isProofed } from '../texts.ts';

export const programmeLanguage: Rule = {
  id: 'programme-language',
  severity: 'error',
  title: 'language of the programme that its texts are not in',
  why: 'Screen readers pronounce every word incorrectly, dates are not understood, and proofing reports nearly every word.',
  good: 'language: de, and texts in German',
  bad: 'language: fr, and texts in German',
  limits:
    'The rule needs ten texts that common words of a language identify, and hardly any in the language of the programme. The rules that read words do not run while it has a finding.',
  run: (context) => {
    const { language } = context.programme.config;
    const found = languageInstead(context);
    if (found === undefined) return [];
    return [
      {
        at: { field: 'language' },
        words: '',
        offset: 0,
        length: 0,
        ...messageOf('programme-language', {
          found: found.lang === undefined ? (found.other ?? '') : languageCalled(found.lang),
          language: languageCalled(language),
        }),
      },
    ];
  },
};

/** The language of the texts that should be in the main language, if they are in another one. */
export function languageInstead({ programme, texts }: CheckContext): ReturnType<typeof languageInsteadOf> {
  const { language } = programme.config;
  const own = texts.filter((text) => text.lang === language && isProofed(text));
  return languageInsteadOf(
    language,
    own.map(({ words }) => words),
  );
}
