import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { recordDisk } from '../support/disk-changes.ts';
import { faultAt } from '../support/disk-faults.ts';
import { copyOf, FIT } from '../support/frozen.ts';
import { filesIn, runInProcess, runProgramme } from '../support/run-programme.ts';

interface Case {
  command: readonly string[];
  /** Number of kills, spread evenly over all disk changes of the command. */
  kills: number;
  /**
   * The command that runs after the kill: after `another` command, all files are new or all files are old; after the same
   * command `again`, all files are new.
   */
  after: 'another' | 'again';
  prepare?(cwd: string): Promise<void>;
}

/** Exports the draft and changes a word in each theme. */
async function changedSheet(cwd: string): Promise<void> {
  const sheet = path.join(cwd, 'events.csv');
  expect((await runInProcess(['export', 'events.csv'], { cwd })).code).toBe(0);
  const text = replaced(readFileSync(sheet, 'utf8'), 'Regatta', 'Great regatta');
  writeFileSync(sheet, replaced(text, 'Spring concert', 'Great concert'));
}

async function proposal(cwd: string): Promise<void> {
  await changedSheet(cwd);
  expect((await runInProcess(['import', 'events.csv', '--propose'], { cwd })).code).toBe(0);
}

async function findings(cwd: string): Promise<void> {
  for (const [theme, words] of [
    ['sport', 'title: Regatta'],
    ['music', 'title: Spring concert'],
  ] as const) {
    const file = path.join(cwd, `data/events/${theme}.yaml`);
    writeFileSync(file, replaced(readFileSync(file, 'utf8'), words, `${words} ,  again`));
  }
}

/** 59 kills in total. */
const CASES: readonly Case[] = [
  { command: ['import', 'events.csv', '--write'], kills: 9, after: 'another', prepare: changedSheet },
  { command: ['import', 'events.csv', '--propose'], kills: 4, after: 'another', prepare: changedSheet },
  {
    command: ['review', 'events', '--accept', 'e852629057a7', '2c75ba13f5a5', '--by', 'A. Editor'],
    kills: 9,
    after: 'another',
    prepare: proposal,
  },
  { command: ['check', '--fix'], kills: 8, after: 'another', prepare: findings },
  { command: ['build', '--format', 'html,ics'], kills: 8, after: 'again' },
  { command: ['export', 'sheets/events.xlsx'], kills: 4, after: 'again' },
  { command: ['init', 'fresh'], kills: 7, after: 'again' },
  { command: ['freeze', 'first'], kills: 10, after: 'again' },
];

it.each(CASES.map((own) => ({ ...own, words: own.command.join(' ') })))(
  '$words killed at $kills disk changes leaves either all new files or all old files',
  async ({ command, kills, after, prepare }) => {
    const prepared = folderWithData(command[0] === 'freeze' ? FIT : {});
    await prepare?.(prepared);
    const earlier = filesIn(prepared);
    const counted = copyOf(prepared);
    const { changes } = await recordDisk(counted, () => runInProcess(command, { cwd: counted }));
    const whole = copyOf(prepared);
    expect((await runProgramme(command, { cwd: whole })).code).toBe(0);
    const wanted = filesIn(whole);
    for (let kill = 0; kill < kills; kill++) {
      const cwd = copyOf(prepared);
      const at = 1 + Math.floor((kill * changes) / kills);
      expect((await runProgramme(command, { cwd, env: faultAt('SIGKILL', at) })).code).toBe('SIGKILL');
      const { code, stderr } = await runProgramme(after === 'again' ? command : ['extract', '--list'], {
        cwd,
      });
      // A new dataset that was complete is not written again.
      if (code !== 0) expect(stderr).toContain('the folder fresh is not empty');
      const left = filesIn(cwd);
      if (after === 'again') expect(left).toEqual(wanted);
      else expect([onlyFiles(earlier), onlyFiles(wanted)]).toContainEqual(onlyFiles(left));
    }
  },
);

/** Without the folders: an empty folder that was created for a file is harmless. */
function onlyFiles(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !name.endsWith('/')));
}

const long = replaced(
  smallFile('events/sport.yaml'),
  'title: Regatta',
  `title: ${'many words '.repeat(8_000)}`,
);

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  '%s during the layout of hundreds of pages leaves either the earlier outputs or complete new outputs',
  async (name) => {
    for (const after of [60, 300, 700, 1500, 4000]) {
      const cwd = folderWithData({ 'events/sport.yaml': long });
      const names = ['small-draft-en.pdf', 'small-draft-fr.pdf'];
      mkdirSync(path.join(cwd, 'output'));
      for (const file of names) writeFileSync(path.join(cwd, 'output', file), 'earlier');
      const { code } = await runProgramme(['build', '--format', 'pdf'], { cwd, signal: { name, after } });
      expect([0, name]).toContain(code);
      const files = filesIn(path.join(cwd, 'output'));
      const states = names.map((file) =>
        files[file] === 'earlier'
          ? 'earlier'
          : /^%PDF-.*%%EOF\s*$/s.test(files[file] ?? '')
            ? 'new'
            : 'broken',
      );
      expect(states).not.toContain('broken');
      if (name === 'SIGKILL') continue;
      expect(Object.keys(files)).toEqual(names);
      expect(new Set(states).size).toBe(1);
      if (code === 0) expect(states[0]).toBe('new');
    }
  },
);
