import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { runInProcess, runProgramme } from '../support/run-programme.ts';

describe('Default dataset', () => {
  const folderWithLetters = (): string => {
    const there = folderWithData();
    mkdirSync(path.join(there, 'letters', 'old'), { recursive: true });
    return there;
  };

  it.each(['.', 'data', 'data/events', 'letters/old'])(
    'The dataset of the current folder or of a parent folder is used: %s',
    async (folder) => {
      const cwd = path.join(folderWithLetters(), folder);
      const { code, stdout } = await runInProcess(['extract', '--list'], { cwd });
      expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining('AA-HIL')]);
    },
  );

  it('A missing dataset results in an error with a hint', async () => {
    const { code, stderr } = await runInProcess(['check'], { cwd: scratchFolder() });
    expect([code, stderr]).toEqual([2, expect.stringContaining('no dataset found in this folder')]);
  });

  it('`check --rules` needs no dataset', async () => {
    const { code, stdout } = await runInProcess(['check', '--rules'], { cwd: scratchFolder() });
    expect([code, stdout]).toEqual([0, expect.stringContaining('date-missing')]);
  });

  it('If npm runs the program, the dataset is searched for in the folder where npm was called', async () => {
    const { code, stdout } = await runProgramme(['extract', '--list'], {
      cwd: scratchFolder(),
      env: { npm_lifecycle_event: 'programme', INIT_CWD: path.join(folderWithLetters(), 'letters') },
    });
    expect([code, stdout]).toEqual([0, expect.stringContaining('AA-HIL')]);
  });
});

describe('Two spreadsheets', () => {
  it('Two spreadsheets can be compared even if no folder contains a dataset', async () => {
    const cwd = scratchFolder();
    writeFileSync(
      path.join(cwd, 'alt.csv'),
      'Titel;Datum;Ort\nKonzert im Park;1.7.2027;Stadtpark\nLesung;3.7.2027;Bibliothek\n',
    );
    writeFileSync(
      path.join(cwd, 'neu.csv'),
      'Titel;Datum;Ort\nKonzert im Park;2.7.2027;Stadtpark\nLesung;3.7.2027;Bibliothek\n',
    );
    const { code, stdout, stderr } = await runInProcess(['diff', 'alt.csv', 'neu.csv'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Konzert im Park');
    expect(stdout).not.toContain('Lesung');
    // The names of the files are not a change.
    expect(stdout).toContain('1 change (');
    cpSync(path.join(folderWithData(), 'data'), path.join(cwd, 'data'), { recursive: true });
    expect((await runInProcess(['diff', 'alt.csv', 'neu.csv'], { cwd })).stdout).toBe(stdout);
  });
});
