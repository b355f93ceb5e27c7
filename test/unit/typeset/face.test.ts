import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { fullShaper } from '../../../src/typeset/all-scripts-shaper.ts';
import { createFace, shapeSimple } from '../../../src/typeset/face.ts';
import { openFaces } from '../../../src/typeset/faces.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { NEVER_SEEN } from '../../support/printable-texts.ts';

const FILES = await readFonts(DEFAULT_DESIGN);
const FACES = ['PTSans-Regular', 'PTSans-Bold', 'PTSerif-Regular', 'PTSerif-Bold'];
const source = readFileSync('test/fixtures/source/programme-2021.txt', 'utf8');
const russian =
  'Год российско-французского межрегионального сотрудничества: «Диалог городов», II квартал 2021 г., Ёлки, объявление, Тёплый Стан, УФА, Ту-154';
const words = [
  ...new Set(
    `${source} ${russian} office affine fi fl ff ffi AVATAR Toulouse Âge L’Été naïve œuvre Œ 1er № 5 €`.split(
      /\s+/,
    ),
  ),
].filter((word) => word !== '');

describe.each(FACES)('Simple shaping of %s', (name) => {
  const bytes = readFileSync(`fonts/${name}.ttf`);
  const font = readTrueType(bytes);
  const full = fontkit.create(bytes) as fontkit.Font;

  it('For every word of the source document, simple shaping results in the same glyphs as the full shaper', () => {
    expect(words.length).toBeGreaterThan(1000);
    for (const word of words) {
      const run = full.layout(word);
      const ours = shapeSimple(font, word);
      expect({ word, glyphs: ours.glyphs, advance: ours.advance }).toEqual({
        word,
        glyphs: run.glyphs.map((glyph) => glyph.id),
        advance: run.advanceWidth,
      });
      expect(ours.kerns).toEqual(
        run.positions.map((p, i) => p.xAdvance - (run.glyphs[i]?.advanceWidth ?? 0)),
      );
    }
  });

  it('The metrics read by the simple reader equal those read by the full reader', () => {
    expect([font.unitsPerEm, font.ascent, font.descent, font.glyphCount]).toEqual([
      full.unitsPerEm,
      full.ascent,
      full.descent,
      full.numGlyphs,
    ]);
  });

  it('The face contains all characters of French and Russian text', () => {
    const alphabet =
      'abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôœùûüÿABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÉÈÊËÎÏÔŒÙÛÜŸабвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ0123456789.,;:!?…«»“”„‘’–—-()/&%№€°·•\u00a0\u00ad\u2011';
    expect([...alphabet].filter((character) => font.glyph(character.codePointAt(0) ?? 0) === 0)).toEqual([]);
  });
});

describe('Full shaper', () => {
  const open = fullShaper(FILES);
  const shaper = open(readTrueType(readFileSync('fonts/PTSans-Regular.ttf')));
  const shape = (word: string) => shaper(word, 'ltr');

  it('The texts of the glyphs of a word, when concatenated, equal the word, even if characters share a glyph', () => {
    for (const word of ['x\u0301-b\u00a0c', 'x\u0301\u00b5\u03bc', '\u03bc\u00b5x\u0301'])
      expect(shape(word).texts.join('')).toBe(word);
  });

  it('Invisible characters do not change the shape of a word', () => {
    const unseen = NEVER_SEEN.filter((sign) => !/\p{Variation_Selector}/u.test(sign));
    for (const [sign, word] of unseen.flatMap((sign) => [
      [sign, 'ab'],
      [sign, 'кx\u0301'],
    ])) {
      const plain = shape(word ?? '');
      for (const text of [`${sign}${word}`, `${word}${sign}`])
        expect({ text, glyphs: shape(text).glyphs }).toEqual({ text, glyphs: plain.glyphs });
    }
    expect(shape('a\u061cк').texts.join('')).toBe('aк');
  });

  it('Exactly the characters that the font lacks are reported', () => {
    expect(shape('e\u0301').missing).toEqual([]);
    expect(shape('ن').missing).toEqual(['ن']);
    expect(shape('a\u3000e\u0301😀').missing).toEqual(['\u3000', '😀']);
  });
});

