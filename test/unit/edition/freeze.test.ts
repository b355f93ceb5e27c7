import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/commands/content.ts';
import { copyPublished, writeFreeze } from '../../../src/commands/freeze-plan.ts';
import { dateWarnings } from '../../../src/commands/ready.ts';
import { ownerName } from '../../../src/commands/this-process.ts';
import { verify } from '../../../src/commands/verify.ts';
import { publishedDigest } from '../../../src/edition/lock.ts';
import { freezeRefusals } from '../../../src/edition/refusals.ts';
import { editionNames, readProgramme } from '../../../src/read/dataset.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { withRights } from '../../support/font-files.ts';
import {
  editFile,
  FIT,
  FIT_BILINGUAL,
  freezeDraft,
  plannedFreeze,
  twoEditions,
} from '../../support/frozen.ts';
import { filesIn, runInProcess } from '../../support/run-programme.ts';

describe('Rejected freeze', () => {
  const facts = {
    name: '2',
    date: '2021-06-01',
    existing: ['1'],
    files: [],
    last: undefined,
    changed: true,
  };
  const last = {
    version: 3 as const,
    edition: '1',
    date: '2021-03-19',
    base: null,
    fingerprint: '',
    data: {},
    published: {},
    verapdf: 'not checked' as const,
    made: { program: '', code: '', fonts: {}, runtime: {} },
  };

  it.each([
    ['a reserved name', { name: 'draft' }, '"draft" is reserved and cannot be the name of an edition'],
    [
      'a name that is reserved on Windows',
      { name: 'con' },
      '"con" cannot be the name of an edition: Windows reserves it for a device, so a folder cannot have it',
    ],
    ['an invalid edition name', { name: '../x' }, '"../x" is not a valid edition name'],
    ['an existing name', { name: '1' }, 'the edition "1" already exists, and frozen editions never change'],
    ['no change', { last, changed: false }, 'nothing has changed since edition 1'],
    [
      'an earlier date',
      { last, date: '2021-01-01' },
      'the date of the draft, 2021-01-01, is earlier than the date of edition 1, 2021-03-19',
    ],
    [
      'a picture in a folder of the program',
      { files: ['Published/logo.png', 'pictures/published/a.png'] },
      'the path Published/logo.png cannot be used for a picture or font, because it is reserved for program files',
    ],
  ])('A freeze with %s is rejected', (_, change, message) => {
    expect(freezeRefusals({ ...facts, ...change }).map((problem) => problem.message)).toEqual([message]);
  });

  it('All reasons why a freeze is rejected are reported at once', () => {
    expect(freezeRefusals({ ...facts, name: 'all', last, changed: false, date: '2020-01-01' })).toHaveLength(
      3,
    );
  });

  it('A freeze of a valid draft is not rejected', () => {
    expect(freezeRefusals({ ...facts, last })).toEqual([]);
  });
});

