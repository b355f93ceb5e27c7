import {
  eventTexts,
  type Lang,
  type Programme,
  type Translatable,
  translatableKey,
  translatables,
  translationState,
} from '../model/index.ts';
import { textsToTranslate, withEmphasisOf } from '../text/index.ts';

/** The number of texts of one kind, in total and in each published language. */
export interface CompletenessRow {
  /** The kind of text: `programme`, `texts` (of parts), `bodies`, or a column. */
  kind: string;
  /** Number of texts of this kind that exist in at least one language. */
  texts: number;
  /** Number of texts of this kind that exist in each language. */
  byLang: Readonly<Partial<Record<Lang, number>>>;
  /**
   * Number of outdated translations in each language: the text in the main language has changed since the previous
   * edition, but the translation has not. Omitted if there is no previous edition.
   */
  outdated?: Readonly<Partial<Record<Lang, number>>>;
}

/** The numbers of translated texts in a programme. */
export interface Completeness {
  languages: readonly Lang[];
  /** One row for each kind of text, followed by a row for all texts. */
  rows: readonly CompletenessRow[];
}

const PROGRAMME = 'programme';
const BODIES = 'bodies';
const TEXTS = 'texts';
const ALL = 'all';

/**
 * Counts, for each published language, the translated texts and the outdated translations. Dates, times and prices that
 * are generated from values do not need translation and are not counted.
 *
 * @param previous the last edition; if it is missing, no translation counts as outdated
 */
export function completeness(programme: Programme, previous?: Programme): Completeness {
  const { language, languages } = programme.config;
  const earlier = previous && withEmphasisOf(previous, programme.config);
  const before = new Map(earlier && translatables(earlier).map((text) => [translatableKey(text), text.text]));
  const others = languages.filter((lang) => lang !== language);
  const needed = new Map(
    others.map((lang) => [lang, new Set(textsToTranslate(programme, lang).map(translatableKey))]),
  );
  const isNeeded = (text: Translatable, lang: Lang): boolean =>
    lang === language || needed.get(lang)?.has(translatableKey(text)) === true;
  const texts = translatables(programme)
    .filter((text) => others.length === 0 || others.some((lang) => isNeeded(text, lang)))
    .map((text) => ({
      kind: nameOf(text),
      states: languages.map((lang) =>
        isNeeded(text, lang)
          ? translationState(text.text, before.get(translatableKey(text)), lang, language)
          : 'translated',
      ),
    }));
  const names = [
    ...new Set([
      PROGRAMME,
      TEXTS,
      ...eventTexts(programme.config).map((text) => nameOf({ ...text, about: 'event' })),
    ]),
  ];
  const row = (kind: string): CompletenessRow => {
    const ofKind = kind === ALL ? texts : texts.filter((text) => text.kind === kind);
    const count = (test: (state: string) => boolean): Partial<Record<Lang, number>> =>
      Object.fromEntries(
        languages.map((lang, index) => [
          lang,
          ofKind.filter(({ states }) => test(states[index] ?? '')).length,
        ]),
      );
    return {
      kind,
      texts: ofKind.length,
      byLang: count((state) => state !== 'missing'),
      ...(previous === undefined ? {} : { outdated: count((state) => state === 'outdated') }),
    };
  };
  return {
    languages,
    rows: [...names.filter((kind) => texts.some((text) => text.kind === kind)), ALL].map(row),
  };
}

function nameOf({
  about,
  form,
  column,
  kind,
}: Pick<Translatable, 'about' | 'column' | 'kind'> & { form?: string }): string {
  if (about !== 'event') return form === 'markdown' ? TEXTS : PROGRAMME;
  return kind === 'body' ? BODIES : (column ?? '');
}
