import { describe, expect, test } from 'vitest';
import { markApproved } from '../../../src/compare/approvals.ts';
import { compare } from '../../../src/compare/compare.ts';
import { fingerprintOf, fingerprintsApart } from '../../../src/compare/fingerprint.ts';
import { readable } from '../../../src/compare/readable.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { edition1, withEvents } from '../support/programmes.ts';

const event = (id: string, title: string, description: string, more: Partial<Event> = {}): Event => ({
  id,
  bodies: { french: 'Brest', russian: 'Samara' },
  regions: { french: ['FR-BRE'], russian: ['RU-SAM'] },
  title,
  description,
  ...more,
});
const REGATTA = event('regatta', 'Regatta of old ships', 'Forty wooden boats cross the bay under sail.', {
  date: 'June 2021',
  when: '2021-06',
});
const CHOIR = event('choir', 'Night of choirs', 'Singers of twelve parishes meet in the cathedral at dusk.');
const BREAD = event('bread', 'Bakers’ market', 'Loaves from village ovens are sold on the square.');

const programme = (...events: Event[]): Programme => ({
  ...withEvents(edition1, (own, theme) => (theme === 'sport' ? [...own, ...events] : own)),
  edition: 'draft',
});
const before = { ...programme(REGATTA, CHOIR, BREAD), edition: '1' };
const since = (...events: Event[]) => compare(before, programme(...events));

describe('Date in words with its machine-readable date', () => {
  const moved = { ...REGATTA, date: 'July 2021', when: '2021-07' };
  const comparison = since(moved, CHOIR, BREAD);
  const [change] = comparison.changes;

  test('The date in words and the machine-readable date of an event count as one change in every report and when the change is applied', () => {
    expect(comparison.changes).toHaveLength(1);
    expect(change).toMatchObject({
      kind: 'date-changed',
      severity: 'major',
      field: 'date',
      words: { old: 'June 2021', new: 'July 2021' },
      when: { old: '2021-06', new: '2021-07' },
    });
    const labels = (hasIds: boolean) =>
      readable(comparison, 'en', { hasIds }).groups.flatMap(({ subjects }) =>
        subjects.flatMap(({ changes }) => changes.flatMap(({ parts }) => parts.map(({ label }) => label))),
      );
    expect(labels(true)).toEqual([undefined, 'Date in calendars']);
    expect(labels(false)).toEqual([undefined]);
    const sport = applyChanges(before, comparison).themes.find(({ theme }) => theme.id === 'sport');
    expect(sport?.events.find(({ id }) => id === 'regatta')).toEqual(moved);
  });

  test('A date change is major if the EDTF date changed, even if the words differ only typographically', () => {
    const again = since({ ...REGATTA, date: 'JUNE 2021', when: '2021-07' }, CHOIR, BREAD);
    expect(again.changes.map(({ severity }) => severity)).toEqual(['major']);
  });

  test('A date change counts as approved if the changes to the words and to the EDTF date were approved separately', () => {
    if (change === undefined) throw new Error('no change');
    const apart = fingerprintsApart(change).map((fingerprint) => ({
      fingerprint,
      by: 'A. Editor',
      date: '2021-05-02',
    }));
    expect(markApproved(comparison, apart).changes[0]?.approval?.by).toBe('A. Editor');
    expect(markApproved(comparison, apart).lapsed).toBeUndefined();
    const [words] = apart;
    const half = markApproved(comparison, words === undefined ? [] : [words]);
    expect([half.changes[0]?.approval, half.lapsed]).toEqual([undefined, [words]]);
  });

  test('Two changes that differ only in the EDTF date have different fingerprints', () => {
    const other = since({ ...moved, when: '2021-08' }, CHOIR, BREAD).changes[0];
    expect(other?.words).toEqual(change?.words);
    expect(other?.fingerprint).not.toBe(change?.fingerprint);
  });
});

