import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { siteOf } from '../../src/commands/site.ts';
import { outputsOf, planTakedown } from '../../src/commands/takedown.ts';
import { verify } from '../../src/commands/verify.ts';
import { verificationText } from '../../src/commands/verify-text.ts';
import { withoutWords, wordsPattern } from '../../src/commands/without-words.ts';
import { writeFiles } from '../../src/commands/write-files.ts';
import { parseLock } from '../../src/edition/lock.ts';
import { folderWithData, replaced } from '../support/dataset-folder.ts';
import { editFile, FIT, FIT_BILINGUAL, freezeDraft } from '../support/frozen.ts';
import { readPdf, textOf } from '../support/pdf-reader.ts';
import { jpeg } from '../support/pictures.ts';
import { filesIn, runInProcess } from '../support/run-programme.ts';

const NAME = 'Ilse Beispiel';
const FOUND = /Ilse|Beispiel/;

/** All text in a file: all parts of Word files, and the words, strings and decompressed streams of PDF files. */
function everythingIn(file: string): string {
  const bytes = readFileSync(file);
  if (file.endsWith('.docx'))
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part).replace(/<[^>]*>/g, ''))
      .join('\n');
  if (!file.endsWith('.pdf')) return bytes.toString('utf8').replace(/\r?\n /g, '');
  const { root, info, xmp, outlines } = readPdf(bytes);
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index }) => {
    const start = raw.indexOf('\n', index) + 1;
    try {
      return inflateSync(bytes.subarray(start, raw.indexOf('endstream', start))).toString('latin1');
    } catch {
      return '';
    }
  });
  const words = root === undefined ? '' : textOf(root);
  return [raw, ...streams, words, xmp, ...info.values(), ...outlines.map(({ title }) => title)].join('\n');
}

function filesWith(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(everythingIn(file)))
    .map((file) => path.relative(folder, file))
    .sort();
}

