import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindsOfFields } from '../../../src/compare/differences.ts';
import type { Matching } from '../../../src/compare/item.ts';
import { eventItems } from '../../../src/compare/item.ts';
import { matchEvents } from '../../../src/compare/match.ts';
import { type Event, textOf } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { Text } from '../../../src/model/text.ts';
import { runs } from '../../support/property-runs.ts';
import { allEvents, edition1, withEvent, withEvents } from '../support/programmes.ts';

const match = (before: Programme, after: Programme): Matching =>
  matchEvents(eventItems(before), eventItems(after), kindsOfFields(after.config, before.config));

/** The matched pairs of different ids, old and new. */
const renamed = ({ pairs }: Matching): string[][] =>
  pairs.filter((pair) => pair.old.id !== pair.new.id).map((pair) => [pair.old.id, pair.new.id]);

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('One event', () => {
  test('An event with the same id is matched even if all its words have changed', () => {
    const after = withEvent(edition1, 'nancy-krasnodar-saint-nicolas', (event) => ({
      id: event.id,
      bodies: {},
      regions: event.regions,
      title: 'Something else altogether',
    }));
    const found = match(edition1, after);
    expect([found.removed, found.added, renamed(found)]).toEqual([[], [], []]);
  });

  test('A reworded event is matched even if its id has changed', () => {
    const after = withEvent(edition1, 'nancy-krasnodar-saint-nicolas', (event) => ({
      ...event,
      id: 'saint-nicolas',
      title: 'Krasnodar is the guest of honour at Saint-Nicolas in Nancy',
      date: 'December',
    }));
    expect(renamed(match(edition1, after))).toEqual([['nancy-krasnodar-saint-nicolas', 'saint-nicolas']]);
  });

  test('An event without a similar counterpart is reported as added or removed', () => {
    const added: Event = {
      id: 'regatta',
      bodies: { french: 'Brest' },
      regions: { french: ['FR-BRE'] },
      title: 'Regatta of tall ships',
    };
    const after = withEvents(edition1, (events, theme) =>
      theme === 'sport' ? [added, ...events.filter(({ id }) => id !== 'north-ossetia-wrestling')] : events,
    );
    const found = match(edition1, after);
    expect(idsOf(found.added)).toEqual(['regatta']);
    expect(idsOf(found.removed)).toEqual(['north-ossetia-wrestling']);
    expect(found.splits.size).toBe(0);
  });

  test('Events with the same title are matched by day, time and place, however these are written', () => {
    const at = (id: string, date: string, when: string, place: string, words: string): Event => ({
      id,
      bodies: { french: place },
      regions: { french: ['FR-BRE'] },
      title: 'Morning exercise',
      description: words,
      date,
      when,
    });
    const days = (ids: readonly string[], word: (day: number) => string, words: string): Event[] =>
      [1, 2, 2, 3].map((day, index) =>
        at(ids[index] ?? '', word(day), `2021-05-0${day}`, index === 2 ? 'Brest' : 'Rennes', words),
      );
    const withDays = (own: readonly Event[]): Programme =>
      withEvents(edition1, (events, theme) => (theme === 'sport' ? [...own, ...events] : events));
    const before = withDays(days(['a', 'b', 'c', 'd'], (day) => `${day} May`, 'Bring a mat'));
    const after = withDays(
      days(
        ['x1', 'x2', 'x3', 'x4'],
        (day) => `2021, the ${day}th of the fifth month`,
        'Free of charge',
      ).reverse(),
    );
    expect(renamed(match(before, after)).sort()).toEqual([
      ['a', 'x1'],
      ['b', 'x2'],
      ['c', 'x3'],
      ['d', 'x4'],
    ]);
  });

  test('A reworded event is matched by its id even if a copy of the old event was added', () => {
    const original = allEvents(edition1).find(({ id }) => id === 'dijon-volgograd-partnership');
    if (original === undefined) throw new Error('no such event');
    const after = withEvents(edition1, (events, theme) => {
      if (theme === 'environment') return [{ ...original, id: 'dijon-copy' }, ...events];
      return events.map((event) =>
        event.id === original.id ? { ...event, title: 'Dijon and Volgograd, partners' } : event,
      );
    });
    const found = match(edition1, after);
    expect([renamed(found), idsOf(found.added), found.splits.size]).toEqual([[], ['dijon-copy'], 0]);
  });

  test('Together, title, description and bodies are evidence of a match if half of each is unchanged, although none of them is sufficient alone', () => {
    const after = withEvent(edition1, 'saint-petersburg-cultural-forum', (event) => ({
      ...event,
      id: 'forum',
      bodies: { french: 'Institut Français of Russia, cultural action', russian: 'Saint Petersburg' },
      title: 'Saint Petersburg Forum on International Questions',
      description: 'Participation of regional institutions in the Forum',
    }));
    expect(renamed(match(edition1, after))).toEqual([['saint-petersburg-cultural-forum', 'forum']]);
  });

  test('Events of a series are matched by their days, however the days are written', () => {
    const evening = (id: string, date: string, when: string): Event => ({
      id,
      bodies: { french: 'Brest' },
      regions: { french: ['FR-BRE'] },
      title: 'Evening of chess',
      date,
      when,
    });
    const withDays = (own: readonly Event[]): Programme =>
      withEvents(edition1, (events, theme) => (theme === 'sport' ? [...own, ...events] : events));
    const before = withDays([evening('a', '3 May', '2021-05-03'), evening('b', '4 May', '2021-05-04')]);
    const after = withDays([
      { ...evening('y', 'Tuesday', '2021-05-04'), title: 'An evening of chess' },
      { ...evening('x', 'Monday', '2021-05-03'), title: 'An evening of chess' },
    ]);
    expect(renamed(match(before, after)).sort()).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ]);
  });

  test('A new event with words that were taken from a remaining event is reported as split off from that event', () => {
    const after = withEvents(edition1, (events) =>
      events.flatMap((event) => {
        if (event.id !== 'strasbourg-moscow-vologda-cooperation') return [event];
        const [first = '', ...rest] = String(event.description).split('. ');
        return [
          { ...event, bodies: { ...event.bodies, russian: 'Moscow' }, description: `${first}.` },
          {
            ...event,
            id: 'strasbourg-vologda',
            bodies: { ...event.bodies, russian: 'Vologda' },
            title: 'Strasbourg and Vologda',
            description: rest.join('. '),
          },
        ];
      }),
    );
    const found = match(edition1, after);
    expect(idsOf(found.added)).toEqual(['strasbourg-vologda']);
    expect([...found.splits]).toEqual([['strasbourg-vologda', 'strasbourg-moscow-vologda-cooperation']]);
  });
});

