import { describe, expect, it } from 'vitest';
import type { Dataset, DisplayedFinding } from '../../../src/desk/api.ts';
import { maxBytesOf } from '../../../src/desk/limits.ts';
import { dateIn } from '../../../src/desk/page/dates.ts';
import { textSlots, withCorrection, withCorrections } from '../../../src/desk/page/event-values.ts';
import { type Slot, withWords, wordsAt } from '../../../src/desk/page/form-values.ts';
import { groupsFound } from '../../../src/desk/page/outline-search.ts';
import { type PagePoint, spotAt } from '../../../src/desk/page/page-positions.ts';
import { changedFields, type Step, withStep } from '../../../src/desk/page/undo-steps.ts';
import type { Event } from '../../../src/index.ts';
import { LIMITS } from '../../../src/model/index.ts';

it('The page can send pictures and lists of any size that the program accepts', () => {
  expect(maxBytesOf('/api/picture')).toBe(LIMITS.pictureFileBytes);
  for (const address of ['/api/create', '/api/list', '/api/list-pages', '/api/incoming'])
    expect(maxBytesOf(address)).toBe(Math.max(LIMITS.sheetFileBytes, LIMITS.wordFileBytes));
});

const spot = (name: string, page: number, x: number, y: number): PagePoint => ({ name, page, x, y });

describe('Selection by the position of a click', () => {
  const table = [spot('a', 0, 42, 500), spot('b', 0, 42, 300), spot('_index', 1, 42, 400)];
  const columns = [
    spot('a', 0, 40, 700),
    spot('b', 0, 40, 200),
    spot('c', 0, 300, 600),
    spot('d', 1, 40, 700),
  ];
  it.each([
    ['the row that begins above it', table, 0, 200, 310, 'a'],
    ['the row that begins at it', table, 0, 42, 299, 'b'],
    ['the number left of the row', table, 0, 20, 299, 'b'],
    ['a row that began on the page before', table, 1, 200, 450, 'b'],
    ['a part of the programme', table, 1, 200, 100, '_index'],
    ['the first column', columns, 0, 290, 500, 'a'],
    ['the second column', columns, 0, 310, 500, 'c'],
    ['an event of the first column that goes on in the second', columns, 0, 310, 650, 'b'],
    ['nothing before the first', table, 0, 200, 600, undefined],
  ] as const)('A click selects %s', (_, spots, page, x, y, name) => {
    expect(spotAt(spots, page, x, y)?.name).toBe(name);
  });
});

describe('The form for an event', () => {
  const dataset = {
    language: 'en',
    languages: ['en', 'fr'],
    fields: [
      { id: 'region', kind: 'region' },
      { id: 'title', kind: 'title' },
      { id: 'site', kind: 'link' },
    ],
    sides: [{ id: 'north', country: 'AA', name: 'North', heading: 'North' }],
  } as unknown as Dataset;
  const event = (values: object): Event => ({ id: 'a', bodies: {}, regions: {}, ...values });
  const slots = textSlots(dataset, event({})).flat();
  const slotOf = (key: string): Slot =>
    slots.find((slot) => slot.key === key) ?? { key, path: [], kind: 'text' };

  it('The form for an event has an input for each text in each language, and one for each language-neutral value', () => {
    expect(slots.map(({ key }) => key)).toEqual([
      'region',
      'region.fr',
      'title',
      'title.fr',
      'bodies.north',
      'bodies.north.fr',
      'site',
    ]);
  });

  it('If a text exists only in a language other than those of the programme, the form also has an input for that language', () => {
    const inputs = textSlots(dataset, event({ title: { de: 'A' } })).flat();
    expect(inputs.map(({ key }) => key).filter((key) => key.startsWith('title'))).toEqual([
      'title',
      'title.fr',
      'title.de',
    ]);
  });

  it.each([
    [{ title: 'A' }, 'title', 'B', { title: 'B' }],
    [{ title: 'A' }, 'title.fr', 'B', { title: { en: 'A', fr: 'B' } }],
    [{ title: { en: 'A', fr: 'B' } }, 'title', 'C', { title: { en: 'C', fr: 'B' } }],
    [{ title: { en: 'A', fr: 'B' } }, 'title.fr', '', { title: { en: 'A' } }],
    [{ title: { fr: 'B' } }, 'title.fr', '', {}],
    [{}, 'title.fr', 'B', { title: { fr: 'B' } }],
    [{ title: 'A' }, 'title', '', {}],
    [{ title: 'A' }, 'title.fr', '', { title: 'A' }],
    [{}, 'bodies.north', 'B', { bodies: { north: 'B' } }],
    [{ bodies: { north: 'B' } }, 'bodies.north', '', {}],
  ])(
    'If the event is %j and the input %s is set to "%s", the changed event is %j',
    (before, key, words, after) => {
      const changed = withWords(event(before), slotOf(key), words, dataset);
      expect(changed).toEqual(event(after));
      expect(wordsAt(changed, slotOf(key), dataset)).toBe(words);
    },
  );
});

