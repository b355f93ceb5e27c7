import fc from 'fast-check';

const SURROGATES = { from: 0xd800, count: 0x800 };

/**
 * Any character except surrogates, like fast-check's unit `binary`. fast-check's own version builds a table of a
 * million characters in each process to map numbers to characters.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat({ max: 0x10ffff - SURROGATES.count }).map(
  (number) => String.fromCodePoint(number < SURROGATES.from ? number : number + SURROGATES.count),
  (value) => {
    const point = typeof value === 'string' && [...value].length === 1 ? (value.codePointAt(0) ?? -1) : -1;
    if (point < 0) throw new Error('expected one character');
    return point < SURROGATES.from ? point : point - SURROGATES.count;
  },
);
