import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { Block, Document, ListedEvent, Paragraph, Row } from '../../../src/document/model.ts';
import { type Presentations, presented } from '../../../src/document/presentation.ts';
import { eventRecords } from '../../../src/document/records.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { exampleFolder } from '../../support/examples.ts';
import { runs } from '../../support/property-runs.ts';

const DAYS: Presentations = { as: 'table', groups: 'day' };
const festival = await readProgramme(exampleFolder('festival-musterstadt'), 'draft');
const conference = await readProgramme(exampleFolder('conference-exampleton'), 'draft');

function printed(programme: Programme, wish: Presentations = DAYS): Document {
  return presented(buildDocument(programme, programme.config.language, { presentation: wish }), wish);
}

const themeBlocks = ({ sections }: Document): Block[] =>
  sections.flatMap(({ theme, blocks }) => (theme === undefined ? [] : blocks));
const itemsOf = (block: Block): readonly (Row | ListedEvent)[] =>
  block.kind === 'table' ? block.table.rows : block.kind === 'events' ? block.events : [];
const numberOf = (item: Row | ListedEvent): number =>
  Number(wordsOf('number' in item ? item.number : (item.cells[0]?.paragraphs[0] ?? [])));

const plain = (paragraph: Paragraph): string => wordsOf(paragraph).replaceAll('\u00a0', ' ');

/** The headings of groups, each with its note and the ids of the events below it. */
function outline(document: Document): string[][] {
  const groups: string[][] = [];
  for (const block of themeBlocks(document)) {
    if (block.kind === 'heading') groups.push([plain(block.text)]);
    else if (block.kind === 'paragraph') groups.at(-1)?.push(plain(block.text));
    else groups.at(-1)?.push(...itemsOf(block).map(({ id }) => id));
  }
  return groups;
}

/** A programme with these events in one theme. */
function programmeOf(events: readonly Omit<Event, 'id' | 'bodies' | 'regions'>[]): Programme {
  const themes = festival.themes.slice(0, 1).map(({ theme }) => ({
    theme,
    events: events.map((event, index): Event => {
      const id = `e${index}`;
      return { title: id, bodies: {}, regions: {}, ...event, id };
    }),
  }));
  return { ...festival, config: { ...festival.config, themes: themes.map(({ theme }) => theme) }, themes };
}

