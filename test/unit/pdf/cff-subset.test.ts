import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { subsets } from '../../../src/render/pdf/engine/subset.ts';
import { openCutting } from '../../../src/typeset/harfbuzz.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { withRights } from '../../support/font-files.ts';

const { harfbuzz } = await readFonts(DEFAULT_DESIGN);
const subsetOf = subsets(openCutting(harfbuzz('harfbuzz-subset')));

/** The glyph properties of a CFF table that fontkit reads. */
interface KitCff {
  topDict: { ROS?: unknown; charset: { glyphs?: number[]; ranges?: { first: number; nLeft: number }[] } };
}

/** The outlines of CIDs in a CFF table, read from a font that contains only this table. */
function outlinesOf(cff: Uint8Array, cids: readonly number[], original: Buffer): string[] {
  const font = create(withTable(original, cff)) as Font & { 'CFF ': KitCff };
  const { ROS, charset } = font['CFF '].topDict;
  const named =
    charset.glyphs ??
    charset.ranges?.flatMap(({ first, nLeft }) =>
      Array.from({ length: nLeft + 1 }, (_, step) => first + step),
    ) ??
    [];
  return cids.map((cid) => font.getGlyph(!ROS ? cid : named.indexOf(cid) + 1).path.toSVG());
}

/** The entry of the CFF table in the table directory of a font. */
function tableEntry(font: Buffer): number {
  let entry = 12;
  while (font.toString('latin1', entry, entry + 4) !== 'CFF ') entry += 16;
  return entry;
}

/** A font whose CFF table is replaced. */
function withTable(original: Buffer, cff: Uint8Array): Buffer {
  const bytes = Buffer.concat([original, cff]);
  bytes.writeUInt32BE(original.length, tableEntry(bytes) + 8);
  bytes.writeUInt32BE(cff.length, tableEntry(bytes) + 12);
  return bytes;
}

describe.each(['Cantarell-Regular', 'NotoSerifCJKjp-Regular'])('Subset of the font %s', (name) => {
  const bytes = readFileSync(`test/fixtures/fonts/${name}.otf`);
  const font = readTrueType(bytes);
  const original = create(bytes) as Font;
  const words = [...'Église Fête Журнал é123'].map((character) => font.glyph(character.codePointAt(0) ?? 0));

  it('A font subset contains the glyph for missing characters, followed by the outlines of its glyphs in the order of insertion', () => {
    const subset = subsetOf(font);
    expect(words.map(subset.add)).toEqual(words.map((_, index) => index + 1));
    const expected = [0, ...words].map((glyph) => original.getGlyph(glyph).path.toSVG());
    expect(outlinesOf(subset.encode(), subset.cids?.() ?? [], bytes)).toEqual(expected);
  });

  it('A font subset is much smaller than the font', () => {
    const subset = subsetOf(font);
    words.slice(0, 5).map(subset.add);
    expect(subset.encode().length).toBeLessThan(bytes.length / 4);
  });

  it('If the font licence does not permit subsets, all glyphs are included', () => {
    const whole = readTrueType(withRights(bytes, 0x0108));
    const subset = subsetOf(whole);
    const added = words.map(subset.add);
    expect(added).toEqual(words.map((_, index) => index + 1));
    const cids = subset.cids?.() ?? [];
    const expected = [0, ...words].map((glyph) => original.getGlyph(glyph).path.toSVG());
    expect(outlinesOf(subset.encode(), cids, bytes)).toEqual(expected);
    expect(subset.encode().length).toBe(bytes.readUInt32BE(tableEntry(bytes) + 12));
  });
});
