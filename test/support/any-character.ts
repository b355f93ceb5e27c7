import fc from 'fast-check';

const SURROGATES = { from: 0xd800, count: 0x800 };

/**
 * Any character but halves of pairs: what fast-check calls a binary unit. Its own one makes a table of the million characters that there
 * are, in each process, to find the number of one.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat({ max: 0x10ffff - SURROGATES.count }).map(
  (number) => String.fromCodePoint(number < SURROGATES.from ? number : number + SURROGATES.count),
  (value) => {
    const point = typeof value === 'string' && [...value].length === 1 ? (value.codePointAt(0) ?? -1) : -1;
    if (point < 0) throw new Error('expected one character');
    return point < SURROGATES.from ? point : point - SURROGATES.count;
  },
);
