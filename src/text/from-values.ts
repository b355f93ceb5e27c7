/**
 * Generates the words of dates, times and prices in languages in which the dataset does not contain them. The words are
 * generated from the value if the words in the main language state nothing but this value.
 */
import { type HourWriting, LANGUAGES, NBSP } from '../../languages/index.ts';
import {
  type Event,
  type EventText,
  eventTexts,
  fold,
  isCurrencyCode,
  isOfSeveralDays,
  isTranslated,
  type Lang,
  type Programme,
  parseTimePhrase,
  type Text,
  type Translatable,
  textOf,
  translatables,
  valueAt,
  withEvents,
  wordsIn,
} from '../model/index.ts';
import { dateAndHours, dateForms, dateWords, tokensOf } from './dates/index.ts';
import { fill } from './labels.ts';
import { capitalised } from './typography.ts';

/** A text of an event, the kind of its field, and the planned date of the event. */
interface Valued {
  kind: EventText['kind'];
  text: Text;
  when?: string | undefined;
}

/**
 * Generates the words of a date, time or price in another language from its value: `samedi 5 juin` for `Saturday 5
 * June`. A text without letters is the same in every language. Undefined if the words in the main language are not
 * exactly those of the value, as in `Semester 2: 9–19 December` and `doors 7 pm at the side entrance`.
 */
export function fromValue({ kind, text, when }: Valued, lang: Lang, main: Lang): string | undefined {
  const words = wordsIn(text, main, main);
  if (words === undefined || lang === main || kind === 'picture') return undefined;
  if (!isTranslated({ kind, text: words })) return words;
  if (kind === 'date') return dateIn(words, when, lang, main);
  if (kind === 'time') return timeIn(words, when, lang, main);
  return kind === 'price' ? priceIn(words, lang, main) : undefined;
}

const programmes = new WeakMap<Programme, Map<Lang, Programme>>();

/** Adds to a programme the texts that are missing in a language and can be generated from values. */
export function withWordsFromValues(programme: Programme, lang: Lang): Programme {
  const { config } = programme;
  if (lang === config.language) return programme;
  const byLang = valueAt(programmes, programme, () => new Map<Lang, Programme>());
  return valueAt(byLang, lang, () => {
    const columns = eventTexts(config);
    return withEvents(programme, (events) =>
      events.map((event) => withWords(event, columns, lang, config.language)),
    );
  });
}

function withWords(event: Event, columns: readonly EventText[], lang: Lang, main: Lang): Event {
  const bodies = { ...event.bodies };
  const made: Event = { ...event, bodies };
  for (const { column, kind } of columns) {
    const text = textOf(event, column);
    if (text === undefined || wordsIn(text, lang, main) !== undefined) continue;
    const words = fromValue({ kind, text, when: event.when }, lang, main);
    if (words === undefined) continue;
    const texts = { ...(typeof text === 'string' ? { [main]: text } : text), [lang]: words };
    if (kind === 'body') bodies[column] = texts;
    else made[column] = texts;
  }
  return made;
}

/** The texts of a programme that need a translation into a language, except those that are generated from values. */
export function textsToTranslate(programme: Programme, lang: Lang): Translatable[] {
  const main = programme.config.language;
  const dates = new Map(programme.themes.flatMap(({ events }) => events.map(({ id, when }) => [id, when])));
  return translatables(programme).filter(
    ({ about, of = '', kind, text }) =>
      about !== 'event' ||
      kind === undefined ||
      wordsIn(text, lang, main) !== undefined ||
      fromValue({ kind, text, when: dates.get(of) }, lang, main) === undefined,
  );
}

function dateIn(words: string, when: string | undefined, lang: Lang, main: Lang): string | undefined {
  if (when === undefined) return undefined;
  const isRange = when.includes('/') && !when.includes('..');
  const meant = meaningOf(words, main, isRange);
  for (const form of dateForms(when)) {
    const inMain = dateWords(when, main, form);
    if (meaningOf(inMain, main, isRange) !== meant) continue;
    const printed = dateWords(when, lang, form);
    return isCapital(words) && !isCapital(inMain) ? capitalised(printed) : printed;
  }
  const parts = dateAndHours(words, (date) => dateIn(date, when, lang, main) !== undefined, main);
  const [date, time] = [
    parts && dateIn(parts.date, when, lang, main),
    parts && timeIn(parts.time, when, lang, main),
  ];
  return date === undefined || time === undefined ? undefined : `${date}, ${time}`;
}

const isCapital = (words: string): boolean => /^\p{Lu}/u.test(words);

/**
 * Converts the words of a date to a form for comparison, in which differences in abbreviations, ordinal endings,
 * articles, dashes, commas and spaces do not matter.
 *
 * @param isRange whether the date has a start and an end; `from` then only introduces the start and is ignored
 */
