import { valueAt } from '../../model/index.ts';
import { languageInsteadOf } from '../../text/index.ts';
import { languageCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, type Rule } from '../rule.ts';
import { isProofed } from '../texts.ts';

export const programmeLanguage: Rule = {
  id: 'programme-language',
  severity: 'error',
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
