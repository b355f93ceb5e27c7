import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/dataset-folder.ts';
import { runProgramme } from '../support/run-programme.ts';

const COMMANDS = [
  'build',
  'check',
  'diff',
  'export',
  'extract',
  'freeze',
  'import',
  'init',
  'ready',
  'verify',
];

describe('help', () => {
  it('lists every command', async () => {
    const { code, stdout, stderr } = await runProgramme(['--help'], { cwd: scratchFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'help').sort()).toEqual(COMMANDS);
  });

  it.each(COMMANDS)('of %s has an example that begins with the command', async (command) => {
    const { code, stdout, stderr } = await runProgramme([command, '--help'], { cwd: scratchFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: programme ${command} `));
    const [, examples = '', ...others] = stdout.split(/^Examples?:\n/m);
    expect(others).toEqual([]);
    expect(examples).toMatch(new RegExp(`^  programme ${command}\\b`));
  });

  it('is printed, as an error, when no command is named', async () => {
    const { code, stdout, stderr } = await runProgramme([], { cwd: scratchFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: programme /);
  });

  it('names the command that was meant', async () => {
    const ended = await runProgramme(['bild'], { cwd: scratchFolder() });
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: unknown command 'bild'\n(Did you mean build?)\n(--help shows how to call it)\n",
    });
  });
});
