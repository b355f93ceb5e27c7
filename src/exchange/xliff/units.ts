/**
 * Splits a programme into translation units. Each paragraph of a Markdown text is a unit; all other texts are one unit
 * each.
 */
import { type Audience, audienceOf, compare, eventItems, fieldLabel } from '../../compare/index.ts';
import {
  isTranslated,
  LANGS,
  type Lang,
  type Programme,
  type RichRun,
  type Text,
  type Translatable,
  type TranslationState,
  textIn,
  translatableKey,
  translatables,
  translationState,
  withEvents,
  wordsIn,
} from '../../model/index.ts';
import { type MarkdownParagraph, readMarkdown, textsToTranslate, withEmphasisOf } from '../../text/index.ts';
import { plainWords, runsOfWords } from './words.ts';

/** A text that is to be translated, or a paragraph of such a text. */
export interface Unit {
  /** The id of the unit, which is the same in every state of the programme, such as `event/spring-concert/title`. */
  id: string;
  /** The text to be translated, or the text that contains the paragraph. */
  of: Translatable;
  /** The index of the paragraph in a Markdown text, counted from 0. */
  paragraph?: number;
  /** Source language. */
  lang: Lang;
  source: readonly RichRun[];
  /** The existing translation. */
  target?: readonly RichRun[];
  state: TranslationState;
  /** The source text in the previous edition, if the translation is outdated. */
  before?: readonly RichRun[];
  /** The position of the text in the printed programme, in the target language. */
  where: string;
}

/** The units of a theme and its events, or the units of the programme itself, which belong to no theme. */
export interface UnitGroup {
  theme?: string;
  title: string;
  units: readonly Unit[];
}

/**
 * The texts of a programme that need translating into a language, in printed order, except texts that can be generated
 * from values such as dates, and paragraphs that are the same in every language. The source is the text in the main
 * language or, if there is none, the text in the first language that has one.
 *
 * @param previous the previous edition, which determines which translations are outdated
 */
export function unitGroups(programme: Programme, lang: Lang, previous?: Programme): UnitGroup[] {
  return groupsOf(textsToTranslate(programme, lang), programme, lang, previous)
    .map((group) => ({ ...group, units: group.units.filter((unit) => !isSameInAll(unit)) }))
    .filter(({ units }) => units.length > 0);
}

/**
 * Whether a unit is a paragraph that contains only figures and prices. Paragraphs of figures and prices are not sent to
 * translators and stay unchanged.
 */
export function isSameInAll({ paragraph, source }: Unit): boolean {
  return paragraph !== undefined && !isTranslated({ kind: 'price', text: plainWords(source) });
}

/** All units for which a translation may be returned, including units that are not sent to translators. */
export function allUnits(programme: Programme, lang: Lang): Unit[] {
  return groupsOf(translatables(programme), programme, lang).flatMap(({ units }) => units);
}

function groupsOf(texts: readonly Translatable[], programme: Programme, lang: Lang, previous?: Programme) {
  const { config } = programme;
  const where = placesIn(programme, lang);
  const earlier = previous && withEmphasisOf(previous, config);
  const before = new Map(earlier && translatables(earlier).map((text) => [translatableKey(text), text.text]));
  const themes = new Map<string, string>(
    programme.themes.flatMap(({ theme, events }) => [
      [`theme ${theme.id}`, theme.id] as const,
      ...events.map(({ id }) => [`event ${id}`, theme.id] as const),
    ]),
  );
  const groups = new Map<string | undefined, Unit[]>([[undefined, []]]);
  for (const { theme } of programme.themes) groups.set(theme.id, []);
  for (const text of texts) {
    const units = unitsOf(text, before.get(translatableKey(text)), lang, config.language, where(text));
    groups.get(themes.get(`${text.about} ${text.of ?? ''}`))?.push(...units);
  }
  return [...groups]
    .filter(([, units]) => units.length > 0)
    .map(([theme, units]) => {
      const title = config.themes.find(({ id }) => id === theme)?.title ?? config.title;
      return {
        ...(theme !== undefined && { theme }),
        title: textIn(title, lang, config.language).words,
        units,
      };
    });
}

/** @param before the text in the previous edition */
function unitsOf(
  translatable: Translatable,
  before: Text | undefined,
  lang: Lang,
  main: Lang,
  where: string,
): Unit[] {
  const from = [main, ...LANGS].find((known) => wordsIn(translatable.text, known, main) !== undefined);
  const words = from && wordsIn(translatable.text, from, main);
  if (from === undefined || words === undefined || from === lang) return [];
  const state = translationState(translatable.text, before, lang, main);
  const old = state === 'outdated' ? wordsIn(before, from, main) : undefined;
  const target = wordsIn(translatable.text, lang, main);
  const id = [translatable.about, translatable.of, translatable.field]
    .filter((part) => part !== undefined)
    .join('/');
  const { form } = translatable;
  const unit = { id, of: translatable, lang: from, state, where };
  if (form !== 'markdown') {
    const runs = (text: string | undefined): RichRun[] | undefined =>
      text === undefined ? undefined : runsOfWords(text, form);
    const [source = [], there, made] = [words, target, old].map(runs);
    return source.length === 0
      ? []
      : [{ ...unit, source, ...(there && { target: there }), ...(made && { before: made }) }];
  }
  const paragraphs = readMarkdown(words).paragraphs;
  const [translated, earlier] = [target, old].map((text) => alike(paragraphs, text));
  return paragraphs.map(({ runs }, paragraph): Unit => {
    const [there, made] = [translated?.[paragraph]?.runs, earlier?.[paragraph]?.runs];
    return {
      ...unit,
      id: `${id}/${paragraph + 1}`,
      paragraph,
      source: runs,
      state: there === undefined ? 'missing' : state,
      ...(there && { target: there }),
      ...(made && { before: made }),
    };
  });
}

/** The paragraphs of a Markdown text, if their number and kinds are the same as those of the given paragraphs. */
function alike(
  paragraphs: readonly MarkdownParagraph[],
  text: string | undefined,
): readonly MarkdownParagraph[] | undefined {
  if (text === undefined) return undefined;
  const others = readMarkdown(text).paragraphs;
  const isAlike =
    others.length === paragraphs.length &&
    others.every(({ kind }, index) => kind === paragraphs[index]?.kind);
  return isAlike ? others : undefined;
}

/**
 * Creates a function that describes the position of a text in the printed programme, such as `12. Spring concert –
 * Title`, in a given language.
 */
function placesIn(programme: Programme, lang: Lang): (text: Translatable) => string {
  const { config } = programme;
  const none = withEvents(programme, () => []);
  const reader: Audience = audienceOf(compare(none, none), lang, true);
  const places = new Map(eventItems(programme).map(({ id, place }) => [id, place]));
  const title = (text: Text): string => textIn(text, lang, config.language).words;
  return ({ about, of = '', field }) => {
    const label = fieldLabel(reader, about, field);
    const place = places.get(of);
    const theme = config.themes.find(({ id }) => id === of);
    const side = config.sides.find(({ id }) => id === of);
    if (about === 'event' && place !== undefined) return `${place.number}. ${title(place.title)} – ${label}`;
    if (about === 'theme' && theme !== undefined) return `${title(theme.title)} – ${label}`;
    return about === 'side' && side !== undefined ? `${title(side.name)} – ${label}` : label;
  };
}
