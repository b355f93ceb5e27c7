import type { Event } from '../../model/event.ts';
import type { EventText } from '../../model/field.ts';
import type { Lang } from '../../model/text.ts';
import type { Sighting } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { languageCalled } from '../said.ts';
import { eventFields, type TextField, wordsIn } from '../texts.ts';

export const translationOutdated: Rule = {
  id: 'translation-outdated',
  severity: 'warning',
  title: 'translation that did not follow a change',
  why: 'The languages of one edition would say different things.',
  good: 'en: 5 June → 6 June · fr: 5 juin → 6 juin',
  bad: 'en: 5 June → 6 June · fr: 5 juin, as before',
  limits:
    'It compares with the last edition: a correction of the main text alone, such as a comma, is reported too.',
  needs: 'previous',
  run: ({ programme, previous, events }) => {
    const { language, languages } = programme.config;
    const translations = languages.filter((lang) => lang !== language);
    const before = new Map(
      previous?.themes.flatMap((theme) => theme.events.map((event) => [event.id, event])),
    );
    return events.flatMap(({ event, row }) => {
      const old = before.get(event.id);
      return old === undefined
        ? []
        : translations.flatMap((lang) => outdated(event, old, row, language, lang));
    });
  },
};

function outdated(
  event: Event,
  before: Event,
  row: readonly EventText[],
  main: Lang,
  lang: Lang,
): Sighting[] {
  const old = new Map(
    eventFields(before, row).map(({ field, text }): [string, TextField['text']] => [field, text]),
  );
  return eventFields(event, row).flatMap(({ field, text }): Sighting[] => {
    const words = wordsIn(text, lang, main);
    const oldText = old.get(field);
    const changed = wordsIn(text, main, main) !== wordsIn(oldText, main, main);
    if (words === undefined || oldText === undefined || !changed || wordsIn(oldText, lang, main) !== words)
      return [];
    return [
      {
        at: { event: event.id, field: `${field}.${lang}` },
        words,
        offset: 0,
        length: words.length,
        message: `the ${languageCalled(main)} text changed since the last edition, the ${languageCalled(lang)} one did not`,
      },
    ];
  });
}