describe('The correction of a finding', () => {
  const dataset = {
    ...{ language: 'en', languages: ['en', 'fr'], sides: [] },
    fields: [{ id: 'title', kind: 'title' }],
  } as unknown as Dataset;
  const finding = (offset: number, words: string, fix?: string, field = 'title.en') =>
    ({ field, offset, words, length: words.length, ...(fix !== undefined && { fix }) }) as DisplayedFinding;

  it.each([
    ['Day in Bretagne', finding(7, 'Bretagne', 'Brittany'), 'Day in Brittany'],
    ['two  spaces,  two', finding(12, '  ', ' '), 'two  spaces, two'],
    ['Day in *Bretagne*', finding(7, 'Bretagne', 'Brittany'), 'Day in *Brittany*'],
    ['Day in Normandy', finding(7, 'Bretagne', 'Brittany'), undefined],
    ['*a* b a', finding(0, 'a', 'c'), undefined],
    ['Day in Bretagne', finding(7, 'Bretagne'), undefined],
  ])('If “%s” is corrected as proposed by the finding %j, the result is %s', (text, one, after) => {
    expect(withCorrection(text, one)).toBe(after);
  });

  it('All corrections to an event are applied at once, each in the language of its text', () => {
    const event = { id: 'a', bodies: {}, regions: {}, title: { en: 'A  B  C', fr: 'D  E' } };
    const found = [finding(1, '  ', ' '), finding(4, '  ', ' '), finding(1, '  ', ' ', 'title.fr')];
    expect(withCorrections(event, found, dataset).title).toEqual({ en: 'A B C', fr: 'D E' });
  });
});

it.each([
  ['fr-FR', '2030-06-01', '1 juin 2030'],
  ['en-GB', '2030-12-31T23:59:00Z', '31 December 2030'],
  ['de-DE', '2030-06', '2030-06'],
  ['en-GB', '2030-13-45', '2030-13-45'],
  ['en-GB', '', ''],
])('For the locale %s, the date "%s" is displayed as %s', (tag, text, written) => {
  expect(dateIn(tag, text)).toBe(written);
});

describe('A search in the outline', () => {
  const values = {
    a: { id: 'a', bodies: {}, regions: {}, title: 'Fête of songs' },
    b: { id: 'b', bodies: {}, regions: {}, title: 'Night of poems' },
    c: { id: 'c', bodies: {}, regions: {}, title: 'Chess for all' },
  };
  const groups = [
    { id: 'music', title: 'Music and poetry', events: ['a', 'b'] },
    { id: 'sport', title: 'Sport', events: ['c'] },
    { id: 'cinema', title: 'Cinéma', events: [] },
  ];
  it.each([
    ['', undefined],
    ['FETE songs', [['music', 'a']]],
    ['poems', [['music', 'b']]],
    ['music', [['music', 'a', 'b']]],
    ['cinema', [['cinema']]],
    [
      's',
      [
        ['music', 'a', 'b'],
        ['sport', 'c'],
      ],
    ],
    ['sport songs', []],
  ])('A search for “%s” finds themes by their titles and events by their texts', (query, expected) => {
    const found = groupsFound({ values }, groups, query);
    expect(found?.map(({ id, events }) => [id, ...events])).toEqual(expected);
  });
});

describe('Undo steps', () => {
  it('The edit of an event names the fields that it changes; other edits do not name fields', () => {
    const before = { id: 'a', bodies: {}, regions: {}, title: 'A', date: '1 May' };
    const after = { ...before, date: '2 May', when: '2030-05-02' };
    expect(changedFields({ id: 'a', before, after })).toEqual(['date', 'when']);
    expect(changedFields({ id: 'a', before: after, after: before })).toEqual(['date', 'when']);
    expect(changedFields({ id: 'a', before })).toEqual([]);
    expect(changedFields({ id: 'a', after, spot: { theme: 'music' } })).toEqual([]);
  });

  const edit = (key: string, before: string, after: string) =>
    ({ of: 'programme', key, before, after }) as const;
  const step = (about: string, ...edits: Step['edits']): Step => ({ about, edits });

  it('Continuous typing in one field is a single undo step, which also undoes what the first save changed elsewhere', () => {
    const first = step('title', edit('title', 'B', 'A'), edit('placeholders', 'none', 'title'));
    expect(withStep([first], step('title', edit('title', 'C', 'B')))).toEqual([
      step('title', edit('title', 'C', 'A'), edit('placeholders', 'none', 'title')),
    ]);
    const more = step('title', edit('title', 'C', 'B'), edit('author', 'Y', 'X'));
    expect(withStep([first], more)[0]?.edits).toEqual([
      edit('title', 'C', 'A'),
      edit('placeholders', 'none', 'title'),
      edit('author', 'Y', 'X'),
    ]);
  });

  it('Edits of different fields, and changes that were not typed, are separate undo steps', () => {
    const event: Event = { id: 'a', bodies: {}, regions: {} };
    const typed = step('a', { id: 'a', before: event, after: event });
    for (const [first, next] of [
      [typed, step('b', { id: 'b', before: event, after: event })],
      [step('', ...typed.edits), step('', ...typed.edits)],
    ] as const)
      expect(withStep([first], next)).toEqual([first, next]);
  });
});
