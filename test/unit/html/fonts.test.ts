import { gzipSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { decompress } from 'woff2-encoder';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import type { Design } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { openPageFonts, type PageFonts } from '../../../src/render/html/fonts.ts';
import { renderHtml } from '../../../src/render/html/render.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { withRights } from '../../support/font-files.ts';
import { edition1 } from '../support/programmes.ts';

const files = await readFonts(DEFAULT_DESIGN);
const { sans, serif } = DEFAULT_DESIGN.faces;

/** A design with a publisher's font for tables. */
function withOwn(web?: true): Design {
  const own = { family: 'Example Sans', regular: 'fonts/A.ttf', bold: 'fonts/B.ttf', ...(web && { web }) };
  return { ...DEFAULT_DESIGN, faces: { sans: own, serif } };
}

const named = ({ fonts }: PageFonts): string[] => fonts.map(({ family, weight }) => `${family} ${weight}`);

describe('Web page of edition 1 with its fonts', async () => {
  const document = buildDocument(edition1, 'en');
  const { content, notes } = await renderHtml(document, DEFAULT_DESIGN, undefined, {
    fontsOf: openPageFonts(DEFAULT_DESIGN, files),
  });
  const page = Buffer.from(content).toString('utf8');
  const fonts = await Promise.all(
    [...page.matchAll(/url\(data:font\/woff2;base64,([^)]+)\)/g)].map(async ([, data = '']) => {
      const woff2 = Buffer.from(data, 'base64');
      return { woff2, font: Buffer.from(await decompress(woff2)) };
    }),
  );

  it('The web page is smaller than 240 kB, and smaller than 90 kB when compressed', () => {
    expect(content.length).toBeLessThan(240_000);
    expect(gzipSync(content).length).toBeLessThan(90_000);
    expect(notes).toEqual([]);
  });

  it('Each font face on the web page is at most 20 kB, has kerning and has no hinting', () => {
    expect(fonts).toHaveLength(4);
    for (const { woff2, font } of fonts) {
      expect(woff2.length).toBeLessThanOrEqual(LIMITS.webFontBytes);
      const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
        font.toString('latin1', 12 + 16 * index, 16 + 16 * index),
      );
      expect(tables).toContain('GPOS');
      expect(tables.filter((table) => ['fpgm', 'prep', 'cvt '].includes(table))).toEqual([]);
    }
  });

  it('The names of the fonts on the web page are not reserved names, and each font states its copyright and licence', () => {
    expect(page.match(/@font-face\{font-family:[^;]+;font-weight:\d+/g)).toEqual([
      '@font-face{font-family:page-sans;font-weight:400',
      '@font-face{font-family:page-sans;font-weight:700',
      '@font-face{font-family:page-serif;font-weight:400',
      '@font-face{font-family:page-serif;font-weight:700',
    ]);
    for (const { font } of fonts) {
      const names = namesIn(font);
      expect([...names.keys()].sort()).toEqual([0, 14]);
      expect(names.get(0)).toContain('ParaType');
      expect(names.get(14)).toBe('http://scripts.sil.org/OFL_web');
    }
  });

  it('Each font face on the web page contains every character in the texts that it is used for, and the capitals in the title', () => {
    const originals = [files.sans, files.sansBold, files.serif, files.serifBold].map(readTrueType);
    const { body } = new Window().document;
    body.innerHTML = page.slice(page.indexOf('<body>'));
    for (const script of body.querySelectorAll('script')) script.remove();
    const all = body.textContent;
    const textOf = (selector: string): string =>
      [...body.querySelectorAll(selector)].map(({ textContent }) => textContent).join('');
    const prose = textOf('h1,h2,p');
    const capitals = textOf('h1').toUpperCase();
    for (const [index, { font }] of fonts.entries()) {
      const used = index < 2 ? all : prose;
      const text = new Set(`${used}${capitals}`);
      const cut = new Set(asFont(font).characterSet);
      const lost = [...text].filter((character) => {
        const code = character.codePointAt(0) ?? 0;
        return originals[index]?.glyph(code) !== 0 && !cut.has(code);
      });
      expect(lost).toEqual([]);
    }
  });
});

const asFont = (bytes: Buffer): Font => create(bytes) as Font;

/** The names of a font by number, in the Windows encoding. */
function namesIn(font: Buffer): Map<number, string> {
  const entry = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index).find(
    (at) => font.toString('latin1', at, at + 4) === 'name',
  );
  const table = font.readUInt32BE((entry ?? 0) + 8);
  const strings = table + font.readUInt16BE(table + 4);
  return new Map(
    Array.from({ length: font.readUInt16BE(table + 2) }, (_, index) => table + 6 + 12 * index)
      .filter((record) => font.readUInt16BE(record) === 3)
      .map((record) => {
        const start = strings + font.readUInt16BE(record + 10);
        const bytes = Buffer.from(font.subarray(start, start + font.readUInt16BE(record + 8)));
        return [font.readUInt16BE(record + 6), bytes.swap16().toString('utf16le')];
      }),
  );
}

describe('Font from the publisher of a programme', () => {
  const text = 'Fête – Праздник';

  it('The web page embeds a publisher’s font if the design states that its licence allows this', async () => {
    const allowed = await openPageFonts(withOwn(true), files)(text);
    expect(named(allowed)).toEqual(['sans 400', 'sans 700', 'serif 400', 'serif 700']);
    expect(allowed.notes).toEqual([]);
    const silent = await openPageFonts(withOwn(), files)(text);
    expect(named(silent)).toEqual(['serif 400', 'serif 700']);
    expect(silent.notes.map(({ message, at }) => [message, at])).toEqual([
      ['the web page names the font "Example Sans" but does not contain it', { field: 'typography.fonts' }],
    ]);
  });

  it('The web page does not embed a publisher’s font if the font does not permit subsets', async () => {
    const whole = { ...files, sans: withRights(files.sans, 0x0108) };
    expect(named(await openPageFonts(withOwn(true), whole)(text))).toEqual(['serif 400', 'serif 700']);
  });

  it('The web page does not embed a publisher’s font that is too large', async () => {
    const all = Array.from({ length: 0x2000 }, (_, index) => String.fromCodePoint(0x21 + index)).join('');
    const { fonts, notes } = await openPageFonts(DEFAULT_DESIGN, files)(`<p>${all}</p>`);
    expect(fonts).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual(
      [sans, serif].map(
        ({ family }) =>
          `the characters that the web page needs from the font "${family}" take more than 20 kB, so the page does not contain the font`,
      ),
    );
  });
});
