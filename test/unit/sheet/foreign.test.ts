import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportOptions, importSheet } from '../../../src/commands/import.ts';
import { readWorkbook } from '../../../src/commands/import-source.ts';
import { planInit } from '../../../src/commands/init-plan.ts';
import type { Problem } from '../../../src/errors.ts';
import type { Event } from '../../../src/model/event.ts';
import { readDataset, readProgramme } from '../../../src/read/dataset.ts';
import { parseMapping } from '../../../src/read/table-import/mapping.ts';

const fixture = (name: string): string => path.join('test/fixtures/sheets', name);

/** An event as a line: id, bodies, words of the date (no-break spaces as spaces) and EDTF. */
function line(event: Event): string {
  const date = typeof event.date === 'object' ? JSON.stringify(event.date) : (event.date ?? '–');
  const bodies = Object.values(event.bodies).join(' + ');
  return [event.id, bodies, date, event.when ?? '?', event.status]
    .filter((part) => part !== undefined)
    .join(' | ')
    .replaceAll('\u00a0', ' ');
}

const said = (remarks: readonly Problem[]): string[] =>
  remarks.map(({ message, at }) => `${at?.cell}: ${message}`);

/** Themes with their events, and what was said, of a sheet made into a dataset. */
async function read(
  name: string,
  mapping?: string,
): Promise<{ themes: Record<string, string[]>; said: string[]; language: string }> {
  const workbook = await readWorkbook(fixture(name), {});
  const given = mapping === undefined ? undefined : await parseMapping(mapping, 'mapping.yaml');
  const { programme, remarks } = planInit(workbook, name, given);
  return {
    themes: Object.fromEntries(
      programme.themes.map(({ theme, events }) => [String(theme.title), events.map(line)]),
    ),
    said: said(remarks),
    language: programme.config.language,
  };
}

