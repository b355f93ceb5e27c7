import {
  type EventText,
  type Lang,
  type Programme,
  parseTimePhrase,
  type Text,
  textIn,
  valueAt,
} from '../../model/index.ts';
import { type EventStart, eventStartsOf, inColumns } from '../event-starts.ts';
import type { BareFinding } from '../finding.ts';
import { titleCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, missing, type PlacedEvent, type Rule } from '../rule.ts';
import { eventFields } from '../texts.ts';

export const duplicateEvent: Rule = {
  id: 'duplicate-event',
  severity: 'warning',
  run: duplicateFindings,
};

/** Minimum similarity (0 to 1) at which two events are reported as duplicates. */
const LIKE = 0.75;
/** If two titles are less similar than this, the events are duplicates only if their descriptions are similar. */
const LIKE_TITLE = 0.5;
/** Words that occur in more events than this are not used to find similar events. */
const COMMON = 50;
/**
 * Minimum number of title words that two events with the same bodies and date must have in common to be reported as
 * duplicates.
 */
const TELLING_TITLE = 3;
/** Number of the rarest words of an event that are used to search for similar events. */
const LEADS = 8;

interface Words {
  placed: PlacedEvent;
  bodies: ReadonlySet<string>;
  telling: ReadonlySet<string>;
  whole: string;
  /**
   * Title, bodies, date, time and details, if the event has a date. This text is identical for events that were
   * imported twice.
   */
  occasion?: string;
  date: string;
  /** The times at which the event begins, with their days if these are known; empty if the times are uncertain. */
  hours: readonly Partial<EventStart>[];
  /** The place, if the event has a column for it; `names` are the participants. */
  place: string;
  names: string;
  title: ReadonlySet<string>;
  description: ReadonlySet<string>;
  /** The numbers in the title, by which titles such as "take 1" and "take 2" are distinguished. */
  figures: string;
}

function duplicateFindings(context: CheckContext): BareFinding[] {
  const { events, programme } = context;
  const all = events.map((placed) => wordsOf(placed, context));
  const byWord = new Map<string, number[]>();
  const byWhole = new Map<string, number>();
  const byOccasion = new Map<string, number>();
  all.forEach((words, index) => {
    for (const word of words.telling) valueAt(byWord, word, () => []).push(index);
  });
  return all.flatMap((words, index) => {
    const same = twin(byWhole, words.whole, index, all);
    const again = words.occasion === undefined ? undefined : twin(byOccasion, words.occasion, index, all);
    const earlier = same === undefined ? likest(index, all, byWord, again) : { index: same, likeness: 1 };
    const other = earlier === undefined ? undefined : all[earlier.index];
    return earlier === undefined || other === undefined
      ? []
      : [finding(words.placed, other.placed, earlier.likeness, programme)];
  });
}

/**
 * Finds the first event with the same key, unless the two events are known to be different. If there is none, the event
 * at `index` becomes the first event with its key.
 */
function twin(
  firsts: Map<string, number>,
  key: string,
  index: number,
  all: readonly Words[],
): number | undefined {
  const first = valueAt(firsts, key, () => index);
  const [one, other] = [all[first], all[index]];
  const isTwin = first !== index && one !== undefined && other !== undefined && !areApart(one, other);
  return isTwin ? first : undefined;
}

/**
 * Whether two events are known to be different: they begin at different times, or at the same time but in different
 * places, with different people or with different titles. Events without times are different if their places are.
 */
function areApart(a: Words, b: Words): boolean {
  const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;
  if (a.hours.length === 0 || b.hours.length === 0) return differ(a.place, b.place);
  const isSame = (one: Partial<EventStart>, other: Partial<EventStart>): boolean =>
    one.start === other.start && (one.day ?? other.day) === (other.day ?? one.day);
  if (!a.hours.some((hour) => b.hours.some((other) => isSame(hour, other)))) return true;
  // If no days are known, each theme may be a different day.
  const isDated = [...a.hours, ...b.hours].some(({ day }) => day !== undefined);
  if (!isDated && a.placed.theme !== b.placed.theme) return true;
  return differ(a.place, b.place) || differ(a.names, b.names) || dice(a.title, b.title) < LIKE;
}

/** The most similar of the earlier events, if it is similar enough. */
function likest(
  index: number,
  all: readonly Words[],
  byWord: ReadonlyMap<string, readonly number[]>,
  again: number | undefined,
): { index: number; likeness: number } | undefined {
  const words = all[index];
  if (words === undefined) return undefined;
  const leads = [...words.telling]
    .map((word) => byWord.get(word) ?? [])
    .filter((events) => events.length > 1 && events.length <= COMMON)
    .sort((a, b) => a.length - b.length)
    .slice(0, LEADS);
  let best: { index: number; likeness: number } | undefined =
    again === undefined ? undefined : { index: again, likeness: LIKE };
  for (const other of new Set(leads.flat().filter((candidate) => candidate < index))) {
    const candidate = all[other];
    const likeness = candidate === undefined || areApart(words, candidate) ? 0 : likenessOf(words, candidate);
    if (likeness >= LIKE && likeness > (best?.likeness ?? 0)) best = { index: other, likeness };
  }
  return best;
}

