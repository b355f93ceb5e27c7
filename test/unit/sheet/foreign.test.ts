import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportSheetOptions, importSheet } from '../../../src/commands/import.ts';
import type { Problem } from '../../../src/errors.ts';
import { readDataset, readProgramme } from '../../../src/read/dataset.ts';

const said = (remarks: readonly Problem[]): string[] =>
  remarks.map(({ message, at }) => `${at?.cell}: ${message}`);

describe('Third-party sheet imported into an existing programme', () => {
  let folder: string;
  let options: ImportSheetOptions & { data: string };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'foreign-'));
    const data = path.join(folder, 'data');
    await cp('data', data, { recursive: true });
    const file = path.join(folder, 'list.xlsx');
    await cp('test/cases/lists/french-themes-in-rows/fr-themes-in-rows.xlsx', file);
    // The year of the list differs from that of the programme.
    options = { data, file, year: 2021, removeMissing: false, write: false, dryRun: false };
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('The import proposes a mapping, writes it to a file for correction, and reports the new theme', async () => {
    const imported = await importSheet(options);
    expect(imported.events).toBe(6);
    expect(imported.written).toBe(false);
    expect(imported.problems).toEqual([]);
    expect(said(imported.remarks)).toContain('Sheet1!A4: new theme of the programme: Culture et patrimoine');
    expect(imported.files.map((name) => path.relative(options.data, name))).toEqual([
      'programme.yaml',
      'events/sport.yaml',
      'events/culture-et-patrimoine.yaml',
      'mappings/list-xlsx.yaml',
    ]);
    const mapping = await readFile(path.join(folder, 'list.mapping.yaml'), 'utf8');
    expect(imported.mapping).toEqual({ yaml: mapping, path: path.join(folder, 'list.mapping.yaml') });
    expect(mapping).toContain('themes:\n  Culture et patrimoine:\nsheets:');
    expect(mapping).toContain('{heading: Collectivité française, field: bodies.french}');
    expect(mapping).toContain('{heading: Collectivité russe, field: bodies.russian}');
  });

  it('A new theme is added to the programme in the language of the sheet', async () => {
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

  it('With the corrected mapping, new events are written to their themes, with their regions and with dates in the year of the programme', async () => {
    const map = path.join(folder, 'corrected.yaml');
    const proposed = await readFile(path.join(folder, 'list.mapping.yaml'), 'utf8');
    await writeFile(map, proposed.replace('Culture et patrimoine:', 'Culture et patrimoine: culture'));
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
    // Importing the same sheet again changes nothing.
    const again = await importSheet({ ...options, map, write: true });
    expect(again.files).toEqual([]);
  });

  it('An invalid mapping is rejected, with its position', async () => {
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

  it('An unknown column becomes a new field and is stored in the mapping of the source', async () => {
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
    expect(again.notes.map(({ message }) => message)).toContain(
      `the columns are read as defined in ${path.join(data, 'mappings', 'season-csv.yaml')}`,
    );
    expect(again.comparison.changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'text-changed night-run',
    ]);
    const kept = path.join(data, 'mappings', 'season-csv.yaml');
    const wider = lines.map((line, index) => `${line},${['Seats', '40', '60'][index]}`);
    await writeFile(renamed, wider.join('\n'));
    const { fates } = await importSheet({ ...options, data, file: renamed });
    expect(fates.at(-1)).toMatchObject({ heading: 'Seats', field: 'seats', internal: false });
    await writeFile(renamed, lines.join('\n').replace('Venue', 'Place'));
    await expect(importSheet({ ...options, data, file: renamed })).rejects.toMatchObject({
      questions: [{ name: 'renamed Venue', answers: [{ value: 'Place' }, { value: 'none' }] }],
    });
    const answers = new Map([['renamed Venue', 'Place']]);
    expect((await importSheet({ ...options, data, file: renamed, answers })).problems).toEqual([]);
    const other = path.join(folder, 'Seaşon.csv');
    await writeFile(other, lines.join('\n'));
    const beside = await importSheet({ ...options, data, file: other });
    expect(beside.files.at(-1)).toBe(path.join(data, 'mappings', 'season-csv-2.yaml'));
    expect(await readFile(kept, 'utf8')).toContain('file: season-*.csv');
  });
});
