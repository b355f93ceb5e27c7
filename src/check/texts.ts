import type { Place } from '../errors.ts';
import type { Event } from '../model/event.ts';
import type { Programme, ProgrammeFile, Theme } from '../model/programme.ts';
import { LANGS, type Lang, type Text } from '../model/text.ts';

/** A text that the programme prints, in one language. */
export interface PrintedText {
  /** Event (none for the texts of programme.yaml) and field. */
  at: Place;
  words: string;
  lang: Lang;
  event?: Event;
  theme?: Theme;
  /** Column of the table in which it stands: region, category, the id of a side, title, description or date. */
  column?: string;
}

/** A field that holds a text, whatever its languages. */
export interface TextField {
  field: string;
  text: Text;
}

/** A field of an event that holds a text. */
export interface EventField extends TextField {
  column: string;
}

/** Every text of a programme in printed order: those of programme.yaml first, then event by event, column by column. */
export function textsOf(programme: Programme): PrintedText[] {
  const main = programme.config.language;
  const texts: PrintedText[] = configFields(programme.config).flatMap(({ field: path, text }) =>
    byLanguage(text, path, main).map(({ words, lang, field }) => ({ at: { field }, words, lang })),
  );
  for (const { theme, events } of programme.themes) {
    for (const event of events) {
      for (const { field: path, text, column } of eventFields(event, theme)) {
        for (const { words, lang, field } of byLanguage(text, path, main)) {
          texts.push({ at: { event: event.id, field }, words, lang, event, theme, column });
        }
      }
    }
  }
  return texts;
}

/** Languages that a programme has texts in or is published in, the main one first. */
export function languagesOf(programme: Programme): Lang[] {
  const { language, languages } = programme.config;
  const used = new Set([language, ...languages, ...textsOf(programme).map(({ lang }) => lang)]);
  return [language, ...LANGS.filter((lang) => lang !== language && used.has(lang))];
}

/** Texts of events by their event. */
export function textsByEvent(texts: readonly PrintedText[]): Map<Event, PrintedText[]> {
  const byEvent = new Map<Event, PrintedText[]>();
  for (const text of texts) {
    if (text.event === undefined) continue;
    const list = byEvent.get(text.event);
    if (list === undefined) byEvent.set(text.event, [text]);
    else list.push(text);
  }
  return byEvent;
}

/** The texts of programme.yaml that are printed. */
export function configFields(config: ProgrammeFile): TextField[] {
  return [
    { field: 'title', text: config.title },
    { field: 'introduction', text: config.introduction },
    { field: 'contents', text: config.contents },
    ...Object.entries(config.columns).flatMap(([column, text]) =>
      text === undefined ? [] : [{ field: `columns.${column}`, text }],
    ),
    ...config.sides.flatMap(({ name, heading }, index) => [
      { field: `sides.${index}.name`, text: name },
      { field: `sides.${index}.heading`, text: heading },
    ]),
    ...config.themes.map(({ title }, index) => ({ field: `themes.${index}.title`, text: title })),
  ];
}

/** The texts of an event in the order of the columns of its theme, then those that the theme has no column for. */
export function eventFields(event: Event, theme: Theme): EventField[] {
  const fields: EventField[] = [
    ...named('region', event.region),
    ...named('category', event.category),
    ...Object.entries(event.bodies).map(([side, text]) => ({ field: `bodies.${side}`, text, column: side })),
    { field: 'title', text: event.title, column: 'title' },
    ...named('description', event.description),
    ...named('date', event.date),
  ];
  const position = ({ column }: EventField) => {
    const index = theme.columns.indexOf(column);
    return index === -1 ? theme.columns.length : index;
  };
  return fields.sort((a, b) => position(a) - position(b));
}

function named(column: string, text: Text | undefined): EventField[] {
  return text === undefined ? [] : [{ field: column, text, column }];
}

/** The words of a text by language; a text written by language has its language at the end of its field. */
export function byLanguage(
  text: Text,
  field: string,
  main: Lang,
): { words: string; lang: Lang; field: string }[] {
  if (typeof text === 'string') return [{ words: text, lang: main, field }];
  return LANGS.flatMap((lang) => {
    const words = text[lang];
    return words === undefined ? [] : [{ words, lang, field: `${field}.${lang}` }];
  });
}

/** The words of an event's text in a language, if it has them. */
export function wordsIn(text: Text | undefined, lang: Lang, main: Lang): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string') return lang === main ? text : undefined;
  return text[lang];
}