test('An approval that was given since the old edition but no longer matches a change is reported as lapsed', () => {
  const approval = (date: string) => ({ fingerprint: '0123456789ab', by: 'A. Editor', date, note: 'Yes.' });
  const comparison = since(REGATTA, CHOIR);
  expect(markApproved(comparison, [approval('2021-04-01')]).lapsed).toEqual([approval('2021-04-01')]);
  expect(markApproved(comparison, [approval('2021-03-01')]).lapsed).toBeUndefined();
  const frozen = { ...comparison, new: { ...comparison.new, edition: '2' } };
  expect(markApproved(frozen, [approval('2021-04-01')]).lapsed).toBeUndefined();
  const lapsed = (hasIds: boolean) =>
    readable(markApproved(comparison, [approval('2021-04-01')]), 'fr', { hasIds }).lapsed;
  const words = 'Approuvé par A. Editor, 1er avril 2021';
  expect(lapsed(true)).toEqual([`0123456789ab · ${words}`]);
  expect(lapsed(false)).toEqual([words]);
});

describe('Two events', () => {
  test('Two events that were merged into one are reported as merged', () => {
    const both = {
      ...REGATTA,
      title: 'Regatta of old ships and night of choirs',
      description: `${REGATTA.description}\n${CHOIR.description}`,
    };
    const { changes } = since(both, BREAD);
    expect(changes.map(({ kind, id, mergedInto }) => [kind, id, mergedInto])).toEqual([
      ['title-reworded', 'regatta', undefined],
      ['description-reworded', 'regatta', undefined],
      ['event-merged', 'choir', 'regatta'],
    ]);
    const texts = readable(since(both, BREAD), 'de').groups.flatMap(({ subjects }) =>
      subjects.flatMap(({ changes }) => changes.map(({ headline, note }) => [headline, note])),
    );
    expect(texts.at(-1)).toEqual([
      'Veranstaltung zusammengelegt',
      'mit: Regatta of old ships and night of choirs',
    ]);
  });

  test('Events of a series are not reported as merged if one was removed and another moved to its day', () => {
    const series = (id: string, date: string, when: string): Event =>
      event(id, 'Concert in the market hall', 'The town’s orchestra plays.', { date, when });
    const old = {
      ...programme(series('one', '5 June', '2021-06-05'), series('two', '12 June', '2021-06-12')),
    };
    const { changes } = compare({ ...old, edition: '1' }, programme(series('two', '5 June', '2021-06-05')));
    expect(changes.map(({ kind }) => kind).filter((kind) => kind === 'event-merged')).toEqual([]);
  });

  test('If two events exchanged their titles, this is reported as an exchange', () => {
    const { changes } = since({ ...REGATTA, title: CHOIR.title }, { ...CHOIR, title: REGATTA.title }, BREAD);
    expect(changes.map(({ kind, severity, id, swappedWith }) => [kind, severity, id, swappedWith])).toEqual([
      ['titles-swapped', 'major', 'regatta', 'choir'],
      ['titles-swapped', 'major', 'choir', 'regatta'],
    ]);
  });

  test('If two events exchanged their ids, this is reported as an exchange', () => {
    const { changes } = since({ ...REGATTA, id: 'choir' }, { ...CHOIR, id: 'regatta' }, BREAD);
    expect(changes.map(({ kind, severity, id, swappedWith }) => [kind, severity, id, swappedWith])).toEqual([
      ['ids-swapped', 'minor', 'choir', 'regatta'],
      ['ids-swapped', 'minor', 'regatta', 'choir'],
    ]);
  });

  test('If an event takes the former title of another event, the titles are not reported as exchanged', () => {
    const { changes } = since({ ...REGATTA, title: CHOIR.title }, { ...CHOIR, title: 'Sung night' }, BREAD);
    expect(changes.map(({ kind }) => kind)).toEqual(['title-reworded', 'title-reworded']);
  });
});

test('A change without an EDTF date has the same fingerprint as in earlier versions of the program', () => {
  const change = { kind: 'title-reworded', about: 'event', id: 'x', field: 'title', lang: 'en' } as const;
  expect(fingerprintOf({ ...change, words: { old: 'a', new: 'b' } }, {})).toBe('fd14a127817a');
});
