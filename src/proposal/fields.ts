/** One field of an event or of the programme in words, and put back, with everything else as it was typed. */
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
  type Event,
  fieldTexts,
  type Lang,
  type Programme,
  type ProgrammeFile,
  partsOf,
  STATUSES,
  type Text,
} from '../model/index.ts';
import type { ProposedChange } from './schema.ts';

type Field = Pick<ProposedChange, 'field' | 'lang'>;

/** The words of a field among others. */
export function wordsOfField(fields: readonly FieldWords[], { field = '', lang }: Field): string | undefined {
  const key = fieldKey({ field, ...(lang && { lang }) });
  return fields.find((item) => fieldKey(item) === key)?.words;
}

/** All fields of an event in words. */
export function wordsOfEvent(event: Event, config: ProgrammeFile): FieldWords[] {
  return eventFields(event, fieldTexts(config), config.language);
}

/** The words of a field of the programme itself, of a theme or of a side. */
export function programmeWords(
  { config }: Pick<Programme, 'config'>,
  change: Pick<ProposedChange, 'about' | 'of'> & Field,
): string | undefined {
  const theme = config.themes.find(({ id }) => id === change.of);
  const side = config.sides.find(({ id }) => id === change.of);
  if (change.about === 'programme') return wordsOfField(programmeFields(config), change);
  if (change.about === 'theme') return theme && wordsOfField(themeFields(theme, config.language), change);
  return side && wordsOfField(sideFields(side, config.language), change);
}

/** A text with other words in one language; undefined when none are left. Ends in a line feed as before. */
export function withWords(
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

/** An event with other words in one field; a field without words is taken out. */
export function eventWith(
  event: Event,
  { field, lang, words }: Field & { words?: string },
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

function plainValue(field: string, words: string | undefined): unknown {
  if (words === undefined) return undefined;
  if (field === 'status') return STATUSES.find((status) => status === words);
  if (field === 'repeat') return true;
  return field === 'accept' ? JSON.parse(words) : words;
}

function withKey<T extends object>(record: T, key: string, value: unknown): T {
  const entries = Object.entries(record).filter(([name]) => name !== key || value !== undefined);
  if (value === undefined) return Object.fromEntries(entries) as T;
  return { ...record, [key]: value };
}

/** Where a text of the programme itself, of a theme or of a side stands in programme.yaml; nothing for what is no text of them. */
export function programmePath(
  config: ProgrammeFile,
  { about, of, field = '', lang }: Pick<ProposedChange, 'about' | 'of'> & Field,
): (string | number)[] | undefined {
  if (about === 'programme') {
    const column = /^columns\.(.+)$/s.exec(field)?.[1];
    const index = config.fields.findIndex(({ id }) => id === column);
    if (index >= 0) return ['fields', index, 'heading'];
    const [, part, number, key = ''] = /^signatures\.(.+)\.(\d+)\.(name|role)$/.exec(field) ?? [];
    if (part !== undefined) {
      const at = partsOf(config).findIndex(({ id }) => id === part);
      return at < 0 ? undefined : ['parts', at, 'signatures', Number(number) - 1, key];
    }
    return OWN_TEXTS.includes(field) && (lang !== undefined || field === 'period') ? [field] : undefined;
  }
  if (about === 'event' || lang === undefined) return undefined;
  const list = about === 'theme' ? config.themes : config.sides;
  const index = list.findIndex(({ id }) => id === of);
  return index < 0 ? undefined : [about === 'theme' ? 'themes' : 'sides', index, field];
}

/** Where a setting of the programme, of a theme or of a side stands that is no text; nothing for anything else. */
export function settingPath(
  config: ProgrammeFile,
  { about, of, field = '', lang }: Pick<ProposedChange, 'about' | 'of'> & Field,
): (string | number)[] | undefined {
  if (lang !== undefined || about === 'event') return undefined;
  if (about === 'programme') return field === 'labels' ? [field] : undefined;
  if (!SETTINGS[about].includes(field)) return undefined;
  const list = about === 'theme' ? config.themes : config.sides;
  const index = list.findIndex(({ id }) => id === of);
  return index < 0 ? undefined : [about === 'theme' ? 'themes' : 'sides', index, field];
}

const SETTINGS: Readonly<Record<'theme' | 'side', readonly string[]>> = {
  theme: ['columns'],
  side: ['country'],
};

/** The value of a setting that a change brings. */
export function settingOf({ field, theirs }: Pick<ProposedChange, 'field' | 'theirs'>): unknown {
  if (theirs === undefined) return undefined;
  if (field === 'columns') return theirs.split(', ');
  return field === 'labels' ? JSON.parse(theirs) : theirs;
}

const OWN_TEXTS: readonly string[] = ['title', 'author', 'subject', 'introduction', 'contents', 'period'];

/** The value at a path of programme.yaml. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);
}

/** The value with another one at a path; undefined takes the key out. */
export function withValueAt<T>(value: T, [step, ...rest]: readonly (string | number)[], now: unknown): T {
  if (step === undefined) return now as T;
  const inner = withValueAt((value as Record<string, unknown> | undefined)?.[step], rest, now);
  if (Array.isArray(value)) return value.with(Number(step), inner) as T;
  return withKey(value as object, String(step), inner) as T;
}
