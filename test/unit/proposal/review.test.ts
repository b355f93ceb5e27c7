import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentsOn } from '../../../src/commands/check.ts';
import { exportSheet } from '../../../src/commands/export.ts';
import { propose } from '../../../src/commands/propose.ts';
import { remaindersOf, review } from '../../../src/commands/review.ts';
import { audienceOf } from '../../../src/compare/index.ts';
import { UserError } from '../../../src/errors.ts';
import { proposalNotes, remaindersText } from '../../../src/report/proposal-text.ts';
import { folderWithData, replaced, smallFile } from '../../support/dataset-folder.ts';
import { editFile, holdEdition } from '../../support/frozen.ts';
import { runInProcess } from '../../support/run-programme.ts';

const DATE = '2030-01-02';
const JUDGE = { by: 'A. Editor', date: DATE };

/** A data folder, and a copy of it with changed files. */
function withCopy(changes: Readonly<Record<string, string>>): { data: string; copy: string } {
  const folder = folderWithData();
  const data = path.join(folder, 'data');
  const copy = path.join(folder, 'copy');
  cpSync(data, copy, { recursive: true });
  for (const [name, text] of Object.entries(changes)) writeFileSync(path.join(copy, name), text);
  return { data, copy };
}

const read = (data: string, name: string): string => readFileSync(path.join(data, name), 'utf8');

describe('Review of an edited copy of the dataset', () => {
  const music = replaced(
    replaced(smallFile('events/music.yaml'), 'title: Spring concert', 'title: Spring recital'),
    'date: Quarter 3',
    'date: October',
  );
  const programme = replaced(smallFile('programme.yaml'), 'heading: Date }', 'heading: Days }');

  test('Accepting a change edits only the lines of the change, and this can be undone', async () => {
    const { data, copy } = withCopy({ 'events/music.yaml': music, 'programme.yaml': programme });
    const found = await propose({ data, source: copy, date: DATE, write: true });
    expect(found.changes.map(({ of, field, base, theirs }) => [of, field, base, theirs])).toEqual([
      [undefined, 'columns.date', 'Date', 'Days'],
      ['spring-concert', 'title', 'Spring concert', 'Spring recital'],
      ['autumn-concert', 'date', 'Quarter 3', 'October'],
    ]);
    const ids = found.changes.map(({ id }) => id);
    await review({ data, name: 'copy', accept: ids, ...JUDGE });
    expect(read(data, 'events/music.yaml')).toBe(music);
    expect(read(data, 'programme.yaml')).toBe(programme);
    await review({ data, name: 'copy', reopen: ids, ...JUDGE });
    expect(read(data, 'events/music.yaml')).toBe(smallFile('events/music.yaml'));
  });

  test('Importing a copy a second time results in no new changes, and rejected changes are not proposed again', async () => {
    const { data, copy } = withCopy({ 'events/music.yaml': music });
    const first = await propose({ data, source: copy, date: DATE, write: true });
    const second = await propose({ data, source: copy, date: DATE, write: true });
    expect([first.file, second.file, second.changes, second.known]).toEqual([
      path.join(data, 'proposals/copy.yaml'),
      undefined,
      [],
      2,
    ]);
    const [title, date] = first.changes.map(({ id }) => id);
    await review({ data, name: 'copy', accept: [title ?? ''], refuse: [date ?? ''], ...JUDGE });
    writeFileSync(
      path.join(copy, 'events/sport.yaml'),
      smallFile('events/sport.yaml').replace('June', 'July'),
    );
    const third = await propose({ data, source: copy, date: DATE, write: true });
    expect([third.name, third.done, third.known, third.changes.map(({ of }) => of)]).toEqual([
      'copy-2',
      0,
      1,
      ['regatta'],
    ]);
  });

  test('Accepting all changes leaves conflicts open; a conflict can be accepted only by its id', async () => {
    const { data, copy } = withCopy({ 'events/music.yaml': music });
    const { changes } = await propose({ data, source: copy, date: DATE, write: true });
    const ours = replaced(smallFile('events/music.yaml'), 'title: Spring concert', 'title: Our concert');
    writeFileSync(path.join(data, 'events/music.yaml'), ours);
    const all = await review({ data, name: 'copy', acceptAll: true, ...JUDGE });
    expect(all.proposal.changes.map(({ verdict }) => verdict)).toEqual(['open', 'accepted']);
    const [conflict] = changes;
    await review({ data, name: 'copy', accept: [conflict?.id ?? ''], ...JUDGE });
    expect(read(data, 'events/music.yaml')).toBe(music);
    await review({ data, name: 'copy', reopen: [conflict?.id ?? ''], ...JUDGE });
    expect(read(data, 'events/music.yaml')).toBe(replaced(music, 'Spring recital', 'Our concert'));
  });

  test('A change that would make the draft invalid is rejected, and nothing is written', async () => {
    const { data, copy } = withCopy({ 'events/sport.yaml': '[]\n' });
    const { changes } = await propose({ data, source: copy, date: DATE, write: true });
    writeFileSync(path.join(data, 'events/music.yaml'), '[]\n');
    const accepted = review({ data, name: 'copy', accept: changes.map(({ id }) => id), ...JUDGE });
    await expect(accepted).rejects.toThrow(UserError);
    expect(read(data, 'events/sport.yaml')).toBe(smallFile('events/sport.yaml'));
  });

  test('Verdicts require a name and an existing proposal', async () => {
    const { data, copy } = withCopy({ 'events/music.yaml': music });
    await propose({ data, source: copy, date: DATE, write: true });
    const nobody = review({ data, name: 'copy', accept: ['000000000000'], date: DATE });
    await expect(nobody).rejects.toThrow('a verdict needs the name of the person who decides');
    await expect(review({ data, name: 'paste', date: DATE })).rejects.toThrow('there is no proposal "paste"');
    const { problems } = await review({ data, name: 'copy', accept: ['000000000000'], ...JUDGE });
    expect(problems.map(({ message }) => message)).toEqual(['the proposal has no change 000000000000']);
  });
});

