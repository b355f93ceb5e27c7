import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { folderWithData } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';

/** Starts a command that watches the dataset of a new folder, in a folder inside it. */
async function started(args: readonly string[], inside = '.') {
  const cwd = folderWithData();
  const child = spawn(process.execPath, [await bundledProgramme(), ...args, '--watch'], {
    cwd: path.join(cwd, inside),
  });
  onTestFinished(() => void child.kill());
  let said = '';
  let look = (): void => {};
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    look();
  });
  /** Waits for a text on stderr; returns all output up to it and removes the output from the buffer. */
  const until = (text: string): Promise<string> =>
    new Promise((resolve) => {
      look = () => {
        if (!said.includes(text)) return;
        resolve(said);
        said = '';
      };
      look();
    });
  return { data: path.join(cwd, 'data'), cwd, until };
}

it('`build --watch` builds again after each change and prints one line', async () => {
  const { data, cwd, until } = await started(['build', '--format', 'csv', '--lang', 'en']);
  expect(await until('watching')).toBe(
    'output/small-draft-en.csv  4 events\nwatching data; stop with Ctrl+C\n',
  );
  const events = path.join(data, 'events/sport.yaml');
  const whole = readFileSync(events, 'utf8');
  writeFileSync(events, whole.replace(/title: .+/, 'title: Twelve sledges'));
  expect(await until('written')).toBe('events/sport.yaml changed: 1 file written\n');
  const [csv = ''] = readdirSync(path.join(cwd, 'output'));
  expect(readFileSync(path.join(cwd, 'output', csv), 'utf8')).toContain('Twelve sledges');

  appendFileSync(events, '- id: [\n');
  expect(await until('\n')).toMatch(/^events\/sport\.yaml changed: data\/events\/sport\.yaml:\d+:\d+: .+\n$/);
  writeFileSync(events, whole);
  expect(await until('\n')).toBe('events/sport.yaml changed: 1 file written\n');

  // As `sed -i` and editors do: a file without an extension replaces the other one.
  const temporary = path.join(data, 'events/sed8m6rZx');
  writeFileSync(temporary, whole);
  await setTimeout(300);
  renameSync(temporary, events);
  expect(await until('\n')).toBe('events/sport.yaml changed: 1 file written\n');
});

it('`check --watch` prints the error that a change causes, and the number of findings after its correction', async () => {
  const { data, until } = await started(['check', '--data', 'data']);
  expect(await until('watching')).toContain('watching data');
  const file = path.join(data, 'programme.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}\nunknown: 1\n`);
  expect(await until('\n')).toMatch(/^programme\.yaml changed: data\/programme\.yaml:\d+:\d+.*unknown/);
  writeFileSync(file, text);
  expect(await until('\n')).toMatch(/^programme\.yaml changed: 2 errors, 18 warnings, 4 notes\n$/);
});

it.each([
  [['check'], /^programme\.yaml changed: 2 errors/],
  [['build', '--format', 'csv', '--out', '.'], /^programme\.yaml changed: \d files? written\n$/],
])(
  'A dataset in the current folder is watched, even if the folder is also the output folder (%s)',
  async (args, line) => {
    const { data, until } = await started(args, 'data');
    expect(await until('watching')).toContain('watching .;');
    await setTimeout(300);
    appendFileSync(path.join(data, 'programme.yaml'), '# seen\n');
    expect(await until('changed')).toMatch(line);
    await setTimeout(500);
    appendFileSync(path.join(data, 'programme.yaml'), '# seen once\n');
    expect(await until('changed')).toMatch(line);
  },
);
