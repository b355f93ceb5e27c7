import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithData, replaced, smallFile } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import {
  BOOKS,
  CSVS,
  csv,
  eventsWith,
  eventText,
  LOCKS,
  MAPPINGS,
  TEXTS,
  WORD_LISTS,
  YAML,
} from '../support/hostile-inputs.ts';
import { filesIn } from '../support/run-programme.ts';

/** Heap limit, in megabytes, of a process that reads hostile input. */
const HEAP = 256;
/** Milliseconds after which a process is killed. Normal runs are far below this limit. */
const KILLED_AFTER = 240_000;
/** Number of texts in one dataset; they fill some hundred pages. */
const TOGETHER = 9;
const SPORT = 'events/sport.yaml';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(folder: string, args: readonly string[]): Promise<Ended> {
  const programme = await bundledProgramme();
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`--max-old-space-size=${HEAP}`, programme, ...args],
      { cwd: folder, timeout: KILLED_AFTER, killSignal: 'SIGKILL', maxBuffer: 2 ** 30 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 3;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/**
 * The input is accepted or rejected with a message before anything is written. No process crashes, hangs or runs out of
 * memory.
 */
async function survives(folder: string, ...args: string[]): Promise<Ended> {
  const before = filesIn(path.join(folder, 'data'));
  const ended = await run(folder, args);
  expect([0, 1, 2], ended.stderr.slice(-500)).toContain(ended.code);
  expect(ended.stderr).not.toMatch(/\n {4}at /);
  if (ended.code === 2) {
    expect(ended.stderr).not.toBe('');
    expect(filesIn(path.join(folder, 'data'))).toEqual(before);
  }
  return ended;
}

async function refuses(folder: string, args: readonly string[], message: string): Promise<void> {
  const before = filesIn(path.join(folder, 'data'));
  const ended = await run(folder, args);
  expect(ended).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  expect(filesIn(path.join(folder, 'data'))).toEqual(before);
}

const put = (folder: string, name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};

describe('Hostile input', { timeout: 600_000 }, () => {
  it('Any YAML as an events file produces either a result or an error', async () => {
    const themes = Object.keys(YAML).map((_, index) => `  - {id: t${index}, title: T, columns: [title]}\n`);
    const folder = folderWithData({
      'programme.yaml': `${smallFile('programme.yaml')}${themes.join('')}`,
      ...Object.fromEntries(Object.values(YAML).map((text, index) => [`events/t${index}.yaml`, text])),
    });
    expect((await survives(folder, 'check')).code).toBe(2);
  });

  it.each([
    'quotation marks',
    'brackets that do not match',
    'a hundred thousand keys',
    'flow lists of nothing',
    'lists in lists in every line',
  ])('Any YAML in the other files of a dataset produces either a result or an error: %s', async (name) => {
    const text = YAML[name] ?? '';
    expect(text).not.toBe('');
    for (const file of ['programme.yaml', 'reference/places.yaml', 'approvals.yaml']) {
      const folder = folderWithData({ [file]: text });
      cpSync('test/fixtures/small-dataset', path.join(folder, 'old'), { recursive: true });
      expect((await survives(folder, 'diff', 'old', 'draft')).code).toBe(2);
    }
    const folder = folderWithData();
    put(folder, 'list.csv', csv('music,Hillton,Portville,Fair,,June\n'));
    put(folder, 'map.yaml', text);
    expect((await survives(folder, 'import', 'list.csv', '--write', '--map', 'map.yaml')).code).toBe(2);
  });

  it.each(Object.keys(MAPPINGS))('A mapping produces either a result or an error: %s', async (name) => {
    const folder = folderWithData();
    put(folder, 'list.csv', csv('music,Hillton,Portville,Fair,,June\n'));
    put(folder, 'map.yaml', MAPPINGS[name] ?? '');
    await survives(folder, 'import', 'list.csv', '--write', '--map', 'map.yaml');
  });

  it.each(['title', 'description', 'date'])(
    'Any text produces either a result or an error: %s',
    async (field) => {
      const texts = Object.values(TEXTS).map((text) =>
        field === 'description' ? text : text.slice(0, 5_000),
      );
      for (let from = 0; from < texts.length; from += TOGETHER) {
        const some = texts.slice(from, from + TOGETHER);
        const events =
          field === 'title'
            ? some.map((text, index) => eventText(`hostile-${index}`, JSON.stringify(text))).join('')
            : eventsWith(field, some);
        const folder = folderWithData({ [SPORT]: `${smallFile(SPORT)}${events}` });
        await survives(folder, 'check', '--format', 'json');
        if (field !== 'description') continue;
        cpSync('test/fixtures/small-dataset', path.join(folder, 'old'), { recursive: true });
        await survives(folder, 'diff', 'old', 'draft', '--format', 'json');
        await survives(folder, 'build', '--lang', 'en');
      }
    },
  );

  it('Any text in the cells of a list produces either a result or an error', async () => {
    const rows = Object.values(TEXTS).map((text) =>
      ['music', 'Hillton', 'Portville', text.slice(0, 2_000), text, text]
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    );
    const folder = folderWithData();
    put(folder, 'list.csv', csv(`${rows.join('\n')}\n`));
    await survives(folder, 'import', 'list.csv', '--write');
  });

  it('Comparing a rewritten description of 20,000 words produces a result', async () => {
    const words = (stem: string): string =>
      Array.from({ length: 20_000 }, (_, index) => `${stem}${index % 7919}`).join(' ');
    const sport = (text: string): string =>
      replaced(smallFile(SPORT), '  date: June', `  description: "${text}"\n  date: June`);
    const folder = folderWithData({ [SPORT]: sport(words('a')) });
    cpSync(path.join(folder, 'data'), path.join(folder, 'old'), { recursive: true });
    writeFileSync(path.join(folder, 'data', SPORT), sport(words('b')));
    const ended = await survives(folder, 'diff', 'old', 'draft', '--format', 'json');
    expect(JSON.parse(ended.stdout)).toMatchObject({ changes: [{ kind: 'description-reworded' }] });
    writeFileSync(path.join(folder, 'data', SPORT), sport(words('b').replaceAll(' ', '\\n')));
    await survives(folder, 'diff', 'old', 'draft', '--format', 'json');
  });

  it('A text above the maximum length is rejected', async () => {
    const folder = folderWithData({ [SPORT]: eventText('fair', 'a'.repeat(200_001)) });
    await refuses(folder, ['check'], 'event fair · title: expected at most 200,000 characters');
  });

  it.each(Object.keys(BOOKS))('A workbook produces either a result or an error: %s', async (name) => {
    const folder = folderWithData();
    put(folder, 'list.xlsx', BOOKS[name]?.() ?? '');
    await survives(folder, 'import', 'list.xlsx', '--write');
  });

  /** The result of importing each list, which is computed once. */
  const imports = new Map<string, Promise<Ended>>();
  function importOf(name: string): Promise<Ended> {
    const folder = folderWithData();
    put(folder, 'list.csv', CSVS[name]?.() ?? '');
    const ended = imports.get(name) ?? survives(folder, 'import', 'list.csv', '--write');
    imports.set(name, ended);
    return ended;
  }

  it.each(Object.keys(CSVS))(
    'A text file with a list produces either a result or an error: %s',
    async (name) => {
      await importOf(name);
    },
  );

  it('A list that would create files above the maximum size is rejected', async () => {
    for (const [name, message] of [
      ['columns that no programme has', 'columns would become fields with more than 200,000 cells in total'],
      [
        'a file of events that is longer than any',
        'the file is not written, because it would be larger than 10 MB',
      ],
    ] as const)
      expect(await importOf(name)).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  it('A dataset of many files of maximum size produces either a result or an error', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `t${index}`);
    const themes = names.map((id) => `  - {id: ${id}, title: T, columns: [title]}\n`);
    const events = (stem: string): string =>
      Array.from({ length: 4_000 }, (_, index) => eventText(`${stem}-${index}`, 'Fair')).join('');
    const folder = folderWithData({
      'programme.yaml': `${smallFile('programme.yaml')}${themes.join('')}`,
      ...Object.fromEntries(
        names.map((id) => [`events/${id}.yaml`, `${events(id)}# ${'[ '.repeat(300_000)}\n`]),
      ),
    });
    const ended = await survives(folder, 'check');
    expect(ended.stderr).toContain(
      'this file and those read before it have more than 1,000,000 values in total',
    );
  });

  it.each(Object.keys(LOCKS))('A lock produces either a result or an error: %s', async (name) => {
    await survives(folderWithData({ 'editions/old/edition.lock.json': LOCKS[name] ?? '' }), 'verify', 'old');
  });

  it.each(Object.keys(WORD_LISTS))('A word list produces either a result or an error: %s', async (name) => {
    await survives(folderWithData({ 'words.txt': WORD_LISTS[name] ?? '' }), 'check');
  });

  it('More events than the maximum number are rejected', async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => eventText(`e${index}`, 'Fair')).join('');
    const folder = folderWithData({ [SPORT]: many });
    await refuses(folder, ['check'], 'the list has more than 50,000 items; the others are not read');
    await refuses(
      folder,
      ['export', 'out.xlsx'],
      'the list has more than 50,000 items; the others are not read',
    );
  });

  it('Thousands of findings are reported and corrected without a failure', async () => {
    const events = Array.from({ length: 2_000 }, (_, index) =>
      eventText(`e${index}`, `"teh  wrod ,, ${index} “ a"`, '  date: 32 Mai\n'),
    );
    const folder = folderWithData({ [SPORT]: events.join('') });
    await survives(folder, 'check', '--format', 'json');
    await survives(folder, 'check', '--fix');
  });

  it('Pipes, devices and files of several gigabytes are rejected as input files of any kind', async () => {
    const folder = folderWithData();
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    writeFileSync(path.join(folder, 'huge'), '');
    truncateSync(path.join(folder, 'huge'), 1.5 * 1024 ** 3);
    put(folder, 'list.csv', csv('music,Hillton,Portville,Fair,,June\n'));
    for (const [file, message] of [
      ['pipe', 'a device, a pipe or a socket'],
      ['/dev/zero', 'a device, a pipe or a socket'],
      ['huge', 'the file is larger than'],
    ] as const) {
      await refuses(folder, ['import', file, '--write'], message);
      await refuses(folder, ['import', 'list.csv', '--map', file], message);
      await refuses(folder, ['init', 'fresh', '--from', file], message);
      for (const name of ['programme.yaml', SPORT, 'reference/places.yaml', 'approvals.yaml', 'words.txt']) {
        const linked = folderWithData(
          name.includes('/') || name === 'programme.yaml' ? { [name]: null } : {},
        );
        symlinkSync(path.resolve(folder, file), path.join(linked, 'data', name));
        const ended = await run(linked, name === 'approvals.yaml' ? ['diff', 'draft', 'draft'] : ['check']);
        expect(ended).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
      }
    }
  });
});