describe('sheets that other people keep: no event is lost, every date that is not understood is said', () => {
  it('French, from a spreadsheet program: title lines, merged regions, themes and a total in rows of their own', async () => {
    expect(await read('fr-themes-in-rows.xlsx')).toEqual({
      language: 'fr',
      themes: {
        'Culture et patrimoine': [
          'exposition-commune | Ville A + Ville B | du 9 au 19 décembre | 2030-12-09/2030-12-19',
          'festival-de-cinema | Ville C + Ville D | 2e semestre 2030 | 2030-41',
          'semaine-du-livre | Ville C | à confirmer | ?',
          'concert-de-noel | Ville E + Ville F | 24/12/2030 | 2030-12-24',
        ],
        Sport: [
          'course-a-pied | Club de la ville G + Ville H | 3e trimestre 2030 | 2030-35',
          'tournoi-d-echecs | Ville I + Ville J | toute l’année | 2030',
        ],
      },
      said: [
        'Sheet1!A11: the empty cell means the same as Sheet1!A10: "Normandie"',
        'Sheet1!A12: not an event: "Total : 6 manifestations"',
        'Sheet1!F7: the date "à confirmer" is kept as words: to be confirmed',
        'Sheet1!A2: above the table, not in the dataset: "Document de travail"',
      ],
    });
  });

  it('two languages, headings in two rows, start and end of dates in columns of their own', async () => {
    const workbook = await readWorkbook(fixture('two-languages.xlsx'), {});
    const { programme } = planInit(workbook, 'two-languages.xlsx');
    expect(programme.config.languages).toEqual(['fr', 'ru']);
    expect(programme.themes.flatMap(({ events }) => events.map(({ title }) => title))).toEqual([
      { fr: 'Échange scolaire', ru: 'Школьный обмен' },
      { fr: 'Camp d’été', ru: 'Летний лагерь' },
      { fr: 'Colloque', ru: 'Конференция' },
    ]);
    expect((await read('two-languages.xlsx')).themes).toEqual({
      Jeunesse: [
        'echange-scolaire | Lycée de la ville A + Школа города Б | du 5 au 16 avril 2030 | 2030-04-05/2030-04-16',
        'camp-d-ete | Ville C + Город Д | 1er juillet 2030 | 2030-07-01',
      ],
      Recherche: [
        'colloque | Université de la ville E + Университет города Ж | du 10 au 12 octobre 2030 | 2030-10-10/2030-10-12',
      ],
    });
  });

  it('English, one sheet a theme, dates of the 1904 system, a status, a sheet of notes', async () => {
    const { themes, said: remarks } = await read('en-sheet-a-theme-1904.xlsx');
    expect(themes).toEqual({
      'Arts & heritage': [
        'lace-exhibition | Museum of Town A + Museum of Town B | 2 May – 30 June 2030 | 2030-05-02/2030-06-30',
        'choir-tour | Town C + Town D | 1 September 2030 | 2030-09-01 | cancelled',
      ],
      Sport: [
        'fun-run | Town A + Town B | 8 March 2030 | 2030-03-08',
        'chess-by-mail | Town C | spring | ? | postponed',
      ],
    });
    expect(remarks).toEqual([
      'Sport!E3: the date "spring" is kept as words',
      'Notes!A1: on a sheet without headings of events, not in the dataset: "This workbook is kept by the example office."',
    ]);
  });

  it('Russian, windows-1251: semicolons, a title line, cells carried down, cells of several lines', async () => {
    expect(await read('ru-windows-1251.csv')).toEqual({
      language: 'ru',
      themes: {
        Культура: [
          'vystavka | Город А + Город Б | II квартал 2030 г. | 2030-34',
          'dni-kino | Город В + Город Г | 9–19 декабря 2030 г. | 2030-12-09/2030-12-19',
        ],
        Спорт: [
          'zabeg | Клуб «А» | май 2030 г. | 2030-05',
          'shakhmatnyy-turnir | Город Д + Город Е | по согласованию | ?',
        ],
      },
      said: [
        'B4: the empty cell means the same as B3: "Культура"',
        'C4: the empty cell means the same as C3: "Вологодская область"',
        'B6: the empty cell means the same as B5: "Спорт"',
        'C6: the empty cell means the same as C5: "Самарская область"',
        'F7: not an event: "Итого: 4"',
        'H6: the date "по согласованию" is kept as words: to be confirmed',
      ],
    });
  });

  it('Russian, KOI8-R: three columns; a single one of organisers makes no cooperation', async () => {
    expect(await read('ru-koi8.csv')).toEqual({
      language: 'ru',
      themes: {
        Мероприятия: [
          'lektsiya-otkrytaya-dlya-vsekh |  | 12 апреля 2030 г. | 2030-04-12',
          'letnyaya-shkola |  | июнь 2030 г. | 2030-06',
          'vstrecha |  | осень | ?',
        ],
      },
      said: [
        'A4: the date "осень" is kept as words: a season has other months for each reader: write the months',
      ],
    });
  });

  it('French, "Unicode text" of a spreadsheet program: UTF-16, tabs', async () => {
    expect(await read('fr-unicode-text.txt')).toEqual({
      language: 'fr',
      themes: {
        Culture: ['marche-de-noel | Ville A + Ville B | décembre 2030 | 2030-12'],
        Jeunesse: [
          'rencontre-jeunes | Ville C + Ville D | 15-18 mai 2030 | 2030-05-15/2030-05-18',
          'reunion-finale | Ville A + Ville D | fin 2030 | 2030-10~/2030-12~',
        ],
      },
      said: ['E4: the empty cell means the same as E3: "Jeunesse"'],
    });
  });

  it('English, as printed: a theme above the headings, headings repeated, regions printed once', async () => {
    const workbook = await readWorkbook(fixture('en-printed-pages.csv'), {});
    const { programme } = planInit(workbook, 'en-printed-pages.csv');
    expect(programme.themes.map(({ events }) => events.map(({ region }) => region))).toEqual([
      ['Brittany', 'Brittany', 'Normandy'],
      ['Occitanie'],
    ]);
    expect(await read('en-printed-pages.csv')).toEqual({
      language: 'en',
      themes: {
        partnerships: [
          'signing-of-an-agreement | Town A + Town B | Throughout the year 2030 | 2030',
          'exchange-of-choirs | Town C + Town D, Town E | Semester 2: December 2030 | 2030-12',
          'letters-drawings-and-photographs | Town F | late August-early September 2030 | 2030-08-21~/2030-09-10~',
        ],
        sport: ['rowing | Town G + Town H | Quarter 3 | 2030-35'],
      },
      said: [
        'A4: the empty cell means the same as A3: "Brittany"',
        'A10: not an event: "Continued on the next page"',
      ],
    });
  });

  it('German, from an office of 2005', async () => {
    expect(await read('de-windows-1252.csv')).toEqual({
      language: 'de',
      themes: {
        Musik: [
          'chorfest | Stadt A + Stadt B | 2030-05 | 2030-05',
          'orgelwoche | Stadt C + Stadt D | 2030-09-01/2030-09-07 | 2030-09-01/2030-09-07',
        ],
        Sport: ['staffellauf | Stadt A + Stadt D | 2030 | 2030'],
      },
      said: [],
    });
  });

  it('headings in a language that is not known: with a mapping', async () => {
    // The first column whose words differ names the events.
    expect((await read('fi.csv')).themes).toEqual({ Events: ['musiikki |  | 2030-05 | 2030-05'] });
    const mapping = `language: en
sheets:
  - header: [1]
    columns:
      - { column: A, heading: Ala, field: theme }
      - { column: B, heading: Isäntä, field: bodies.host }
      - { column: C, heading: Vieras, field: bodies.guest }
      - { column: D, heading: Nimi, field: title }
      - { column: E, heading: Selite, field: description }
      - { column: F, heading: Ajankohta, field: date }
`;
    expect((await read('fi.csv', mapping)).themes).toEqual({
      Musiikki: ['kuorojuhla | Kaupunki A + Kaupunki B | 2030-05 | 2030-05'],
    });
  });
});

