import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFreeze, writeFreeze } from '../../../src/commands/freeze.ts';
import { verifyEdition } from '../../../src/commands/verify.ts';
import { freezeRefusals } from '../../../src/edition/refusals.ts';
import { readProgramme } from '../../../src/read/dataset.ts';

const none = async () => [];

describe('refusals', () => {
  const facts = {
    name: '2',
    date: '2021-06-01',
    existing: ['1'],
    last: undefined,
    changed: true,
    errors: [],
  };
  const last = {
    version: 1 as const,
    edition: '1',
    date: '2021-03-19',
    base: null,
    data: {},
    outputs: [],
    made: { program: '', templates: '', fonts: {} },
  };

  it.each([
    ['a reserved name', { name: 'draft' }, '"draft" is reserved and cannot name an edition'],
    ['an odd name', { name: '../x' }, '"../x" is an odd name for an edition'],
    ['an existing name', { name: '1' }, 'the edition "1" exists already; a frozen edition is never changed'],
    ['no change', { last, changed: false }, 'nothing has changed since edition 1'],
    [
      'an earlier date',
      { last, date: '2021-01-01' },
      'the date of the draft, 2021-01-01, is before that of edition 1, 2021-03-19',
    ],
    ['errors of the checks', { errors: [{ message: 'a city is no date' }] }, 'a city is no date'],
  ])('name %s', (_, change, message) => {
    expect(freezeRefusals({ ...facts, ...change }).map((problem) => problem.message)).toEqual([message]);
  });

  it('are all told at once', () => {
    expect(freezeRefusals({ ...facts, name: 'all', last, changed: false, date: '2020-01-01' })).toHaveLength(
      3,
    );
  });

  it('are none for a good draft', () => {
    expect(freezeRefusals({ ...facts, last })).toEqual([]);
  });
});

describe('freezing the draft', () => {
  let data: string;
  let out: string;
  beforeEach(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'freeze-'));
    out = path.join(data, 'output');
    await cp('data', data, { recursive: true });
  });
  afterEach(() => rm(data, { recursive: true }));

  const freeze = async (): Promise<void> => writeFreeze(await planFreeze({ data, name: '2', out }, none));

  it('writes an edition that reads like the draft and verifies', async () => {
    await freeze();
    const [draft, edition] = await Promise.all([readProgramme(data, 'draft'), readProgramme(data, '2')]);
    expect({ ...edition, edition: 'draft' }).toEqual(draft);
    expect(await verifyEdition(data, '2')).toEqual({
      edition: '2',
      files: [],
      outputs: [
        { file: 'programme-2021-ed2-en.pdf', same: true },
        { file: 'programme-2021-ed2-en.docx', same: true },
      ],
      madeDifferently: [],
      passed: true,
    });
    expect((await readdir(out)).sort()).toEqual(['programme-2021-ed2-en.docx', 'programme-2021-ed2-en.pdf']);
    expect(await readFile(path.join(data, 'editions/2/events/sport.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schema\/events\.schema\.json\n/,
    );
  });

  it('names changed, missing and extra files of an edition', async () => {
    await freeze();
    const folder = path.join(data, 'editions', '2');
    await appendFile(path.join(folder, 'events/sport.yaml'), '# touched\n');
    await rm(path.join(folder, 'events/economy.yaml'));
    await writeFile(path.join(folder, 'events/music.yaml'), '[]\n');
    const { files, passed } = await verifyEdition(data, '2');
    expect(files).toEqual([
      { file: 'events/economy.yaml', problem: 'missing' },
      { file: 'events/music.yaml', problem: 'extra' },
      { file: 'events/sport.yaml', problem: 'changed' },
    ]);
    expect(passed).toBe(false);
  });

  it('writes nothing when it is refused', async () => {
    await expect(planFreeze({ data, name: '1', out }, none)).rejects.toThrow('exists already');
    expect((await readdir(path.join(data, 'editions'))).sort()).toEqual(['1']);
  });

  it('is refused when nothing has changed', async () => {
    await freeze();
    await expect(planFreeze({ data, name: '3', out }, none)).rejects.toThrow(
      'nothing has changed since edition 2',
    );
  });
});

describe('edition 1', () => {
  // That its outputs are the same bytes again is for `verify` and `ready` to say: a better renderer may change them, never its words.
  it('has the data that was frozen', async () => {
    const { files, outputs } = await verifyEdition('data', '1');
    expect(files).toEqual([]);
    expect(outputs.map(({ file }) => file)).toEqual([
      'programme-2021-ed1-en.pdf',
      'programme-2021-ed1-en.docx',
    ]);
  });
});
