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
    return translatables(programme).flatMap((own) =>
      languages.flatMap((lang) => {
        const isOutdated =
          translationState(own.text, before.get(translatableKey(own)), lang, language) === 'outdated';
        return isOutdated ? [found(own, lang, language, programme)] : [];
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
  const said = messageOf('translation-outdated', {
    main: languageCalled(main),
    language: languageCalled(lang),
  });
  const part = texts.find((own) => `parts.${own.part}` === field && own.lang === lang);
  if (form === 'markdown') return findingAt({ field: part?.field ?? path }, said);
  const event = about === 'event' && of !== undefined && { event: of };
  return findingAt({ ...event, field: `${path}.${lang}` }, said, wordsIn(text, lang, main));
}
