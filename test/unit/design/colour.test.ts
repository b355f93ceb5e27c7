import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentsFrom, contrast, isReadable } from '../../../src/design/colour.ts';
import { completed } from '../../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { runs } from '../../support/property-runs.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('Accent colours derived from a primary colour', () => {
  it('Each accent colour is readable on white, and the first one is the primary colour itself if that is readable', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const accents = accentsFrom(colour, ['#ffffff']);
        expect(accents.every((accent) => isReadable(accent, ['#ffffff']))).toBe(true);
        if (isReadable(colour, ['#ffffff'])) expect(accents[0]).toBe(colour);
      }),
      { numRuns: runs(200) },
    );
  });

  it('Six different accent colours are derived from a red, and the first of them is red', () => {
    const accents = accentsFrom('#b3261e', ['#ffffff']);
    expect(new Set(accents).size).toBe(6);
    expect(accents[0]).toBe('#b3261e');
    expect(Math.min(...accents.map((accent) => contrast(accent, '#ffffff')))).toBeGreaterThanOrEqual(4.5);
  });

  it('The accent colours are those of the design file; if it sets none, they are derived from its primary colour, if any', () => {
    const { accents } = completed({ color: { primary: '#b3261e' } }).design;
    expect(
      accents.filter((accent) => accent !== '#b3261e' && DEFAULT_DESIGN.accents.includes(accent)),
    ).toEqual([]);
    expect(completed({ color: { primary: '#b3261e' }, accents: ['#123456'] }).design.accents).toEqual([
      '#123456',
    ]);
    expect(completed({}).design.accents).toEqual(DEFAULT_DESIGN.accents);
  });
});