it('A takedown removes words from every file and leaves every fingerprint unchanged', async () => {
  const music = replaced(FIT['events/music.yaml'] ?? '', '– in the open', `– led by ${NAME}`);
  const cwd = folderWithData({ ...FIT, 'events/music.yaml': music });
  const data = path.join(cwd, 'data');
  await freezeDraft(data, '1', 'theme');
  editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  await freezeDraft(data, '2');
  // The third edition does not contain the name, but its list of corrections quotes the previous text.
  editFile(path.join(data, 'events/music.yaml'), `led by ${NAME}`, 'in the open');
  writeFileSync(path.join(data, 'approvals.yaml'), `# asked by Ilse\n#   Beispiel\n[]\n`);
  const erratum = [
    'freeze',
    '2.1',
    '--corrects',
    '2',
    '--without',
    'changes',
    '--by',
    'Tests',
    '--why',
    'tests',
  ];
  expect(await runInProcess(erratum, { cwd })).toMatchObject({ code: 0 });
  // An open proposal in the data folder contains the name, too.
  expect((await runInProcess(['export', 'copy.csv'], { cwd })).code).toBe(0);
  editFile(path.join(cwd, 'copy.csv'), 'Spring concert', `Spring concert of ${NAME}`);
  const proposed = await runInProcess(['import', 'copy.csv', '--propose'], { cwd });
  expect(proposed.stderr).toContain('proposals');
  const before = await verify({ data });
  expect(filesWith(data, FOUND).length).toBeGreaterThan(20);
  expect(filesWith(path.join(data, 'proposals'), FOUND)).not.toEqual([]);

  const call = ['takedown', '2', '--words', 'ilse beispiel', '--by', 'A. Editor'];
  const named = await runInProcess([...call, '--why', `wish of ${NAME}`, '--yes'], { cwd });
  expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining('both are stored in the locks') });
  // On a terminal, the command asks for confirmation.
  const shown = await runInProcess([...call, '--why', 'request of 3 May'], { cwd, typed: 'no\n' });
  expect(shown.stderr).toMatch(/Permanently replace these \d+ files\? \(yes, no\)/);
  expect(shown.code).toBe(1);
  expect(shown.stderr).toContain('no files were changed');
  const listed = shown.stdout.trim().split('\n');
  expect(listed).toContain('editions/1/events/music.yaml: replaced');
  expect(listed).toContain('editions/2.1/published/small-en.pdf: replaced');
  expect(listed).not.toContain('editions/2.1/events/music.yaml: replaced');
  expect(listed).not.toContain('editions/1/published/small-theme-sport-en.pdf: replaced');
  expect(listed.some((place) => place.startsWith('proposals/'))).toBe(true);
  expect(await verify({ data })).toEqual(before);

  // If the command is interrupted before the folder for the web is rebuilt, the same command completes it.
  const plan = await planTakedown({
    data,
    edition: '2',
    words: 'ilse beispiel',
    by: 'A. Editor',
    why: 'request of 3 May',
    date: '2030-05-04',
  });
  expect(plan.places).toEqual(listed.map((place) => place.trim()));
  await writeFiles(outputsOf(plan.edits, data), data);
  expect(new Set(filesWith(data, FOUND).map((file) => file.split('/')[0]))).toEqual(new Set(['site']));
  const done = await runInProcess([...call, '--why', 'request of 3 May'], { cwd });
  expect(done).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('already taken down') });
  expect(filesWith(data, FOUND)).toEqual([]);
  expect((await runInProcess(['review', 'copy'], { cwd })).stdout).toContain('+ Spring concert of […]');

  const after = await verify({ data, rebuild: true });
  for (const [index, verified] of after.entries()) {
    const { edition, fingerprint, published } = before[index] ?? {};
    expect(verified).toMatchObject({ edition, fingerprint, published, inconsistencies: [], passed: true });
    expect(verified.rebuilt?.filter(({ same }) => !same)).toEqual([]);
  }
  expect((await siteOf(data))?.differences).toEqual([]);
  const expected = { expect: before[1]?.fingerprint ?? '', expectPublished: before[1]?.published ?? '' };
  const [second] = await verify({ data, edition: '2', ...expected });
  expect(second).toMatchObject({ expected: true, publishedExpected: true, passed: false });
  expect(verificationText(second === undefined ? [] : [second])).toMatch(
    /: as expected, except \d+ files taken down on \d{4}-\d\d-\d\d: their original content cannot be verified$/m,
  );
  const allowed = await verify({ data, edition: '2', ...expected, allowTakedown: true });
  expect(allowed).toMatchObject([{ passed: true }]);
  const lock = parseLock(readFileSync(path.join(data, 'editions/2/edition.lock.json'), 'utf8'));
  expect(lock.takenDown?.[0]).toMatchObject({ by: 'A. Editor', why: 'request of 3 May' });
  // A later edition is based on the old checksums.
  editFile(path.join(data, 'events/sport.yaml'), 'Regatta of the four', 'Regatta of the five');
  const next = await freezeDraft(data, '3');
  expect(next.base?.fingerprint).toBe(before[2]?.fingerprint);
  expect(await verify({ data, edition: '3', expect: next.fingerprint })).toMatchObject([{ expected: true }]);
});

