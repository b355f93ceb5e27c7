import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSheet } from '../../../../src/commands/export.ts';
import { type ImportSheetResult, importSheet } from '../../../../src/commands/import.ts';
import { init } from '../../../../src/commands/init.ts';
import { UserError } from '../../../../src/errors.ts';
import { readProgramme } from '../../../../src/read/dataset.ts';

let folder: string;
let data: string;
let csv: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'own-'));
  data = path.join(folder, 'data');
  await init({ dir: data });
  csv = path.join(folder, 'events.csv');
  await exportSheet({ data, edition: 'draft', file: csv });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The result of importing the export after some words were replaced. */
async function edited(
  replacements: Readonly<Record<string, string>>,
  options: { write?: true; removeMissing?: true; data?: string } = {},
): Promise<ImportSheetResult> {
  let text = await readFile(csv, 'utf8');
  for (const [words, others] of Object.entries(replacements)) {
    expect(text).toContain(words);
    text = text.replace(words, others);
  }
  const file = path.join(folder, 'edited.csv');
  await writeFile(file, text);
  return importSheet({ data, file, removeMissing: false, write: false, dryRun: false, ...options });
}

const problems = ({ problems: list }: ImportSheetResult): string[] =>
  list.map(({ message, at }) => `${at?.cell} ${message}`);
const changes = ({ comparison }: ImportSheetResult): string[] =>
  comparison.changes.map(({ kind, id, field }) =>
    [kind, id, field].filter((part) => part !== undefined).join(' '),
  );

