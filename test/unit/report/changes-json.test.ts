import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHANGE_KINDS } from '../../../src/model/change-kinds.ts';
import { changesAsJson } from '../../../src/report/changes-json.ts';
import { comparison, same } from './changes-example.ts';

test('The JSON report contains the comparison, a version number and counts', () => {
  expect(JSON.parse(changesAsJson(comparison))).toEqual({
    version: 2,
    ...comparison,
    counts: { major: 6, minor: 2, typographic: 1, approved: 1 },
  });
});

test('An edition compared with itself has no changes', () => {
  expect(JSON.parse(changesAsJson(same))).toMatchObject({
    version: 2,
    changes: [],
    untracked: [],
    counts: { major: 0, minor: 0, typographic: 0, approved: 0 },
  });
});

const guide = readFileSync(new URL('../../../docs/diff-json.md', import.meta.url), 'utf8');

/** Every key of a value at any depth, except keys that are data. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'regions' ? [key] : [key, ...keysOf(item)]));
}

test('The guide documents every key of the JSON report', () => {
  const keys = new Set(keysOf(JSON.parse(changesAsJson(comparison))));
  expect([...keys].filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
});

test('The guide documents every kind of change with its severity', () => {
  const rows = [...guide.matchAll(/^\| `([a-z-]+)` \| (major|minor|typographic) \|/gm)].map(
    ([, kind, severity]) => [kind, severity],
  );
  expect(Object.fromEntries(rows)).toEqual(CHANGE_KINDS);
});
