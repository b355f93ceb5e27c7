/** The values of an event in a form, keyed by field and language. */
import type { Event, Lang, Text } from '../../index.ts';
import type { Dataset, DisplayedFinding } from '../api.ts';

/** The subject of an input. */
export interface FormValue {
  /** `title`, `title.fr`, `bodies.north`, `regions.north`, `when`. */
  key: string;
  column: string;
  /** Language of the words; missing for values that are not natural language. */
  lang?: Lang;
  isBody?: boolean;
}

const DELIMITER = '.';

/**
 * The languages of the programme, and other languages in which a text has words; such words are printed if there are
 * no others.
 */
export function languagesOf(text: unknown, languages: readonly Lang[]): Lang[] {
  const own = typeof text === 'object' && text !== null ? (Object.keys(text) as Lang[]) : [];
  return [...new Set([...languages, ...own])];
}

/** The values of an event's texts, in the order of the form: the fields of the programme, then the bodies. */
export function textSlots({ fields, sides, languages, language }: Dataset, event: Event): FormValue[][] {
  const inLanguages = (column: string, isBody: boolean): FormValue[] =>
    languagesOf((isBody ? event.bodies : event)[column], languages).map((lang) => ({
      key: [...(isBody ? ['bodies'] : []), column, ...(lang === language ? [] : [lang])].join(DELIMITER),
      column,
      lang,
      ...(isBody && { isBody }),
    }));
  const title = fields.findIndex(({ kind }) => kind === 'title');
  const texts = fields.map(({ id, kind }) =>
    kind === 'picture' || kind === 'link' || kind === 'email' || kind === 'phone' || kind === 'number'
      ? inLanguages(id, false).filter(({ lang }) => lang === language)
      : inLanguages(id, false),
  );
  const bodies = sides.map(({ id }) => inLanguages(id, true));
  return [...texts.slice(0, title + 1), ...bodies, ...texts.slice(title + 1)];
}

/** The words of a text of an event in a language; empty if it has none. */
export function wordsAt(event: Event, { column, lang, isBody }: FormValue, main: Lang): string {
  return wordsInForm((isBody ? event.bodies[column] : event[column]) as Text | undefined, lang, main);
}

/** The words of a text in a language; empty if it has none. */
export function wordsInForm(text: Text | undefined, lang: Lang | undefined, main: Lang): string {
  if (text === undefined || lang === undefined) return typeof text === 'string' ? text : '';
  if (typeof text === 'string') return lang === main ? text : '';
  return text[lang] ?? '';
}

/** An event with a replaced text in one language; an empty text removes the language or the whole text. */
export function withWords(event: Event, slot: FormValue, words: string, main: Lang): Event {
  const { column, isBody } = slot;
  const old = (isBody ? event.bodies[column] : event[column]) as Text | undefined;
  const text = textWith(old, slot.lang ?? main, words, main);
  const { [column]: _, ...others } = isBody ? event.bodies : event;
  const now = text === undefined ? others : { ...(isBody ? event.bodies : event), [column]: text };
  return isBody ? { ...event, bodies: now as Event['bodies'] } : (now as Event);
}

/** A text with replaced words in one language; undefined if no words are left. */
export function textWith(old: Text | undefined, lang: Lang, words: string, main: Lang): Text | undefined {
  if (typeof old !== 'object' && lang === main) return words === '' ? undefined : words;
  const { [lang]: _, ...others } = typeof old === 'string' ? { [main]: old } : (old ?? {});
  const now = words === '' ? others : { ...others, [lang]: words };
  const [first, ...more] = Object.keys(now);
  if (first === undefined) return undefined;
  return typeof old !== 'object' && first === main && more.length === 0
    ? (now as Record<string, string>)[main]
    : (now as Text);
}

/** The regions of an event on a side, as one value: codes, or the reason why there are none. */
export function regionsAt(event: Event, side: string): string {
  const regions = event.regions[side];
  return typeof regions === 'string' ? regions : (regions ?? []).join(' ');
}

export function withRegions(event: Event, side: string, value: string, reasons: readonly string[]): Event {
  const regions = reasons.includes(value) ? value : value.split(' ').filter(Boolean);
  return { ...event, regions: { ...event.regions, [side]: regions } as Event['regions'] };
}

/** A value that is not natural language: `when`, `status` or `timezone`. */
export function plainAt(event: Event, key: string): string {
  const value = event[key];
  return typeof value === 'string' ? value : '';
}

export function withPlain(event: Event, key: string, value: string): Event {
  const { [key]: _, ...others } = event;
  return (value === '' ? others : { ...event, [key]: value }) as Event;
}

/** The findings that are accepted for an event. */
export type Acceptances = NonNullable<Event['accept']>;

/** Acceptances as the value of a form; empty if there are none. */
export function acceptedValue(accepted: Acceptances): string {
  return accepted.length === 0 ? '' : JSON.stringify(accepted);
}

/** The acceptances in the value of a form. */
export function acceptedIn(value: string): Acceptances {
  return value === '' ? [] : (JSON.parse(value) as Acceptances);
}

export function withAccepted({ accept: _, ...others }: Event, value: string): Event {
  return (value === '' ? others : { ...others, accept: acceptedIn(value) }) as Event;
}

/** The form key of the field that a finding names; a text in the main language has no language in its key. */
export function keyOfFinding({ field = '' }: DisplayedFinding, { language }: Dataset): string {
  return field.endsWith(`.${language}`) ? field.slice(0, -language.length - 1) : field;
}

/** A text with the correction of a finding; undefined if it no longer has the words that were found. */
export function withCorrection(
  text: string,
  { offset, length, words, fix }: DisplayedFinding,
): string | undefined {
  const isThere = text.slice(offset, offset + length) === words;
  // Proofing does not count the marks of emphasis, so the words can be at a later position.
  const place = isThere ? offset : text.indexOf(words);
  const isClear = isThere || (place >= 0 && text.indexOf(words, place + 1) < 0);
  return fix === undefined || !isClear
    ? undefined
    : `${text.slice(0, place)}${fix}${text.slice(place + words.length)}`;
}

/** An event with the corrections of its findings. A correction is omitted if the event no longer has the words. */
export function withCorrections(
  event: Event,
  findings: readonly DisplayedFinding[],
  dataset: Dataset,
): Event {
  const slots = new Map(
    textSlots(dataset, event)
      .flat()
      .map((slot) => [slot.key, slot]),
  );
  // Applied from the end of each text, so that no correction moves the words of another one.
  return findings
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((now, finding) => {
      const slot = slots.get(keyOfFinding(finding, dataset));
      const text = slot && withCorrection(wordsAt(now, slot, dataset.language), finding);
      return slot === undefined || text === undefined ? now : withWords(now, slot, text, dataset.language);
    }, event);
}