describe('Programme printed by day', () => {
  it('A document that was built for another presentation cannot be printed by day', () => {
    const document = buildDocument(festival, 'de', { presentation: { as: 'table' } });
    expect(() => presented(document, DAYS)).toThrow('was built for a design that is not by day');
  });

  it('The programme begins with multi-day events and ends with events whose dates are not exact days', () => {
    const programme = programmeOf([
      { date: 'Juni' },
      { date: 'jeden Donnerstag' },
      { date: 'Sonntag, 15. Juni', when: '2031-06-15', time: '20:00 Uhr' },
      { date: 'Juni 2031', when: '2031-06' },
      { date: 'Samstag, 14. Juni', when: '2031-06-14', time: '21:00 Uhr' },
      { date: '13.–22. Juni', when: '2031-06-13/2031-06-22', time: '10:00–18:00 Uhr' },
      { date: 'Samstag, 14. Juni', when: '2031-06-14', time: '9:30 Uhr' },
      { date: '14. und 21. Juni', when: '{2031-06-14,2031-06-21}', time: '19:00 Uhr' },
      {},
    ]);
    expect(outline(printed(programme))).toEqual([
      ['An mehreren Tagen', 'e5', 'e7'],
      ['Samstag, 14. Juni', 'Auch an diesem Tag: 2 e7, 19:00 Uhr', 'e6', 'e4'],
      ['Sonntag, 15. Juni', 'e2'],
      ['Samstag, 21. Juni', 'Auch an diesem Tag: 2 e7, 19:00 Uhr'],
      ['Juni 2031', 'e3'],
      ['Weitere Termine', 'e0', 'e1'],
      ['Termin noch offen', 'e8'],
    ]);
  });

  it('An event that ends after midnight is printed on the day when it begins', () => {
    const night = { date: 'Samstag, 14. Juni', when: '2031-06-14', time: '22:00–4:00 Uhr' };
    expect(outline(printed(programmeOf([night])))).toEqual([['Samstag, 14. Juni', 'e0']]);
  });

  it('Headings contain the year only if the days of the programme are in several years', () => {
    const days = [{ when: '2031-12-31' }, { when: '2032-01-01' }];
    expect(outline(printed(programmeOf(days))).map(([heading]) => heading)).toEqual([
      'Mittwoch, 31. Dezember 2031',
      'Donnerstag, 1. Januar 2032',
    ]);
  });

  it('The date column is omitted only if every date below a day heading is the same as the date in that heading', () => {
    const columnsOf = (date: string): (string | undefined)[] =>
      themeBlocks(printed(programmeOf([{ date, when: '2031-06-14' }]))).flatMap((block) =>
        block.kind === 'table' ? block.table.columns.map(({ field }) => field) : [],
      );
    for (const date of ['Samstag, 14. Juni', 'Sa., 14.6.2031', '14. Juni', 'am 14.06.'])
      expect(columnsOf(date), date).not.toContain('date');
    for (const date of [
      'Samstagabend, 14. Juni',
      'Sonntag, 14. Juni',
      '14. Juni (bei Regen am 15.)',
      '14. Juni, 20 Uhr',
      '15. Juni',
      'am Tag der Musik',
    ])
      expect(columnsOf(date), date).toContain('date');
  });

  it('Events are numbered in printed order, and have the same numbers in open data and extracts', () => {
    const presentation = DAYS;
    const shuffled = {
      ...festival,
      themes: festival.themes.map(({ theme, events }) => ({ theme, events: events.toReversed() })),
    };
    const document = printed(shuffled);
    const items = themeBlocks(document).flatMap(itemsOf);
    expect(items.map(numberOf)).toEqual(items.map((_, index) => index + 1));
    const numbers = new Map(items.map((item) => [item.id, numberOf(item)]));
    for (const { id, number } of eventRecords(shuffled, 'de', undefined, presentation))
      expect(number).toBe(numbers.get(id));
    const some = new Set(items.filter((_, index) => index % 3 === 0).map(({ id }) => id));
    const extract = { by: 'venue', key: 'x', name: 'X', events: some, common: new Set<string>() };
    const part = presented(buildDocument(shuffled, 'de', { extract, presentation }), DAYS);
    for (const item of themeBlocks(part).flatMap(itemsOf)) expect(numberOf(item)).toBe(numbers.get(item.id));
  });

  it('If the events of a conference are already sorted by day and time, printing by day keeps their order in each theme', () => {
    const ids = (document: Document): string[] =>
      themeBlocks(document)
        .flatMap(itemsOf)
        .map(({ id }) => id);
    expect(ids(printed(conference))).toEqual(ids(buildDocument(conference, 'en')));
  });

  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2031-06-${String(number).padStart(2, '0')}`);
  const when = fc.oneof(
    { weight: 4, arbitrary: day },
    fc.tuple(day, day).map((ends) => ends.toSorted().join('/')),
    fc.uniqueArray(day, { minLength: 2, maxLength: 4 }).map((days) => `{${days.toSorted().join(',')}}`),
    fc.constantFrom('2031-06', '2031-34', '2031-06-14~', '2031', '2031-06-14/..'),
  );
  const event = fc.record(
    {
      when,
      date: fc.constantFrom('Samstag, 14. Juni', 'im Sommer', 'jeden Montag', '14. Juni, abends'),
      time: fc.constantFrom('20:00 Uhr', '9:30–11:00 Uhr', 'ab 22 Uhr', 'nach Absprache', '22:00–2:00 Uhr'),
    },
    { requiredKeys: [] },
  );

  it('Whatever their dates, all events are printed once and numbered in printed order', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.constantFrom('table', 'list'), (events, as) => {
        const programme = programmeOf(events);
        const items = themeBlocks(printed(programme, { as, groups: 'day' })).flatMap(itemsOf);
        expect(items.map(({ id }) => id).toSorted()).toEqual(
          events.map((_, index) => `e${index}`).toSorted(),
        );
        expect(items.map(numberOf)).toEqual(items.map((_, index) => index + 1));
        const targets = themeBlocks(printed(programme)).flatMap((block) =>
          block.kind === 'heading' ? [block.target] : [],
        );
        expect(new Set(targets).size).toBe(targets.length);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('Index of dates', () => {
  const event = (number: number, time?: string) => ({
    title: `T${number}`,
    when: `2031-06-${String(number).padStart(2, '0')}`,
    ...(time === undefined ? {} : { time }),
  });
  const indexOf = (programme: Programme): string[][] =>
    buildDocument(programme, 'de').sections.flatMap(({ id, blocks }) =>
      id !== '_index-dates'
        ? []
        : blocks.flatMap((block) =>
            block.kind === 'index'
              ? block.groups.map(({ heading, entries }) => [
                  plain(heading),
                  ...entries.map(({ text }) => plain(text)),
                ])
              : [],
          ),
    );
  const days = Array.from({ length: 15 }, (_, index) => event(index + 1));
  const july = { title: 'J', when: '2031-07-05', time: '20:00 Uhr' };

  it('If a month has at most fifteen dated events, the index of dates has one heading for the month', () => {
    const index = indexOf(programmeOf([...days, july]));
    expect(index.map(([heading]) => heading)).toEqual(['Juni 2031', 'Juli 2031']);
    expect(index[1]).toEqual(['Juli 2031', '16  J, 5. Juli 2031']);
  });

  it('If a month has more than fifteen dated events, the index of dates has a heading for each day, and lists date ranges under the month', () => {
    const index = indexOf(
      programmeOf([
        ...days,
        event(3, '20:00 Uhr'),
        event(3, '9:00 Uhr'),
        { title: 'S', when: '{2031-06-03,2031-07-06}', time: '19:00 Uhr' },
        { title: 'R', when: '2031-06-01/2031-06-30' },
        { title: 'M', when: '2031-06' },
        july,
      ]),
    );
    expect(index.slice(0, 2)).toEqual([
      ['Juni 2031', '20  M', '19  R, 1.–30. Juni 2031'],
      ['Sonntag, 1. Juni', '1  T1'],
    ]);
    expect(index.find(([heading]) => heading === 'Dienstag, 3. Juni')?.slice(1)).toEqual([
      '3  T3',
      '17  T3, 9:00 Uhr',
      '18  S, 19:00 Uhr',
      '16  T3, 20:00 Uhr',
    ]);
    expect(index.at(-1)).toEqual(['Juli 2031', '21  J, 5. Juli 2031']);
  });

  it('The index of dates names all events, whatever their dates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(2)), { minLength: 17, maxLength: 40 }),
        (list) => {
          const events = list.map(([number, kind]) => {
            const { when } = event(number);
            return { when: kind === 0 ? when : kind === 1 ? `{2031-05-01,${when}}` : `${when}/2031-07-01` };
          });
          const numbers = indexOf(programmeOf(events)).flatMap(([, ...entries]) =>
            entries.map((entry) => Number.parseInt(entry, 10)),
          );
          expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(
            events.map((_, index) => index + 1),
          );
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
