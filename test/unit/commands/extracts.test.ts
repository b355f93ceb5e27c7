import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extractIn,
  extractsBy,
  listOfExtracts,
  partOf,
  whichExtract,
  whyEmpty,
} from '../../../src/commands/extracts.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Field } from '../../../src/model/field.ts';
import { type Programme, ProgrammeFileSchema } from '../../../src/model/programme.ts';
import { type Lang, textIn } from '../../../src/model/text.ts';
import { readProgramme } from '../../../src/read/dataset.ts';

/** A festival of one theme, without sides. */
function festival(fields: Field[], events: Partial<Event>[]): Programme {
  const theme = { id: 'all', title: 'Programm', columns: ['title'] };
  const config = ProgrammeFileSchema.parse({
    format: 3,
    name: 'sommer',
    language: 'de',
    languages: ['de'],
    date: '2027-05-01',
    period: '2027',
    title: 'Sommer',
    author: 'Stadt',
    subject: 'Programm',
    introduction: 'Willkommen.',
    contents: 'Inhalt',
    fields: [{ id: 'title', kind: 'title', heading: 'Titel' }, ...fields],
    themes: [theme],
  });
  const complete = events.map(
    (event, index): Event => ({
      id: `e${index + 1}`,
      title: `Titel ${index + 1}`,
      bodies: {},
      regions: {},
      ...event,
    }),
  );
  const [first] = config.themes;
  if (first === undefined) throw new Error('no theme');
  return {
    edition: 'draft',
    config,
    themes: [{ theme: first, events: complete }],
    reference: { regions: [], places: [] },
  };
}

const venues = festival(
  [
    { id: 'venue', kind: 'text', heading: 'Ort' },
    { id: 'date', kind: 'date', heading: 'Datum' },
  ],
  [
    { venue: 'Rathaus', when: '2027-07-01' },
    { venue: 'rathaus ', when: '2027-07-02/2027-07-04' },
    { venue: 'Alte Mühle', when: '2027-07-03' },
    { venue: 'Дом культуры', when: '2027-07' },
    { venue: '光', when: '{2027-07-01,2027-07-03}' },
    { venue: '音' },
  ],
);

const summary = (programme: Programme, by: string) =>
  extractsBy(programme, by).map(({ key, events }) => `${key}: ${[...events].join(' ')}`);

describe('Extracts by region', () => {
  const named = async (lang: Lang): Promise<string[]> => {
    const draft = await readProgramme('data', 'draft');
    const programme = { ...draft, config: { ...draft.config, language: lang } };
    return extractsBy(programme, 'region').map(({ name }) => textIn(name, lang, lang).words);
  };

  it('Region names of each side are sorted in the language of the programme', async () => {
    expect((await named('en')).slice(0, 8)).toEqual([
      'Auvergne-Rhône-Alpes',
      'Bourgogne-Franche-Comté',
      'Brittany',
      'Centre-Val de Loire',
      'Grand Est',
      'Hauts-de-France',
      'Île-de-France',
      'Normandy',
    ]);
    expect((await named('en')).filter((name) => name.startsWith('Mosc'))).toEqual([
      'Moscow',
      'Moscow Oblast',
    ]);
    expect((await named('ru')).slice(0, 3)).toEqual(['Бретань', 'Бургундия — Франш-Конте', 'Гранд-Эст']);
  });
});

