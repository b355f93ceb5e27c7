import { describe, expect, test } from 'vitest';
import { extractIn, whichExtract } from '../../../src/commands/extracts.ts';
import { ApprovalsFileSchema, markApproved } from '../../../src/compare/approvals.ts';
import { compare } from '../../../src/compare/compare.ts';
import { countAtLeast, restrictTo, severityCounts } from '../../../src/compare/select.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { edition1, withEvent } from '../support/programmes.ts';

const edit = (programme: Programme, id: string, title: string): Programme =>
  withEvent(programme, id, (event) => ({ ...event, title }));

/** A major, a minor and a typographic change, and one of the programme. */
const edited = [
  (programme: Programme) =>
    withEvent(programme, 'nancy-krasnodar-saint-nicolas', (event) => ({
      ...event,
      status: 'cancelled' as const,
    })),
  (programme: Programme) => edit(programme, 'toulouse-samara-partnership', 'Toulouse and Samara'),
  (programme: Programme) => edit(programme, 'north-ossetia-wrestling', 'WRESTLING'),
  (programme: Programme): Programme => ({
    ...programme,
    config: { ...programme.config, contents: 'Events, theme by theme:' },
  }),
].reduce((programme, change) => change(programme), edition1);

const comparison = compare(edition1, edited);
/** The changes between two editions that concern a region. */
const inRegion = (old: Programme, now: Programme, value: string) => {
  const extract = whichExtract(now, { by: 'region', value });
  return restrictTo(compare(old, now), { old: extractIn(old, extract).events, new: extract.events }).changes;
};
const ids = (changes: typeof comparison.changes): (string | undefined)[] => changes.map(({ id }) => id);

test('Changes are counted by severity', () => {
  expect(severityCounts(comparison.changes)).toEqual({ major: 1, minor: 2, typographic: 1 });
  expect(countAtLeast(comparison, 'major')).toBe(1);
  expect(countAtLeast(comparison, 'minor')).toBe(3);
  expect(countAtLeast(comparison, 'typographic')).toBe(4);
});

describe('Comparison for one region', () => {
  test('The comparison for a region contains the changes to its events and to the programme', () => {
    expect(ids(inRegion(edition1, edited, 'RU-SAM'))).toEqual([undefined, 'toulouse-samara-partnership']);
    expect(ids(inRegion(edition1, edited, 'FR-GES'))).toEqual([undefined, 'nancy-krasnodar-saint-nicolas']);
  });

  test('The comparison for a region contains the changes to events that concern the whole side of the region', () => {
    const { regions } = edition1.themes[3]?.events[4] ?? {};
    expect(regions).toEqual({ french: ['FR-PAC'], russian: 'all-regions' });
    const after = edit(edition1, 'nice-french-tech', 'Startups');
    expect(inRegion(edition1, after, 'RU-KAM')).toHaveLength(1);
    expect(inRegion(edition1, after, 'FR-BRE')).toHaveLength(0);
  });

  test('The comparison for a region contains only the untracked differences of events in that region', () => {
    const accept = [{ rule: 'spelling', words: 'Samara', reason: 'a name' }];
    const after = withEvent(edition1, 'toulouse-samara-partnership', (event) => ({ ...event, accept }));
    const differences = (value: string) => {
      const extract = whichExtract(after, { by: 'region', value });
      const events = { old: extractIn(edition1, extract).events, new: extract.events };
      return restrictTo(compare(edition1, after), events).untracked.map(({ id, field }) => [id, field]);
    };
    expect(differences('RU-SAM')).toEqual([['toulouse-samara-partnership', 'accept']]);
    expect(differences('FR-BRE')).toEqual([]);
  });

  test('The comparison for a region contains the change to an event that moved to another region', () => {
    const id = 'toulouse-samara-partnership';
    const after = withEvent(edition1, id, (event) => ({
      ...event,
      regions: { ...event.regions, russian: ['RU-MOW'] },
    }));
    expect(ids(inRegion(edition1, after, 'RU-SAM'))).toEqual([id]);
  });
});

describe('Approvals', () => {
  const [, change] = comparison.changes;
  const fingerprint = change?.fingerprint ?? '';

  test('An approved change is marked, and is not counted among the open changes', () => {
    const approvals = [{ fingerprint, by: 'The editor', date: '2021-05-03', note: 'Agreed by telephone.' }];
    const marked = markApproved(comparison, approvals);
    expect(marked.changes[1]).toEqual({
      ...change,
      approval: { by: 'The editor', date: '2021-05-03', note: 'Agreed by telephone.' },
    });
    expect(marked.changes.filter(({ approval }) => approval !== undefined)).toHaveLength(1);
    expect(countAtLeast(marked, 'typographic')).toBe(3);
    expect(countAtLeast(comparison, 'typographic')).toBe(4);
  });

  test('The approval of a different change has no effect', () => {
    const approvals = [{ fingerprint: '000000000000', by: 'The editor', date: '2021-05-03' }];
    expect(markApproved(comparison, approvals)).toEqual(comparison);
  });

  test.each([
    ['a short fingerprint', { fingerprint: 'abc', by: 'X', date: '2021-05-03' }],
    ['a number', { fingerprint: 123456789012, by: 'X', date: '2021-05-03' }],
    ['an impossible date', { fingerprint: 'abcdef012345', by: 'X', date: '2021-02-30' }],
    ['nobody', { fingerprint: 'abcdef012345', date: '2021-05-03' }],
    ['an unknown key', { fingerprint: 'abcdef012345', by: 'X', date: '2021-05-03', who: 'Y' }],
  ])('An approval that has %s is rejected', (_, approval) => {
    expect(ApprovalsFileSchema.safeParse([approval]).success).toBe(false);
  });
});
