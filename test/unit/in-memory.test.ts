import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  build,
  buildDocument,
  check,
  checkProgramme,
  compare,
  type DatasetFiles,
  DRAFT,
  diff,
  openLook,
  readProgramme,
  renderData,
  renderDocument,
  UserError,
} from '../../src/index.ts';
import { scratchFolder } from '../support/dataset-folder.ts';

/** The files of a folder except frozen editions. */
function filesOf(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, Uint8Array] => [path.relative(folder, file), readFileSync(file)])
      .filter(([name]) => !name.startsWith('editions')),
  );
}

it.each(['data', 'examples/festival-musterstadt'])(
  'Files built in memory are identical to files built from a folder: %s',
  async (data) => {
    const files = filesOf(data);
    const programme = await readProgramme({ files });
    const { language: lang } = programme.config;
    const out = scratchFolder();
    const formats = ['pdf', 'docx', 'json', 'csv'] as const;
    const built = await build({ data, formats, langs: [lang], out });
    const look = await openLook({ files, programme });
    const document = buildDocument(programme, { lang });
    for (const file of built.files) {
      const { format } = file;
      const made =
        format === 'pdf' || format === 'docx'
          ? await renderDocument(document, { format, look })
          : await renderData(programme, { format: format as 'json' | 'csv', lang });
      expect(Buffer.from(made.bytes).equals(readFileSync(file.path)), format).toBe(true);
    }
  },
);

it('A document that is built with a design has the timetables of the design', async () => {
  const design = Buffer.from('presentation: timetable');
  const files = filesOf('examples/conference-exampleton').set('design.yaml', design);
  const programme = await readProgramme({ files });
  const look = await openLook({ files, programme });
  const timetablesOf = ({ sections }: ReturnType<typeof buildDocument>): number =>
    sections.filter(({ layout }) => layout === 'timetable').length;
  expect(timetablesOf(buildDocument(programme, { look }))).toBe(3);
  expect(timetablesOf(buildDocument(programme))).toBe(0);
});

// Neither of these datasets needs a dictionary from an installed package.
it.each(['data', 'examples/patrimoine-ville-exemple'])(
  'Checking in memory produces the same findings, at the same positions, as checking a folder: %s',
  async (data) => {
    const files = filesOf(data);
    const programme = await readProgramme({ files });
    const { programme: read, comments, ...found } = await check({ data });
    expect(read).toEqual(programme);
    const inMemory = await checkProgramme(programme, { files, previous: await before(data) });
    const relative = found.findings.map(({ at, ...finding }) => ({
      ...finding,
      at: at.file === undefined ? at : { ...at, file: path.relative(data, at.file) },
    }));
    expect(inMemory).toEqual({ ...found, findings: relative });
    expect(found.findings.length).toBeGreaterThan(0);
    expect(comments).toEqual([]);
  },
);

/** The edition before the draft, if there is one. */
const before = async (data: string) =>
  data === 'data' ? readProgramme({ files: filesOf('data/editions/1'), edition: '1' }) : undefined;

it('Comparing two programmes in memory produces the same result as comparing two folders', async () => {
  const old = await readProgramme({ files: filesOf('data/editions/1'), edition: '1' });
  const now = await readProgramme({ files: filesOf('data') });
  const { comparison } = await diff({ old: 'data/editions/1', new: 'data' });
  const { changes, untracked } = compare(old, now);
  expect({ changes, untracked }).toEqual({ changes: comparison.changes, untracked: comparison.untracked });
  const [first] = changes;
  const approvals = [{ fingerprint: first?.fingerprint ?? '', by: 'A. Editor', date: '2030-01-15' }];
  expect(compare(old, now, { approvals }).changes[0]?.approval).toEqual({
    by: 'A. Editor',
    date: '2030-01-15',
  });
  const news = buildDocument(now, { since: old });
  expect(JSON.stringify(news)).not.toBe(JSON.stringify(buildDocument(now)));
});

it('The document of an extract contains only its own events', async () => {
  const programme = await readProgramme({ files: filesOf('test/fixtures/small-dataset') });
  const extract = { by: 'region', value: 'AA-HIL' };
  const { bytes, pages } = await renderDocument(buildDocument(programme, { extract }), { format: 'pdf' });
  expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
  expect(pages).toBeGreaterThan(1);
  expect((await renderData(programme, { format: 'csv', extract })).events).toBe(3);
  expect(() => buildDocument(programme, { extract: { by: 'region', value: 'nowhere' } })).toThrow(UserError);
});

describe('Files in memory', () => {
  const whole: DatasetFiles = filesOf('test/fixtures/small-dataset');
  const problemsOf = async (changed: Record<string, string | undefined>): Promise<string[]> => {
    const files = new Map<string, string | Uint8Array>(whole);
    for (const [name, text] of Object.entries(changed))
      if (text === undefined) files.delete(name);
      else files.set(name, text);
    const error = await readProgramme({ files }).catch((thrown: unknown) => thrown);
    return error instanceof UserError ? error.message.split('\n') : [];
  };

  it('A missing, invalid, unknown or oversized file is reported with its path and, if the error has a position, with line and column', async () => {
    expect(await problemsOf({})).toEqual([]);
    expect(await problemsOf({ 'programme.yaml': undefined })).toEqual([
      'programme.yaml: the file is missing',
    ]);
    const [wrong] = await problemsOf({ 'events/music.yaml': '- id: choir\n  titel: Chor\n' });
    expect(wrong).toMatch(/^events\/music\.yaml:\d+:\d+ · event choir/);
    const [unknown] = await problemsOf({ 'events/dance.yaml': '- id: waltz\n' });
    expect(unknown).toMatch(/^events\/dance\.yaml: /);
    const [large] = await problemsOf({ 'events/music.yaml': `# ${'x'.repeat(60_000_000)}` });
    expect(large).toMatch(/^events\/music\.yaml: the file is larger than/);
  });

  it('Pictures of the design are read from memory and never from the disk', async () => {
    const logo = 'path: data/editions/1/edition.lock.json\n  alt: Logo';
    const files = new Map<string, string | Uint8Array>(whole).set('design.yaml', `logo:\n  ${logo}\n`);
    await expect(openLook({ files })).rejects.toThrow('there is no file data/editions/1/edition.lock.json');
    const picture = readFileSync('examples/festival-musterstadt/pictures/flusstage.svg');
    const held = new Map(files)
      .set('design.yaml', 'logo:\n  path: pictures/logo.svg\n  alt: Logo\n')
      .set('pictures/logo.svg', picture);
    expect((await openLook({ files: held })).notes).toEqual([]);
  });

  it('A document can be rendered only with a look that openLook returned', async () => {
    const programme = await readProgramme({ files: whole });
    const document = buildDocument(programme);
    await expect(renderDocument(document, { format: 'pdf', look: { notes: [] } })).rejects.toThrow(TypeError);
    expect(programme.edition).toBe(DRAFT);
  });
});