test('An exported spreadsheet that has been edited can be imported as a proposal', async () => {
  const { data } = withCopy({});
  const sheet = path.join(data, '..', 'events.csv');
  await exportSheet({ data, edition: 'draft', file: sheet });
  writeFileSync(sheet, replaced(readFileSync(sheet, 'utf8'), 'Choir of the choirs', 'Choir of all choirs'));
  const { changes, file } = await propose({ data, source: sheet, date: DATE, write: true });
  expect(changes.map(({ of, field, base, theirs }) => [of, field, base, theirs])).toEqual([
    ['choir', 'title', 'Choir of the choirs', 'Choir of all choirs'],
  ]);
  expect(file).toBe(path.join(data, 'proposals/events.yaml'));
  expect(read(data, 'events/music.yaml')).toBe(smallFile('events/music.yaml'));
});

test('The words that differ in a conflict are marked, and the rest of a long text is omitted', async () => {
  const long = 'Both orchestras play in the open air, with works of six centuries. '.repeat(12).trim();
  const ours = long.replace('six centuries', 'seven centuries');
  const text = (words: string): string =>
    replaced(smallFile('events/music.yaml'), 'Concert of both orchestras – in the open', words);
  const { data, copy } = withCopy({});
  writeFileSync(path.join(data, 'events/music.yaml'), text(long));
  writeFileSync(path.join(copy, 'events/music.yaml'), text(long.replace('Both', 'Two')));
  writeFileSync(path.join(data, 'events/music.yaml'), text(ours));
  const { changes, comparison } = await propose({ data, source: copy, date: DATE, write: false });
  const [change] = changes;
  if (change === undefined) throw new Error('no change');
  const reader = audienceOf(comparison, 'en', false);
  const conflict = { ...change, base: long };
  expect(proposalNotes(conflict, reader, { state: 'conflict', ours })).toEqual([
    'CONFLICT: the draft has changed it as well: Both orchestras play in the open air, with works of six centuries. Both orchestras play in the open air, with works … → Both orchestras play in the open air, with works of seven centuries. Both orchestras play in the open air, with works …',
  ]);
  const { lang: _, ...others } = change;
  const regions = { ...others, field: 'regions.north', base: 'AA-HIL' };
  expect(proposalNotes(regions, reader, { state: 'conflict', ours: 'not-named' })).toEqual([
    'CONFLICT: the draft has changed it as well: Hill Region → No place named',
  ]);
});

test('Comments and unplaced text are no longer listed after they were marked as done', async () => {
  const { data, copy } = withCopy({
    'events/sport.yaml': replaced(smallFile('events/sport.yaml'), 'June', 'July'),
  });
  await propose({ data, source: copy, date: DATE, write: true });
  const file = path.join(data, 'proposals/copy.yaml');
  const text = readFileSync(file, 'utf8').replace(
    'comments: []',
    'comments:\n  - words: Is that so?\n  - words: Call me.',
  );
  writeFileSync(file, text);
  const { proposal } = await review({ data, name: 'copy', date: DATE });
  const [first] = remaindersOf(proposal);
  await review({ data, name: 'copy', tickOff: [first?.id ?? ''], ...JUDGE });
  const { proposal: now } = await review({ data, name: 'copy', date: DATE });
  expect(now.comments.map(({ done }) => done)).toEqual([JUDGE, undefined]);
  expect((await commentsOn(data)).map(({ words }) => words)).toEqual(['Call me.']);
  expect(remaindersText('comments:', now.comments, new Map())).toEqual([
    'comments:',
    '  Call me.',
    'comments: 1 done',
  ]);
});

describe('Review on the command line', () => {
  test('`import --write` accepts a stored proposal', async () => {
    const music = replaced(smallFile('events/music.yaml'), 'title: Spring concert', 'title: Spring recital');
    const { data, copy } = withCopy({ 'events/music.yaml': music });
    const run = (...args: string[]) => runInProcess([...args, '--data', data], { cwd: path.dirname(data) });
    expect(await run('import', copy, '--propose')).toMatchObject({ code: 0 });
    expect(read(data, 'events/music.yaml')).toBe(smallFile('events/music.yaml'));
    const { code, stderr } = await run('import', copy, '--write', '--by', 'A. Editor');
    expect([code, stderr]).toEqual([0, expect.stringContaining('copy has no open changes')]);
    expect(read(data, 'events/music.yaml')).toBe(music);
  });

  test('`review` without the name of a proposal prints the number of open changes and the commands for them', async () => {
    const { data } = withCopy({});
    holdEdition(data);
    editFile(path.join(data, 'events/sport.yaml'), 'date: June', 'date: July');
    editFile(path.join(data, 'events/sport.yaml'), 'title: Regatta', 'title: Regatta of the four');
    const { code, stdout } = await runInProcess(['review', '--data', data], { cwd: path.dirname(data) });
    const [first, ...others] = stdout.trimEnd().split('\n');
    expect([code, first, others.length]).toEqual([
      0,
      '2 changes since edition 1, 2 not approved: 2 major, 0 minor, 0 typographic',
      1,
    ]);
    const refusal = await runInProcess(
      ['review', '--data', data, '--refuse', 'ffffffffffff', '--by', 'A. Editor'],
      { cwd: path.dirname(data) },
    );
    expect([refusal.code, refusal.stderr]).toEqual([2, expect.stringContaining('no change ffffffffffff')]);
  });
});
