import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document, Run } from '../../../src/document/model.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { readProgramme, readProgrammeFolder } from '../../../src/read/dataset.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';

const CONFIG = 'programme.yaml';
const CONCERT = (hour: string): string => `  date: 9 May\n  when: 2030-05-09\n  hour: "${hour}"`;

function small(
  ...changes: readonly (readonly [file: string, passage: string, by: string])[]
): Promise<Programme> {
  const files: Record<string, string> = {};
  for (const [file, passage, by] of changes)
    files[file] = replaced(files[file] ?? smallFile(file), passage, by);
  return readProgrammeFolder(path.join(folderWithData(files), 'data'), 'draft');
}

const words = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
const titleOf = (document: Document, id: string) =>
  document.sections.filter((section) => section.id === id).map(({ title }) => words(title));
/** The entries of an index by heading. */
const entriesOf = (document: Document, id: string) =>
  Object.fromEntries(
    document.sections
      .filter((section) => section.id === id)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'index' ? block.groups : [])))
      .map(({ heading, entries }) => [words(heading), entries.map(({ text }) => words(text))]),
  );

describe('Titles and entries of indexes', () => {
  it('A field, a side and the dates can each have an index with its own title', async () => {
    const programme = await small(
      [
        CONFIG,
        'kind: category }',
        'kind: category }\n  - { id: venue, kind: text, heading: Venue, index: { title: { en: Venues, fr: Lieux } } }',
      ],
      [CONFIG, 'heading: Date }', 'heading: Date, index: { title: { en: Calendar, fr: Agenda } } }'],
      [CONFIG, 'name: North\n', 'name: North\n    index: { title: Towns in the north }\n'],
      ['events/music.yaml', '  title: Spring concert', '  venue: Town hall\n  title: Spring concert'],
      ['events/sport.yaml', '  title: Regatta', '  venue: Harbour\n  title: Regatta'],
    );
    const french = buildDocument(programme, 'fr');
    expect(titleOf(french, '_field-venue')).toEqual(['Lieux']);
    expect(titleOf(french, '_index-dates')).toEqual(['Agenda']);
    expect(titleOf(french, '_index-north')).toEqual(['Towns in the north']);
    expect(titleOf(french, '_index-south')).toEqual(['Index des régions et des lieux : South']);
  });

  it('If events have the same title, their index entries name their bodies, except for the body in the heading', async () => {
    const programme = await small(
      ['events/sport.yaml', '  title: Regatta', '  title: Spring concert'],
      [
        'events/sport.yaml',
        '    north: Hillton\n    south: Portville',
        '    north: Hillton\n    south: Isle Club',
      ],
    );
    const document = buildDocument(programme, 'en');
    const spring = (id: string) =>
      Object.values(entriesOf(document, id))
        .flat()
        .filter((text) => text.includes('Spring'));
    expect(new Set(spring('_index-north'))).toEqual(
      new Set(['1  Spring concert, Portville', '4  Spring concert, Isle Club']),
    );
    expect(spring('_index-dates')).toContain('1  Spring concert, Hillton – Portville, 9–19 May 2030');
  });

  it('If events without bodies have the same title, their index entries name the venues', async () => {
    const programme = await small(
      [
        CONFIG,
        'kind: category }',
        'kind: category }\n  - { id: venue, kind: text, heading: Venue, index: true }',
      ],
      [CONFIG, 'columns: [north, south, title, date]', 'columns: [venue, title, date]'],
      ['events/sport.yaml', '  title: Regatta', '  venue: Harbour\n  title: Choir of the choirs'],
      ['events/sport.yaml', '  bodies:\n    north: Hillton\n    south: Portville\n', ''],
      ['events/music.yaml', '  title: Spring', '  venue: Town hall\n  title: Spring'],
    );
    const document = buildDocument(programme, 'en');
    expect(entriesOf(document, '_field-venue').Harbour).toEqual(['4  Choir of the choirs']);
    expect(Object.values(entriesOf(document, '_index-dates')).flat()).toContain(
      '4  Choir of the choirs, Harbour, June',
    );
  });

  it('If events have the same title and the same bodies, their index entries are identical', async () => {
    const programme = await small(['events/sport.yaml', '  title: Regatta', '  title: Spring concert']);
    expect(Object.values(entriesOf(buildDocument(programme, 'en'), '_index-south')).flat()).toContain(
      '4  Spring concert',
    );
  });

  it('If events on the same day have the same title, the index of dates lists them with their times', async () => {
    const programme = await small(
      [CONFIG, 'fields:\n', 'fields:\n  - { id: hour, kind: time, heading: Time }\n'],
      ['events/music.yaml', '  date: 9-19 May\n  when: 2030-05-09/2030-05-19', CONCERT('20:00')],
      ['events/sport.yaml', '  title: Regatta\n  date: June', `  title: Spring concert\n${CONCERT('10:00')}`],
    );
    const index = entriesOf(buildDocument(programme, 'en'), '_index-dates');
    expect(index['May 2030']).toEqual([
      '1  Spring concert, 9 May 2030, 20:00',
      '4  Spring concert, 9 May 2030, 10:00',
    ]);
  });

  it('In the index, each event of edition 1 with the title “Culture” is listed with its bodies', async () => {
    const document = buildDocument(await readProgramme('data', '1'), 'en');
    const called = Object.values(entriesOf(document, '_index-dates'))
      .flat()
      .filter((text) => /^\d+ {2}Culture(?:,.* – .*)?$/.test(text));
    expect(called).toHaveLength(9);
    const plain = new Set(called.map((text) => text.replace(/^\d+ {2}/, '')));
    expect(plain.size).toBe(9);
    expect([...plain].filter((text) => text.includes('tretat'))).toEqual([
      'Culture, Étretat – Stavropol Oblast',
    ]);
  });
});

describe('The period of a programme', () => {
  const inTitle = (title: string, period = '"2030"') =>
    small(
      [CONFIG, '  en: Year of small things', `  en: ${title}`],
      [CONFIG, 'period: "2030"', `period: ${period}`],
    );

  it.each([
    ['Year of small things', '2030 Year of small things', '2030'],
    ['Season 2030', 'Season 2030', undefined],
    ['Season 2030/31', 'Season 2030/31', undefined],
    ['Route 20301', '2030 Route 20301', '2030'],
  ])(
    'The programme title “%s” is “%s” in file properties, and the line above the cover title is %s',
    async (title, file, cover) => {
      const document = buildDocument(await inTitle(title), 'en');
      expect(document.meta.title).toBe(file);
      expect(document.cover.kicker?.[0]?.text).toBe(cover);
    },
  );

  it('If the title contains the year of the period, the days of the period are printed on the cover, but are not part of the file title', async () => {
    const document = buildDocument(await inTitle('Small Days 2030', '2030-05-02/2030-05-04'), 'en');
    expect(document.meta.title).toBe('Small Days 2030');
    expect(words(document.cover.kicker ?? [])).toBe('2–4 May 2030');
  });

  it('The period on the cover begins with a capital letter', async () => {
    const document = buildDocument(await inTitle('Small Days', '2030-05/2030-07'), 'fr');
    expect(words(document.cover.kicker ?? [])).toBe('De mai à juillet 2030');
  });
});