describe('withoutWords', () => {
  const without = async (file: string, text: string): Promise<string | undefined> =>
    withoutWords(file, text, wordsPattern('Max Mustermann'));

  it.each([
    ['a.yaml', 'title: Max Mustermann spricht\n', 'title: "[…] spricht"\n'],
    ['a.yaml', "- 'MAX  MUSTERMANN' # von Max Mustermann\n", "- '[…]' # von […]\n"],
    ['a.yaml', 'text: >\n  Es spricht Max\n  Mustermann heute.\nnext: 1\n', undefined],
    ['a.yaml', '- id: abend-max-mustermann\n  title: Abend\n', '- id: abend-x\n  title: Abend\n'],
    ['a.yaml', 'path: pictures/max-mustermann.jpg\n', undefined],
    ['a.yaml', 'names: { de: Wir und Max Mustermann }\n', 'names: { de: "Wir und […]" }\n'],
    ['a.yaml', 'names: [Wien, Chor Max Mustermann, Linz]\n', 'names: [Wien, "Chor […]", Linz]\n'],
    ['a.md', 'Mit **Max** Mustermann.\n', 'Mit **[…]**.\n'],
    ['a.md', 'Mit Maximus Mustermann.\n', undefined],
    ['a.csv', 'a;Max\u00a0Mustermann\n', 'a;[…]\n'],
    ['a.pdf', 'Max Mustermann', undefined],
  ])('withoutWords removes the words from %s %j', async (file, text, expected) => {
    const found = await without(file, text);
    if (text.includes('>\n')) expect(found).not.toMatch(/Mustermann/);
    else expect(found).toBe(expected);
  });
});

it('A takedown replaces a picture with a grey one in every edition and file, and removes a published file', async () => {
  const photo = jpeg(90, 60, (x, y) => [x * 2, y * 3, 90]);
  const design = 'cover: { picture: { path: pictures/photo.jpg, decoration: true } }\n';
  const cwd = folderWithData({ ...FIT_BILINGUAL, 'design.yaml': design, 'pictures/photo.jpg': photo });
  const data = path.join(cwd, 'data');
  await freezeDraft(data, '1');
  const [before] = await verify({ data, edition: '1' });
  const takedown = async (file: string) =>
    runInProcess(['takedown', '1', '--file', file, '--by', 'A. Editor', '--why', 'no licence'], {
      cwd,
      typed: 'yes\n',
    });
  const inWord = (): Uint8Array[] =>
    Object.entries(unzipSync(readFileSync(path.join(data, 'editions/1/published/small-en.docx'))))
      .filter(([name]) => /\.jpe?g$/.test(name))
      .map(([, bytes]) => bytes);
  expect(inWord().some((bytes) => Buffer.from(bytes).equals(Buffer.from(photo)))).toBe(true);

  expect((await takedown('programme.yaml')).stderr).toContain('cannot be read without its programme.yaml');
  expect((await takedown('../../programme.yaml')).code).toBe(2);
  expect(await takedown('pictures/photo.jpg')).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(data, 'pictures/photo.jpg')).equals(Buffer.from(photo))).toBe(false);
  expect(inWord().some((bytes) => Buffer.from(bytes).equals(Buffer.from(photo)))).toBe(false);

  // If the command is interrupted before the file is removed, the same command completes it.
  const named = { data, edition: '1', file: 'published/small-fr.pdf', by: 'A. Editor', why: 'no licence' };
  await writeFiles(outputsOf((await planTakedown({ ...named, date: '2030-05-04' })).edits, data), data);
  expect(readdirSync(path.join(data, 'editions/1/published'))).toContain('small-fr.pdf');
  expect(await takedown('published/small-fr.pdf')).toMatchObject({
    code: 0,
    stdout: 'editions/1/published/small-fr.pdf: removed\n',
  });
  const finished = filesIn(data);
  expect(await takedown('published/small-fr.pdf')).toMatchObject({ code: 0, stdout: '' });
  expect(await takedown('pictures/photo.jpg')).toMatchObject({ code: 0, stdout: '' });
  expect(filesIn(data)).toEqual(finished);
  expect(readdirSync(path.join(data, 'editions/1/published'))).not.toContain('small-fr.pdf');
  expect(readFileSync(path.join(data, 'editions/1/published/manifest.json'), 'utf8')).not.toContain(
    'small-fr.pdf',
  );
  const { fingerprint, published } = before ?? {};
  expect(await verify({ data, edition: '1', rebuild: true })).toMatchObject([
    { fingerprint, published, inconsistencies: [] },
  ]);
});