describe('Cache of a face', () => {
  it('The cache of shaped words has a maximum size, and a word that was removed from it is shaped with the same result', () => {
    const bytes = readFileSync('fonts/PTSans-Regular.ttf');
    const face = createFace(readTrueType(bytes), fullShaper(FILES)(readTrueType(bytes)));
    const first = face.shape('word');
    expect(face.shape('word')).toBe(first);
    for (let index = 0; index < 50_000; index++) face.shape(`w${index}`);
    expect(face.shape('word')).not.toBe(first);
    expect(face.shape('word')).toEqual(first);
  });
});

describe('Fallback fonts', () => {
  const { sans, sansBold } = openFaces(FILES);
  const byFont = (word: string, face = sans): string[] =>
    face.stretches(word).map(({ text, by }) => `${text} ${by?.font.info.postscriptName}`);

  it.each([
    ['★Konzert', ['★ NotoSansSymbols2-Regular', 'Konzert PTSans-Regular']],
    ['→Gleis', ['→ NotoSansMath-Regular', 'Gleis PTSans-Regular']],
    ['25₾', ['25 PTSans-Regular', '₾ NotoSans-Regular']],
    ['900₽', ['900₽ PTSans-Regular']],
    ['Ʒoo', ['Ʒoo NotoSans-Regular']],
    ['Ἀθῆναι', ['Ἀθῆναι NotoSans-Regular']],
    ['თბილისი', ['თბილისი NotoSansGeorgian-Regular']],
    ['Երևան-Opéra', ['Երևան NotoSansArmenian-Regular', '-Opéra PTSans-Regular']],
    ['👍🏽👨\u200d👩\u200d👧', ['👍🏽👨\u200d👩\u200d👧 NotoEmoji-Regular']],
    ['❤\ufe0f!', ['❤\ufe0f NotoSansSymbols2-Regular', '! PTSans-Regular']],
    ['東a', ['東 undefined', 'a PTSans-Regular']],
    ['Élysée', ['Élysée PTSans-Regular']],
  ])('Missing characters are taken from other fonts that have them: %s', (word, fonts) => {
    expect(byFont(word)).toEqual(fonts);
    expect(sans.borrows(word)).toBe(fonts.join() !== `${word} PTSans-Regular`);
  });

  it('The fallback font for a bold face is bold, if there is a bold one', () => {
    expect(byFont('Ժ♪', sansBold)).toEqual(['Ժ NotoSansArmenian-Bold', '♪ NotoSansSymbols-Regular']);
  });

  it('Fallback glyphs are measured in the units of the face and retain their text', () => {
    const { advance, fonts = [], glyphs, missing, texts } = sans.shape('a♪🎉');
    const [own, symbols, emoji] = fonts.map(({ font }) => font);
    expect(fonts.map((part) => part.glyphs)).toEqual([1, 1, 1]);
    expect(emoji?.unitsPerEm).toBe(2048);
    expect(advance).toBeCloseTo(
      (own?.advance(glyphs[0] ?? 0) ?? 0) +
        (symbols?.advance(glyphs[1] ?? 0) ?? 0) +
        ((emoji?.advance(glyphs[2] ?? 0) ?? 0) * 1000) / 2048,
    );
    expect(texts).toEqual(['a', '♪', '🎉']);
    expect(missing).toEqual([]);
  });

  it('Characters that none of the fonts has are reported as missing', () => {
    expect(sans.shape('a東b京').missing).toEqual(['東', '京']);
    expect(sans.shape('שלום').missing).toEqual(['ש', 'ל', 'ו', 'ם']);
    expect(sans.shape('a\u05d0\u0301').missing).toEqual(['\u05d0']);
  });
});
