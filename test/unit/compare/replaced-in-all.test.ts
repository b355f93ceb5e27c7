import { expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/index.ts';
import { groupedReplacements } from '../../../src/compare/replaced-in-all.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { changesAsMarkdown } from '../../../src/report/changes-markdown.ts';
import { changesAsText } from '../../../src/report/changes-text.ts';
import { edition1 } from '../support/programmes.ts';

/** A programme of events in these rooms. */
function programmeIn(rooms: readonly string[]): Programme {
  const theme = { id: 'talks', title: 'Talks', columns: ['title', 'room'], carry: false };
  const events = rooms.map((room, index) => ({
    id: `talk-${index + 1}`,
    title: `Talk ${index + 1} of ${rooms.length}`,
    bodies: {},
    regions: {},
    room,
  }));
  return {
    ...edition1,
    config: {
      ...edition1.config,
      fields: [
        { id: 'title', kind: 'title' },
        { id: 'room', kind: 'text', heading: 'Room' },
      ],
      themes: [theme],
    },
    themes: [{ theme, events }],
  };
}

const compared = (before: readonly string[], after: readonly string[]): Comparison =>
  compare(programmeIn(before), programmeIn(after));

const MOVED = compared(['Mill', 'Barn', 'Mill', 'Mill'], ['Forge', 'Barn', 'Forge', 'Forge']);

test('If a value was replaced in all events that had it, the change is displayed once, with a list of these events', () => {
  const text = changesAsText(MOVED, { lang: 'en', colour: false, hasIds: true });
  const prints = MOVED.changes.map(({ fingerprint }) => fingerprint);
  expect(prints).toHaveLength(3);
  expect(text.split('\n').slice(2)).toEqual([
    '',
    'Replaced throughout',
    '  1. Talk 1 of 4; 3. Talk 3 of 4; 4. Talk 4 of 4',
    `    Room (major, text-changed, ${prints.join(', ')})`,
    '      - Mill',
    '      + Forge',
    '',
  ]);
  const markdown = changesAsMarkdown(MOVED, 'en');
  expect(markdown.match(/<del>Mill<\/del><ins>Forge<\/ins>/g)).toHaveLength(1);
  expect(markdown).toContain('| Replaced throughout | 3 | 0 | 0 | 3 |');
});

test.each([
  ['one event keeps the value', ['Mill', 'Mill', 'Mill'], ['Forge', 'Forge', 'Mill']],
  ['one event has yet another value', ['Mill', 'Mill', 'Mill'], ['Forge', 'Forge', 'Barn']],
  ['no other event had the value', ['Mill', 'Barn'], ['Forge', 'Barn']],
])('Replacements of a value are displayed as separate changes if %s', (_, before, after) => {
  const { changes } = compared(before, after);
  expect(groupedReplacements(changes)).toHaveLength(changes.length);
});

test('Approved and unapproved changes are not displayed as one change', () => {
  const [first, ...rest] = MOVED.changes;
  const approved = first === undefined ? [] : [{ ...first, approval: { by: 'A. B.', date: '2021-04-01' } }];
  expect(groupedReplacements([...approved, ...rest]).map((own) => own.length)).toEqual([1, 2]);
});

test('When changes are displayed as one change, each event retains its own change, fingerprint and severity', () => {
  expect(MOVED.changes.map(({ id, severity }) => [id, severity])).toEqual([
    ['talk-1', 'major'],
    ['talk-3', 'major'],
    ['talk-4', 'major'],
  ]);
});
