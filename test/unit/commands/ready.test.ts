import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diff } from '../../../src/commands/diff.ts';
import { ready } from '../../../src/commands/ready.ts';
import { gatesText } from '../../../src/report/gates.ts';
import { folderWithData } from '../../support/dataset-folder.ts';
import { copyOf, editFile, FIT, holdEdition } from '../../support/frozen.ts';

/** The small dataset with an edition 1 that equals its draft. */
function withEdition(): string {
  const data = path.join(folderWithData(FIT), 'data');
  holdEdition(data);
  return data;
}

describe('ready', () => {
  it('ready requires the approval of each major change since edition 1, but not of other changes', async () => {
    const data = copyOf('data');
    const { gates } = await ready({ data });
    expect(gates.filter(({ id }) => id !== 'verapdf').map(({ id, state }) => [id, state])).toEqual([
      ['data', 'passed'],
      ['check', 'passed'],
      ['changes', 'failed'],
      ['editions', 'passed'],
      ['outputs', 'passed'],
    ]);
    const { comparison } = await diff({ data, old: '1', new: 'draft' });
    const approvals = comparison.changes.map(
      ({ fingerprint }) => `- { fingerprint: ${fingerprint}, by: The editor, date: 2021-06-01 }`,
    );
    writeFileSync(path.join(data, 'approvals.yaml'), `${[...new Set(approvals)].join('\n')}\n`);
    const result = await ready({ data });
    expect(result.ready).toBe(true);
    const changes = result.gates.find(({ id }) => id === 'changes');
    expect(changes?.messages.why.slice(1).map(({ message }) => message)).toEqual([
      'the date of the draft, 19 March 2021, is the same as that of edition 1; set the date of the new edition in the workbook that `export --settings` writes',
    ]);
    expect(gatesText(result)).toMatch(/Ready to publish\.\n$/);
  });

  it('ready stops if the data cannot be read, and reports the position of the error', async () => {
    const data = path.join(folderWithData({ 'events/sport.yaml': '- id: X\n' }), 'data');
    const result = await ready({ data });
    expect(result.gates.map(({ id, state }) => [id, state])).toEqual([['data', 'failed']]);
    expect(result.gates[0]?.why).toContain('events/sport.yaml');
  });

  it('ready fails if there are proofing errors or an edition has been modified', async () => {
    const data = withEdition();
    editFile(path.join(data, 'events/music.yaml'), 'date: Quarter 3\n  when: "2030-35"', 'date: Quarter 3');
    appendFileSync(path.join(data, 'editions/1/events/sport.yaml'), '# touched\n');
    const result = await ready({ data });
    const failed = result.gates.filter(({ state }) => state === 'failed').map(({ id }) => id);
    expect(failed).toEqual(['check', 'changes', 'editions']);
  });

  it('ready reports an edition with a damaged lock in both gates that read the lock', async () => {
    const data = withEdition();
    writeFileSync(path.join(data, 'editions/1/edition.lock.json'), '{"version": 2');
    const failed = (await ready({ data })).gates.filter(({ state }) => state === 'failed');
    expect(failed.map(({ id, why }) => [id, why])).toEqual([
      ['changes', expect.stringContaining('edition.lock.json: the lock is damaged')],
      ['editions', 'do not match their locks: 1'],
    ]);
  });
});
