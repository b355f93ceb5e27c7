import { type Event, textOf } from './event.ts';
import { type EventText, eventTexts, isProse } from './field.ts';
import { partsOf } from './part.ts';
import type { Programme, ProgrammeFile } from './programme.ts';
import type { Lang, Text } from './text.ts';

/** A text that can be translated. */
export interface Translatable {
  about: 'programme' | 'side' | 'theme' | 'event';
  /** The id of the side, theme or event that has the text. */
  of?: string;
  /**
   * The name of the field within its side, theme or event, or within programme.yaml, without list indexes, such as
   * `title`, `columns.date` or `parts.foreword`.
   */
  field: string;
  /** The path of the text in its file, such as `themes.0.title`. */
  path: string;
  text: Text;
  /** The notation of the text: plain text, text with emphasis markup, or Markdown. */
  form: 'plain' | 'emphasis' | 'markdown';
  /** For a text of an event, the table column in which it is printed. */
  column?: string;
  kind?: EventText['kind'];
}

/** A key that identifies a text in all versions of a programme. */
export function translatableKey({
  about,
  of = '',
  field,
}: Pick<Translatable, 'about' | 'of' | 'field'>): string {
  return `${about} ${of} ${field}`;
}

/** All translatable texts of a programme, in printed order. */
export function translatables(programme: Programme): Translatable[] {
  const { config, themes } = programme;
  const row = eventTexts(config);
  return [
    ...configTexts(config),
    ...partTranslatables(programme),
    ...themes.flatMap(({ events }) => events.flatMap((event) => eventTranslatables(event, row))),
  ];
}

/** The translatable texts in programme.yaml. */
export function configTexts(config: ProgrammeFile): Translatable[] {
  const setting = (field: string, text: Text, path = field): Translatable => ({
    about: 'programme',
    field,
    path,
    text,
    form: field === 'introduction' ? 'emphasis' : 'plain',
  });
  /** The translatable texts of a list item in programme.yaml. */
  const ofItem = (
    about: 'side' | 'theme',
    index: number,
    { id, ...texts }: { id: string } & Readonly<Record<string, Text | undefined>>,
  ): Translatable[] =>
    Object.entries(texts).flatMap(([field, text]) =>
      text === undefined
        ? []
        : { about, of: id, field, path: `${about}s.${index}.${field}`, text, form: 'plain' as const },
    );
  return [
    setting('title', config.title),
    setting('introduction', config.introduction),
    setting('contents', config.contents),
    ...config.fields.flatMap(({ id, heading }, index) =>
      heading === undefined ? [] : [setting(`columns.${id}`, heading, `fields.${index}.heading`)],
    ),
    ...config.sides.flatMap(({ id, name, heading }, index) => ofItem('side', index, { id, name, heading })),
    ...config.themes.flatMap(({ id, title, introduction, caption }, index) =>
      ofItem('theme', index, { id, title, introduction, caption }),
    ),
    ...partsOf(config).flatMap(({ id, signatures = [] }, part) =>
      signatures.flatMap(({ name, role }, index) => {
        const [field, path] = [`signatures.${id}.${index + 1}`, `parts.${part}.signatures.${index}`];
        return [
          setting(`${field}.name`, name, `${path}.name`),
          ...(role === undefined ? [] : [setting(`${field}.role`, role, `${path}.role`)]),
        ];
      }),
    ),
  ];
}

function partTranslatables({ texts = [] }: Programme): Translatable[] {
  return [...new Set(texts.map(({ part }) => part))].map((part) => {
    const ofPart = texts.filter((text) => text.part === part);
    return {
      about: 'programme',
      field: `parts.${part}`,
      path: `parts.${part}`,
      text: Object.fromEntries(ofPart.map(({ lang, source }) => [lang, source])),
      form: 'markdown',
    };
  });
}

function eventTranslatables(event: Event, row: readonly EventText[]): Translatable[] {
  return row.flatMap(({ column, path, kind, emphasis }): Translatable[] => {
    const text = textOf(event, column);
    if (text === undefined || !isTranslated({ kind, text })) return [];
    const form = emphasis ? 'emphasis' : 'plain';
    return [{ about: 'event', of: event.id, field: path, path, text, form, column, kind }];
  });
}

/**
 * Whether a text needs translation. Addresses, times and numbers without words, and prices whose only words are
 * currency codes need no translation.
 */
export function isTranslated({ kind, text }: { kind: EventText['kind']; text: Text }): boolean {
  const all = typeof text === 'string' ? text : Object.values(text).join(' ');
  const words =
    kind === 'price' ? all.replaceAll(THREE_CAPITALS, (word) => (isCurrencyCode(word) ? '' : word)) : all;
  return isProse(kind) && /\p{L}/u.test(words);
}

const THREE_CAPITALS = /(?<!\p{L})\p{Lu}{3}(?!\p{L})/gu;
const CURRENCY_CODES: readonly string[] = ['EUR', 'GBP', 'USD', 'CHF', 'RUB'];

/** Whether a word is the code of a currency that the program recognises in amounts. */
export function isCurrencyCode(word: string): boolean {
  return CURRENCY_CODES.includes(word);
}

/** The words of a text in the given language, if the text has a version in it. */
export function wordsIn(text: Text | undefined, lang: Lang, main: Lang): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string') return lang === main ? text : undefined;
  return text[lang];
}

/**
 * The translation state of a text: `outdated` if the words in the main language have changed since the previous
 * edition, but the translation has not.
 */
export type TranslationState = 'translated' | 'outdated' | 'missing';

/**
 * The translation state of a text in a language. The text from which a translation was made is not stored and is
 * therefore assumed to be that of the previous edition.
 *
 * @param before the same text in the previous edition, if it existed
 */
export function translationState(
  text: Text,
  before: Text | undefined,
  lang: Lang,
  main: Lang,
): TranslationState {
  const words = wordsIn(text, lang, main);
  if (words === undefined) return 'missing';
  const [old, now] = [wordsIn(before, main, main), wordsIn(text, main, main)];
  const isOutdated =
    lang !== main && old !== undefined && old !== now && wordsIn(before, lang, main) === words;
  return isOutdated ? 'outdated' : 'translated';
}
