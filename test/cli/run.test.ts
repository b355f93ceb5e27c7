import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { runInProcess, runProgramme } from '../support/run-programme.ts';

/** A stream that fails when it is written to. */
const failing = (code: string): Writable =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

/** The exit code and the messages of a run that writes its result to a stream. */
async function printedTo(stdout: Writable): Promise<{ code: number; stderr: string }> {
  const stderr = new PassThrough();
  const io = { stdin: new PassThrough(), stdout, stderr, env: {} };
  const code = await run(['check', '--rules'], io);
  return { code, stderr: String(stderr.read() ?? '') };
}

describe('run', () => {
  it('Calling run in a process has the same result as running the program', async () => {
    const data = path.join(folderWithData(), 'data');
    const calls = [
      ['extract', '--list', '--data', data],
      ['check', '--data', data, '--fail-on', 'note'],
      ['diff', 'draft', data, '--data', data],
      ['build', '1', '--data', data],
      ['build', '--lang', 'xx'],
      ['check', '--help'],
      ['--lang', '--help'],
      ['no-command', '--help'],
      [],
    ];
    for (const args of calls) {
      const [here, there] = [scratchFolder(), scratchFolder()];
      expect(await runInProcess(args, { cwd: here }), args.join(' ')).toEqual(
        await runProgramme(args, { cwd: there }),
      );
    }
  });

  it('The version of a program that was bundled in a repository includes the commit', async () => {
    const [here, there] = [
      await runInProcess(['--version'], { cwd: scratchFolder() }),
      await runProgramme(['--version'], { cwd: scratchFolder() }),
    ];
    expect(here.stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
    const added = there.stdout.replace(here.stdout.trim(), '');
    const hasCommit = spawnSync('git', ['rev-parse', 'HEAD']).status === 0;
    expect(added).toMatch(hasCommit ? /^ \([0-9a-f]{12}(?:-modified)?\)\n$/ : /^\n$/);
  });

  it('The result of calling run does not depend on the previous call', async () => {
    const cwd = folderWithData();
    const calls = [
      ['build', '7'],
      ['check', '--fail-on', 'note'],
      ['bild'],
      ['diff', 'draft', 'data', '--format', 'json'],
      ['--help'],
    ];
    const first = [];
    for (const args of calls) first.push(await runInProcess(args, { cwd }));
    expect(first.map(({ code }) => code)).toEqual([2, 1, 2, 0, 0]);
    // A message contains the path of the dataset only if the command line contained it.
    await runInProcess(['build', '7', '--data', 'data', '--lang', 'fr'], { cwd });
    for (const [index, args] of [...calls.entries()].reverse())
      expect(await runInProcess(args, { cwd }), args.join(' ')).toEqual(first[index]);
  });

  it('A result that cannot be written causes an error with exit code 2', async () => {
    expect(await printedTo(failing('ENOSPC'))).toEqual({
      code: 2,
      stderr: 'the result cannot be written (ENOSPC)\n',
    });
  });

  it('A command succeeds even if nothing reads its output', async () => {
    expect(await printedTo(failing('EPIPE'))).toEqual({ code: 0, stderr: '' });
  });
});
