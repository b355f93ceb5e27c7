import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cffTable, openCff } from '../../../src/typeset/cff.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';

/** A list as a table CFF has it, with offsets of two bytes. */
function index(items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0];
  let offset = 1;
  const offsets = [offset, ...items.map((item) => (offset += item.length))];
  return [0, items.length, 2, ...offsets.flatMap((at) => [at >> 8, at & 0xff]), ...items.flat()];
}

/** A number of a dictionary or an outline, in three bytes. */
const number = (value: number): number[] => [28, (value >> 8) & 0xff, value & 0xff];

/** A table CFF of one kind of glyphs, with their outlines and the subroutines that all may call. */
function table(outlines: readonly (readonly number[])[], subroutines: readonly (readonly number[])[] = []) {
  const lists = [...index([[65]]), ...index([]), ...index(subroutines)];
  const build = (charStrings: number, own: number): number[] => {
    const top = [...number(charStrings), 17, ...number(0), ...number(own), 18];
    return [1, 0, 4, 2, ...index([[65]]), ...index([top]), ...lists.slice(index([[65]]).length)];
  };
  const charStrings = build(0, 0).length;
  const list = index(outlines);
  const bytes = [...build(charStrings, charStrings + list.length), ...list];
  return new DataView(Uint8Array.from(bytes).buffer);
}

const [CALL_GLOBAL, END, HSTEM, HINTMASK, RMOVETO] = [29, 14, 1, 19, 21];
/** A call of a subroutine: numbers are reckoned from −107. */
const call = (subroutine: number): number[] => [139 - 107 + subroutine, CALL_GLOBAL];

describe('outlines of PostScript', () => {
  it('say which subroutines they call, those inside of others too', () => {
    const walk = openCff(table([[END], [...call(2), END]], [[11], [11], [...call(0), 11]]), 2);
    expect([...walk(0).globals]).toEqual([]);
    expect([...walk(1).globals].sort()).toEqual([0, 2]);
  });

  it('skip the masks of stems, whatever their bytes say', () => {
    const [one, mask] = [140, 0xff];
    const walk = openCff(table([[one, one, one, one, HSTEM, HINTMASK, mask, one, one, RMOVETO, END]]), 1);
    expect(walk(0).globals.size).toBe(0);
  });

  it.each([
    ['the outline of glyph 0 has a subroutine that is missing', [[...call(1), END]], [[11]]],
    [
      'the outline of glyph 0 has too many subroutines inside of each other',
      [[...call(0), END]],
      [[...call(0), 11]],
    ],
    [
      'the outline of glyph 0 is too long',
      [[...call(0), END]],
      Array.from({ length: 9 }, (_, level) => [
        ...Array.from({ length: 20 }, () => (level === 8 ? [139, 139, RMOVETO] : call(level + 1))).flat(),
        11,
      ]),
    ],
    ['the outline of glyph 0 is put together of others in an outdated way', [[140, 140, 140, 140, END]], []],
    ['the outline of glyph 0 has an operator that is not known', [[12, 23, END]], []],
    ['the outline of glyph 0 has too many numbers', [[...Array.from({ length: 49 }, () => 139), END]], []],
    ['the outline of glyph 0 has no end', [[139, 139, RMOVETO]], []],
  ])('are refused: %s', (message, outlines, subroutines) => {
    expect(() => openCff(table(outlines, subroutines), outlines.length)(0)).toThrow(message);
  });

  it('are as many as the font has glyphs', () => {
    expect(() => openCff(table([[END]]), 2)).toThrow('another number of outlines than of glyphs');
  });

  it.each(['Cantarell-Regular', 'NotoSerifCJKjp-Regular'])('of %s are whole', (name) => {
    const bytes = readFileSync(`test/fixtures/fonts/${name}.otf`);
    const { glyphCount } = readTrueType(bytes);
    const walk = openCff(cffTable(bytes), glyphCount);
    const called = Array.from({ length: glyphCount }, (_, glyph) => walk(glyph).globals.size);
    expect(Math.max(...called)).toBeGreaterThan(2);
  });
});
