import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../src/commands/build.ts';
import { check } from '../../../src/commands/check.ts';
import { exportSheet } from '../../../src/commands/export.ts';
import { importSheet } from '../../../src/commands/import.ts';
import { initDataset } from '../../../src/commands/init.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { headingsOf } from '../../support/fields.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'init-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('init', () => {
  it('writes a small dataset with every field explained, that build prints and check reads', async () => {
    const dir = path.join(folder, 'example');
    const made = await initDataset({ dir });
    expect(made).toMatchObject({ dir, themes: 2, events: 3, remarks: [] });
    const programme = await readProgramme(dir, 'draft');
    expect(programme.themes.map(({ theme, events }) => [theme.id, events.length])).toEqual([
      ['culture', 2],
      ['sport', 1],
    ]);
    expect(programme.reference.places).toHaveLength(2);
    const { findings } = await check({ data: dir, edition: 'draft' });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, at }) => `${rule} ${at.field}`)).toEqual([
      'placeholder title',
      'placeholder author',
      'placeholder subject',
      'placeholder date',
      'placeholder introduction',
    ]);
    const out = path.join(folder, 'out-example');
    const built = await build({ data: dir, edition: 'draft', formats: ['pdf', 'docx'], out });
    expect(built.map(({ events }) => events)).toEqual([3, 3]);
    expect((await readdir(out)).length).toBe(2);
  });

  it('knows the columns of titles and of dates by the rows of events, whatever stands below a gap', async () => {
    const file = path.join(folder, 'atelier.csv');
    const notes = ['Partenaires', 'Ville-Exemple', 'Bourg-Modèle', 'Port-Essai', 'Val-Témoin'];
    await writeFile(
      file,
      [
        'Jour;Séance;Salle',
        '2031-03-04;Ouverture solennelle;A',
        '2031-03-05;Clôture;B',
        '',
        ...notes,
        '',
      ].join('\n'),
    );
    const dir = path.join(folder, 'atelier');
    const { remarks } = await initDataset({ dir, from: file });
    const { themes } = await readProgramme(dir, 'draft');
    expect(themes.flatMap(({ events }) => events.map(({ title }) => title))).toEqual([
      'Ouverture solennelle',
      'Clôture',
    ]);
    const said = remarks.map(({ message }) => message).join('\n');
    expect(notes.filter((note) => !said.includes(note))).toEqual([]);
  });

  it('has a comment over or behind every field', async () => {
    const fields = /^(\s*)(?:- )?([a-z]+):/;
    for (const name of [
      'programme.yaml',
      'events/culture.yaml',
      'reference/regions.yaml',
      'reference/places.yaml',
    ]) {
      const lines = (await readFile(path.join('starter', name), 'utf8')).split('\n');
      const first = new Set<string>();
      lines.forEach((line, index) => {
        const [, indent = '', key = ''] = fields.exec(line) ?? [];
        // Languages, sides and columns name themselves, and so does what has been explained once.
        if (
          key === '' ||
          /^(en|fr|ru|first|second|region|category|title|description|date|events|columns)$/.test(key)
        )
          return;
        if (first.has(key)) return;
        first.add(key);
        const above = lines
          .slice(0, index)
          .findLast((other) => other.trim() === '' || !other.startsWith(`${indent}  `));
        const explained = lines
          .slice(Math.max(0, index - 4), index)
          .some((other) => other.trim().startsWith('#'));
        expect(explained, `${name}: ${key} after "${above}"`).toBe(true);
      });
    }
  });

  it('makes the user’s own sheet a dataset, that build prints', async () => {
    const dir = path.join(folder, 'own');
    const made = await initDataset({ dir, from: 'test/fixtures/sheets/ru-windows-1251.csv' });
    expect(made).toMatchObject({ themes: 2, events: 4, notes: ['read as windows-1251, separated by ";"'] });
    const { config, themes } = await readProgramme(dir, 'draft');
    expect(config).toMatchObject({
      name: 'ru-windows-1251',
      language: 'ru',
      period: '2030',
      title: 'План мероприятий на 2030 год',
    });
    expect(config.sides.map(({ id, country, heading }) => [id, country, heading])).toEqual([
      ['france', 'FR', 'Французский партнёр'],
      ['russia', 'RU', 'Российский партнёр'],
    ]);
    expect(headingsOf(config).get('description')).toBe('Краткое описание');
    expect(themes.flatMap(({ events }) => events.map(({ id }) => id))).toEqual([
      'vystavka',
      'dni-kino',
      'zabeg',
      'shakhmatnyy-turnir',
    ]);
    const built = await build({
      data: dir,
      edition: 'draft',
      formats: ['pdf', 'docx'],
      out: path.join(folder, 'out-own'),
    });
    expect(built.map(({ lang, events }) => `${lang} ${events}`)).toEqual(['ru 4', 'ru 4']);
  });

  it('makes a field of every column, and writes the mapping: the next file of the source is read by it', async () => {
    const sheets = path.join(folder, 'sheets');
    await mkdir(sheets);
    const from = path.join(sheets, 'konzerte-2030.csv');
    const rows = 'Titel;Datum;Saal;Kontakt\nChor;4.5.2030;Aula;Anna\nOrgel;5.5.2030;Dom;Otto\n';
    await writeFile(from, rows);
    // Another list beside it has its own mapping.
    await writeFile(path.join(sheets, 'kurse-2030.csv'), 'Titel;Datum;Leitung\nTöpfern;6.5.2030;Ina\n');
    const dir = path.join(folder, 'konzerte');
    const made = await initDataset({ dir, from });
    expect(made.fates.map(({ column, field, internal }) => [column, field, internal])).toEqual([
      ['A', 'title', false],
      ['B', 'date', false],
      ['C', 'saal', false],
      ['D', 'kontakt', true],
    ]);
    expect(made.files).toContain(path.join('mappings', 'konzerte-csv.yaml'));
    const mapping = await readFile(path.join(dir, 'mappings/konzerte-csv.yaml'), 'utf8');
    expect(mapping).toContain('file: "konzerte-*.csv"');
    expect(mapping).toContain(
      '{ column: "D", heading: "Kontakt", field: kontakt, kind: text, internal: "contacts or remarks" }',
    );
    const options = { data: dir, removeMissing: false, write: true, dryRun: false };
    expect(await importSheet({ ...options, file: from })).toMatchObject({ problems: [], files: [] });
    const next = path.join(sheets, 'konzerte-2031.csv');
    await writeFile(next, rows.replace('Anna', 'Anna Amsel'));
    const changed = await importSheet({ ...options, file: next });
    expect(changed).toMatchObject({ problems: [], fates: made.fates.map(() => ({})) });
    expect(changed.notes.at(-1)).toBe(
      `the columns are read as ${path.join(dir, 'mappings/konzerte-csv.yaml')} says`,
    );
    const events = await readFile(path.join(dir, 'events/veranstaltungen.yaml'), 'utf8');
    expect(events).toContain('kontakt: Anna Amsel');
    const programme = await readProgramme(dir, 'draft');
    expect(JSON.stringify(programme)).not.toContain('Amsel');
    const other = await importSheet({ ...options, file: path.join(sheets, 'kurse-2030.csv'), dryRun: true });
    expect(other.mapping?.yaml).toContain('heading: "Leitung", field: leitung, kind: text');
  });

  it('takes an export: another dataset with the same events', async () => {
    const file = path.join(folder, 'programme-2021.xlsx');
    await exportSheet({ data: 'data', edition: '1', file });
    const dir = path.join(folder, 'copy');
    await initDataset({ dir, from: file });
    const [copy, edition] = await Promise.all([readProgramme(dir, 'draft'), readProgramme('data', '1')]);
    expect(copy.themes.map(({ events }) => events)).toEqual(edition.themes.map(({ events }) => events));
    expect(copy.config.themes.map(({ id, columns }) => [id, columns.includes('title')])).toEqual(
      edition.config.themes.map(({ id }) => [id, true]),
    );
    const again = await importSheet({ data: dir, file, removeMissing: true, write: true, dryRun: false });
    expect(again).toMatchObject({ problems: [], files: [] });
  });

  it('takes an export with fields of its own: each is a field of the new dataset', async () => {
    const from = path.join(folder, 'ateliers-2030.csv');
    await writeFile(
      from,
      'Titre;Date;Salle;Tarif;Horaire\nPoterie;4 mai 2030;B;12 €;14h30\nYoga;5 mai 2030;A;gratuit;9h\n',
    );
    const first = path.join(folder, 'ateliers');
    await initDataset({ dir: first, from });
    for (const ending of ['xlsx', 'csv']) {
      const file = path.join(folder, `ateliers-export.${ending}`);
      await exportSheet({ data: first, edition: 'draft', file });
      const dir = path.join(folder, `ateliers-${ending}`);
      const made = await initDataset({ dir, from: file });
      expect(made.remarks).toEqual([]);
      const [copy, original] = await Promise.all([readProgramme(dir), readProgramme(first)]);
      expect(copy.themes.map(({ events }) => events)).toEqual(original.themes.map(({ events }) => events));
      expect(copy.config.fields.map(({ id, kind }) => `${id} ${kind}`).sort()).toEqual(
        original.config.fields.map(({ id, kind }) => `${id} ${kind}`).sort(),
      );
    }
  });

  it.each([
    ['Date,Act / band,Description,Fee', 'act-band'],
    ['Date,Qui joue,Description,Tarif', 'qui-joue'],
    ['Datum,Künstler / Programm,Beschreibung,Eintritt', 'kunstler-programm'],
    ['Дата,Кто выступает,Описание,Цена', 'kto-vystupaet'],
  ])('takes the words that differ before a description for the titles: %s', async (headings, stem) => {
    const from = path.join(folder, `${stem}.csv`);
    const rows = ['2030-05-04,Ann & Bob,Songs,5', '2030-05-05,The Quay Five,Songs,5', '2030-05-06,Choir,,5'];
    await writeFile(from, [headings, ...rows].join('\n'));
    const dir = path.join(folder, stem);
    await initDataset({ dir, from });
    const { themes } = await readProgramme(dir, 'draft');
    expect(themes.flatMap(({ events }) => events.map(({ title }) => title))).toEqual([
      'Ann & Bob',
      'The Quay Five',
      'Choir',
    ]);
  });

  it('takes the first line above a list for its title, the others for the introduction, and a house for no country', async () => {
    const from = path.join(folder, 'haeuser.csv');
    const lines = [
      'Stand: 3. Februar 2030,,',
      'Lange Nacht,,',
      'Alle Häuser der Stadt öffnen von 18 bis 1 Uhr,,',
      'Haus,Titel,Datum',
      'Kanalmuseum,Führung,4. Mai 2030',
      'Kongress,Vortrag,5. Mai 2030',
    ];
    await writeFile(from, lines.join('\n'));
    const dir = path.join(folder, 'haeuser');
    await initDataset({ dir, from });
    const { config } = await readProgramme(dir, 'draft');
    expect(config).toMatchObject({
      title: 'Lange Nacht',
      introduction: 'Stand: 3. Februar 2030\nAlle Häuser der Stadt öffnen von 18 bis 1 Uhr',
      sides: [],
      placeholders: ['author', 'introduction', 'date'],
    });
  });

  it('refuses a folder that holds something, and a sheet without headings or year, and leaves nothing behind', async () => {
    const full = path.join(folder, 'full');
    await mkdir(full);
    await writeFile(path.join(full, 'letter.txt'), 'x');
    await expect(initDataset({ dir: full })).rejects.toThrow(`the folder ${full} is not empty`);

    const from = path.join(folder, 'plain.csv');
    const dir = path.join(folder, 'none');
    await writeFile(from, 'a,b\n1,2\n');
    await expect(initDataset({ dir, from })).rejects.toThrow(
      /plain\.csv: no events found; looked at rows 1 to \d+; most stands in row 1: a · b\n {2}hint: correct .*plain\.mapping\.yaml/,
    );
    expect(await readFile(path.join(folder, 'plain.mapping.yaml'), 'utf8')).toContain(
      '{ column: "B", heading: "b", field: ignore }',
    );
    await writeFile(from, 'Title,Date\nConcert,May\n');
    await expect(initDataset({ dir, from })).rejects.toThrow(
      'the year is not known: a date names no year\n  hint: say it, such as --year 2030',
    );
    await expect(readdir(dir)).rejects.toThrow('ENOENT');
  });
});
