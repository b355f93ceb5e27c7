/** Reads and replaces the values of single fields of a programme. All other values stay unchanged. */
import { isDeepStrictEqual } from 'node:util';
import {
  eventFields,
  type FieldWords,
  fieldKey,
  programmeFields,
  sideFields,
  sideRegionsOf,
  themeFields,
} from '../compare/index.ts';
import {
  allEvents,
  type Event,
  fieldTexts,
  isTextFile,
  type Lang,
  ownProperty,
  type Programme,
  type ProgrammeFile,
  partsOf,
  STATUSES,
  type Text,
  translatableKey,
  yearWithin,
} from '../model/index.ts';
import { type Path, valueAtPath } from '../read/index.ts';
import { edtfOf } from '../text/dates/index.ts';
import { textsOfParts, withEmphasisOf } from '../text/index.ts';

/**
 * The address of a field of an event, a side, a theme or the programme itself. Addresses of fields that do not contain
 * text have no language.
 */
export interface Place {
  about: 'programme' | 'side' | 'theme' | 'event';
  /** Id of the side, theme or event. */
  of?: string;
  /** The path of the field, such as `title` or `bodies.north`. Without a path, the address refers to all fields. */
  field?: string;
  lang?: Lang;
}

/** A key for the address of a field, regardless of the language. */
export const placeKey = ({ about, of = '', field = '' }: Place): string =>
  translatableKey({ about, of, field });

/**
 * An event and its position: its theme, the event before it (missing for the first event of a theme), and its index,
 * counted from 0.
 */
interface Home {
  event: Event;
  spot: { theme: string; after?: string };
  index: number;
}

/** A programme with its events indexed by id. */
export interface OpenProgramme {
  programme: Programme;
  events: ReadonlyMap<string, Home>;
}

/** Indexes the events of a programme by id. */
export function openProgramme(programme: Programme): OpenProgramme {
  const events = new Map<string, Home>();
  for (const { theme, events: listed } of programme.themes)
    listed.forEach((event, index) => {
      const before = listed[index - 1];
      events.set(event.id, { event, index, spot: { theme: theme.id, ...(before && { after: before.id }) } });
    });
  return { programme, events };
}

/** The text of the given field in a list of fields. */
export function wordsOfField(
  fields: readonly FieldWords[],
  { field = '', lang }: Pick<Place, 'field' | 'lang'>,
): string | undefined {
  const key = fieldKey({ field, ...(lang && { lang }) });
  return fields.find((item) => fieldKey(item) === key)?.words;
}

/** The values of all fields of an event as text. */
export function wordsOfEvent(event: Event, config: ProgrammeFile): FieldWords[] {
  return eventFields(event, fieldTexts(config), config.language);
}

/**
 * The text of the field at an address, in the form in which texts are compared; undefined if the field does not exist.
 */
export function wordsAt({ programme, events }: OpenProgramme, place: Place): string | undefined {
  const { config } = programme;
  const main = config.language;
  const fieldsOf = {
    programme: () => programmeFields(config),
    theme: () => config.themes.filter(isMeant).flatMap((theme) => themeFields(theme, main)),
    side: () => config.sides.filter(isMeant).flatMap((side) => sideFields(side, main)),
    event: () => {
      const event = events.get(place.of ?? '')?.event;
      return event === undefined ? [] : wordsOfEvent(event, config);
    },
  };
  return wordsOfField(fieldsOf[place.about](), place);

  function isMeant({ id }: { id: string }): boolean {
    return id === place.of;
  }
}

/**
 * The machine-readable date in a text; undefined if the text does not contain a date.
 *
 * @param dates EDTF dates from which the year is taken if the text has none: the first of them that lies within a
 * single year is used
 */
export function dateSaid(
  words: string,
  lang: Lang,
  ...dates: readonly (string | undefined)[]
): string | undefined {
  const year = dates
    .map((date) => (date === undefined ? undefined : yearWithin(date)))
    .find((found) => found !== undefined);
  return edtfOf(words, { lang, ...(year !== undefined && { year }) });
}

/** The id of the part whose text the field contains; undefined for all other fields. */
export function partAt({ about, field = '', lang }: Place): string | undefined {
  const isText = about === 'programme' && lang !== undefined && field.startsWith('parts.');
  return isText ? field.slice('parts.'.length) : undefined;
}

/**
 * The Markdown text of a part; undefined if the part has no text, or if the field does not contain the text of a part.
 */
export function partSource({ texts = [] }: Pick<Programme, 'texts'>, place: Place): string | undefined {
  const part = partAt(place);
  return texts.find((text) => text.part === part && text.lang === place.lang)?.source;
}