/**
 * The mean of the similarity of bodies and the similarity of texts (title and description), 0 to 1. If an event has no
 * bodies, only the similarity of texts counts, and the result is 0 if the dates are different.
 */
function likenessOf(a: Words, b: Words): number {
  if (a.figures !== '' && b.figures !== '' && a.figures !== b.figures) return 0;
  if (dice(a.title, b.title) < LIKE_TITLE && dice(a.description, b.description) < LIKE) return 0;
  const likeness = dice(a.telling, b.telling);
  if (a.bodies.size === 0 && b.bodies.size === 0 && !isOneSlot(a, b) && haveOtherSubjects(a, b)) return 0;
  if (a.bodies.size > 0 || b.bodies.size > 0) return (dice(a.bodies, b.bodies) + likeness) / 2;
  return a.date === b.date || a.date === '' || b.date === '' ? likeness : 0;
}

/**
 * Whether the title of each event contains a word that does not occur in the other event, like the evenings in a series
 * with different artists.
 */
function haveOtherSubjects(a: Words, b: Words): boolean {
  return (
    [...a.title].some((word) => !b.telling.has(word)) && [...b.title].some((word) => !a.telling.has(word))
  );
}

/** Whether two events are known to begin on the same day. */
function isOneSlot(a: Words, b: Words): boolean {
  return [a, b].every(({ hours }) => hours.some(({ day }) => day !== undefined));
}

/** Similarity of two sets, 0 to 1 (Sørensen–Dice coefficient). */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of small) if (large.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}

function wordsOf(placed: PlacedEvent, context: CheckContext): Words {
  const main = context.programme.config.language;
  const { event, row } = placed;
  const bodies = Object.values(event.bodies).map((text) => folded(text, main));
  const fields = eventFields(event, row);
  const wordsOfKinds = (kinds: readonly EventText['kind'][]): string =>
    fields
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => folded(text, main))
      .join('');
  const telling = wordsOfKinds(['title', 'description', 'text', 'place']);
  const date = event.when ?? wordsOfKinds(['date']);
  const titleSaid = wordsOfKinds(['title']);
  const title = wordSet(titleSaid);
  return {
    placed,
    bodies: wordSet(bodies.join(' ')),
    telling: wordSet(telling),
    whole: `${bodies.join('|')}|${telling}|${date}${wordsOfKinds(['time'])}`,
    ...(date !== '' &&
      title.size >= TELLING_TITLE && {
        occasion: `${titleSaid}|${bodies.join('|')}|${date}${wordsOfKinds(['time', 'text', 'place'])}`,
      }),
    date,
    hours: hoursOf(placed, context),
    place: inColumns('places', placed, context),
    names: inColumns('names', placed, context),
    title,
    description: wordSet(wordsOfKinds(['description'])),
    figures: (titleSaid.match(/\d+/g) ?? []).join(' '),
  };
}

/**
 * The start of an event. If the day is unknown, the times of day in the event's time text are returned without a day.
 */
function hoursOf(placed: PlacedEvent, context: CheckContext): readonly Partial<EventStart>[] {
  const slots = eventStartsOf(context).get(placed) ?? [];
  if (slots.length > 0) return slots;
  const main = context.programme.config.language;
  return eventFields(placed.event, placed.row).flatMap(({ kind, text }) => {
    if (kind !== 'time') return [];
    const { words, lang } = textIn(text, main, main);
    const phrase = parseTimePhrase(words, lang);
    const hours = 'hours' in phrase ? phrase.hours : [];
    return hours.flatMap(({ start, doors = start }) =>
      doors === undefined ? [] : [{ start: start ?? doors }],
    );
  });
}

/** The case-folded text in the main language, otherwise in the first language in which it exists. */
function folded(text: Text, main: Lang): string {
  return ` ${textIn(text, main, main).words.toLowerCase()}`;
}

function wordSet(folded: string): ReadonlySet<string> {
  return new Set(folded.match(/[\p{L}\p{N}]+/gu));
}

function finding(
  { event }: PlacedEvent,
  { event: earlier, theme }: PlacedEvent,
  likeness: number,
  programme: Programme,
): BareFinding {
  const { language } = programme.config;
  const message = messageOf('event-duplicate', {
    event: titleCalled(earlier, programme),
    theme: textIn(theme.title, language, language).words,
    percent: Math.floor(likeness * 100),
  });
  return missing(event, 'title', message);
}
