import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withIdsOf } from '../../../src/exchange/align.ts';
import { openProgramme } from '../../../src/exchange/places.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { withChanges } from '../../../src/proposal/accept.ts';
import { changesBetween } from '../../../src/proposal/changes.ts';
import { standingOf } from '../../../src/proposal/decide.ts';
import { type Proposal, ProposalSchema } from '../../../src/proposal/schema.ts';
import { rule } from '../../../src/proposal/verdicts.ts';
import { withParts } from '../../support/parts.ts';
import { runs } from '../../support/property-runs.ts';
import { edits } from '../support/edits.ts';
import { normal } from '../support/normal.ts';
import { edition1 } from '../support/programmes.ts';

const JUDGE = { by: 'A. Editor', date: '2030-01-02' };

const proposalOf = (base: Programme, theirs: Programme): { proposal: Proposal; byHand: unknown[] } => {
  const { changes, byHand } = changesBetween(base, withIdsOf(base, theirs).programme);
  const origin = { file: 'copy', sum: '0'.repeat(64), date: '2030-01-01', base: 'edition 1' };
  return { proposal: ProposalSchema.parse({ format: 1, origin, changes }), byHand };
};

/** The visible state of the events: their order and fields. */
const events = (programme: Programme) =>
  normal(
    programme.themes.map(({ theme, events: own }) => ({ theme: theme.id, events: own })),
    programme.config.language,
  );

const all = (proposal: Proposal, verdict: 'accepted' | 'refused' | 'open') =>
  proposal.changes.map(({ id }) => ({ id, verdict }));

test('Signatures and portraits in an edited copy can be proposed and accepted, and nothing remains to be done by hand', () => {
  const signed = (name: string, portrait?: string): Programme =>
    withParts(edition1, {}, ['cover', { id: 'foreword', signatures: [{ name, portrait }] }, 'themes']);
  const [base, theirs] = [signed('Anne Exemple'), signed('Paul Exemple', 'Paul (pictures/paul.png)')];
  const { proposal, byHand } = proposalOf(base, theirs);
  expect(byHand).toEqual([]);
  expect(proposal.changes.map(({ field }) => field)).toEqual([
    'signatures.foreword.1.name',
    'signatures.foreword.1.portrait',
  ]);
  const ruled = rule(base, proposal, all(proposal, 'accepted'), JUDGE);
  expect(normal(ruled.programme.config, 'en')).toEqual(normal(theirs.config, 'en'));
});

describe('Proposal of random edits', () => {
  test('Accepting all changes in a proposal results in the edited texts', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const theirs = edit(edition1);
        const { proposal, byHand } = proposalOf(edition1, theirs);
        const ruled = rule(edition1, proposal, all(proposal, 'accepted'), JUDGE);
        if (byHand.length > 0) return;
        expect(ruled.problems).toEqual([]);
        expect(events(ruled.programme)).toEqual(events(withIdsOf(edition1, theirs).programme));
        expect(normal({ ...ruled.programme.config, date: '' }, 'en')).toEqual(
          normal({ ...theirs.config, date: '' }, 'en'),
        );
      }),
      { numRuns: runs(60) },
    );
  });

  test('Rejecting a proposal changes nothing, and accepting it twice has the same result as accepting it once', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { proposal } = proposalOf(edition1, edit(edition1));
        expect(rule(edition1, proposal, all(proposal, 'refused'), JUDGE).programme).toEqual(edition1);
        const once = rule(edition1, proposal, all(proposal, 'accepted'), JUDGE);
        expect(rule(once.programme, once.proposal, all(proposal, 'accepted'), JUDGE)).toEqual(once);
        const draft = openProgramme(once.programme);
        for (const change of once.proposal.changes)
          if (change.verdict === 'accepted' && change.kind !== 'event-moved')
            expect(standingOf(change, draft)).toEqual({ state: 'done' });
      }),
      { numRuns: runs(30) },
    );
  });

  test('Accepting some changes in a proposal and then undoing them restores the draft', () => {
    fc.assert(
      fc.property(edits, fc.infiniteStream(fc.boolean()), (edit, coins) => {
        const { proposal } = proposalOf(edition1, edit(edition1));
        const part = all(proposal, 'accepted').filter(() => coins.next().value === true);
        const ruled = rule(edition1, proposal, part, JUDGE);
        const back = rule(ruled.programme, ruled.proposal, all(proposal, 'open'), JUDGE);
        expect(back.problems).toEqual([]);
        expect(back.proposal).toEqual(proposal);
        expect(normal(back.programme.config, 'en')).toEqual(normal(edition1.config, 'en'));
        const sorted = (programme: Programme): unknown =>
          programme.themes.flatMap(({ events: own }) => own).sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(normal(sorted(back.programme), 'en')).toEqual(normal(sorted(edition1), 'en'));
      }),
      { numRuns: runs(50) },
    );
  });
});