describe('Extracts by field', () => {
  it('Events are grouped by their values in a field, and each value has its own key', () => {
    expect(summary(venues, 'venue')).toEqual([
      'alte-muhle: e3',
      'rathaus: e1 e2',
      'dom-kultury: e4',
      'value: e5',
      'value-2: e6',
    ]);
  });

  it('An event with exact days is in the extracts for all of these days', () => {
    expect(summary(venues, 'day')).toEqual(['2027-07-01: e1 e5', '2027-07-02: e2', '2027-07-03: e2 e3 e5']);
    expect([...whichExtract(venues, { by: 'day', value: '2027-07-04' }).events]).toEqual(['e2']);
    expect(listOfExtracts(venues, 'day').without).toEqual(['e4', 'e6']);
  });

  it('Different names of an ISO 3166-2 region share one extract, which can be found by each of these names', () => {
    const regions = festival(
      [{ id: 'land', kind: 'region', heading: 'Land' }],
      [{ land: 'Bayern' }, { land: 'Bavaria' }, { land: 'Hessen' }, { land: 'Am See' }],
    );
    expect(summary(regions, 'region')).toEqual(['am-see: e4', 'DE-BY: e2 e1', 'DE-HE: e3']);
    expect(whichExtract(regions, { by: 'region', value: 'Hesse' }).key).toBe('DE-HE');
    expect(whichExtract(regions, { by: 'region', value: 'am see' }).key).toBe('am-see');
  });

  it('Events can be grouped by theme, and an unknown grouping is reported with a list of the possible groupings', () => {
    expect(summary(venues, 'theme')).toEqual(['all: e1 e2 e3 e4 e5 e6']);
    expect(() => extractsBy(venues, 'hall')).toThrow('use one of region, theme, day, title, venue, date');
  });

  it('If there are no extracts for a field, the error states the reason', () => {
    expect(() => whichExtract(venues, { by: 'region', value: 'Hesse' })).toThrow(
      'the programme has no regions: it has no sides and no field of the kind region',
    );
    expect(whyEmpty(venues, 'region')).toEqual({
      code: 'programme-without-regions',
      parameters: { field: 'region', others: ['theme (1)', 'day (3)', 'title (6)', 'venue (5)'] },
      message: 'the programme has no regions: it has no sides and no field of the kind region',
      hint: 'use --by with one of theme (1), day (3), title (6), venue (5) (the number of values is in brackets)',
    });
  });

  it.each([
    ['RATHAUS', 'rathaus'],
    ['Alte Muhle', 'alte-muhle'],
    ['mühle', 'alte-muhle'],
    ['音', 'value-2'],
    ['value', 'value'],
  ])('`extract` finds a value by its whole text, by some of its words or by its key: %s', (value, key) => {
    expect(whichExtract(venues, { by: 'venue', value }).key).toBe(key);
  });

  it('If a value is unknown, the nearest value is suggested', () => {
    expect(() => whichExtract(venues, { by: 'venue', value: 'Ratshaus' })).toThrow(
      'did you mean Rathaus (rathaus)?',
    );
  });

  it('The cover and the file name of an extract contain its name', () => {
    const extract = whichExtract(venues, { by: 'venue', value: 'Rathaus' });
    const { meta, cover } = buildDocument(venues, 'de', { extract });
    expect(meta).toMatchObject({ title: '2027 Sommer – Rathaus', stem: 'sommer-draft-venue-rathaus-de' });
    expect(cover.lines[0]).toEqual([{ text: 'Rathaus', strong: true }]);
    expect(partOf(venues, extract).themes[0]?.events.map(({ id }) => id)).toEqual(['e1', 'e2']);
  });
});

it('An index is printed if it is enabled and has at least two headings', () => {
  const sections = (index: boolean | undefined, words: string[]) =>
    buildDocument(
      festival(
        [
          {
            id: 'audience',
            kind: 'category',
            heading: 'Publikum',
            ...(index === undefined ? {} : { index }),
          },
        ],
        words.map((audience) => ({ audience })),
      ),
      'de',
    ).sections.map(({ id }) => id);
  expect(sections(true, ['Kinder', 'Alle'])).toContain('_field-audience');
  expect(sections(true, ['Kinder', 'Kinder'])).not.toContain('_field-audience');
  expect(sections(undefined, ['Kinder', 'Alle'])).not.toContain('_field-audience');
});

/** The file name of each extract without extension, normalised as on a case-insensitive file system. */
const stems = (programme: Programme, by: string): string[] =>
  extractsBy(programme, by).map((extract) =>
    buildDocument(programme, 'de', { extract }).meta.stem.normalize('NFC').toLowerCase(),
  );

