import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import { newText, oldText } from '../../../src/compare/text-diff.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { applyChanges } from '../../support/apply-changes.ts';
import { runs } from '../../support/property-runs.ts';
import { edits } from '../support/edits.ts';
import { normal } from '../support/normal.ts';
import { draft, edition1 } from '../support/programmes.ts';

/** The compared content: everything except the reference, without the layout of the files. */
const compared = ({ edition, config, themes }: Programme) =>
  normal({ edition, config, themes }, config.language);

describe('Application of a comparison to the old edition', () => {
  test('Applying the changes from edition 1 to the draft reproduces the draft', () => {
    expect(compared(applyChanges(edition1, compare(edition1, draft)))).toEqual(compared(draft));
    expect(compared(applyChanges(draft, compare(draft, edition1)))).toEqual(compared(edition1));
  });

  test('Applying the changes from edition 1 to any edited copy of it reproduces that copy', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const edited = edit(edition1);
        expect(compared(applyChanges(edition1, compare(edition1, edited)))).toEqual(compared(edited));
      }),
      { numRuns: runs(120) },
    );
  });

  test('Applying the changes between any two edited copies to the first copy reproduces the second', () => {
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const before = one(edition1);
        const after = other(edition1);
        expect(compared(applyChanges(before, compare(before, after)))).toEqual(compared(after));
      }),
      { numRuns: runs(50) },
    );
  });
});

test('The old and new texts can be reconstructed from the word differences of any comparison', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      for (const { field, words, paragraphs } of compare(edition1, edit(edition1)).changes) {
        if (field === undefined) continue;
        expect(oldText(paragraphs)).toBe(words.old ?? '');
        expect(newText(paragraphs)).toBe(words.new ?? '');
      }
    }),
    { numRuns: runs(40) },
  );
});

test('An edition compared with itself has no changes', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const { changes, untracked } = compare(edit(edition1), edit(edition1));
      expect([changes, untracked]).toEqual([[], []]);
    }),
    { numRuns: runs(40) },
  );
});