test('A change made only in the draft is preserved, and changes to the same text in both the copy and the draft cause a conflict with three texts', () => {
  const [theme] = edition1.themes;
  const [event] = theme?.events ?? [];
  if (event === undefined) throw new Error('edition 1 has events');
  const saying = (title: string, date: string): Programme => ({
    ...edition1,
    themes: edition1.themes.map((item) =>
      item === theme
        ? {
            theme: item.theme,
            events: item.events.map((own) => (own === event ? { ...own, title, date } : own)),
          }
        : item,
    ),
  });
  const base = saying('Ball', 'May');
  const ours = saying('Our ball', 'June');
  const { proposal } = proposalOf(base, saying('Their ball', 'May'));
  expect(proposal.changes.map(({ field, base: before, theirs }) => [field, before, theirs])).toEqual([
    ['title', 'Ball', 'Their ball'],
  ]);
  const [change] = proposal.changes;
  if (change === undefined) throw new Error('a change was proposed');
  expect(standingOf(change, openProgramme(ours))).toEqual({ state: 'conflict', ours: 'Our ball' });
  expect(standingOf(change, openProgramme(base))).toEqual({ state: 'proposed' });
  const ruled = rule(ours, proposal, [{ id: change.id, verdict: 'accepted' }], JUDGE);
  expect(withChanges(ours, proposal.changes)).toEqual(ruled.programme);
  expect(ruled.proposal.changes[0]?.was).toBe('Our ball');
  expect(
    events(rule(ruled.programme, ruled.proposal, [{ id: change.id, verdict: 'open' }], JUDGE).programme),
  ).toEqual(events(ours));
});

describe('Event moved within its theme', () => {
  const reordered = (order: (ids: readonly string[]) => readonly string[]): Programme => ({
    ...edition1,
    themes: edition1.themes.map(({ theme, events: own }, index) => ({
      theme,
      events:
        index > 0
          ? own
          : order(own.map(({ id }) => id)).flatMap((id) => own.find((event) => event.id === id) ?? []),
    })),
  });
  const [theme] = edition1.themes;
  const moves: [string, (ids: readonly string[]) => readonly string[]][] = [
    ['from the first place to the last', ([first = '', ...rest]) => [...rest, first]],
    ['from the last place to the first', (ids) => [ids.at(-1) ?? '', ...ids.slice(0, -1)]],
    ['from the middle to the end', (ids) => [...ids.slice(0, 2), ...ids.slice(3), ids[2] ?? '']],
  ];

  test.each(moves)('Undoing a move restores the order of the events: %s', (_, order) => {
    const { proposal } = proposalOf(edition1, reordered(order));
    expect(proposal.changes.map(({ kind }) => kind)).toEqual(['event-moved']);
    const ruled = rule(edition1, proposal, all(proposal, 'accepted'), JUDGE);
    expect(events(ruled.programme)).toEqual(events(reordered(order)));
    const back = rule(ruled.programme, ruled.proposal, all(proposal, 'open'), JUDGE);
    expect([back.problems, events(back.programme)]).toEqual([[], events(edition1)]);
  });

  test('Undoing a move does not move the event if the draft has since moved it to another theme', () => {
    const { proposal } = proposalOf(
      edition1,
      reordered(([first = '', ...rest]) => [...rest, first]),
    );
    const ruled = rule(edition1, proposal, all(proposal, 'accepted'), JUDGE);
    const [moved] = theme?.events ?? [];
    const since: Programme = {
      ...ruled.programme,
      themes: ruled.programme.themes.map(({ theme: own, events: listed }, index) => ({
        theme: own,
        events: [
          ...listed.filter((event) => event.id !== moved?.id),
          ...(index === 1 && moved ? [moved] : []),
        ],
      })),
    };
    const back = rule(since, ruled.proposal, all(proposal, 'open'), JUDGE);
    expect(back.problems.map(({ at }) => at)).toEqual([{ event: moved?.id }]);
    expect(back.programme).toEqual(since);
  });
});
