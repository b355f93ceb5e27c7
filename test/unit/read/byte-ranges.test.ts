import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfRanges } from '../../../src/read/picture/byte-ranges.ts';

const BYTES = Buffer.from(Array.from({ length: 40 }, (_, index) => index));

it('Adjacent byte ranges are merged into one range', () => {
  const stretches = [
    { start: 0, end: 2 },
    { start: 2, end: 9 },
    { start: 12, end: 20 },
    { start: 20, end: 21 },
  ];
  expect(bytesOfRanges(BYTES, stretches)).toEqual([BYTES.subarray(0, 9), BYTES.subarray(12, 21)]);
  expect(stretches[0]).toEqual({ start: 0, end: 2 });
});

it('The bytes of all ranges are returned in order and are not copied', () => {
  const stretch = fc
    .tuple(fc.nat(BYTES.length), fc.nat(BYTES.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(stretch), (stretches) => {
      const found = bytesOfRanges(BYTES, stretches);
      expect(Buffer.concat(found)).toEqual(
        Buffer.concat(stretches.map(({ start, end }) => BYTES.subarray(start, end))),
      );
      for (const { buffer } of found) expect(buffer).toBe(BYTES.buffer);
    }),
  );
});
