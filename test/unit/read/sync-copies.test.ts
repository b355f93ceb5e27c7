import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithData } from '../../support/dataset-folder.ts';
import { runInProcess } from '../../support/run-programme.ts';

describe('Copies made by synchronisation programs', () => {
  it.each([
    ['events', 'sport.yaml', 'sport (conflicted copy 2030-05-01).yaml'],
    ['events', 'sport.yaml', 'sport (Kopie mit Konflikt von A. Muster).yaml'],
    ['events', 'music.yaml', 'music.sync-conflict-20300501-120000-ABCDEFG.yaml'],
    ['.', 'programme.yaml', 'programme (1).yaml'],
    ['reference', 'regions.yaml', 'regions (copie en conflit).yaml'],
  ])('In the folder %s, the copy of %s named %s causes an error', async (folder, original, copy) => {
    const cwd = folderWithData();
    const home = path.join(cwd, 'data', folder);
    copyFileSync(path.join(home, original), path.join(home, copy));
    const ended = await runInProcess(['build', '--format', 'csv'], { cwd });
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: `${path.join('data', folder, copy)}: the file is a copy of ${original}, perhaps made by a synchronisation program because two versions of the file were edited\n  hint: compare the two files, add what is missing to ${original}, and delete this copy\n`,
    });
  });

  it('Files with other names next to those of the dataset are not treated as copies', async () => {
    const cwd = folderWithData();
    for (const name of ['notes (old).txt', 'programme-2029.yaml', 'words.txt'])
      writeFileSync(path.join(cwd, 'data', name), '');
    const ended = await runInProcess(['build', '--format', 'csv'], { cwd });
    expect(ended.code).toBe(0);
  });
});
