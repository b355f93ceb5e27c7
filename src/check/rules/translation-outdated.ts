import {
  type Lang,
  type Programme,
  type Translatable,
  translatableKey,
  translatables,
  translationState,
  wordsIn,
} from '../../model/index.ts';
import type { BareFinding } from '../finding.ts';
import { languageCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { findingAt, type Rule } from '../rule.ts';

export const translationOutdated: Rule = {
  id: 'translation-outdated',
  severity: 'warning',
  needs: 'previous',
  run: ({ programme, previous }) => {
    const { language, languages } = programme.config;
    const before = new Map(
      previous && translatables(previous).map((text) => [translatableKey(text), text.text]),
    );
    return translatables(programme).flatMap((translatable) =>
      languages.flatMap((lang) => {
        const isOutdated =
          translationState(translatable.text, before.get(translatableKey(translatable)), lang, language) ===
          'outdated';
        return isOutdated ? [found(translatable, lang, language, programme)] : [];
      }),
    );
  },
};

function found(
  { about, of, field, path, text, form }: Translatable,
  lang: Lang,
  main: Lang,
  { texts = [] }: Programme,
): BareFinding {
  const message = messageOf('translation-outdated', {
    main: languageCalled(main),
    language: languageCalled(lang),
  });
  const part = texts.find((text) => `parts.${text.part}` === field && text.lang === lang);
  if (form === 'markdown') return findingAt({ field: part?.field ?? path }, message);
  const event = about === 'event' && of !== undefined && { event: of };
  return findingAt({ ...event, field: `${path}.${lang}` }, message, wordsIn(text, lang, main));
}