/**
 * Returns a text with its words in one language replaced; undefined if the text then has no words in any language. A
 * line feed at the end is preserved.
 */
function withWords(
  text: Text | undefined,
  lang: Lang,
  words: string | undefined,
  main: Lang,
): Text | undefined {
  const before = typeof text === 'string' ? { [main]: text } : (text ?? {});
  const now = { ...before };
  if (words === undefined) delete now[lang];
  else now[lang] = before[lang]?.endsWith('\n') ? `${words}\n` : words;
  const langs = Object.keys(now);
  if (langs.length === 0) return undefined;
  const plain = typeof text === 'string' || text === undefined;
  return plain && langs.length === 1 && langs[0] === main ? (now[main] as string) : now;
}

/** Returns an event with the words of a field replaced, or removed if `words` is undefined. */
export function eventWith(
  event: Event,
  { field, lang, words }: Pick<Place, 'field' | 'lang'> & { words?: string | undefined },
  main: Lang,
): Event {
  if (field === undefined) return event;
  const [head = '', id = ''] = field.split(/\.(.*)/s);
  if (head === 'bodies') {
    const text = withWords(event.bodies[id], lang ?? main, words, main);
    return { ...event, bodies: withKey(event.bodies, id, text) };
  }
  if (head === 'regions') {
    const regions = words === undefined ? undefined : sideRegionsOf(words);
    return { ...event, regions: withKey(event.regions, id, regions) };
  }
  if (lang !== undefined)
    return withKey(event, field, withWords(event[field] as Text | undefined, lang, words, main)) as Event;
  return withKey(event, field, plainValue(field, words)) as Event;
}

/** Parses the value of a field or setting that is not a text. */
function plainValue(field: string, words: string | undefined): unknown {
  if (words === undefined) return undefined;
  if (field === 'status') return STATUSES.find((status) => status === words);
  if (field === 'repeat') return true;
  if (field === 'occurrences') return words.split('\n');
  if (field === 'columns') return words.split(', ');
  return field === 'accept' || field === 'labels' ? JSON.parse(words) : words;
}

/** Returns a copy of an object with the value of a key replaced, or with the key removed if the value is undefined. */
export function withKey<T extends object>(record: T, key: string, value: unknown): T {
  const entries = Object.entries(record).filter(([name]) => name !== key || value !== undefined);
  if (value === undefined) return Object.fromEntries(entries) as T;
  return { ...record, [key]: value };
}

/**
 * Returns the programme with the text of a part replaced. The text is stored where it was before: inline or in a file.
 */
function withPartSource(programme: Programme, place: Place, source: string | undefined): Programme {
  const { config, texts = [] } = programme;
  const { lang } = place;
  const part = partAt(place);
  const index = partsOf(config).findIndex(({ id }) => id === part);
  if (part === undefined || lang === undefined || index < 0) return programme;
  const files = texts.filter(isTextFile);
  const isInline = partsOf(config)[index]?.text !== undefined && !files.some((file) => file.part === part);
  const others = files.filter((file) => file.part !== part || file.lang !== lang);
  const path = ['parts', index, 'text'];
  const text = withWords(valueAtPath(config, path) as Text | undefined, lang, source, config.language);
  const now = isInline ? withValueAt(config, path, text) : config;
  const sources = isInline || source === undefined ? others : [...others, { part, lang, source }];
  return { ...programme, config: now, texts: textsOfParts(now, sources) };
}

/** The keys, apart from texts, that a change can affect. */
const SETTINGS: Readonly<Record<Exclude<Place['about'], 'event'>, readonly string[]>> = {
  programme: ['labels'],
  theme: ['columns'],
  side: ['country'],
};

const OWN_TEXTS: readonly string[] = ['title', 'author', 'subject', 'introduction', 'contents', 'period'];

/** The path in programme.yaml of a text of the programme, a theme or a side; undefined for all other fields. */
export function textPath(config: ProgrammeFile, place: Place): Path | undefined {
  const { about, field = '', lang } = place;
  if (about === 'programme') {
    const column = /^columns\.(.+)$/s.exec(field)?.[1];
    const index = config.fields.findIndex(({ id }) => id === column);
    if (index >= 0) return ['fields', index, 'heading'];
    const [, part, number, key = ''] = /^signatures\.(.+)\.(\d+)\.(name|role|portrait)$/.exec(field) ?? [];
    if (part !== undefined) {
      const at = partsOf(config).findIndex(({ id }) => id === part);
      return at < 0 ? undefined : ['parts', at, 'signatures', Number(number) - 1, key];
    }
    return OWN_TEXTS.includes(field) && (lang !== undefined || field === 'period') ? [field] : undefined;
  }
  return lang === undefined ? undefined : itemPath(config, place);
}

