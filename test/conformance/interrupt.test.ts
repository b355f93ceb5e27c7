import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { recordDisk } from '../support/disk-changes.ts';
import { faultAt } from '../support/disk-faults.ts';
import { bundledProgramme } from '../support/dist.ts';
import { filesIn, runInProcess, runProgramme } from '../support/run-programme.ts';

const BUILD = ['build', '--format', 'ics'];
const NAMES = ['small-draft-en.ics', 'small-draft-fr.ics'];
const earlier = Object.fromEntries(NAMES.map((name) => [name, `the earlier ${name}`]));

/** A dataset with outputs of an earlier build. */
function withOutputs(): string {
  const folder = folderWithData();
  mkdirSync(path.join(folder, 'output'));
  for (const [file, text] of Object.entries(earlier)) writeFileSync(path.join(folder, 'output', file), text);
  return folder;
}

const outputs = (folder: string): Record<string, string> => filesIn(path.join(folder, 'output'));

/** The new outputs of a build, and the record of how they were written; computed once. */
function built(): ReturnType<typeof buildOnce> {
  made ??= buildOnce();
  return made;
}

let made: ReturnType<typeof buildOnce> | undefined;

async function buildOnce() {
  const cwd = withOutputs();
  const record = await recordDisk(cwd, async () =>
    expect(await runInProcess(BUILD, { cwd })).toMatchObject({ code: 0 }),
  );
  const fresh = outputs(cwd);
  expect(Object.keys(fresh)).toEqual(NAMES);
  for (const name of NAMES) expect(fresh[name]).not.toBe(earlier[name]);
  return { record, fresh };
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s at any moment leaves either the earlier outputs or complete new outputs',
  async (signal) => {
    const { record, fresh } = await built();
    // When the working folder is created, and when the last file is renamed into place.
    for (const change of [1, record.changes - 1]) {
      const cwd = withOutputs();
      const { code } = await runProgramme(BUILD, { cwd, env: faultAt(signal, change) });
      expect(code).toBe(signal);
      expect([earlier, fresh]).toContainEqual(outputs(cwd));
    }
  },
);

it('SIGKILL at any moment leaves either the earlier outputs or complete new outputs', async () => {
  const { record, fresh } = await built();
  for (let change = 1; change <= record.changes; change++) {
    const cwd = withOutputs();
    record.replay(change, cwd);
    const files = outputs(cwd);
    for (const name of NAMES) expect([earlier[name], fresh[name]]).toContain(files[name]);
  }
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a command whose output is not read',
  async (name) => {
    const programme = await bundledProgramme();
    const cwd = folderWithData({
      'events/sport.yaml': replaced(
        smallFile('events/sport.yaml'),
        'title: Regatta',
        `title: ${'many words '.repeat(18_000)}`,
      ),
    });
    const child = spawn(
      process.execPath,
      [programme, 'diff', 'draft', path.resolve('test/fixtures/small-dataset'), '--format', 'json'],
      { cwd },
    );
    // The output fills the pipe, which nobody reads.
    await new Promise((begun) => child.stdout.once('readable', begun));
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    child.kill(name);
    expect(await ended).toBe(name);
    child.stdout.destroy();
  },
);
