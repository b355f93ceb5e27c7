import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSheet } from '../../../../src/commands/export.ts';
import { importSheet } from '../../../../src/commands/import.ts';
import { init } from '../../../../src/commands/init.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'twice-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('Exported sheet with changed dates', () => {
  it.each([
    ['9–19 December 2030', '9–25 December 2030', '2030-12-09/2030-12-25', 1],
    ['9 May 2030', '12 June 2030', '2030-06-12', 1],
    ['May 2030', '3 May 2030', '2030-05-03', 1],
    ['9–19 December 2030', 'Semester 2 2030', '2030-12-09/2030-12-19', 0],
  ])(
    'If the date “%s” is changed to “%s”, importing twice produces the same result as importing once',
    async (before, after, when, contradictions) => {
      const name = `${before} ${after}`.replace(/[^\w]+/g, '-');
      const from = path.join(folder, `${name}.csv`);
      await writeFile(from, `Title,Date,Place\nFair,"${before}",Hall\nLecture,"2 May 2030",Hall\n`);
      const data = path.join(folder, name);
      await init({ dir: data, from });
      const file = path.join(folder, `${name}-export.csv`);
      await exportSheet({ data, edition: 'draft', file });
      await writeFile(file, (await readFile(file, 'utf8')).replace(before, after));
      const options = { data, file, removeMissing: false, write: true, dryRun: false };
      expect((await importSheet(options)).problems).toEqual([]);
      const once = await readProgramme(data, 'draft');
      const fair = once.themes.flatMap(({ events }) => events).find(({ id }) => id === 'fair');
      expect([fair?.date, fair?.when]).toEqual([after, when]);
      const again = await importSheet(options);
      expect(again.files).toEqual([]);
      expect(again.remarks.filter(({ code }) => code === 'when-contradicts-words')).toHaveLength(
        contradictions,
      );
      expect(await readProgramme(data, 'draft')).toEqual(once);
    },
  );
});

describe('Exported sheet to which events were added', () => {
  it.each([
    ['a month', 'May 2030', '2030-05'],
    ['a quarter', 'Q3 2030', '2030-35'],
    ['a day', '12 June 2030', '2030-06-12'],
    ['days of the week', 'Tuesdays in June 2030', '{2030-06-04,2030-06-11,2030-06-18,2030-06-25}'],
    ['nothing that is read', 'some time soon', undefined],
  ])(
    'If the new date is %s, importing twice produces the same result as importing once',
    async (name, words, when) => {
      const stem = name.replaceAll(' ', '-');
      const from = path.join(folder, `${stem}.csv`);
      await writeFile(from, 'Title,Date,Place\nFair,9 May 2030,Hall\nLecture,2 May 2030,Hall\n');
      const data = path.join(folder, `new-${stem}`);
      await init({ dir: data, from });
      const file = path.join(folder, `${stem}-export.csv`);
      await exportSheet({ data, edition: 'draft', file });
      const exported = await readFile(file, 'utf8');
      const headings = (exported.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '').split(/[,;]/);
      const row = headings.map((heading) =>
        heading === 'title' ? 'Parade' : heading === 'date' ? `"${words}"` : '',
      );
      await writeFile(file, `${exported.trimEnd()}\r\n${row.join(exported.includes(';') ? ';' : ',')}\r\n`);
      const options = { data, file, removeMissing: false, write: true, dryRun: false };
      expect((await importSheet(options)).problems).toEqual([]);
      const once = await readProgramme(data, 'draft');
      const parade = once.themes.flatMap(({ events }) => events).find(({ title }) => title === 'Parade');
      expect([parade?.date, parade?.when]).toEqual([words, when]);
      expect((await importSheet(options)).files).toEqual([]);
      expect(await readProgramme(data, 'draft')).toEqual(once);
    },
  );
});
