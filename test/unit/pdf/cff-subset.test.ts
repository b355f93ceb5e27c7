import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { loadAllSubsets } from '../../../src/render/pdf/engine/subset.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { withRights } from '../../support/font-files.ts';

const subsetOf = await loadAllSubsets();

/** The outlines of a bare table CFF, in the order of its glyphs: put into a font that has nothing else, for a reader of fonts. */
function outlinesOf(cff: Uint8Array, count: number, original: Buffer): string[] {
  const font = create(withTable(original, cff)) as Font;
  return Array.from({ length: count }, (_, glyph) => font.getGlyph(glyph).path.toSVG());
}

/** A font whose table CFF is another one. */
function withTable(original: Buffer, cff: Uint8Array): Buffer {
  const bytes = Buffer.concat([original, cff]);
  for (let entry = 12; entry < 12 + 16 * bytes.readUInt16BE(4); entry += 16)
    if (bytes.toString('latin1', entry, entry + 4) === 'CFF ') {
      bytes.writeUInt32BE(original.length, entry + 8);
      bytes.writeUInt32BE(cff.length, entry + 12);
    }
  return bytes;
}

describe.each(['Cantarell-Regular', 'NotoSerifCJKjp-Regular'])('a subset of %s', (name) => {
  const bytes = readFileSync(`test/fixtures/fonts/${name}.otf`);
  const font = readTrueType(bytes);
  const original = create(bytes) as Font;
  const words = [...'Église Fête Журнал é123'].map((character) => font.glyph(character.codePointAt(0) ?? 0));

  it('has the outlines of its glyphs, in the order in which they came, and that of missing characters first', () => {
    const subset = subsetOf(font);
    expect(words.map(subset.add)).toEqual(words.map((_, index) => index + 1));
    const expected = [0, ...words].map((glyph) => original.getGlyph(glyph).path.toSVG());
    expect(outlinesOf(subset.encode(), expected.length, bytes)).toEqual(expected);
  });

  it('is much smaller than the font', () => {
    const subset = subsetOf(font);
    words.slice(0, 5).map(subset.add);
    expect(subset.encode().length).toBeLessThan(bytes.length / 4);
  });

  it('has all glyphs where its makers allow no less', () => {
    const whole = readTrueType(withRights(bytes, 0x0108));
    const subset = subsetOf(whole);
    const added = words.map(subset.add);
    expect(added).toEqual(words.map((_, index) => index + 1));
    const again = words.length + 1 - new Set([0, ...words]).size;
    const outlines = outlinesOf(subset.encode(), font.glyphCount + again, bytes);
    const all = Array.from({ length: font.glyphCount }, (_, glyph) => original.getGlyph(glyph).path.toSVG());
    expect(new Set(outlines)).toEqual(new Set(all));
  });
});