function meaningOf(words: string, lang: Lang, isRange: boolean): string {
  return tokensOf(words, lang)
    .flatMap(({ value, start, end }) => {
      switch (value.kind) {
        case 'month':
          return `month ${value.month}`;
        case 'weekday':
          return `weekday ${value.weekday}`;
        case 'number':
          return String(value.number);
        case 'mark':
          if (value.mark === 'comma' || value.mark === 'dot') return [];
          return value.mark === 'dash' || value.mark === 'and' ? value.mark : words.slice(start, end);
        case 'small': {
          const { roles } = value;
          if (roles.includes('and')) return 'and';
          if (roles.includes('to')) return 'dash';
          const isIdle = roles.every((role) => role === 'article' || role === 'day');
          return isIdle || (isRange && roles.includes('from')) ? [] : fold(words.slice(start, end));
        }
        default:
          return fold(words.slice(start, end));
      }
    })
    .join(' ');
}

const HOUR = 60;
const DAY = 24 * HOUR;

function timeIn(words: string, when: string | undefined, lang: Lang, main: Lang): string | undefined {
  if (!/\p{L}/u.test(words)) return words;
  const phrase = parseTimePhrase(words, main, isOfSeveralDays(when ?? ''));
  const [hours, more] = 'hours' in phrase ? phrase.hours : [];
  if (hours?.start === undefined || more !== undefined || 'weekdays' in hours || 'inexact' in hours)
    return undefined;
  const { start, end, doors } = hours;
  if (end !== undefined && doors !== undefined) return undefined;
  const times = { start, end, doors };
  const kinds =
    end !== undefined
      ? (['span'] as const)
      : doors !== undefined
        ? (['doors'] as const)
        : (['at', 'since'] as const);
  const wanted = comparableTime(words);
  for (const kind of kinds)
    if (writtenTimes(times, kind, main).some((written) => comparableTime(written) === wanted))
      return writtenTimes(times, kind, lang)[0];
  return undefined;
}

type Times = Readonly<Record<'start' | 'end' | 'doors', number | undefined>>;

/** The forms in which a time can be written in a language, beginning with the preferred one. */
function writtenTimes(times: Times, kind: Exclude<keyof HourWriting, 'clocks'>, lang: Lang): string[] {
  const { clocks, ...forms } = LANGUAGES[lang].hours;
  return clocks.flatMap((clock) => {
    const [start, end, doors] = [times.start, times.end, times.doors].map((minutes = 0) => {
      const ofDay = minutes > DAY ? minutes - DAY : minutes;
      return clock(Math.floor(ofDay / HOUR), String(ofDay % HOUR).padStart(2, '0'));
    });
    const values = { start: start ?? '', end: end ?? '', doors: doors ?? '' };
    const brief = { ...values, start: withoutUnit(values.start, values.end) };
    return forms[kind].flatMap((form) => [fill(form, values), fill(form, brief)]);
  });
}

/** A start time without its unit, if the end time has the same unit, such as `7` in `7–9 pm`. */
function withoutUnit(start: string, end: string): string {
  const unit = /\p{L}+$/u.exec(start)?.[0];
  return unit !== undefined && end.endsWith(unit) ? start.slice(0, -unit.length).trim() : start;
}

/**
 * Converts the words of a time to a form for comparison, in which differences in spaces, commas, dashes and dots do not
 * matter.
 */
function comparableTime(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[\s,]/gu, '')
    .replaceAll(/[‐‑‒–—―−]/gu, '-')
    .replaceAll(/(?<=\d)\.(?=\d)/gu, ':')
    .replaceAll('.', '');
}

/**
 * The words of a price in another language. Undefined unless the price consists only of amounts (with or without a word
 * for "reduced") or is free.
 */
function priceIn(words: string, lang: Lang, main: Lang): string | undefined {
  const [source, other] = [LANGUAGES[main], LANGUAGES[lang]];
  const isOneOf = (list: string, word: string): boolean => list.split('|').map(fold).includes(fold(word));
  const { free, reduced } = other.prices;
  if (isOneOf(source.rules.prices.free, words.trim())) return isCapital(words) ? capitalised(free) : free;
  if (!/\d/.test(words)) return undefined;
  const [preferred = ''] = reduced.split('|');
  let isKnown = true;
  const printed = words.replaceAll(WORD, (word) => {
    if (isOneOf(source.prices.reduced, word)) return preferred.replaceAll(' ', NBSP);
    isKnown &&= isCurrencyCode(word);
    return word;
  });
  return isKnown ? printed : undefined;
}

const WORD = /\p{L}+(?:[ \u00a0]\p{L}+)*\.?/gu;
