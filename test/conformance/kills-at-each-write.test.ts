import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { recordDisk } from '../support/disk-changes.ts';
import { faultAt } from '../support/disk-faults.ts';
import { filesIn, runInProcess, runProgramme } from '../support/run-programme.ts';

interface Case {
  /** The command that is killed. */
  command: readonly string[];
  /** The command that runs after it. */
  next: readonly string[];
  /** The folder that contains the set of files. */
  folder: string;
  prepare(folder: string): Promise<void>;
}

/** Exports the draft and changes a word in each theme. */
async function changedSheet(cwd: string): Promise<void> {
  const sheet = path.join(cwd, 'events.csv');
  expect((await runInProcess(['export', 'events.csv'], { cwd })).code).toBe(0);
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
      const ended = await runInProcess(['extract', '--all', '--format', 'pdf', '--lang', 'en'], { cwd });
      expect(ended.code).toBe(0);
      for (const name of Object.keys(filesIn(path.join(cwd, 'output'))))
        writeFileSync(path.join(cwd, 'output', name), 'earlier');
    },
  },
};

function copyOf(folder: string): string {
  const copy = scratchFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/**
 * Runs a command in a copy of a folder. Returns the copy and, for each disk change, the state that a kill before this
 * change leaves.
 */
async function killed(
  folder: string,
  command: readonly string[],
): Promise<{ whole: string; kills: Generator<string> }> {
  const whole = copyOf(folder);
  const record = await recordDisk(whole, async () =>
    expect(await runInProcess(command, { cwd: whole })).toMatchObject({ code: 0 }),
  );
  function* kills(): Generator<string> {
    for (let change = 1; change <= record.changes + 1; change++) {
      const copy = copyOf(folder);
      record.replay(change, copy);
      yield copy;
    }
  }
  return { whole, kills: kills() };
}

it.each(Object.entries(CASES))(
  '%s killed at any disk change is finished or undone by the next command',
  async (_, { command, next, folder, prepare }) => {
    const prepared = folderWithData();
    await prepare(prepared);
    const old = filesIn(path.join(prepared, folder));
    const { whole, kills } = await killed(prepared, command);
    const now = filesIn(path.join(whole, folder));
    expect(Object.keys(old).filter((name) => old[name] !== now[name]).length).toBeGreaterThan(1);
    const outcomes = new Set<string>();
    for (const cwd of kills) {
      const torn = filesIn(path.join(cwd, folder));
      const settled = await runInProcess(next, { cwd });
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
);

it.each([
  { command: ['init', 'fresh'], folder: 'fresh' },
  { command: ['init', 'fresh', '--from', 'list.csv'], folder: 'fresh' },
  { command: ['export', 'sheets/2030/events.xlsx'], folder: 'sheets' },
])('$command killed at any disk change is completed by calling it again', async ({ command, folder }) => {
  const prepared = folderWithData();
  writeFileSync(
    path.join(prepared, 'list.csv'),
    'Title;Place;Date\nFair;Portville;4 June 2030\nConcert;Hillton;5 June 2030\n',
  );
  const { whole, kills } = await killed(prepared, command);
  const wanted = filesIn(path.join(whole, folder));
  let count = 0;
  for (const cwd of kills) {
    count++;
    const again = await runInProcess(command, { cwd });
    // A folder that was complete, or has just been completed, is not written again.
    if (again.code !== 0) expect(again.stderr).toContain('the folder fresh is not empty');
    expect(filesIn(path.join(cwd, folder))).toEqual(wanted);
  }
  expect(count).toBeGreaterThan(4);
});

it('Temporary files of a killed export are removed by the next command', async () => {
  const cwd = folderWithData();
  const before = filesIn(cwd);
  const { code } = await runProgramme(['export', 'events.csv'], { cwd, env: faultAt('SIGKILL', 3) });
  expect(code).toBe('SIGKILL');
  expect(filesIn(cwd)).not.toEqual(before);
  expect((await runInProcess(['extract', '--list'], { cwd })).code).toBe(0);
  expect(filesIn(cwd)).toEqual(before);
});
