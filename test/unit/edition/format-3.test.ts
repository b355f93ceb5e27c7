/**
 * A dataset of format 3 with an edition whose lock has version 3; every later version of the program must read both.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { runInProcess } from '../../support/run-programme.ts';

const FINGERPRINT = 'ec327fbbccad13cb786e819cb7d397427b5296bcef91280b2993d7a8f91be8ee';
const PUBLISHED = 'b5186df7d92ccfbedf8173f5cbce45f16341ce70fa7075648872196ad0a11cbe';

function dataset(): string {
  const cwd = scratchFolder();
  cpSync('test/fixtures/format-3', cwd, { recursive: true });
  return cwd;
}

it('An edition of lock version 3 is consistent and has the recorded fingerprint and digest', async () => {
  const expected = ['--expect', FINGERPRINT, '--expect-published', PUBLISHED];
  const ended = await runInProcess(['verify', '1', ...expected], { cwd: dataset() });
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('consistent with its lock') });
  expect(ended.stdout.match(/: as expected/g)).toHaveLength(2);
});

it('The published files of an edition of format 3 are identified', async () => {
  const file = path.join('data', 'editions', '1', 'published', 'small-en.pdf');
  const ended = await runInProcess(['verify', file], { cwd: dataset() });
  expect(ended.stdout).toContain('small-en.pdf of edition 1');
});

it('The draft of format 3 is compared with its edition', async () => {
  const ended = await runInProcess(['diff', '1', 'draft'], { cwd: dataset() });
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('1 change');
  expect(ended.stdout).toContain('Autumn regatta');
});

it('Edition and draft of format 3 are built', async () => {
  const cwd = dataset();
  for (const edition of ['1', 'draft']) {
    const ended = await runInProcess(['build', edition, '--format', 'csv,json'], { cwd });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('4 events');
  }
});
