import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeDataset } from '../../../src/commands/change-dataset.ts';
import { fix } from '../../../src/commands/check.ts';
import { exportSheet } from '../../../src/commands/export.ts';
import { writeFreeze } from '../../../src/commands/freeze-plan.ts';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { reviewDraft } from '../../../src/commands/review-draft.ts';
import { folderWithData, scratchFolder } from '../../support/dataset-folder.ts';
import { copyOf, editFile, FIT, plannedFreeze, twoEditions } from '../../support/frozen.ts';
import { filesIn } from '../../support/run-programme.ts';
import { withoutCodes } from '../../support/without-codes.ts';

const date = '2030-01-20';
const by = 'A. Editor';

/** A sheet exported from the dataset with only the named events, and one passage replaced. */
async function sheet(
  data: string,
  name: string,
  ids: readonly string[],
  edit: [string, string],
): Promise<string> {
  const file = path.join(data, '..', name);
  await exportSheet({ data, edition: 'draft', file });
  const [head, ...rows] = readFileSync(file, 'utf8').split('\n');
  const kept = rows.filter((row) => ids.some((id) => row.startsWith(`${id},`)));
  writeFileSync(file, [head, ...kept, ''].join('\n').replace(...edit));
  return file;
}

/** A dataset with a proposal, words that `check --fix` corrects, and sheets to import. */
async function prepared(): Promise<string> {
  const data = path.join(folderWithData(), 'data');
  const both = await sheet(data, 'both.csv', ['spring-concert', 'regatta'], ['Regatta', 'Great regatta']);
  editFile(both, 'Spring concert', 'Great concert');
  await propose({ data, source: both, date, write: true });
  await sheet(data, 'autumn.csv', ['autumn-concert'], ['Autumn concert', 'Late concert']);
  await sheet(data, 'choir.csv', ['choir'], ['Choir of the choirs', 'Choir of choirs']);
  editFile(path.join(data, 'events/sport.yaml'), 'date: June', 'date: June  2030');
  return data;
}

const write = { removeMissing: false, write: true, dryRun: false };

/** Concurrent actions on one dataset, each of which changes different words. */
const VERBS: Readonly<Record<string, (data: string) => Promise<unknown>>> = {
  'review --accept in one theme': (data) =>
    review({ data, name: 'both', accept: ['e852629057a7'], by, date }),
  'review --accept in another theme': (data) =>
    review({ data, name: 'both', accept: ['2c75ba13f5a5'], by, date }),
  'import --write': (data) => importSheet({ data, file: path.join(data, '../autumn.csv'), ...write }),
  'import --propose': (data) => propose({ data, source: path.join(data, '../choir.csv'), date, write: true }),
  'check --fix': (data) => fix({ data }),
};

/** A dataset after an action in a copy of it that also contains the sheets. */
async function resultOf(data: string, act: (copy: string) => Promise<unknown>): Promise<object> {
  const copy = path.join(copyOf(path.dirname(data)), 'data');
  await act(copy);
  return filesIn(copy);
}

