/** A draft in format 2 with exported files, a proposal, an edition and approvals, all created before format 3. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftFiles } from '../../../src/commands/draft-files.ts';
import { exportSheet } from '../../../src/commands/export.ts';
import { review } from '../../../src/commands/review.ts';
import { reviewDraft } from '../../../src/commands/review-draft.ts';
import { readDataset } from '../../../src/read/dataset.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { broughtBy } from '../../support/incoming.ts';
import { runInProcess } from '../../support/run-programme.ts';
import { edited } from '../../support/word-edits.ts';

const FIXTURE = path.resolve('test/fixtures/format-2');
const JUDGE = { by: 'A. Editor', date: '2030-02-01' };

/** The dataset as it is, and after a change to the draft, which converts its files to the newest format. */
const STATES = { 'before the upgrade': (data: string) => data, 'after it': upgraded };

function dataset(): string {
  const data = path.join(scratchFolder(), 'data');
  cpSync(path.join(FIXTURE, 'data'), data, { recursive: true });
  return data;
}

/** The dataset with an edition that was frozen in format 2. */
function datasetWithEdition(): string {
  const data = dataset();
  cpSync(path.join(FIXTURE, 'edition-1'), path.join(data, 'editions', '1'), { recursive: true });
  cpSync(path.join(FIXTURE, 'approvals.yaml'), path.join(data, 'approvals.yaml'));
  return data;
}

async function upgraded(data: string): Promise<string> {
  const before = await readDataset(data);
  const after = { ...before, config: { ...before.config, subject: 'Another subject' } };
  for (const { path: file, bytes } of await draftFiles(data, before, after)) writeFileSync(file, bytes);
  expect(readFileSync(path.join(data, 'programme.yaml'), 'utf8')).toMatch(/^format: 3\n/);
  return data;
}

describe.each(Object.entries(STATES))('Dataset in format 2, %s', (_, stateOf) => {
  const state = async (): Promise<string> => stateOf(dataset());

  test('Importing an unchanged Word file results in no proposed changes', async () => {
    const found = await broughtBy(await state(), path.join(FIXTURE, 'corrections.docx'));
    expect([found.changes, found.unplaced, found.byHand]).toEqual([[], [], []]);
  });

  test('Importing a corrected Word file results in exactly its corrections as proposed changes', async () => {
    const data = await state();
    const file = path.join(data, '..', 'back.docx');
    const bytes = edited(new Uint8Array(readFileSync(path.join(FIXTURE, 'corrections.docx'))), (document) =>
      document.replace('in the park', 'in the garden').replace('*all*', '*some*'),
    );
    writeFileSync(file, bytes);
    const { changes } = await broughtBy(data, file);
    expect(changes.map(({ field, base, theirs }) => [field, base, theirs])).toEqual([
      [
        'introduction',
        'The **Year of small things** has \\*all\\* events: see the \\[park](https://park.example/).\nThis is its programme.',
        'The **Year of small things** has \\*some\\* events: see the \\[park](https://park.example/).\nThis is its programme.',
      ],
      [
        'description',
        'Concert of **both** \\[orchestras](https://orchestras.example/) – in the park',
        'Concert of **both** \\[orchestras](https://orchestras.example/) – in the garden',
      ],
    ]);
  });

  test('Importing an unchanged workbook changes nothing', async () => {
    const data = await state();
    const found = await broughtBy(data, path.join(FIXTURE, 'events.xlsx'));
    expect([found.changes, found.byHand, found.notes]).toEqual([[], [], []]);
  });

  test('Approvals that were given for a dataset in format 2 still apply to the same changes', async () => {
    const { comparison } = await reviewDraft({ data: await stateOf(datasetWithEdition()), date: JUDGE.date });
    const approved = comparison?.changes.map(({ field, approval }) => [field, approval?.by]);
    expect(approved?.filter(([field]) => field !== 'subject')).toEqual([
      ['introduction', 'A. Editor'],
      ['description', 'A. Editor'],
      ['title', 'A. Editor'],
    ]);
    expect(comparison?.lapsed).toBeUndefined();
  });

  test('A proposal stored in format 2 keeps its state and can be accepted', async () => {
    const data = await state();
    const { standings, proposal } = await review({ data, name: 'copy', date: JUDGE.date });
    expect([...standings.values()].map(({ state }) => state)).toEqual(['proposed', 'proposed', 'proposed']);
    await review({ data, name: 'copy', accept: proposal.changes.map(({ id }) => id), ...JUDGE });
    const text = (name: string): string => readFileSync(path.join(data, name), 'utf8');
    expect(text('proposals/copy.yaml')).toMatch(/^format: 2\n/);
    expect(text('programme.yaml')).toContain('has \\*no\\* events: see the \\[park](https://park.example/).');
    expect(text('events/music.yaml')).toContain(
      '\\[orchestras](https://orchestras.example/) – in the square\n',
    );
    expect(text('texts/foreword.en.md')).toBe(
      '# Words *before*\n\nRead the [site](https://s.example/), 5\u00a0€.\n\n[s]: https://s.example/\n',
    );
  });
});

test('A draft in format 2 can be built and checked, and upgrading it does not change the output', async () => {
  const data = dataset();
  const outputs: string[][] = [];
  for (const state of ['before', 'after'] as const) {
    if (state === 'after') await upgraded(data);
    const out = path.join(data, '..', state);
    const built = await runInProcess(['build', '--format', 'csv,ics', '--data', data, '--out', out], {
      cwd: '.',
    });
    expect(built).toMatchObject({ code: 0, stderr: expect.stringContaining('4 events') });
    outputs.push(readdirSync(out).map((name) => readFileSync(path.join(out, name), 'utf8')));
    const checked = await runInProcess(['check', '--data', data, '--format', 'json'], { cwd: '.' });
    expect(JSON.parse(checked.stdout)).toMatchObject({ version: 1 });
  }
  expect(outputs[0]).toHaveLength(4);
  expect(outputs[1]).toEqual(outputs[0]);
});

test('A workbook in the newest format is imported with its values', async () => {
  const data = await upgraded(dataset());
  const file = path.join(data, '..', 'events.xlsx');
  await exportSheet({ data, edition: 'draft', file });
  const { changes, notes } = await broughtBy(data, file);
  expect([changes, notes]).toEqual([[], []]);
});