describe('Import of an edited export', () => {
  it('Each problem in an edited sheet is reported with the name of its cell', async () => {
    expect(problems(await edited({ 'alpha-exhibition,culture': 'Town A Exhibition,culture' }))).toEqual([
      'A3 "Town A Exhibition" is not a valid id: ids consist of lower-case letters, digits and single hyphens',
    ]);
    expect(problems(await edited({ 'alpha-exhibition,culture': 'alpha-beta-concert,culture' }))).toEqual([
      'A3 the id "alpha-beta-concert" is used twice',
    ]);
    expect(problems(await edited({ 'alpha-exhibition,culture': 'alpha-exhibition,cultrue' }))).toEqual([
      'B3 the programme has no theme "cultrue", only themes with similar titles',
    ]);
    expect(problems(await edited({ 'Travelling exhibition': '' }))).toEqual(['F3 the event has no title']);
    expect(problems(await edited({ postponed: 'later' }))).toEqual(['N3 unknown status "later"']);
    expect(problems(await edited({ '2030-35': '2030-55' }))[0]).toMatch(/^K3 .*found "2030-55"$/);
    const region = await edited({ 'XA-1 Region Alpha': 'XA-1 Region Beta' });
    expect(problems(region)).toEqual(['L2 XA-1 is Region Alpha, not "Region Beta"']);
    expect(problems(await edited({ 'XA-1 Region Alpha': 'Regio Alpha' }))).toEqual([
      'L2 "Regio Alpha" is not a region of the side "first"',
    ]);
    const hint = (await edited({ 'XA-1 Region Alpha': 'Regio Alpha' })).problems[0]?.hint;
    expect(hint).toBe('did you mean XA-1 Region Alpha?');
  });

  it('An event can be moved to a new theme', async () => {
    const moved = await edited({ 'alpha-exhibition,culture': 'alpha-exhibition,Music' });
    expect(problems(moved)).toEqual([]);
    expect(changes(moved)).toEqual(['theme-added music', 'event-moved alpha-exhibition']);
  });

  it('An edited export that contains a problem is not imported, and no file is written', async () => {
    const before = await readProgramme(data, 'draft');
    await expect(
      edited({ postponed: 'later', 'Concert in two towns': 'Concert' }, { write: true }),
    ).rejects.toThrow(UserError);
    expect(await readProgramme(data, 'draft')).toEqual(before);
  });

  it('A region can be entered by its name instead of its code', async () => {
    expect(changes(await edited({ 'XA-1 Region Alpha': 'the alpha region' }))).toEqual([]);
  });

  it('A row without an id becomes a new event, whose id is derived from its title', async () => {
    const text = await readFile(csv, 'utf8');
    const [header = ''] = text.split('\r\n');
    const names = header.replace('\ufeff', '').split(',');
    const cells = names.map(
      (name) =>
        ({
          theme: 'sport',
          category: 'Cycling',
          'bodies.first': 'Town Alpha',
          title: '"Ride: à vélo, по городу"',
          date: 'Quarter 2',
        })[name] ?? '',
    );
    const file = path.join(folder, 'more.csv');
    await writeFile(file, `${text}${cells.join(',')}\r\n`);
    const copy = path.join(folder, 'more');
    await cp(data, copy, { recursive: true });
    const imported = await importSheet({
      data: copy,
      file,
      removeMissing: false,
      write: true,
      dryRun: false,
    });
    expect(changes(imported)).toEqual(['event-added ride-a-velo-po-gorodu']);
    const { themes } = await readProgramme(copy, 'draft');
    expect(themes[1]?.events.at(-1)).toEqual({
      id: 'ride-a-velo-po-gorodu',
      category: 'Cycling',
      bodies: { first: 'Town Alpha' },
      regions: { first: ['XA-1'], second: 'not-named' },
      title: 'Ride: à vélo, по городу',
      date: 'Quarter 2',
      when: '2030-34',
    });
    const [before, after] = await Promise.all(
      [data, copy].map((dir) => readFile(path.join(dir, 'events', 'sport.yaml'), 'utf8')),
    );
    expect(after?.startsWith(before ?? 'x')).toBe(true);
  });

  it('An event whose row is missing is removed only on request', async () => {
    const text = await readFile(csv, 'utf8');
    const file = path.join(folder, 'fewer.csv');
    await writeFile(
      file,
      text
        .split('\r\n')
        .filter((line) => !line.startsWith('beta-run'))
        .join('\r\n'),
    );
    const kept = await importSheet({ data, file, removeMissing: false, write: false, dryRun: true });
    expect([changes(kept), kept.missing]).toEqual([[], ['beta-run']]);
    const removed = await importSheet({ data, file, removeMissing: true, write: false, dryRun: true });
    expect([changes(removed), removed.missing]).toEqual([['event-removed beta-run'], ['beta-run']]);
  });

  it('An event that lost its id is identified by the similarity of its text', async () => {
    const imported = await edited({
      'alpha-beta-concert,culture': ',culture',
      'Concert in two towns': 'Concerts in two towns',
    });
    expect(changes(imported).map((change) => change.split(' ').slice(1).join(' '))).toEqual([
      'alpha-beta-concert title',
    ]);
  });

  it('An event that moves to another theme keeps its comments in the file', async () => {
    const copy = path.join(folder, 'moved');
    await cp(data, copy, { recursive: true });
    const imported = await edited(
      { 'alpha-exhibition,culture': 'alpha-exhibition,sport' },
      { write: true, data: copy },
    );
    expect(imported.written).toBe(true);
    expect(changes(imported)).toEqual(['event-moved alpha-exhibition']);
    const [culture, sport] = await Promise.all(
      ['culture', 'sport'].map((name) => readFile(path.join(copy, 'events', `${name}.yaml`), 'utf8')),
    );
    expect(culture).not.toContain('alpha-exhibition');
    expect(sport).toContain(
      '# Status printed with the event: cancelled, postponed or sold-out.\n  status: postponed\n',
    );
  });

  it('If the words of a date change, the EDTF date also changes, unless the new words are only less exact', async () => {
    const moved = await edited({ '9–19 December 2030': '3 May 2030' });
    expect(changes(moved).map((change) => change.split(' ').at(-1))).toEqual(['date']);
    expect(moved.remarks.map(({ message }) => message)).toEqual([
      'the date in calendars changes with the date in words: from 2030-12-09/2030-12-19 to 2030-05-03',
    ]);
    const vague = await edited({ '9–19 December 2030': 'Semester 2' });
    expect(changes(vague).map((change) => change.split(' ').at(-1))).toEqual(['date']);
    const unread = await edited({ '9–19 December 2030': 'when the snow comes' });
    expect(changes(unread).map((change) => change.split(' ').at(-1))).toEqual(['date']);
    expect(unread.remarks[0]?.message).toMatch(
      /^the date "when the snow comes" is printed as written, but not added to calendars: /,
    );
  });
});