describe('Keys and file names of extracts', () => {
  const venue: Field = { id: 'venue', kind: 'text', heading: 'Ort' };

  it('Values that differ only in punctuation have different keys, and a number added to a key never makes it equal to the key of a numbered value', () => {
    const halls = festival(
      [venue],
      ['Hall', 'Hall …', 'Hall 2', 'HALL', 'Hall+'].map((value) => ({ venue: value })),
    );
    expect(summary(halls, 'venue')).toEqual(['hall: e1 e4', 'hall-3: e2', 'hall-2: e3', 'hall-4: e5']);
    expect(whichExtract(halls, { by: 'venue', value: 'Hall 2' }).key).toBe('hall-2');
    expect(whichExtract(halls, { by: 'venue', value: 'Hall …' }).key).toBe('hall-3');
  });

  it('Keys do not depend on Unicode normalisation', () => {
    const cafes = festival([venue], [{ venue: 'Café Élysée' }, { venue: 'Cafe\u0301 E\u0301lyse\u0301e' }]);
    expect(summary(cafes, 'venue')).toEqual(['cafe-elysee: e1 e2']);
  });

  it('Text in a region column that names no region never gets the key of a region', () => {
    const regions = festival(
      [{ id: 'land', kind: 'region', heading: 'Land' }],
      [{ land: 'Bayern' }, { land: 'De By …' }],
    );
    expect(summary(regions, 'region')).toEqual(['DE-BY: e1', 'de-by-2: e2']);
  });

  it('Extracts by different fields never have the same file name, even if one field id begins with the other', () => {
    const town: Field = { id: 'venue-town', kind: 'text', heading: 'Stadt' };
    const both = festival([venue, town], [{ venue: 'Town Hall', 'venue-town': 'Hall' }]);
    expect([...stems(both, 'venue'), ...stems(both, 'venue-town')]).toEqual([
      'sommer-draft-venue.town-hall-de',
      'sommer-draft-venue-town-hall-de',
    ]);
  });

  it('Two sides of the same country have different extracts', () => {
    const { config, ...rest } = festival([], [{ regions: { nord: ['DE-BY'], sued: ['DE-BY'] } }]);
    const side = { country: 'DE', name: 'Nord', heading: 'Nord' };
    const programme = {
      ...rest,
      config: {
        ...config,
        sides: [
          { ...side, id: 'nord' },
          { ...side, id: 'sued' },
        ],
      },
      reference: {
        regions: [{ code: 'DE-BY', kind: 'region' as const, names: { de: 'Bayern' } }],
        places: [],
      },
    };
    expect(stems(programme, 'region')).toEqual(['sommer-draft-nord.de-by-de', 'sommer-draft-sued.de-by-de']);
  });

  it('Different values have different extracts, and every event is in the extract of its value', () => {
    const words = fc.constantFrom(
      ...[
        'Hall',
        'hall ',
        'Hall …',
        'Hall 2',
        'Hall-2',
        'HALL 2!',
        'Häll',
        'Ha\u0308ll',
        'Холл',
        '光',
        '音',
        'value',
        'Value 2',
        'CON',
        '🎵',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (values) => {
        const programme = festival(
          [venue],
          values.map((value) => ({ venue: value })),
        );
        const extracts = extractsBy(programme, 'venue');
        expect(new Set(stems(programme, 'venue')).size).toBe(extracts.length);
        const different = new Set(values.map((value) => value.normalize('NFC').trim().toLowerCase()));
        expect(extracts).toHaveLength(different.size);
        expect(extracts.flatMap(({ events }) => [...events]).sort()).toEqual(
          values.map((_, index) => `e${index + 1}`).sort(),
        );
      }),
    );
  });

  it('In an earlier edition, an extract is found by its value, not by a number that depends on other values', () => {
    const before = festival([venue], [{ venue: 'Hall' }, { venue: 'Hall …' }]);
    const after = festival([venue], [{ venue: 'Hall' }, { venue: 'Hall …' }, { venue: 'Hall 2' }]);
    const eventsIn = (value: string): string[] => [
      ...extractIn(before, whichExtract(after, { by: 'venue', value })).events,
    ];
    expect(extractsBy(before, 'venue').map(({ key }) => key)).toEqual(['hall', 'hall-2']);
    expect(eventsIn('Hall …')).toEqual(['e2']);
    expect(eventsIn('Hall 2')).toEqual([]);
    const corrected = festival([venue], [{ venue: 'Häll!' }]);
    expect([...extractIn(corrected, whichExtract(after, { by: 'venue', value: 'Hall' })).events]).toEqual([
      'e1',
    ]);
  });
});
