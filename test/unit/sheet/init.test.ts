import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../src/commands/build.ts';
import { check } from '../../../src/commands/check.ts';
import { exportSheet } from '../../../src/commands/export.ts';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
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
  it('init writes a small dataset that explains every field and can be used by `build` and `check`', async () => {
    const dir = path.join(folder, 'example');
    const made = await init({ dir });
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
    const { files } = await build({ data: dir, edition: 'draft', formats: ['pdf', 'docx'], out });
    expect(files.map(({ events }) => events)).toEqual([3, 3]);
    expect((await readdir(out)).length).toBe(2);
  });

  it('Every field has a comment above or after it', async () => {
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
        // Languages, sides and columns are self-explanatory, and so are keys that were explained before.
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

  it('init converts a user’s list into a dataset that `build` can print', async () => {
    const dir = path.join(folder, 'own');
    const made = await init({
      dir,
      from: 'test/cases/lists/russian-windows-1251/ru-windows-1251.csv',
    });
    expect(made).toMatchObject({
      themes: 2,
      events: 4,
      notes: [{ message: 'read as windows-1251, separated by ";"' }],
    });
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
    const { files } = await build({
      data: dir,
      edition: 'draft',
      formats: ['pdf', 'docx'],
      out: path.join(folder, 'out-own'),
    });
    expect(files.map(({ lang, events }) => `${lang} ${events}`)).toEqual(['ru 4', 'ru 4']);
  });

  it('init converts an export into another dataset with the same events', async () => {
    const file = path.join(folder, 'programme-2021.xlsx');
    await exportSheet({ data: 'data', edition: '1', file });
    const dir = path.join(folder, 'copy');
    await init({ dir, from: file });
    const [copy, edition] = await Promise.all([readProgramme(dir, 'draft'), readProgramme('data', '1')]);
    expect(copy.themes.map(({ events }) => events)).toEqual(edition.themes.map(({ events }) => events));
    expect(copy.config.themes.map(({ id, columns }) => [id, columns.includes('title')])).toEqual(
      edition.config.themes.map(({ id }) => [id, true]),
    );
    const again = await importSheet({ data: dir, file, removeMissing: true, write: true, dryRun: false });
    expect(again).toMatchObject({ problems: [], files: [] });
  });

  it('Custom fields of an export become fields of the new dataset', async () => {
    const from = path.join(folder, 'ateliers-2030.csv');
    await writeFile(
      from,
      'Titre;Date;Salle;Tarif;Horaire\nPoterie;4 mai 2030;B;12 €;14h30\nYoga;5 mai 2030;A;gratuit;9h\n',
    );
    const first = path.join(folder, 'ateliers');
    await init({ dir: first, from });
    for (const ending of ['xlsx', 'csv']) {
      const file = path.join(folder, `ateliers-export.${ending}`);
      await exportSheet({ data: first, edition: 'draft', file });
      const dir = path.join(folder, `ateliers-${ending}`);
      const made = await init({ dir, from: file });
      expect(made.remarks.map(({ code }) => code)).toEqual(['times-without-zone']);
      const [copy, original] = await Promise.all([readProgramme(dir), readProgramme(first)]);
      expect(copy.themes.map(({ events }) => events)).toEqual(original.themes.map(({ events }) => events));
      expect(copy.config.fields.map(({ id, kind }) => `${id} ${kind}`).sort()).toEqual(
        original.config.fields.map(({ id, kind }) => `${id} ${kind}`).sort(),
      );
    }
  });

  it.each([
    ['Zeitstempel;Titel;Datum', 'de', 'Sommerfest;3. Juni 2031', 'Lesung;4. Juni 2031'],
    ['Timestamp;Title;Date', 'en', 'Ball;3 June 2031', 'Fair;4 June 2031'],
    ['Horodateur;Titre;Date', 'fr', 'Bal;3 juin 2031', 'Foire;4 juin 2031'],
    ['Marca temporal;Título;Fecha', 'es', 'Baile;3 de junio de 2031', 'Feria;4 de junio de 2031'],
    ['Informazioni cronologiche;Titolo;Data', 'it', 'Ballo;3 giugno 2031', 'Fiera;4 giugno 2031'],
    ['Отметка времени;Название;Дата', 'ru', 'Бал;3 июня 2031', 'Ярмарка;4 июня 2031'],
  ])(
    'The column with the time when a form was filled in, %s, is internal unless the user publishes it',
    async (headings, lang, ...rows) => {
      const from = path.join(folder, `form-${lang}.csv`);
      await writeFile(from, [headings, ...rows.map((row) => `2031-01-02 10:00:01;${row}`), ''].join('\n'));
      const [heading = ''] = headings.split(';');
      const asked: string[] = [];
      const { preview } = await init({
        dir: path.join(folder, `form-${lang}`),
        from,
        ask: async ({ name, proposal = '' }) => {
          asked.push(name);
          return name === `publish ${heading}` ? 'no' : proposal;
        },
      });
      expect(asked).toContain(`publish ${heading}`);
      expect(preview.columns.filter(({ internal }) => internal).map((column) => column.heading)).toEqual([
        heading,
      ]);
    },
  );

  it('init rejects a folder that is not empty', async () => {
    const full = path.join(folder, 'full');
    await mkdir(full);
    await writeFile(path.join(full, 'letter.txt'), 'x');
    await expect(init({ dir: full })).rejects.toThrow(`the folder ${full} is not empty`);
  });
});
