import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import { filesIn, runProgramme } from '../support/run-programme.ts';

const NAMES = ['small-draft-en.pdf', 'small-draft-fr.pdf'];
const earlier = Object.fromEntries(NAMES.map((name) => [name, `the earlier ${name}`]));

/** A build that takes long: one cell fills hundreds of pages. */
const long = {
  'events/sport.yaml': replaced(
    smallFile('events/sport.yaml'),
    'title: Regatta',
    `title: ${'many words '.repeat(8_000)}`,
  ),
};

function stateOf(bytes: string | undefined, earlierBytes: string | undefined): 'earlier' | 'new' | 'broken' {
  if (bytes === undefined) return 'broken';
  if (bytes === earlierBytes) return 'earlier';
  return /^%PDF-.*%%EOF\s*$/s.test(bytes) ? 'new' : 'broken';
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  '%s at any moment leaves the earlier outputs as they were, or finds the new ones whole',
  async (name) => {
    for (const after of [60, 300, 700, 1500, 4000]) {
      const folder = folderWithData(long);
      const output = path.join(folder, 'output');
      mkdirSync(output);
      for (const [file, text] of Object.entries(earlier)) writeFileSync(path.join(output, file), text);
      const ended = await runProgramme(['build', '--format', 'pdf'], {
        cwd: folder,
        signal: { name, after },
      });
      expect([0, name]).toContain(ended.code);
      const files = filesIn(output);
      const states = NAMES.map((file) => stateOf(files[file], earlier[file]));
      if (name === 'SIGKILL') expect(states).not.toContain('broken');
      else {
        expect(Object.keys(files)).toEqual(NAMES);
        expect([
          ['earlier', 'earlier'],
          ['new', 'new'],
        ]).toContainEqual(states);
        if (ended.code === 0) expect(states).toEqual(['new', 'new']);
      }
    }
  },
);

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a command that waits for somebody to read what it prints',
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
    // What is printed fills the pipe, which nobody reads on.
    await new Promise((begun) => child.stdout.once('readable', begun));
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    child.kill(name);
    expect(await ended).toBe(name);
    child.stdout.destroy();
  },
);