describe('Two commands that change one dataset at the same time', () => {
  it('Every pair of commands has the same result whether they run concurrently or one after the other', async () => {
    const data = await prepared();
    const verbs = Object.entries(VERBS);
    for (const [at, [first, one]] of verbs.entries())
      for (const [second, two] of verbs.slice(at + 1)) {
        // Proofing is slow.
        if (second === 'check --fix' && first !== 'import --write') continue;
        const found = await resultOf(data, (copy) => Promise.all([one(copy), two(copy)]));
        const oneFirst = await resultOf(data, (copy) => one(copy).then(() => two(copy)));
        const twoFirst = await resultOf(data, (copy) => two(copy).then(() => one(copy)));
        const pair = `${first}, ${second}`;
        expect({ [pair]: [oneFirst, twoFirst] }).toEqual({ [pair]: expect.arrayContaining([found]) });
      }
  });

  it('No change made by any of five concurrent commands is lost', async () => {
    const data = await prepared();
    await Promise.all(Object.values(VERBS).map((verb) => verb(data)));
    const { 'events/music.yaml': music, 'events/sport.yaml': sport, ...others } = filesIn(data);
    for (const words of ['Great concert', 'Late concert']) expect(music).toContain(words);
    for (const words of ['Great regatta', 'June 2030']) expect(sport).toContain(words);
    expect(Object.keys(others)).toContain('proposals/choir.yaml');
    expect(others['proposals/both.yaml']?.match(/verdict: accepted/g)).toHaveLength(2);
  });

  it('If two files with the same name are imported concurrently, both proposals are kept', async () => {
    const data = await prepared();
    const source = path.join(scratchFolder(), 'choir.csv');
    const words = readFileSync(path.join(data, '../choir.csv'), 'utf8');
    writeFileSync(source, words.replace('Choir of choirs', 'All choirs'));
    const kept = await Promise.all([
      propose({ data, source, date, write: true }),
      propose({ data, source: path.join(data, '../choir.csv'), date, write: true }),
    ]);
    expect(kept.map(({ name }) => name).sort()).toEqual(['choir', 'choir-2']);
    expect(Object.keys(filesIn(path.join(data, 'proposals'))).sort()).toEqual([
      'both.yaml',
      'choir-2.yaml',
      'choir.yaml',
    ]);
  });

  it('Two concurrent `init` commands for the same folder create only one dataset', async () => {
    const dir = path.join(scratchFolder(), 'fresh');
    const from = path.join(scratchFolder(), 'list.csv');
    writeFileSync(from, 'Title;Place;Date\nFair;Portville;4 June 2030\n');
    const ended = await Promise.allSettled([init({ dir }), init({ dir, from })]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const one of ended)
      if (one.status === 'rejected') expect(String(one.reason)).toContain('is not empty');
    const whole = path.join(scratchFolder(), 'whole');
    await init({ dir: whole, ...(ended[0]?.status === 'rejected' && { from }) });
    expect(Object.keys(filesIn(dir))).toEqual(Object.keys(filesIn(whole)));
  });

  it('A freeze fails if the draft changed after it was read', async () => {
    const data = path.join(folderWithData(FIT), 'data');
    const plan = await plannedFreeze({ data, name: '1' });
    const file = await sheet(data, 'events.csv', ['regatta'], ['Regatta', 'Great regatta']);
    await importSheet({ data, file, ...write });
    await expect(writeFreeze(plan, data)).rejects.toThrow(
      `files changed while this command was running: ${path.join(data, 'events/sport.yaml')}`,
    );
    expect(existsSync(path.join(data, 'editions'))).toBe(false);
  });

  it('Accepting a change fails if an import changes the same words at the same time', async () => {
    const data = await twoEditions();
    editFile(path.join(data, 'events/sport.yaml'), 'Regatta of the four', 'Regatta of the five');
    const { comparison } = await reviewDraft({ data, date });
    const accept = comparison?.changes.map(({ fingerprint }) => fingerprint) ?? [];
    const [accepted] = await Promise.all([
      reviewDraft({ data, accept, by, date }),
      importSheet({
        data,
        file: await sheet(data, 'events.csv', ['choir'], ['Choir of the choirs', 'Choir of choirs']),
        ...write,
      }),
    ]);
    expect(accepted.accepted).toEqual(accept);
    expect(filesIn(data)['approvals.yaml']?.match(/^- fingerprint/gm)).toHaveLength(accept.length);
    expect(filesIn(data)['events/music.yaml']).toContain('Choir of choirs');
  });
});

describe('File saved in an editor while a command runs', () => {
  it('If a file changes while a command runs, the command reads the file again and uses the new content', async () => {
    const data = path.join(folderWithData(), 'data');
    const file = path.join(data, 'events/sport.yaml');
    const read: string[] = [];
    await changeDataset(data, async () => {
      const text = readFileSync(file, 'utf8');
      read.push(text);
      if (read.length === 1) editFile(file, 'date: June', 'date: July');
      return { files: [{ path: file, bytes: text.replace('Regatta', 'Great regatta') }], result: undefined };
    });
    expect(read).toHaveLength(2);
    expect(readFileSync(file, 'utf8')).toMatch(/title: Great regatta\n.*date: July\n/s);
  });

  it('A command reads the dataset again if a concurrent change made it inconsistent', async () => {
    const data = path.join(folderWithData(), 'data');
    const file = path.join(data, 'events/sport.yaml');
    let calls = 0;
    const decided = changeDataset(data, async () => {
      if (++calls > 1) return { files: [], result: 'well' };
      editFile(file, 'date: June', 'date: July');
      throw new Error('half of it is old');
    });
    expect(await decided).toBe('well');
  });

  it('If a file changes before every attempt, the command does not write it and names it in the error', async () => {
    const data = path.join(folderWithData(), 'data');
    const file = path.join(data, 'events/sport.yaml');
    let saved = 0;
    const decided = changeDataset(data, async () => {
      writeFileSync(file, `# ${++saved}\n`);
      return { files: [{ path: file, bytes: 'other' }], result: undefined };
    });
    await expect(decided).rejects.toThrow(
      `files changed while this command was running: ${file}\n  hint: nothing was written`,
    );
    expect(readFileSync(file, 'utf8')).toBe(`# ${saved}\n`);
  });

  it('If the draft has changed since a proposed change was displayed, the change must be displayed again before it can be accepted', async () => {
    const data = await prepared();
    const { standings } = await review({ data, name: 'both', date });
    editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
    const verdicts = ['e852629057a7', '2c75ba13f5a5'].map((id) => ({ id, verdict: 'accepted' as const }));
    const reviewed = await review({ data, name: 'both', verdicts, seen: standings, by, date });
    expect(withoutCodes(reviewed.problems)).toEqual([
      {
        message:
          'no verdict was stored for the change 2c75ba13f5a5, because the draft or the proposal was edited after the change was shown',
        at: { event: 'regatta', field: 'title' },
        hint: '`programme review NAME` shows the current state of the change',
      },
    ]);
    expect(filesIn(data)['events/sport.yaml']).toContain('title: Regatta of the four');
    expect(filesIn(data)['events/music.yaml']).toContain('title: Great concert');
    // A change that was displayed in its current state can be accepted.
    const again = await review({ data, name: 'both', date });
    await review({ data, name: 'both', verdicts: verdicts.slice(1), seen: again.standings, by, date });
    expect(filesIn(data)['events/sport.yaml']).toContain('title: Great regatta');
  });
});
