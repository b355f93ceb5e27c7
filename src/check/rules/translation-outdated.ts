import type { Event } from '../../model/event.ts';
import type { EventText } from '../../model/field.ts';
import type { PartText } from '../../model/part.ts';
import type { Programme } from '../../model/programme.ts';
import type { Lang } from '../../model/text.ts';
import type { BareFinding } from '../finding.ts';
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
    const ofParts = translations.flatMap((lang) => outdatedTexts(programme, previous, lang));
    const ofEvents = events.flatMap(({ event, row }) => {
      const old = before.get(event.id);
      return old === undefined
        ? []
        : translations.flatMap((lang) => outdated(event, old, row, language, lang));
    });
    return [...ofParts, ...ofEvents];
  },
};

/** Texts of parts that say in a language what the main one no longer says. */
function outdatedTexts(
  { config, texts = [] }: Programme,
  previous: Programme | undefined,
  lang: Lang,
): BareFinding[] {
  const main = config.language;
  const wordsOf = (list: readonly PartText[] | undefined, part: string, own: Lang): string | undefined =>
    list?.find((text) => text.part === part && text.lang === own)?.rich.words;
  return texts.flatMap(({ part, lang: own, field, rich }): BareFinding[] => {
    const before = wordsOf(previous?.texts, part, main);
    const isOutdated =
      own === lang &&
      before !== undefined &&
      before !== wordsOf(texts, part, main) &&
      wordsOf(previous?.texts, part, lang) === rich.words;
    if (!isOutdated) return [];
    const message = `the text in ${main} changed since the last edition, that in ${lang} did not`;
    return [{ at: { field }, words: '', offset: 0, length: 0, message }];
  });
}

function outdated(
  event: Event,
  before: Event,
  row: readonly EventText[],
  main: Lang,
  lang: Lang,
): BareFinding[] {
  const old = new Map(
    eventFields(before, row).map(({ field, text }): [string, TextField['text']] => [field, text]),
  );
  return eventFields(event, row).flatMap(({ field, text }): BareFinding[] => {
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
