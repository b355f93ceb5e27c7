import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { faultAt } from '../support/disk-faults.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';

interface Case {
  /** The command that is killed. */
  command: readonly string[];
  /** The next one. */
  next: readonly string[];
  /** Where the set of files is. */
  folder: string;
  prepare(folder: string): Promise<void>;
}

/** The draft exported, with a word changed in each theme. */
async function changedSheet(cwd: string): Promise<void> {
  const sheet = path.join(cwd, 'events.csv');
  expect((await runProgramme(['export', 'events.csv'], { cwd })).code).toBe(0);
  const text = readFileSync(sheet, 'utf8')
    .replace('Regatta', 'Great regatta')
    .replace('Spring concert', 'Great concert');
  writeFileSync(sheet, text);
}

const CASES: Readonly<Record<string, Case>> = {
  'import --write': {
    command: ['import', 'events.csv', '--write'],
    next: ['extract', '--list'],
    folder: 'data',
    prepare: changedSheet,
  },
  'check --fix': {
    command: ['check', '--fix'],
    next: ['extract', '--list'],
    folder: 'data',
    prepare: async (cwd) => {
      for (const [theme, words] of [
        ['sport', 'Regatta'],
        ['music', 'Spring concert'],
      ]) {
        const file = path.join(cwd, `data/events/${theme}.yaml`);
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace(`title: ${words}`, `title: ${words} ,  again`),
        );
      }
    },
  },
  'extract --all': {
    command: ['extract', '--all', '--format', 'pdf', '--lang', 'en'],
    next: ['extract', '--list'],
    folder: 'output',
    prepare: async (cwd) => {
      const ended = await runProgramme(['extract', '--all', '--format', 'pdf', '--lang', 'en'], { cwd });
      expect(ended.code).toBe(0);
      for (const name of Object.keys(filesIn(path.join(cwd, 'output'))))
        writeFileSync(path.join(cwd, 'output', name), 'earlier');
    },
  },
};

it.each(Object.entries(CASES))(
  '%s killed before any of its changes of the disk is finished or undone by the next command',
  async (_, { command, next, folder, prepare }) => {
    const prepared = folderWithData();
    await prepare(prepared);
    const old = filesIn(path.join(prepared, folder));
    const whole = scratchFolder();
    cpSync(prepared, whole, { recursive: true });
    expect(await runProgramme(command, { cwd: whole })).toMatchObject({ code: 0 });
    const now = filesIn(path.join(whole, folder));
    expect(Object.keys(old).filter((name) => old[name] !== now[name]).length).toBeGreaterThan(1);
    const outcomes = new Set<string>();
    for (let at = 1; ; at++) {
      const cwd = scratchFolder();
      cpSync(prepared, cwd, { recursive: true });
      const ended = await runProgramme(command, { cwd, env: faultAt('SIGKILL', at) });
      if (ended.code === 0) break;
      expect(ended.code).toBe('SIGKILL');
      const torn = filesIn(path.join(cwd, folder));
      const settled = await runProgramme(next, { cwd });
      expect(settled.code).toBe(0);
      const after = filesIn(path.join(cwd, folder));
      const kept = Object.fromEntries(Object.entries(after).filter(([name]) => name in old));
      expect(Object.keys(after).filter((name) => name.includes('.writing'))).toEqual([]);
      expect([old, now]).toContainEqual(kept);
      const begun = Object.keys(old).some((name) => torn[name] !== old[name]);
      const finished = Object.keys(old).some((name) => torn[name] !== kept[name]);
      if (begun) expect(kept).toEqual(now);
      if (finished) expect(settled.stderr).toContain('a command had been interrupted while it wrote into');
      outcomes.add(`${begun ? 'begun' : 'not begun'}, ${finished ? 'finished' : 'as it was'}`);
    }
    expect([...outcomes].sort()).toEqual([
      'begun, as it was',
      'begun, finished',
      'not begun, as it was',
      'not begun, finished',
    ]);
  },
  300_000,
);

it.each([
  { command: ['init', 'fresh'], folder: 'fresh' },
  { command: ['init', 'fresh', '--from', 'list.csv'], folder: 'fresh' },
  { command: ['export', 'sheets/2030/events.xlsx'], folder: 'sheets' },
])(
  '$command killed before any of its changes of the disk does all when it is called again',
  async ({ command, folder }) => {
    const list = 'Title;Place;Date\nFair;Portville;4 June 2030\nConcert;Hillton;5 June 2030\n';
    const start = (): string => {
      const cwd = folderWithData();
      writeFileSync(path.join(cwd, 'list.csv'), list);
      return cwd;
    };
    const whole = start();
    expect(await runProgramme(command, { cwd: whole })).toMatchObject({ code: 0 });
    const wanted = filesIn(path.join(whole, folder));
    let kills = 0;
    for (let at = 1; ; at++) {
      const cwd = start();
      const ended = await runProgramme(command, { cwd, env: faultAt('SIGKILL', at) });
      if (ended.code !== 0) {
        expect(ended.code).toBe('SIGKILL');
        kills++;
        const again = await runProgramme(command, { cwd });
        // A folder that was complete, or has just been completed, is not written a second time.
        if (again.code !== 0) expect(again.stderr).toContain('the folder fresh is not empty');
      }
      expect(filesIn(path.join(cwd, folder))).toEqual(wanted);
      if (ended.code === 0) break;
    }
    expect(kills).toBeGreaterThan(3);
  },
  300_000,
);

it('what a killed export left in the working directory goes with the next command', async () => {
  const cwd = folderWithData();
  const before = filesIn(cwd);
  const { code } = await runProgramme(['export', 'events.csv'], { cwd, env: faultAt('SIGKILL', 3) });
  expect(code).toBe('SIGKILL');
  expect(filesIn(cwd)).not.toEqual(before);
  expect((await runProgramme(['extract', '--list'], { cwd })).code).toBe(0);
  expect(filesIn(cwd)).toEqual(before);
});
