/** A dataset in format 3, with editions whose locks have version 3. Every later version of the program must read them. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { runInProcess } from '../../support/run-programme.ts';

/** Fingerprints, and digests of the published files. */
const NOTED = {
  1: [
    'ec327fbbccad13cb786e819cb7d397427b5296bcef91280b2993d7a8f91be8ee',
    'b5186df7d92ccfbedf8173f5cbce45f16341ce70fa7075648872196ad0a11cbe',
  ],
  2: [
    'b4bb6e4928abdd516fa22ef1cd33dbb8825e57d121fcbfbf1d406d7149cd87d7',
    '1ff97e6e380ab44ecc6c0affa94022e9e01bfb2b6477d4f50c162b6928efc162',
  ],
};

function dataset(): string {
  const cwd = scratchFolder();
  cpSync('test/fixtures/format-3', cwd, { recursive: true });
  return cwd;
}

it.each(Object.entries(NOTED))(
  'Edition %s matches its lock and has the recorded fingerprint and digest',
  async (edition, [fingerprint = '', published = '']) => {
    const expected = ['--expect', fingerprint, '--expect-published', published];
    const ended = await runInProcess(['verify', edition, ...expected], { cwd: dataset() });
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('consistent with its lock') });
    expect(ended.stdout.match(/: as expected/g)).toHaveLength(2);
  },
);

it('The published files of an edition in format 3 are recognised', async () => {
  const file = path.join('data', 'editions', '1', 'published', 'small-en.pdf');
  const ended = await runInProcess(['verify', file], { cwd: dataset() });
  expect(ended.stdout).toContain('small-en.pdf of edition 1');
});

it('The draft in format 3 can be compared with its first edition', async () => {
  const ended = await runInProcess(['diff', '1', 'draft'], { cwd: dataset() });
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('1 change');
  expect(ended.stdout).toContain('Autumn regatta');
});

it('Editions and a draft in format 3 can be built', async () => {
  const cwd = dataset();
  for (const edition of ['1', '2', 'draft']) {
    const ended = await runInProcess(['build', edition, '--format', 'csv,json'], { cwd });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('4 events');
  }
});