/** The path in programme.yaml of a setting of the programme, a theme or a side; undefined for all other fields. */
export function settingPath(config: ProgrammeFile, place: Place): Path | undefined {
  const { about, field = '', lang } = place;
  if (lang !== undefined || about === 'event' || !SETTINGS[about].includes(field)) return undefined;
  return about === 'programme' ? [field] : itemPath(config, place);
}

function itemPath(config: ProgrammeFile, { about, of, field = '' }: Place): Path | undefined {
  if (about !== 'theme' && about !== 'side') return undefined;
  const list = `${about}s` as const;
  const index = config[list].findIndex(({ id }) => id === of);
  return index < 0 ? undefined : [list, index, field];
}

/** A programme whose fields can be edited one by one. */
export class EditedProgramme {
  readonly #events: Map<string, Event>;
  #whole: Programme;

  constructor(programme: Programme) {
    this.#whole = programme;
    this.#events = new Map(allEvents(programme).map((event) => [event.id, event]));
  }

  /** Returns the current state of an event. */
  event(id: string): Event | undefined {
    return this.#events.get(id);
  }

  /** @param event the event that replaces the event with the same id */
  setEvent(event: Event): void {
    this.#events.set(event.id, event);
  }

  /**
   * Sets the words of a field, or the Markdown of a part. Does nothing if the programme does not have the field.
   *
   * @param words the new words; undefined removes the text
   */
  set(place: Place, words: string | undefined): void {
    const { config } = this.#whole;
    const event = place.about === 'event' ? this.#events.get(place.of ?? '') : undefined;
    if (event !== undefined) this.setEvent(eventWith(event, { ...place, words }, config.language));
    else if (partAt(place) !== undefined) this.#whole = withPartSource(this.#whole, place, words);
    else {
      const path = settingPath(config, place) ?? textPath(config, place);
      if (path === undefined) return;
      const value =
        place.lang === undefined
          ? plainValue(place.field ?? '', words)
          : withWords(valueAtPath(config, path) as Text | undefined, place.lang, words, config.language);
      this.#whole = { ...this.#whole, config: withValueAt(config, path, value) };
    }
  }

  /** The programme in its current state, with its events in their original positions. */
  programme(): Programme {
    const { config } = this.#whole;
    const themes = this.#whole.themes.map(({ theme, events }) => ({
      theme: config.themes.find(({ id }) => id === theme.id) ?? theme,
      events: events.map((event) => this.#events.get(event.id) ?? event),
    }));
    return { ...this.#whole, themes };
  }
}

/** Returns the programme with a new configuration. Events stay in their themes, and new themes are empty. */
export function withConfig(draft: Programme, config: ProgrammeFile): Programme {
  if (config === draft.config) return draft;
  const { themes } = withEmphasisOf(draft, config);
  const events = new Map(themes.map((one) => [one.theme.id, one.events]));
  return {
    ...draft,
    config,
    themes: config.themes.map((theme) => ({ theme, events: events.get(theme.id) ?? [] })),
  };
}

/**
 * Returns a copy of a value with the value at a path replaced. If the new value is undefined, the old value is removed,
 * and so are objects that become empty. In a list, a step of the path is an index or the id of an item. A new item is
 * inserted after the item with the id `after`, or at the start if there is no such id.
 */
export function withValueAt<T>(value: T, [step, ...rest]: Path, now: unknown, after?: string): T {
  if (step === undefined) return now as T;
  if (!Array.isArray(value)) {
    const group: Readonly<Record<string, unknown>> = value instanceof Object ? { ...(value as object) } : {};
    const inner = withValueAt(ownProperty(group, String(step)), rest, now, after);
    const isEmpty = rest.length > 0 && isDeepStrictEqual(inner, {});
    return withKey(group, String(step), isEmpty ? undefined : inner) as T;
  }
  const items: readonly { id?: string }[] = value;
  const index = typeof step === 'number' ? step : items.findIndex(({ id }) => id === step);
  if (rest.length > 0)
    return (index < 0 ? items : items.with(index, withValueAt(value[index], rest, now))) as T;
  if (now === undefined) return items.filter((_, at) => at !== index) as T;
  const item = now as { id?: string };
  if (index >= 0) return items.with(index, item) as T;
  const before = items.findIndex(({ id }) => id === after);
  const at = after === undefined ? 0 : before < 0 ? items.length : before + 1;
  return items.toSpliced(at, 0, item) as T;
}
