import { perObject } from '../../model/index.ts';
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
    const message = messageOf('programme-language', {
      found: instead.lang === undefined ? (instead.other ?? '') : languageCalled(instead.lang),
      language: languageCalled(language),
    });
    return [findingAt({ field: 'language' }, message)];
  },
};

/** The actual language of the texts that should be in the main language; undefined if they are in the main language. */
export const languageInstead = perObject(({ programme, texts }: CheckContext) => {
  const { language } = programme.config;
  const proofed = texts.filter((text) => text.lang === language && isProofed(text));
  return languageInsteadOf(
    language,
    proofed.map(({ words }) => words),
  );
});