it('A freeze that is not an erratum prints a warning if the draft has the same date as the last edition', async () => {
  const cwd = folderWithData(FIT);
  await freezeDraft(path.join(cwd, 'data'), '1');
  editFile(path.join(cwd, 'data/events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
  const waived = ['--without', 'changes', '--by', 'A. Editor', '--why', 'agreed by phone'];
  const warnings = async (...call: string[]): Promise<string[]> => {
    const { stderr } = await runInProcess(['freeze', ...call, '--dry-run', ...waived], { cwd });
    expect(stderr).toContain('can be frozen; no files were written');
    return stderr.split('\n').filter((line) => line.startsWith('warning:'));
  };
  expect(await warnings('2')).toEqual([
    'warning: the date of the draft, 15 January 2030, is the same as that of edition 1; set the date of the new edition in the workbook that `export --settings` writes',
  ]);
  expect(await warnings('1.1', '--corrects', '1')).toEqual([]);
  expect(dateWarnings('2030-01-16', { edition: '1', date: '2030-01-15' })).toEqual([]);
});

const small = (changes = FIT): string => path.join(folderWithData(changes), 'data');
const planned = (data: string, name: string) => plannedFreeze({ data, name });
const editionsOf = (data: string): string[] => readdirSync(path.join(data, 'editions')).sort();

/** The value of OS/2.fsType that permits preview and print embedding only. */
const PREVIEW_AND_PRINT = 4;

describe('Freezing the draft', () => {
  it('A frozen edition contains the fonts of the publisher', async () => {
    const data = small();
    const font = readFileSync('fonts/NotoSans-Regular.ttf');
    mkdirSync(path.join(data, 'fonts'));
    writeFileSync(path.join(data, 'fonts/Own.ttf'), font);
    writeFileSync(
      path.join(data, 'design.yaml'),
      'typography: { fonts: [{ family: Noto Sans, files: [fonts/Own.ttf] }], base: Noto Sans }\n',
    );
    const { data: sums } = await freezeDraft(data, '2030');
    expect(sums['fonts/Own.ttf']).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(path.join(data, 'editions/2030/fonts/Own.ttf'))).toEqual(font);
    rmSync(path.join(data, 'fonts'), { recursive: true });
    const [verified] = await verify({ data, edition: '2030', rebuild: true });
    expect(verified?.inconsistencies).toEqual([]);
    expect(verified?.rebuilt?.every(({ same }) => same)).toBe(true);
  });

  it('For fonts that must not be redistributed, a frozen edition contains only checksums, by which the fonts are found', async () => {
    const data = small();
    const font = withRights(readFileSync('fonts/NotoSans-Regular.ttf'), PREVIEW_AND_PRINT);
    mkdirSync(path.join(data, 'fonts'));
    writeFileSync(path.join(data, 'fonts/Own.ttf'), font);
    writeFileSync(
      path.join(data, 'design.yaml'),
      'typography: { fonts: [{ family: Noto Sans, files: [fonts/Own.ttf] }], base: Noto Sans }\n',
    );
    const lock = await freezeDraft(data, '2030');
    expect(lock.elsewhere).toEqual(['fonts/Own.ttf']);
    expect(lock.data['fonts/Own.ttf']).toBe(sha256Of(font));
    expect(existsSync(path.join(data, 'editions/2030/fonts'))).toBe(false);
    expect((await planned(data, '2030')).edition).toBeUndefined();

    renameSync(path.join(data, 'fonts/Own.ttf'), path.join(data, 'fonts/Renamed.ttf'));
    const [found] = await verify({ data, edition: '2030', rebuild: true });
    expect(found?.inconsistencies).toEqual([]);
    expect(found?.fingerprint).toBe(lock.fingerprint);
    expect(found?.rebuilt?.filter(({ same }) => !same)).toEqual([]);
    const notHeld = { edition: '2030', file: 'fonts/Own.ttf', sum: sha256Of(font) };
    expect(found?.fontsNotHeld).toEqual([{ ...notHeld, foundAt: path.join(data, 'fonts/Renamed.ttf') }]);

    rmSync(path.join(data, 'fonts'), { recursive: true });
    const [kept] = await verify({ data, edition: '2030' });
    expect(kept).toMatchObject({ passed: true, fontsNotHeld: [notHeld] });
    await expect(verify({ data, edition: '2030', rebuild: true })).rejects.toThrow(
      `editions/2030/fonts/Own.ttf: edition 2030 uses a font that it does not include, because the licence of the font forbids redistribution\n  hint: copy the file with the SHA-256 checksum ${sha256Of(font)} into `,
    );
  });

  it('A frozen edition contains the same programme as the draft and the published files, and passes verification', async () => {
    const data = small(FIT_BILINGUAL);
    const { fingerprint, published } = await freezeDraft(data, '2030');
    const [draft, edition] = await Promise.all([readProgramme(data, 'draft'), readProgramme(data, '2030')]);
    expect({ ...edition, edition: 'draft' }).toEqual(draft);
    const made = ['csv', 'docx', 'html', 'ics', 'json', 'pdf'].flatMap((ending) => [
      `small-en.${ending}`,
      `small-fr.${ending}`,
    ]);
    const files = ['manifest.json', ...made].sort();
    expect(await verify({ data, edition: '2030', rebuild: true, expect: fingerprint })).toEqual([
      {
        edition: '2030',
        fingerprint,
        expected: true,
        inconsistencies: [],
        published: publishedDigest(published),
        takenDown: [],
        fontsNotHeld: [],
        madeDifferently: [],
        rebuilt: files.map((file) => ({ file, same: true })),
        passed: true,
      },
    ]);
    expect(readdirSync(path.join(data, 'editions/2030/published')).sort()).toEqual(files);
    expect(editionsOf(data)).toEqual(['2030']);
    const manifest = JSON.parse(
      readFileSync(path.join(data, 'editions/2030/published/manifest.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ version: 1, programme: 'small', edition: '2030', fingerprint });
    expect(manifest.files.map(({ file }: { file: string }) => file).sort()).toEqual(made.sort());
    for (const { file, bytes, sha256 } of manifest.files) {
      const kept = readFileSync(path.join(data, 'editions/2030/published', file));
      expect([file, bytes, sha256]).toEqual([file, kept.length, sha256Of(kept)]);
    }
  });

  it('In the files that it copies, a freeze changes nothing but the path of the schema, which text editors use', async () => {
    const comment = '# yaml-language-server: $schema=../schema/events.schema.json\n';
    const events = `${comment}${FIT['events/sport.yaml']}`;
    const data = path.join(folderWithData({ ...FIT, 'events/sport.yaml': events }), 'data');
    await freezeDraft(data, '1');
    expect(readFileSync(path.join(data, 'editions/1/events/sport.yaml'), 'utf8')).toBe(
      events.replace('../schema', '../../../schema'),
    );
    expect(readFileSync(path.join(data, 'editions/1/programme.yaml'))).toEqual(
      readFileSync(path.join(data, 'programme.yaml')),
    );
  });

  it('The lock contains the name and the fingerprint of the previous edition', async () => {
    const data = await twoEditions();
    const [first, second] = await verify({ data });
    const lock = JSON.parse(
      readFileSync(path.join(data, 'editions/spring-2030/edition.lock.json'), 'utf8'),
    ) as object;
    expect(lock).toMatchObject({
      base: { edition: '1', fingerprint: first?.fingerprint },
      fingerprint: second?.fingerprint,
    });
  });

  it('Freezing the same data again has no effect, but freezing other data under the same name fails', async () => {
    const data = small();
    const first = await freezeDraft(data, '1');
    const before = filesIn(data);
    expect(await planned(data, '1')).toEqual({ name: '1', lock: first, draft: expect.any(Map) });
    await freezeDraft(data, '1');
    expect(filesIn(data)).toEqual(before);
    editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Rowing');
    await expect(planned(data, '1')).rejects.toThrow(
      'the edition "1" already exists, and frozen editions never change',
    );
  });

  it('A freeze fails if nothing has changed, even under another name', async () => {
    const data = small();
    await freezeDraft(data, '1');
    await expect(planned(data, '2')).rejects.toThrow('nothing has changed since edition 1');
  });

  it('A freeze fails if another freeze, of the same or an earlier edition, has finished since it was prepared', async () => {
    const data = small();
    const plans = [await planned(data, '1'), await planned(data, '1'), await planned(data, '2')] as const;
    await writeFreeze(plans[0], data);
    const before = filesIn(data);
    await expect(writeFreeze(plans[1], data)).rejects.toThrow(
      'edition 1 was not frozen, because another freeze finished first',
    );
    await expect(writeFreeze(plans[2], data)).rejects.toThrow(
      'edition 2 was not frozen, because "1" was added to the folder of editions',
    );
    expect(filesIn(data)).toEqual(before);
  });

  it('A freeze releases its lock if another freeze has finished first', async () => {
    const data = small();
    const plan = await planned(data, '1');
    mkdirSync(path.join(data, 'editions/2'), { recursive: true });
    await expect(writeFreeze(plan, data)).rejects.toThrow('"2" was added to the folder of editions');
    expect(readdirSync(path.join(data, 'editions'))).toEqual(['2']);
  });

  it('A freeze fails if the folder of the edition was created in the meantime, even if this folder is empty', async () => {
    const data = small();
    const plan = await planned(data, '1');
    mkdirSync(path.join(data, 'editions/1'), { recursive: true });
    await expect(writeFreeze(plan, data)).rejects.toThrow('another freeze finished first');
    expect(editionsOf(data)).toEqual(['1']);
    expect(readdirSync(path.join(data, 'editions/1'))).toEqual([]);
  });
});

describe('Existing path at the place of an edition folder', () => {
  it.each([
    ['a link to a folder', (at: string, elsewhere: string) => symlinkSync(elsewhere, at)],
    ['a link to nothing', (at: string) => symlinkSync('nowhere', at)],
    ['a file', (at: string) => writeFileSync(at, '')],
    ['an empty folder', (at: string) => mkdirSync(at)],
  ])('%s at the path of the edition folder is neither replaced nor followed', async (_, put) => {
    const data = small();
    const elsewhere = path.join(data, '..', 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(path.join(data, 'editions'));
    put(path.join(data, 'editions', '2'), elsewhere);
    await expect(planned(data, '2')).rejects.toThrow(/already exists|has no lock/);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(editionsOf(data)).toEqual(['2']);
  });

  it.each([
    ['a link', (at: string, elsewhere: string) => symlinkSync(elsewhere, at)],
    ['a file', (at: string) => writeFileSync(at, '')],
  ])('No file is written if the editions folder is %s', async (kind, put) => {
    const data = small();
    const elsewhere = path.join(data, '..', 'elsewhere');
    mkdirSync(elsewhere);
    put(path.join(data, 'editions'), elsewhere);
    await expect(planned(data, '2')).rejects.toThrow(`editions is ${kind}, not a folder`);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('A symbolic link is not read as an edition', async () => {
    const data = await twoEditions();
    symlinkSync('1', path.join(data, 'editions', '3'));
    expect(await editionNames(data)).toEqual(['1', 'spring-2030']);
    await expect(readProgramme(data, '3')).rejects.toThrow('is a link, not a folder');
  });
});

describe('Working folders left by killed freezes', () => {
  const leave = (data: string, name: string): void => {
    const folder = path.join(data, name, name, '0-new/events');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'foreign.yaml'), '- id: x\n');
  };
  const hiddenIn = (data: string): string[] => readdirSync(data).filter((name) => name.startsWith('.'));

  it('A working folder is not treated as an edition and is removed by the next freeze', async () => {
    const data = small();
    leave(data, '.writing-999999-7-aB3dEf');
    leave(data, '.writing-4000000-9-zzzzzz');
    await freezeDraft(data, '1');
    expect(hiddenIn(data)).toEqual([]);
    expect(editionsOf(data)).toEqual(['1']);
    expect((await verify({ data })).map(({ passed }) => passed)).toEqual([true]);
  });

  it('The working folder of a running process and other folders are not removed', async () => {
    const data = small();
    const others = ['.git', '.writing-1', `.writing-${ownerName()}-abcdef`];
    for (const name of others) leave(data, name);
    await freezeDraft(data, '1');
    expect(hiddenIn(data).sort()).toEqual(others);
  });
});

describe('Copies of published files', () => {
  it('Copying the published files repeatedly produces the same bytes', async () => {
    const data = small();
    await freezeDraft(data, '1');
    const kept = filesIn(path.join(data, 'editions/1/published'));
    for (const out of ['out', 'out', 'web/2030'].map((folder) => path.join(data, '..', folder))) {
      expect((await copyPublished(await planned(data, '1'), data, out)).length).toBe(7);
      expect(filesIn(out)).toEqual(kept);
    }
  });

  it('Modified files are not copied, and the edition is frozen even if copying its published files fails', async () => {
    const data = small();
    await freezeDraft(data, '1');
    writeFileSync(path.join(data, '../file'), '');
    const plan = await planned(data, '1');
    await expect(copyPublished(plan, data, path.join(data, '../file'))).rejects.toThrow(
      /edition 1 is frozen, but copying it failed: .*\n {2}hint: `programme freeze 1 --out DIR` copies it again/,
    );
    rmSync(path.join(data, 'editions/1/published/small-en.pdf'));
    await expect(copyPublished(plan, data, path.join(data, '../out'))).rejects.toThrow(
      'small-en.pdf differs from the published file',
    );
    expect(existsSync(path.join(data, '../out'))).toBe(false);
  });
});
