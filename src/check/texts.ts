import type { Position } from '../errors.ts';
import {
  configTexts,
  type Event,
  type EventText,
  eventTexts,
  isProse,
  LANGS,
  type Lang,
  type PartText,
  type Programme,
  type ProgrammeFile,
  perObject,
  pictureIn,
  picturesOfConfig,
  type Text,
  type Theme,
  textOf,
  valueAt,
  wordsByLanguage,
} from '../model/index.ts';

/** A text that the programme prints, in one language. */
export interface PrintedText {
  /** The field of the text, and its event unless the text is in programme.yaml. */
  at: Position;
  words: string;
  lang: Lang;
  event?: Event;
  theme?: Theme;
  /** The column of the table in which the text is printed, that is, the id of a field or side. */
  column?: string;
  kind?: EventText['kind'];
}

/** A field with its text in one or more languages. */
export interface TextField {
  field: string;
  text: Text;
}

/** A text field of an event. */
export interface EventField extends TextField, Pick<EventText, 'column' | 'kind'> {}

/**
 * All texts of a programme in printed order: those in programme.yaml first, then those of the events, column by column.
 */
export const textsOf = perObject((programme: Programme): readonly PrintedText[] => {
  const main = programme.config.language;
  const texts: PrintedText[] = configFields(programme.config).flatMap(({ field: path, text }) =>
    wordsByLanguage(text, path, main).map(({ words, lang, field }) => ({ at: { field }, words, lang })),
  );
  for (const { picture, at } of picturesOfConfig(programme.config))
    for (const { words, lang, field } of wordsByLanguage(picture, at.join('.'), main))
      for (const printed of saidIn(words))
        texts.push({ at: { field }, words: printed, lang, kind: 'picture' });
  for (const { field, lang, rich } of programme.texts ?? [])
    texts.push({ at: { field }, words: rich.words, lang });
  for (const { theme, events } of programme.themes) {
    const row = rowTexts(theme, programme.config);
    for (const event of events) {
      for (const { field: path, text, column, kind } of eventFields(event, row)) {
        for (const { words, lang, field } of wordsByLanguage(text, path, main)) {
          const common = { lang, event, theme, column, kind };
          for (const printed of kind === 'picture' ? saidIn(words) : [words])
            texts.push({ at: { event: event.id, field }, words: printed, ...common });
          const caption = kind === 'picture' ? pictureIn(words)?.caption : undefined;
          if (caption !== undefined)
            texts.push({
              at: { event: event.id, field: field.replace(path, `${path}.caption`) },
              words: caption,
              ...common,
            });
        }
      }
    }
  }
  return texts;
});

/**
 * The Markdown of a picture up to the end of the alternative text, which is proofread; empty for a decorative picture.
 */
function saidIn(words: string): string[] {
  const alt = pictureIn(words)?.alt;
  return alt === undefined ? [] : [words.slice(0, words.indexOf(alt) + alt.length)];
}

/**
 * Whether a text is proofread: it must consist of words in a language, and must be printed or be the alternative text
 * of a picture.
 */
export function isProofed({ kind }: PrintedText): boolean {
  return kind === undefined || kind === 'picture' || isProse(kind);
}

/** The languages in which a programme has texts or is published, beginning with the main language. */
export function languagesOf(programme: Programme): Lang[] {
  const { language, languages } = programme.config;
  const used = new Set([language, ...languages, ...textsOf(programme).map(({ lang }) => lang)]);
  return [language, ...LANGS.filter((lang) => lang !== language && used.has(lang))];
}

/** Groups the texts of events by event. */
export function textsByEvent(texts: readonly PrintedText[]): Map<Event, PrintedText[]> {
  const byEvent = new Map<Event, PrintedText[]>();
  for (const text of texts) {
    if (text.event !== undefined) valueAt(byEvent, text.event, () => []).push(text);
  }
  return byEvent;
}

/** The printed texts of programme.yaml. */
export function configFields(config: ProgrammeFile): TextField[] {
  return configTexts(config).map(({ path, text }) => ({ field: path, text }));
}

/** The parts that are texts, each with its texts in the order of the languages. */
export function partTexts({ texts = [] }: Programme): (readonly PartText[])[] {
  return [...new Set(texts.map(({ part }) => part))].map((id) => texts.filter(({ part }) => part === id));
}

/**
 * The text fields of an event: first those with a column, in the order of the theme's columns, then those without one.
 */
export function rowTexts({ columns }: Theme, config: ProgrammeFile): EventText[] {
  const position = ({ column }: EventText): number => {
    const index = columns.indexOf(column);
    return index === -1 ? columns.length : index;
  };
  return eventTexts(config).sort((a, b) => position(a) - position(b));
}

/** The fields of an event that contain text, in the order of its row. */
export function eventFields(event: Event, row: readonly EventText[]): EventField[] {
  return row.flatMap(({ column, path, kind }) => {
    const text = textOf(event, column);
    return text === undefined ? [] : [{ field: path, text, column, kind }];
  });
}
