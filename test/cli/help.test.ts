import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { runInProcess, runProgramme } from '../support/run-programme.ts';

const COMMANDS = [
  'build',
  'check',
  'completion',
  'diff',
  'export',
  'extract',
  'freeze',
  'import',
  'init',
  'open',
  'ready',
  'review',
  'takedown',
  'verify',
];

describe('help', () => {
  it('`help` lists every command', async () => {
    const { code, stdout, stderr } = await runProgramme(['--help'], { cwd: scratchFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'help').sort()).toEqual(COMMANDS);
  });

  it.each(COMMANDS)('The help of %s contains an example that starts with the command', async (command) => {
    const { code, stdout, stderr } = await runInProcess([command, '--help'], { cwd: scratchFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: programme ${command} `));
    const [, examples = '', ...others] = stdout.split(/^Examples?:\n/m);
    expect(others).toEqual([]);
    expect(examples).toMatch(new RegExp(`^  programme ${command}\\b`));
    // Each option has a description.
    expect(stdout).not.toMatch(/^ {2}--[a-z-]+(?: [<[][^ ]+)?$/m);
  });

  it('A call without a command prints the help to stderr and fails', async () => {
    const { code, stdout, stderr } = await runInProcess([], { cwd: scratchFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: programme /);
  });

  it('A misspelled command results in an error with a suggestion', async () => {
    const ended = await runInProcess(['bild'], { cwd: scratchFolder() });
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: unknown command 'bild'\n(Did you mean build?)\n(run with --help for usage)\n",
    });
  });

  it.each([
    ['help', 'bild'],
    ['bild', '--help'],
    ['--quiet', 'bild', '--help'],
  ])('Requesting help for an unknown command results in an error: %s %s', async (...args) => {
    const ended = await runInProcess(args, { cwd: scratchFolder() });
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: unknown command 'bild'\n(Did you mean build?)\n(run with --help for usage)\n",
    });
  });

  it.each([
    ['--quiet', 'build'],
    ['build', '--quiet'],
  ])('With --quiet, the names of written files are not printed: %s %s', async (...args) => {
    const ended = await runInProcess([...args, '--format', 'csv', '--lang', 'en'], { cwd: folderWithData() });
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('The bundled program prints its version with the commit', async () => {
    const { stdout } = await runProgramme(['--version'], { cwd: scratchFolder() });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S* \([0-9a-f]{12,}(?:-modified)?\)\n$/);
  });

  it('`--version` does not print the help', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const ended = await runInProcess(['--version'], { cwd: scratchFolder() });
    expect(ended).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('An error states that only one report format can be printed at a time', async () => {
    const cwd = folderWithData();
    const ended = await runInProcess(['diff', 'draft', 'data', '--format', 'json,pdf,md'], { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('Only one of text, md, json can be printed at a time.');
    expect(await runInProcess(['diff', 'draft', 'data', '--format', 'json,html'], { cwd })).toMatchObject({
      code: 0,
    });
  });

  it('Terminal control characters are printed as escapes', async () => {
    const ended = await runInProcess(
      ['build', '--out', 'a\u001b]0;x\u0007\u202eb', '--data', 'x\u001b[31m'],
      {
        cwd: scratchFolder(),
      },
    );
    expect(ended.stderr).toBe(
      'the data folder x\\u001b[31m does not exist\n  hint: set it with --data DIR\n',
    );
    const unknown = await runInProcess(['x\u001b[31m\u202e'], { cwd: scratchFolder() });
    expect(unknown.stderr).toContain("unknown command 'x\\u001b[31m\\u202e'");
  });
});
