import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { init } from '../../../src/commands/init.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

const HEAD = 'Title,Date,Place';
const ROWS = ['Fair,9 May 2030,Hall', 'Walk,3 May 2030,Harbour'];
let data: string;

beforeEach(async () => {
  const folder = scratchFolder();
  const from = path.join(folder, 'start.csv');
  await writeFile(from, [HEAD, ...ROWS, ''].join('\n'));
  data = path.join(folder, 'data');
  await init({ dir: data, from });
});

/** Stores a list as a proposal. */
async function proposed(name: string, rows: readonly string[]) {
  const source = path.join(path.dirname(data), `${name}.csv`);
  await writeFile(source, [...rows, ''].join('\n'));
  return propose({ data, source, date: '2030-01-01', write: true });
}

async function acceptAll(name: string) {
  const ruled = await review({ data, name, acceptAll: true, by: 'A. Editor', date: '2030-01-02' });
  expect(ruled.problems).toEqual([]);
}

async function events() {
  const { themes } = await readProgramme(data, 'draft');
  return themes.flatMap(({ events }) => events.map(({ id, date, place }) => [id, date, place].join(' · ')));
}

describe('Several open proposals at the same time', () => {
  it('Two proposals can add different events that have the same title', async () => {
    await proposed('lyon', [HEAD, ...ROWS, 'Opening,5 May 2030,Mill']);
    const second = await proposed('perm', [
      HEAD,
      ...ROWS,
      'Opening,6 May 2030,Barn',
      'Opening,7 May 2030,Quay',
    ]);
    expect({ ...second, conflicts: second.conflicts.length }).toMatchObject({ conflicts: 0, known: 0 });
    await acceptAll('lyon');
    await acceptAll('perm');
    expect((await events()).slice(2).sort()).toEqual([
      'opening · 5 May 2030 · Mill',
      expect.stringMatching(/^opening-\S+ · 6 May 2030 · Barn$/),
      expect.stringMatching(/^opening-\S+ · 7 May 2030 · Quay$/),
    ]);
  });

  it('An event that is in two proposals is added once, whatever its position among events with the same title', async () => {
    await proposed('lyon', [HEAD, ...ROWS, 'Opening,5 May 2030,Mill']);
    const second = await proposed('perm', [
      HEAD,
      ...ROWS,
      'Opening,6 May 2030,Barn',
      'Opening,5 May 2030,Mill',
    ]);
    expect(second).toMatchObject({ known: 1 });
    const again = await proposed('perm-again', [HEAD, ...ROWS, 'Opening,6 May 2030,Barn']);
    expect(again).toMatchObject({ known: 1, changes: [] });
    await acceptAll('lyon');
    await acceptAll('perm');
    expect((await events()).slice(2).sort()).toEqual([
      expect.stringMatching(/^opening · 5 May 2030 · Mill$/),
      expect.stringMatching(/^opening-\S+ · 6 May 2030 · Barn$/),
    ]);
  });

  it('Each proposal contains all settings that it needs, even if another proposal contains the same settings', async () => {
    const head = `${HEAD},Speaker`;
    await proposed('lyon', [head, 'Fair,9 May 2030,Hall,A. Berg', 'Walk,3 May 2030,Harbour,']);
    const second = await proposed('perm', [head, 'Fair,9 May 2030,Hall,', 'Walk,3 May 2030,Harbour,C. Dahl']);
    expect(second.changes.map(({ field }) => field)).toContain('fields.speaker');
    await acceptAll('perm');
    const { themes } = await readProgramme(data, 'draft');
    expect(themes.flatMap(({ events }) => events.map(({ speaker }) => speaker))).toEqual([
      undefined,
      'C. Dahl',
    ]);
    await acceptAll('lyon');
    const now = await readProgramme(data, 'draft');
    expect(now.themes.flatMap(({ events }) => events.map(({ speaker }) => speaker))).toEqual([
      'A. Berg',
      'C. Dahl',
    ]);
  });
});
