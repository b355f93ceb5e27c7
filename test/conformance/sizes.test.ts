import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import { buildDocument } from '../../src/document/build.ts';
import { readFonts } from '../../src/read/fonts.ts';
import { openPageFonts } from '../../src/render/html/fonts.ts';
import { renderHtml } from '../../src/render/html/render.ts';
import { plainSize, rewritten, withoutTags } from '../support/pdf-rewrite.ts';
import { edition1, programmePdf, regionOptions, repeated } from '../support/pdf-samples.ts';

const programme = await edition1();

/** Files, and the maximum ratio to their size without tags if both are compressed in the same way. */
const SAMPLES: readonly [string, Uint8Array, number][] = [
  ['edition 1', await programmePdf(programme), 1.27],
  ['an extract', await programmePdf(programme, 'en', regionOptions(programme, 'FR-NAQ')), 1.05],
  ['1,000 events', await programmePdf(repeated(programme, 1000)), 1.56],
];

describe.each(SAMPLES)('Size of %s', (_, bytes, most) => {
  it('The tagged PDF is at most 15 % larger than an untagged PDF written by pdfkit', () => {
    expect(bytes.length / plainSize(withoutTags(bytes))).toBeLessThan(1.15);
  });

  it('The tags increase the size of the PDF by no more than the limit for this document', () => {
    expect(Math.abs(bytes.length / rewritten(bytes).length - 1)).toBeLessThan(0.01);
    expect(bytes.length / withoutTags(bytes).length).toBeLessThan(most);
  });
});

it.each(['fr', 'de', 'ru', 'es', 'it'] as const)(
  'The web page in %s, most of whose texts are in English, is smaller than 240 kB, or 90 kB when compressed',
  async (lang) => {
    const { content } = await renderHtml(buildDocument(programme, lang), DEFAULT_DESIGN, undefined, {
      fontsOf: openPageFonts(DEFAULT_DESIGN, await readFonts(DEFAULT_DESIGN)),
    });
    expect(content.length).toBeLessThan(240_000);
    expect(gzipSync(content).length).toBeLessThan(90_000);
  },
);
