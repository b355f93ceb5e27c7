import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { UserError } from '../../../src/errors.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { subsets } from '../../../src/render/pdf/engine/subset.ts';
import { checkFont } from '../../../src/typeset/check-font.ts';
import { openCutting } from '../../../src/typeset/harfbuzz.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { tableAt, withRights } from '../../support/font-files.ts';
import { runs } from '../../support/property-runs.ts';

const { harfbuzz } = await readFonts(DEFAULT_DESIGN);
const GEORGIAN = readFileSync('fonts/NotoSansGeorgian-Regular.ttf');
const family = 'Noto Sans Georgian';
const CANTARELL = readFileSync('test/fixtures/fonts/Cantarell-Regular.otf');
const CID_KEYED = readFileSync('test/fixtures/fonts/NotoSerifCJKjp-Regular.otf');

/** The font with a modification. */
function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(GEORGIAN);
  change(bytes);
  return bytes;
}
const beginning = (text: string): Buffer => changed((bytes) => bytes.write(text, 0, 'latin1'));

/** The message that the user reads; `taken` if the font can be used. */
function verdict(bytes: Uint8Array, name = family): string {
  try {
    checkFont({ path: 'data/fonts/a.ttf', family: name, bytes }, harfbuzz);
    return 'taken';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

describe('Check of a publisher’s font file', () => {
  it.each([0, 4, 8, 12, 0x0104, 0x0108])('A font with the embedding rights %i is accepted', (rights) => {
    expect(verdict(withRights(GEORGIAN, rights))).toBe('taken');
  });

  it.each([
    [withRights(GEORGIAN, 2), 'the licence of the font forbids embedding (OS/2.fsType: restricted)'],
    [withRights(GEORGIAN, 0x0102), 'the licence of the font forbids embedding (OS/2.fsType: restricted)'],
    [
      withRights(GEORGIAN, 0x0200),
      'the licence of the font allows embedding only of its bitmaps (OS/2.fsType)',
    ],
    [beginning('wOF2'), 'the file is a web font (WOFF2)'],
    [beginning('wOFF'), 'the file is a web font (WOFF)'],
    [beginning('OTTO'), 'the font file is damaged: it has other outlines than it says'],
    [beginning('ttcf'), 'the file is a font collection'],
    [beginning('%PDF'), 'the file is not a font'],
    [Buffer.alloc(0), 'the file is not a font'],
    [GEORGIAN.subarray(0, 20_000), 'the font file is damaged: the table GDEF ends after the file'],
  ])('A font is rejected, and the error states its name and the reason (%#)', (bytes, reason) => {
    expect(verdict(bytes)).toMatch(/^data\/fonts\/a\.ttf: .*\n {2}hint: (?:use|get) /);
    expect(verdict(bytes)).toContain(`data/fonts/a.ttf: ${reason}\n`);
  });

  it('A font that belongs to another family is rejected', () => {
    expect(verdict(GEORGIAN, 'Georgian')).toBe(
      'data/fonts/a.ttf: the font belongs to the family "Noto Sans Georgian", not "Georgian"\n  hint: use the family name that is stored in the file; Word looks up fonts by this name',
    );
  });

  it.each([
    [CANTARELL, 'Cantarell'],
    [CID_KEYED, 'Noto Serif CJK JP'],
  ])('A font with PostScript outlines is accepted (%#)', (bytes, name) => {
    expect(verdict(bytes, name)).toBe('taken');
  });

  it.each([
    ['outlines of TrueType', GEORGIAN, family, 'glyf'],
    ['outlines of PostScript', CANTARELL, 'Cantarell', 'CFF '],
    ['outlines of PostScript, of several kinds', CID_KEYED, 'Noto Serif CJK JP', 'CFF '],
    ['ligatures', readFileSync('fonts/PTSans-Regular.ttf'), 'PT Sans', 'GSUB'],
  ])(
    'A font in which %s is changed is either accepted or rejected, without a crash',
    (_, font, name, table) => {
      const place = fc.integer({ min: 0, max: font.length - 1 });
      const outlines = tableAt(font, table);
      const head = fc.integer({ min: outlines, max: Math.min(outlines + 3000, font.length - 1) });
      const change = fc.tuple(
        fc.oneof(fc.integer({ min: 0, max: 600 }), head, place),
        fc.integer({ min: 0, max: 255 }),
      );
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), place, (changes, end) => {
          const hostile = Buffer.from(font);
          for (const [at, byte] of changes) hostile[at] = byte;
          for (const bytes of [hostile, hostile.subarray(0, end)]) {
            const found = verdict(bytes, name);
            expect(found).toMatch(/^taken$|^data\/fonts\/a\.ttf: /);
            if (found === 'taken') expect(cut(bytes).length).toBeGreaterThan(0);
          }
          // The last table may have padding.
          expect(verdict(font.subarray(0, Math.max(0, end - 4)), name)).toMatch(/^data\/fonts\/a\.ttf: /);
        }),
        { numRuns: runs(50) },
      );
    },
  );
});

const subsetOf = subsets(openCutting(harfbuzz('harfbuzz-subset')));

/** A font with only some of its glyphs. */
function cut(bytes: Uint8Array): Uint8Array {
  const font = readTrueType(bytes);
  const subset = subsetOf(font);
  for (let glyph = 0; glyph < font.glyphCount; glyph += 7) subset.add(glyph);
  subset.cids?.();
  return subset.encode();
}
