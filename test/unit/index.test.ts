import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { build, check, diff, fix, foundAtLeast, init, listExtracts, UserError } from '../../src/index.ts';
import { folderWithData, scratchFolder, withoutPlaceholders } from '../support/dataset-folder.ts';

it('Public functions create, check, build and compare a dataset', async () => {
  const folder = scratchFolder();
  const data = path.join(folder, 'data');
  expect(await init({ dir: data })).toMatchObject({ themes: 2 });
  expect(foundAtLeast(await check({ data, edition: 'draft' }), 'error')).toBe(true);
  withoutPlaceholders(data);
  const found = await check({ data, edition: 'draft' });
  expect(foundAtLeast(found, 'error')).toBe(false);

  const out = path.join(folder, 'out');
  const { files } = await build({ data, formats: ['docx'], langs: ['fr'], out });
  const [built] = files;
  expect(files).toHaveLength(1);
  expect(built).toMatchObject({ format: 'docx', lang: 'fr' });
  expect(readFileSync(built?.path ?? '')).toHaveLength(built?.bytes ?? 0);

  const { comparison, ...reports } = await diff({ data, old: 'draft', new: data, formats: ['md'] });
  expect(comparison.changes).toEqual([]);
  expect(reports).toMatchObject({
    printed: [expect.stringContaining('No change: ')],
    written: [],
    untracked: [],
  });
});

it('Public functions return plain data', async () => {
  const data = path.join(folderWithData(), 'data');
  const { findings, programme } = await check({ data, edition: 'draft' });
  expect(findings.map(({ rule, at }) => `${rule} ${at.event}`)).toContain('date-missing choir');
  expect(programme.themes.flatMap(({ events }) => events)).toHaveLength(4);
  expect((await listExtracts({ data })).extracts.map(({ key, events }) => [key, events.size])).toEqual([
    ['AA-HIL', 3],
    ['BB-POR', 3],
  ]);
});

it('An invalid call throws a UserError that contains the problems, and writes no file', async () => {
  const folder = folderWithData();
  const data = path.join(folder, 'data');
  const out = path.join(folder, 'out');
  const wrong = build({ data, edition: '9', formats: ['pdf'], out });
  await expect(wrong).rejects.toThrow(UserError);
  await expect(wrong).rejects.toMatchObject({ problems: [{ message: expect.stringContaining('9') }] });
  await expect(fix({ data, edition: '1' })).rejects.toThrow('only the draft can be corrected');
  expect(existsSync(out)).toBe(false);
});
