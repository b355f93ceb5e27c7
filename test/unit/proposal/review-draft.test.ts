import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/commands/import-source.ts';
import { open } from '../../../src/commands/open.ts';
import { propose } from '../../../src/commands/propose.ts';
import { review } from '../../../src/commands/review.ts';
import { reviewDraft } from '../../../src/commands/review-draft.ts';
import { writeReviewSheet } from '../../../src/commands/review-subject.ts';
import type { Change } from '../../../src/compare/change.ts';
import { UserError } from '../../../src/errors.ts';
import { copyOf, editFile, FIT, holdEdition } from '../../support/frozen.ts';

const CALL = { by: 'A. Editor', date: '2030-03-04' };

/** A data folder with an edition and a draft that differs from it; frozen once for all tests. */
let editions: string;

beforeAll(() => {
  editions = mkdtempSync(path.join(tmpdir(), 'programme-test-'));
  cpSync('test/fixtures/small-dataset', editions, { recursive: true });
  for (const [name, words] of Object.entries(FIT)) writeFileSync(path.join(editions, name), words);
  holdEdition(editions);
  editFile(
    path.join(editions, 'events/sport.yaml'),
    'date: June\n  when: "2030-06"',
    'date: July\n  when: "2030-07"',
  );
  editFile(
    path.join(editions, 'events/music.yaml'),
    'title: Choir of the choirs',
    'title: Choir of all choirs',
  );
});
afterAll(() => rmSync(editions, { recursive: true }));

const text = (data: string): string => readFileSync(path.join(data, 'approvals.yaml'), 'utf8');

describe('Changes since the last edition', () => {
  test('A date in words and as EDTF counts as one change, whose approval is appended to the existing file', async () => {
    const data = copyOf(editions);
    writeFileSync(
      path.join(data, 'approvals.yaml'),
      '# Who may: the editor.\n- { fingerprint: "0123456789ab", by: X, date: 2030-01-01 }\n',
    );
    const { edition, comparison } = await reviewDraft({ data, date: CALL.date });
    const fields = comparison?.changes.map(({ field, fingerprint }) => [field, fingerprint] as const) ?? [];
    expect([edition, fields.map(([field]) => field)]).toEqual(['1', ['title', 'date']]);
    const [title, date] = fields.map(([, fingerprint]) => fingerprint);
    const found = await reviewDraft({ data, accept: [date ?? ''], why: 'They called.', ...CALL });
    expect(found.accepted).toEqual([date]);
    expect(
      text(data).startsWith(
        '# Who may: the editor.\n- { fingerprint: "0123456789ab", by: X, date: 2030-01-01 }\n',
      ),
    ).toBe(true);
    const after = await reviewDraft({ data, date: CALL.date });
    expect(after.comparison?.changes.map(({ approval }) => approval?.note)).toEqual([
      undefined,
      'They called.',
    ]);
    await reviewDraft({ data, accept: [title ?? '', date ?? ''], ...CALL });
    expect(text(data).match(/fingerprint/g)).toHaveLength(3);
  });

  test('Approvals can be written to a file that is missing, empty or in flow style', async () => {
    for (const before of [
      undefined,
      '# none yet',
      '[]\n',
      '[{ fingerprint: "0123456789ab", by: X, date: "2030-01-01" }]\n',
    ]) {
      const data = copyOf(editions);
      if (before !== undefined) writeFileSync(path.join(data, 'approvals.yaml'), before);
      const { comparison } = await reviewDraft({ data, date: CALL.date });
      const ids = comparison?.changes.map(({ fingerprint }) => fingerprint) ?? [];
      const { accepted, problems } = await reviewDraft({ data, accept: [...ids, 'ffffffffffff'], ...CALL });
      expect([accepted, problems.length]).toEqual([ids, 1]);
      const { comparison: after } = await reviewDraft({ data, date: CALL.date });
      expect(after?.changes.every(({ approval }) => approval?.by === CALL.by)).toBe(true);
    }
  });

  test('An approval needs a name', async () => {
    await expect(
      reviewDraft({ data: copyOf(editions), allTypographic: true, accept: [], date: CALL.date }),
    ).resolves.toBeDefined();
    const { comparison } = await reviewDraft({ data: editions, date: CALL.date });
    const id = comparison?.changes[0]?.fingerprint ?? '';
    await expect(reviewDraft({ data: editions, accept: [id], date: CALL.date })).rejects.toThrow(UserError);
  });
});

test('A review sheet lists all changes, and importing it accepts those marked as accepted', async () => {
  const data = copyOf(editions);
  const copy = copyOf(data);
  editFile(path.join(copy, 'events/music.yaml'), 'title: Spring concert', 'title: Spring recital');
  editFile(path.join(copy, 'events/sport.yaml'), 'north: Hillton', 'north: Hilltown');
  await propose({ data, source: copy, date: CALL.date, write: true });
  const found = await review({ data, name: 'data', date: CALL.date });
  const sheet = path.join(data, '..', 'verdicts.xlsx');
  const [first] = found.proposal.changes;
  const rowNotes = ({ fingerprint: id }: Change) =>
    id === first?.id
      ? ({ canRefuse: true, draft: '', by: '', why: 'Agreed.', verdict: 'accept' } as const)
      : ({ canRefuse: true, draft: '', by: '', why: '', verdict: '' } as const);
  const { draft, comparison } = found;
  await writeReviewSheet(sheet, { name: 'data', draft, comparison, rowNotes }, data);
  const [table] = (await readWorkbook(sheet, {})).sheets;
  expect(
    table?.rows.map(({ cells }) => [2, 3, 5, 6].map((column) => cells.get(column)?.text)).slice(1),
  ).toEqual(
    found.proposal.changes.map(({ of, base, theirs }) => [
      of === 'regatta' ? '4. Regatta' : '1. Spring concert',
      '2',
      base,
      theirs,
    ]),
  );
  const opened = await open(sheet);
  const read = opened.kind === 'verdicts' ? opened.verdicts : undefined;
  expect([read?.subject, read?.lines.map(({ id, verdict, why }) => [id, verdict, why])]).toEqual([
    'data',
    found.proposal.changes.map(({ id }) => [
      id,
      ...(id === first?.id ? ['accept', 'Agreed.'] : [undefined, '']),
    ]),
  ]);
});
