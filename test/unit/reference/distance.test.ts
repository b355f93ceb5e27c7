import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/reference/distance.ts';

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['samara', 'samara', 0],
    ['', 'omsk', 4],
    ['samra', 'samara', 1],
    ['bretange', 'bretagne', 1],
    ['tolouse', 'toulouse', 1],
    ['brittanny', 'brittany', 1],
    ['татарстн', 'татарстан', 1],
    ['woronesch', 'voronezh', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('The edit distance from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  test('The edit distance is zero only between equal words, is symmetric, and is limited by the lengths of the words', () => {
    void fc.assert(
      fc.property(words, words, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance === 0).toBe(a === b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  test('A common prefix or suffix does not increase the distance', () => {
    void fc.assert(
      fc.property(words, words, words, (a, b, c) => {
        expect(editDistance(c + a, c + b)).toBeLessThanOrEqual(editDistance(a, b));
        expect(editDistance(a + c, b + c)).toBeLessThanOrEqual(editDistance(a, b));
      }),
    );
  });
});
