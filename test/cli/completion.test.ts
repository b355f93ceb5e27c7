import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { LANGS } from '../../languages/index.ts';
import { scratchFolder } from '../support/dataset-folder.ts';
import { runInProcess } from '../support/run-programme.ts';

let cwd = '';

/** Writes the script for a shell into a file. */
async function scriptFor(shell: string): Promise<string> {
  const { code, stdout, stderr } = await runInProcess(['completion', shell], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const file = path.join(cwd, `programme.${shell}`);
  writeFileSync(file, stdout);
  return file;
}

const isInstalled = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

beforeEach(() => {
  cwd = scratchFolder();
  mkdirSync(path.join(cwd, 'books'));
});

describe('completion', () => {
  it.each([
    ['programme ex', ['extract', 'export']],
    ['programme build --fo', ['--format']],
    ['programme build --format d', ['docx']],
    ['programme build --format pdf,h', ['pdf,html']],
    ['programme check --fail-on ', ['error', 'warning', 'note']],
    ['programme diff 1 draft --lang ', [...LANGS]],
    ['programme completion ', ['bash', 'zsh', 'fish']],
    ['programme review --acc', ['--accept']],
    ['programme build --out ', []],
    ['programme build bo', []],
    ['programme --quiet ex', ['extract', 'export']],
    ['programme --quiet build --format d', ['docx']],
    ['programme --quiet completion ', ['bash', 'zsh', 'fish']],
  ])('bash completes `%s`', async (line, expected) => {
    const words = line.split(' ');
    const script = [
      `source ${await scriptFor('bash')}`,
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}`,
      '_programme',
      `printf '%s\\n' "\${COMPREPLY[@]}"`,
    ];
    const completed = execFileSync('bash', ['-uc', script.join('\n')], { cwd, encoding: 'utf8' });
    expect(completed.trim().split('\n')).toEqual(expected.length === 0 ? [''] : expected);
  });

  it.skipIf(!isInstalled('fish')).each([
    ['programme ex', ['export', 'extract']],
    ['programme build --fo', ['--format']],
    ['programme build --format pdf,h', ['pdf,html']],
    ['programme completion z', ['zsh']],
    ['programme build bo', ['books/']],
  ])('fish completes `%s`', async (line, expected) => {
    const script = `source ${await scriptFor('fish')}; complete -C '${line}'`;
    const completed = execFileSync('fish', ['--no-config', '-c', script], { cwd, encoding: 'utf8' });
    expect(
      completed
        .trim()
        .split('\n')
        .map((one) => one.split('\t')[0]),
    ).toEqual(expected);
  });

  it.skipIf(!isInstalled('zsh')).each([
    ['programme ex', 'commands'],
    ['programme build --fo', 'options of build at 2'],
    ['programme --quiet ex', 'commands'],
    ['programme --quiet build --out x --fo', 'options of build at 4'],
  ])('zsh completes `%s`', async (line, expected) => {
    const words = line.split(' ');
    const script = [
      `autoload -Uz compinit && compinit -D; source ${await scriptFor('zsh')}`,
      '_describe() { print commands; }; _arguments() { print options of $words[1] at $CURRENT; }',
      `words=(${words.join(' ')}) CURRENT=${words.length}; $_comps[programme]`,
    ];
    expect(execFileSync('zsh', ['-fc', script.join('\n')], { cwd, encoding: 'utf8' })).toBe(`${expected}\n`);
  });

  it.each([
    [['completion', 'fihs'], '"fihs" is not one of bash, zsh, fish.\n(Did you mean fish?)'],
    [
      ['freeze', '1.1', '--corrects', '1', '--status', 'concert=canceled'],
      '"canceled" is not one of cancelled, postponed, sold-out.\n(Did you mean cancelled?)',
    ],
  ])('A misspelled value results in an error with a suggestion: %j', async (args, said) => {
    const ended = await runInProcess(args, { cwd });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(said);
  });
});