describe('cells that are empty because they say the same as above', () => {
  /** Region and theme of each event of a list. */
  async function groups(rows: readonly string[]): Promise<string[]> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'groups-'));
    const file = path.join(folder, 'list.csv');
    await writeFile(file, ['Region,Theme,Title,Date', ...rows].join('\n'));
    const { programme } = planInit(await readWorkbook(file, {}), file);
    await rm(folder, { recursive: true });
    return programme.themes.flatMap(({ theme, events }) =>
      events.map(({ id, region }) => `${id}: ${String(region)}, ${String(theme.title)}`),
    );
  }

  it('are filled until another group begins to their left, or a row is blank', async () => {
    expect(
      await groups([
        'North,Music,Aria,1 May 2030',
        ',,Ballad,2 May 2030',
        'South,,Canon,3 May 2030',
        ',Sport,Derby,4 May 2030',
        ',,,',
        ',Sport,Eleven,5 May 2030',
      ]),
    ).toEqual([
      'aria: North, Music',
      'ballad: North, Music',
      'canon: South, Events',
      'derby: South, Sport',
      'eleven: undefined, Sport',
    ]);
  });
});

describe('a foreign sheet for a programme that there is', () => {
  let folder: string;
  let options: ImportOptions;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'foreign-'));
    const data = path.join(folder, 'data');
    await cp('data', data, { recursive: true });
    const file = path.join(folder, 'list.xlsx');
    await cp(fixture('fr-themes-in-rows.xlsx'), file);
    options = { data, file, removeMissing: false, write: false, dryRun: false };
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('proposes a mapping, writes it to be corrected, and says which theme is new', async () => {
    const imported = await importSheet(options);
    expect(imported.events).toBe(6);
    expect(imported.written).toBe(false);
    expect(imported.problems).toEqual([]);
    expect(said(imported.remarks)).toContain(
      'Sheet1!A4: "Culture et patrimoine" is a new theme, culture-et-patrimoine',
    );
    expect(imported.files.map((name) => path.relative(options.data, name))).toEqual([
      'programme.yaml',
      'events/sport.yaml',
      'events/culture-et-patrimoine.yaml',
      'mappings/list-xlsx.yaml',
    ]);
    const mapping = await readFile(path.join(folder, 'list.mapping.yaml'), 'utf8');
    expect(imported.mapping).toEqual({ yaml: mapping, path: path.join(folder, 'list.mapping.yaml') });
    expect(mapping).toContain('themes:\n  "Culture et patrimoine":\nsheets:');
    expect(mapping).toContain('{ column: "B", heading: "Collectivité française", field: bodies.french }');
    expect(mapping).toContain('{ column: "C", heading: "Collectivité russe", field: bodies.russian }');
  });

  it('that names a new theme: it is added to the programme, in the language of the sheet', async () => {
    const data = path.join(folder, 'new-theme');
    await cp(options.data, data, { recursive: true });
    await importSheet({ ...options, data, write: true });
    const { config, themes } = await readProgramme(data, 'draft');
    expect(config.themes.at(-1)).toEqual({
      id: 'culture-et-patrimoine',
      title: { fr: 'Culture et patrimoine' },
      columns: ['french', 'russian', 'title', 'description', 'date'],
      carry: false,
    });
    expect(themes.at(-1)?.events.map(({ id }) => id)).toEqual([
      'exposition-commune',
      'festival-de-cinema',
      'semaine-du-livre',
      'concert-de-noel',
    ]);
    const again = await importSheet({ ...options, data, write: true });
    expect(again.files).toEqual([]);
  });

  it('with the corrected mapping writes new events in their themes, regions found, dates of the programme’s year', async () => {
    const map = path.join(folder, 'corrected.yaml');
    const proposed = await readFile(path.join(folder, 'list.mapping.yaml'), 'utf8');
    await writeFile(map, proposed.replace('"Culture et patrimoine":', '"Culture et patrimoine": culture'));
    const before = await readProgramme(options.data, 'draft');
    const imported = await importSheet({ ...options, map, write: true });
    expect(imported.problems).toEqual([]);
    expect(imported.comparison.changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'event-added exposition-commune',
      'event-added festival-de-cinema',
      'event-added semaine-du-livre',
      'event-added concert-de-noel',
      'event-added course-a-pied',
      'event-added tournoi-d-echecs',
    ]);
    const { themes } = await readProgramme(options.data, 'draft');
    const culture = themes.find(({ theme }) => theme.id === 'culture')?.events ?? [];
    expect(culture.find(({ id }) => id === 'exposition-commune')).toEqual({
      id: 'exposition-commune',
      region: { fr: 'Bretagne' },
      bodies: { french: { fr: 'Ville A' }, russian: { fr: 'Ville B' } },
      regions: { french: ['FR-BRE'], russian: 'not-named' },
      title: { fr: 'Exposition commune' },
      description: { fr: 'Première partie.\nSeconde partie.' },
      date: { fr: 'du 9 au 19 décembre' },
      when: '2021-12-09/2021-12-19',
    });
    const added =
      themes.flatMap(({ events }) => events).length - before.themes.flatMap(({ events }) => events).length;
    expect(added).toBe(6);
    // Once more: the same sheet changes nothing.
    const again = await importSheet({ ...options, map, write: true });
    expect(again.files).toEqual([]);
  });

  it('a mapping that does not fit is refused with its place', async () => {
    const map = path.join(folder, 'wrong.yaml');
    await writeFile(
      map,
      'language: fi\nsheets:\n  - header: [3]\n    columns:\n      - { column: A, heading: x, field: town }\n      - { columns: B }\n',
    );
    await expect(importSheet({ ...options, map })).rejects.toThrow(
      /wrong\.yaml:1:1 · language: expected one of en, fr, ru, de/,
    );
    await writeFile(
      map,
      'language: fr\nsheets:\n  - header: [3]\n    columns:\n      - { column: A, heading: x, field: town }\n',
    );
    await expect(importSheet({ ...options, map })).rejects.toThrow(
      /wrong\.yaml:5:\d+ · sheets\.0\.columns\.0\.field: there is no field "town"/,
    );
  });

  it('with columns that no field knows: each is a field of its own, kept with the mapping of the source', async () => {
    const data = path.join(folder, 'own-fields');
    await cp(options.data, data, { recursive: true });
    const list = path.join(folder, 'season-2021.csv');
    const lines = [
      'Theme,Project title,Planned date,Venue,Contact',
      'sport,Night run,5 May 2021,Old bridge,a@example.org',
      'sport,Chess day,6 May 2021,Town hall,b@example.org',
    ];
    await writeFile(list, lines.join('\n'));
    const first = await importSheet({ ...options, data, file: list, write: true });
    expect(first.fates.map(({ heading, field, internal }) => [heading, field, internal])).toEqual([
      ['Theme', 'theme', false],
      ['Project title', 'title', false],
      ['Planned date', 'date', false],
      ['Venue', 'venue', false],
      ['Contact', 'contact', true],
    ]);
    expect(first.remarks.map(({ message }) => message)).toContain(
      'new fields of the programme: venue, contact (internal)',
    );
    expect(first.files).toContain(path.join(data, 'schema', 'events.schema.json'));
    const schema = await readFile(path.join(data, 'schema', 'events.schema.json'), 'utf8');
    expect(schema).toContain('"venue"');
    const { config, themes } = await readDataset(data, 'draft');
    expect(config.fields.slice(-2)).toEqual([
      { id: 'venue', kind: 'text', heading: 'Venue' },
      { id: 'contact', kind: 'email', heading: 'Contact', internal: true },
    ]);
    expect(themes.flatMap(({ events }) => events).find(({ id }) => id === 'night-run')).toMatchObject({
      venue: 'Old bridge',
      contact: 'a@example.org',
    });
    expect(config.themes.map(({ columns }) => columns.at(-1))).toEqual(config.themes.map(() => 'venue'));
    await writeFile(list, lines.join('\n').replace('Old bridge', 'New bridge'));
    const renamed = path.join(folder, 'season-2022.csv');
    await cp(list, renamed);
    const again = await importSheet({ ...options, data, file: renamed });
    expect(again.notes).toContain(
      `the columns are read as ${path.join(data, 'mappings', 'season-csv.yaml')} says`,
    );
    expect(again.comparison.changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'text-changed night-run',
    ]);
    const kept = path.join(data, 'mappings', 'season-csv.yaml');
    const wider = lines.map((line, index) => `${line},${['Seats', '40', '60'][index]}`);
    await writeFile(renamed, wider.join('\n'));
    const unlisted = await importSheet({ ...options, data, file: renamed });
    expect(unlisted.remarks).toContainEqual({
      message: 'the column "Seats" is not in the mapping and not read: "40 · 60"',
      at: { file: renamed, cell: 'F1' },
      hint: `add it to ${kept}, or delete that file to have a new mapping proposed`,
    });
    await writeFile(renamed, lines.join('\n').replace('Venue', 'Place'));
    const moved = await importSheet({ ...options, data, file: renamed });
    expect(moved.problems).toEqual([
      {
        message: 'the column is headed "Place", not "Venue" as the mapping says',
        at: { file: renamed, cell: 'D1' },
        hint: `correct ${kept}, or delete it to have a new mapping proposed`,
      },
    ]);
  });
});