const VOCABULARY = [
  ...new Set(
    allEvents(edition1).flatMap(({ title, description }) => `${title} ${description ?? ''}`.split(/\s+/)),
  ),
];

/**
 * The words of a text, of which up to 30 % are removed, replaced by words of other events, or replaced by invented
 * words.
 */
function scrambled(text: Text, random: () => number): Text {
  const words = String(text).split(' ');
  const victims = new Set<number>();
  while (victims.size < Math.floor(words.length * 0.3)) victims.add(Math.floor(random() * words.length));
  const edited = words.flatMap((word, index) => {
    if (!victims.has(index)) return [word];
    const kind = random();
    if (kind < 1 / 3) return [];
    return kind < 2 / 3
      ? [VOCABULARY[Math.floor(random() * VOCABULARY.length)] ?? '']
      : [`new${Math.floor(random() * 1e6)}`];
  });
  return edited.join(' ').trim() || 'x';
}

function scrambledEvent(event: Event, random: () => number): Event {
  const bodies = Object.entries(event.bodies).map(([side, body]) => [side, scrambled(body, random)]);
  const texts = ['title', 'region', 'description', 'date'].flatMap((field) => {
    const text = textOf(event, field);
    return text === undefined ? [] : [[field, scrambled(text, random)] as const];
  });
  return { ...event, bodies: Object.fromEntries(bodies), ...Object.fromEntries(texts) };
}

describe('All events', () => {
  const ids = idsOf(allEvents(edition1));
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

  /** Pseudo-random numbers from 0 to 1 from a seed (mulberry32). */
  function randomOf(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  function withIds(programme: Programme, newIds: readonly string[]): Programme {
    const next = newIds.values();
    return withEvents(programme, (events) =>
      events.map((event) => ({ ...event, id: next.next().value ?? '' })),
    );
  }

  /** The first of two events that have the same words: edition 1 prints one event twice. */
  const originalOf = (id: string): string => id.replace(/^(avignon-perm-russian-seasons)-2$/, '$1');

  /** The share of old events that were matched correctly, according to the known new ids. */
  function foundShare(after: Programme, newIds: readonly string[]): number {
    const truth = new Map(newIds.map((id, index) => [id, originalOf(ids[index] ?? '')]));
    const { pairs } = match(edition1, after);
    return pairs.filter((pair) => truth.get(pair.new.id) === originalOf(pair.old.id)).length / ids.length;
  }

  test('All events are matched if their ids are shuffled and nothing else has changed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (shuffled) => {
        expect(foundShare(withIds(edition1, shuffled), shuffled)).toBe(1);
      }),
      { numRuns: runs(20) },
    );
  });

  test('At least 95 % of the events are matched if their ids and order are shuffled and up to 30 % of their words have changed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), seeds, (shuffled, seed) => {
        const random = randomOf(seed);
        const reworded = withEvents(withIds(edition1, shuffled), (events) =>
          events
            .map((event) => ({ event: scrambledEvent(event, random), rank: random() }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ event }) => event),
        );
        expect(foundShare(reworded, shuffled)).toBeGreaterThanOrEqual(0.95);
      }),
      { numRuns: runs(40) },
    );
  });

  test('At least 95 % of the events are matched if every id is new', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomOf(seed);
        const fresh = ids.map((_, index) => `fresh-${index}`);
        const reworded = withEvents(withIds(edition1, fresh), (events) =>
          events.map((event) => scrambledEvent(event, random)),
        );
        expect(foundShare(reworded, fresh)).toBeGreaterThanOrEqual(0.95);
      }),
      { numRuns: runs(40) },
    );
  });
});
