import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { init } from '../../src/commands/init.ts';
import { type Ended, runInProcess } from '../support/run-programme.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'import-json-'));
  const from = path.join(cwd, 'start.csv');
  await writeFile(from, 'Title,Date,Place\nFair,9 May 2030,Hall\nWalk,3 May 2030,Harbour\n');
  await init({ dir: path.join(cwd, 'data'), from });
});
afterAll(async () => {
  await rm(cwd, { recursive: true });
});

const json = async (...args: string[]): Promise<Ended & { report: Record<string, unknown> }> => {
  const ended = await runInProcess(['import', ...args, '--json', '--data', 'data'], { cwd });
  return { ...ended, report: JSON.parse(ended.stdout) as Record<string, unknown> };
};

const LIST =
  'Title,Date,Place,Colour\nFair,9 May 2030,Old hall,red\nWalk,3 May 2030,Harbour,blue\nTalk,some day,Mill,\n';

describe('import --json', () => {
  it('The JSON result of importing a list contains the changes, the remarks with their cells, the columns and the mapping', async () => {
    await writeFile(path.join(cwd, 'list.csv'), LIST);
    const { code, stderr, report } = await json('list.csv');
    expect(code).toBe(0);
    expect(report).toMatchObject({ version: 2, file: 'list.csv', kind: 'events', events: 3, written: [] });
    expect(report).toMatchObject({ conflicts: [], problems: [], missing: [] });
    const { changes } = report.comparison as { changes: { id?: string; field?: string }[] };
    expect(changes.map(({ id, field }) => [id, field])).toContainEqual(['fair', 'place']);
    const remarks = report.remarks as { message: string; at?: { cell?: string } }[];
    expect(remarks).toContainEqual(
      expect.objectContaining({ message: 'new field of the programme: colour', at: { file: 'list.csv' } }),
    );
    expect(remarks.find(({ message }) => message.includes('some day'))?.at?.cell).toBe('B4');
    expect(report.columns).toContainEqual({
      column: 'D',
      heading: 'Colour',
      field: 'colour',
      internal: false,
      cells: 2,
      samples: ['red', 'blue'],
    });
    expect(report.mapping).toMatchObject({ path: 'list.mapping.yaml' });
    expect(stderr).toContain('new field of the programme: colour');
  });

  it('The JSON result of importing an unreadable file contains the problems and the reason', async () => {
    await runInProcess(['export', 'wrong.csv', '--data', 'data'], { cwd });
    const exported = await readFile(path.join(cwd, 'wrong.csv'), 'utf8');
    await writeFile(path.join(cwd, 'wrong.csv'), exported.replace(/^fair,/m, 'The fair,'));
    const wrong = await json('wrong.csv');
    expect(wrong.code).toBe(2);
    expect(wrong.report.problems).toEqual([
      expect.objectContaining({ at: expect.objectContaining({ cell: expect.stringMatching(/^A\d$/) }) }),
    ]);
    await writeFile(path.join(cwd, 'broken.xlsx'), 'no workbook');
    const broken = await json('broken.xlsx');
    expect([broken.code, Object.keys(broken.report)]).toEqual([2, ['version', 'file', 'problems']]);
    expect(broken.report.problems).toEqual([expect.objectContaining({ at: { file: 'broken.xlsx' } })]);
  });

  it('The JSON result for a proposal contains its changes with their states, and the remarks on cells', async () => {
    await writeFile(path.join(cwd, 'partner.csv'), LIST);
    const { code, stderr, report } = await json('partner.csv', '--propose');
    expect(code).toBe(0);
    expect(report).toMatchObject({ kind: 'proposal', name: 'partner', kept: true, done: 0, known: 0 });
    expect(report.written).toEqual([path.join('data', 'proposals', 'partner.yaml')]);
    expect(report.changes).toContainEqual(
      expect.objectContaining({
        of: 'fair',
        field: 'place',
        base: 'Hall',
        theirs: 'Old hall',
        verdict: 'open',
        standing: 'proposed',
      }),
    );
    expect(report.remarks).toContainEqual(
      expect.objectContaining({ message: 'new field of the programme: colour' }),
    );
    expect(stderr).toContain('new field of the programme: colour');
  });

  it('Without --json, a proposal with many changes and remarks is shown in 20 lines', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `Show ${index},day ${index},Tent ${index},green`);
    await writeFile(path.join(cwd, 'many.csv'), `${LIST}${rows.join('\n')}\n`);
    const { stdout, stderr } = await runInProcess(['import', 'many.csv', '--propose', '--data', 'data'], {
      cwd,
    });
    expect(`${stdout}${stderr}`.split('\n').length - 1).toBe(20);
    expect(stdout).toContain('--all shows them');
    expect(stderr).toContain('next: programme review many');
  });

  it('The JSON result of importing a review sheet contains the verdicts, and a problem if the name of the reviewer is missing', async () => {
    await writeFile(
      path.join(cwd, 'more.csv'),
      'Title,Date,Place\nFair,9 May 2030,Great hall\nWalk,3 May 2030,Harbour\n',
    );
    const { changes } = (await json('more.csv', '--propose')).report as { changes: { id: string }[] };
    const ids = changes.map(({ id }) => id);
    await runInProcess(['review', 'more', '--refuse', ...ids, '--by', 'A. Editor', '--data', 'data'], {
      cwd,
    });
    const sheet = ['review', 'more', '--sheet', 'verdicts.xlsx', '--data', 'data'];
    expect((await runInProcess(sheet, { cwd })).code).toBe(0);
    const unnamed = await json('verdicts.xlsx');
    expect(unnamed.code).toBe(2);
    expect(unnamed.report).toMatchObject({
      kind: 'verdicts',
      subject: 'more',
      before: changes.length,
    });
    expect(unnamed.report.problems).toEqual([
      expect.objectContaining({ message: 'a verdict needs the name of the person who decides' }),
    ]);
    const given = await json('verdicts.xlsx', '--by', 'A. Editor');
    expect(given.code).toBe(0);
    expect(given.report).toMatchObject({ accepted: [], refused: [], edited: [], problems: [], written: [] });
  });
});
