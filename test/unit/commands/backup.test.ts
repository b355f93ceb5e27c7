import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openQuestions } from '../../../src/commands/list-dataset.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { runInProcess } from '../../support/run-programme.ts';

const DATASET = 'test/fixtures/format-3/data';

function filesIn(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)]),
  );
}

/** Runs `init` from a ZIP file. */
async function initFrom(files: Record<string, Uint8Array>, ...flags: string[]) {
  const cwd = scratchFolder();
  writeFileSync(path.join(cwd, 'backup.zip'), zipSync(files, { level: 0 }));
  const ended = await runInProcess(['init', 'restored', '--from', 'backup.zip', ...flags], { cwd });
  return { cwd, ...ended };
}

const within = (folder: string, files: Record<string, Uint8Array>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([file, bytes]) => [`${folder}${file}`, bytes]));

it.each(['', 'my programme/', 'Резерв/данные/'])(
  'Restoring a dataset from a ZIP file of its folder "%s" produces the same bytes, and its edition matches its lock',
  async (folder) => {
    const files = filesIn(DATASET);
    const { code, cwd, stderr } = await initFrom(within(folder, files));
    expect([code, stderr]).toEqual([0, expect.stringContaining('4 events')]);
    expect(filesIn(path.join(cwd, 'restored'))).toEqual(files);
    const verified = await runInProcess(['verify', '--data', 'restored'], { cwd });
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('edition 1: consistent') });
  },
);

it('System files in a ZIP file are left out, and other files next to the dataset are reported', async () => {
  const { code, cwd, stderr } = await initFrom({
    ...within('year/', filesIn(DATASET)),
    '__MACOSX/year/._programme.yaml': Buffer.of(0),
    'year/.DS_Store': Buffer.of(0),
    'letter.docx': Buffer.of(0),
  });
  expect(code).toBe(0);
  expect(stderr).toContain(
    'these files in the ZIP file are outside the dataset folder and were not restored: letter.docx',
  );
  expect(stderr).not.toContain('MACOSX');
  expect(existsSync(path.join(cwd, 'restored', '.DS_Store'))).toBe(false);
});

it.each([
  ['--year', '2030'],
  ['--answer', 'title=Name'],
  ['--map', 'list.yaml'],
])('A ZIP file is rejected if the option %s is used, and nothing is written', async (...flags) => {
  const { code, cwd, stderr } = await initFrom(filesIn(DATASET), ...flags);
  expect([code, stderr]).toEqual([2, expect.stringContaining('leave out --map, --year and --answer')]);
  expect(readdirSync(cwd)).toEqual(['backup.zip']);
});

it.each([
  '../x.yaml',
  'events/../../x',
  '/etc/x',
  'C:/x',
  'a\\b',
  'events/con.yaml',
  'a//b',
  'a\nb',
  'end. ',
  'a?',
])('A ZIP file with the path %j is rejected, and nothing is written', async (name) => {
  const { code, cwd, stderr } = await initFrom({ ...filesIn(DATASET), [name]: Buffer.of(0) });
  expect([code, stderr]).toEqual([2, expect.stringContaining('paths that cannot be written safely')]);
  expect(readdirSync(cwd)).toEqual(['backup.zip']);
});

it('A ZIP file without a programme, or with a draft that cannot be read, is rejected', async () => {
  const without = await initFrom({ 'events/music.yaml': Buffer.from('[]') });
  expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('no programme.yaml')]);
  const damaged = await initFrom({ ...filesIn(DATASET), 'events/music.yaml': Buffer.from('- id: 12\n') });
  expect([damaged.code, damaged.stderr]).toEqual([2, expect.stringContaining('events/music.yaml:1')]);
  expect(existsSync(path.join(damaged.cwd, 'restored'))).toBe(false);
});

it.each([
  [200, 0, 'not restored: pictures.bin'],
  [600, 2, 'unpacks to more than 512 MB\n  hint: unpack the ZIP file, and use the resulting folder'],
])(
  'Restoring a ZIP file that states a total picture size of %i MB ends with exit code %i',
  async (megabytes, code, words) => {
    const cwd = scratchFolder();
    const bytes = zipSync(
      { ...within('data/', filesIn(DATASET)), 'pictures.bin': Buffer.of(0) },
      { level: 0 },
    );
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const name = Buffer.from(bytes).lastIndexOf('pictures.bin');
    view.setUint32(name - 46 + 24, megabytes * 1024 * 1024, true);
    writeFileSync(path.join(cwd, 'backup.zip'), bytes);
    const ended = await runInProcess(['init', 'restored', '--from', 'backup.zip'], { cwd });
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(words)]);
  },
);

it('Creating a dataset from a ZIP file asks no questions', async () => {
  const { questions, dataset } = await openQuestions({
    file: 'backup.zip',
    bytes: zipSync(filesIn(DATASET), { level: 0 }),
  });
  expect([questions, dataset?.events, dataset?.themes]).toEqual([[], 4, 2]);
  expect(dataset?.files.get('programme.yaml')).toEqual(readFileSync(`${DATASET}/programme.yaml`));
});
