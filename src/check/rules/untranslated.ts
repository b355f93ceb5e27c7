import { isTranslated, type Lang, textFile, wordsByLanguage, wordsIn } from '../../model/index.ts';
import { fromValue } from '../../text/index.ts';
import { excerptAround } from '../excerpt.ts';
import type { BareFinding } from '../finding.ts';
import { columnCalled, languageCalled, textCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, findingAt, missing, type Rule } from '../rule.ts';
import { configFields, type EventField, eventFields, partTexts } from '../texts.ts';

export const untranslated: Rule = {
  id: 'untranslated',
  severity: 'warning',
  run: (context) => context.programme.config.languages.flatMap((lang) => lacking(context, lang)),
};

function lacking({ programme, events }: CheckContext, lang: Lang): BareFinding[] {
  const { config } = programme;
  const inConfig = configFields(config)
    .filter(({ text }) => wordsIn(text, lang, config.language) === undefined)
    .flatMap(({ field, text }) => wordsByLanguage(text, field, config.language).slice(0, 1))
    .map(({ field, words }) =>
      findingAt(
        { field },
        messageOf('text-untranslated', {
          words: excerptAround(words, 0, 0).after,
          language: languageCalled(lang),
        }),
        words,
      ),
    );
  const inEvents = events.flatMap(({ event, row }): BareFinding[] => {
    const isWritten = ({ text }: EventField): boolean => wordsIn(text, lang, config.language) !== undefined;
    const fields = eventFields(event, row).filter(
      (field) =>
        isTranslated(field) &&
        (isWritten(field) || fromValue({ ...field, when: event.when }, lang, config.language) === undefined),
    );
    const without = fields.filter((field) => !isWritten(field));
    const [first] = without;
    if (first === undefined) return [];
    const message =
      without.length === fields.length
        ? messageOf('event-untranslated', { language: languageCalled(lang) })
        : messageOf('texts-untranslated', {
            text: textCalled(lang),
            columns: { quoted: without.map(({ column }) => columnCalled(column, programme)) },
          });
    return [missing(event, first.field, message)];
  });
  const inTexts = partTexts(programme).flatMap((texts): BareFinding[] => {
    const shown = texts.find((text) => text.lang === config.language) ?? texts[0];
    if (shown === undefined || texts.some((text) => text.lang === lang)) return [];
    const message = messageOf('part-untranslated', {
      part: shown.part,
      lang,
      shown: shown.lang,
      file: textFile(shown.part, lang),
    });
    return [findingAt({ field: shown.field }, message)];
  });
  return [...inConfig, ...inTexts, ...inEvents];
}
