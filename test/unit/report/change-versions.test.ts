import { expect, test } from 'vitest';
import type { ParagraphDiff } from '../../../src/compare/index.ts';
import { changeInBrief } from '../../../src/report/change-versions.ts';

/** A paragraph of unchanged texts and, in pairs, of changed ones. */
const paragraph = (...parts: readonly (string | readonly [string, string])[]): ParagraphDiff =>
  parts.flatMap((part): ParagraphDiff[number][] =>
    typeof part === 'string'
      ? [{ kind: 'same' as const, text: part }]
      : [
          { kind: 'deleted' as const, text: part[0] },
          { kind: 'inserted' as const, text: part[1] },
        ],
  );

test('A summary of a change shows the first changed words, rather than a changed dash before them', () => {
  const dash = ['An exhibition (April', ['-', '–'], 'September) of relations between Krasnoyarsk '] as const;
  expect(changeInBrief(paragraph(...dash, ['Oblast', 'Krai'], ' and France'))).toBe(
    '…between Krasnoyarsk Oblast and France → …between Krasnoyarsk Krai and France',
  );
  expect(changeInBrief(paragraph(...dash))).toBe(
    'An exhibition (April-September) of relati… → An exhibition (April–September) of relati…',
  );
});

test('If words were only added, or only removed, the summary of the change shows them with the words before them', () => {
  expect(changeInBrief(paragraph('The cities of Pskov and', ['', ' Arles']))).toBe(
    '… cities of Pskov and → … cities of Pskov and Arles',
  );
});
