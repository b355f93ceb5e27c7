import { valueAt } from '../../model/index.ts';
import { languageInsteadOf } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, type Rule } from '../rule.ts';
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
    const instead = languageInstead(context);
    if (instead === undefined) return [];
    const said = messageOf('programme-language', {
      found: instead.lang === undefined ? (instead.other ?? '') : languageCalled(instead.lang),
      language: languageCalled(language),
    });
    return [findingAt({ field: 'language' }, said)];
  },
};

type Instead = ReturnType<typeof languageInsteadOf>;

const found = new WeakMap<CheckContext, { instead: Instead }>();

/** The language of the texts that should be in the main language, if they are in another one. */
export function languageInstead(context: CheckContext): Instead {
  return valueAt(found, context, () => {
    const { language } = context.programme.config;
    const own = context.texts.filter((text) => text.lang === language && isProofed(text));
    return {
      instead: languageInsteadOf(
        language,
        own.map(({ words }) => words),
      ),
    };
  }).instead;
}
