/** Random texts of all characters that the fonts can print, and documents of these texts. */
import fc from 'fast-check';
import { LANGUAGES } from '../../languages/index.ts';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import type { Document, Row, Section } from '../../src/document/model.ts';
import { isPrinted } from '../../src/model/characters.ts';
import { WordsSchema } from '../../src/model/text.ts';
import { readFonts } from '../../src/read/fonts.ts';
import { openFaces } from '../../src/typeset/faces.ts';
import { readTrueType } from '../../src/typeset/truetype.ts';

const FILES = await readFonts(DEFAULT_DESIGN);
const { emphasis: _, ...OPENED } = openFaces(FILES);
const FACES = Object.values(OPENED);

const charactersThat = (holds: (code: number, character: string) => boolean, last: number): string[] => {
  const found: string[] = [];
  for (let code = 0x21; code <= last; code++) {
    const character = String.fromCodePoint(code);
    if (/\p{Assigned}/u.test(character) && holds(code, character)) found.push(character);
  }
  return found;
};
const accepted = (character: string): boolean => WordsSchema.safeParse(`a${character}`).success;

/** Every character that all fonts have a glyph for and that a dataset may contain. */
export const PRINTED = charactersThat(
  (_, character) =>
    accepted(character) &&
    (isPrinted(character) || character === '\u00a0') &&
    FACES.every((face) => !face.borrows(character)),
  0xffff,
);
/** Invisible characters that select glyphs, and join or separate other characters. */
export const NEVER_SEEN = charactersThat(
  (_, character) => /\p{Default_Ignorable_Code_Point}/u.test(character) && accepted(character),
  0xe01ef,
);
const FALLBACKS = FILES.fallbacks('regular').map(readTrueType);
/** Characters of additional fonts. */
const BORROWED = charactersThat(
  (code, character) =>
    accepted(character) &&
    /[^\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character) &&
    !PRINTED.includes(character) &&
    character.normalize('NFC') === character &&
    FALLBACKS.some((font) => font.glyph(code) !== 0),
  0x1ffff,
);
const MARKS = PRINTED.filter((character) => /\p{M}/u.test(character));
const STAND_INS = ['\u2009', '\u200a', '\u202f', '\u2010'];

const character = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'abcdefghiklmnoprstuvàéïœабвгдеёжийклмнопрстуфя'.split('')) },
  { weight: 3, arbitrary: fc.constantFrom('f', 'fi', 'fl', 'ffi', 'ﬁ', 'µ', 'μ', '-', '\u00a0', '/', '–') },
  { weight: 3, arbitrary: fc.constantFrom(...PRINTED) },
  { weight: 2, arbitrary: fc.constantFrom(...BORROWED) },
  { weight: 2, arbitrary: fc.constantFrom(...NEVER_SEEN) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKS, ...STAND_INS) },
);

const KNOWN = new Set([' ', ...PRINTED, ...BORROWED, ...NEVER_SEEN, ...STAND_INS]);
/** Readers place a mark at the beginning of a word over the previous word. */
const LOOSE_MARK = /(?:^|\s)\p{Default_Ignorable_Code_Point}*\p{M}/u;

/** Kerning makes a no-break space between symbols so narrow that readers that use positions do not detect a space. */
const KERNED_AWAY = /\p{P}\p{Default_Ignorable_Code_Point}*[^\S ]\p{Default_Ignorable_Code_Point}*\p{P}/u;

/** poppler measures the space after a narrow letter with a mark from the end of the mark, which is wider. */
const WIDE_MARK =
  /[fiıjȷlt]\p{Default_Ignorable_Code_Point}*\p{M}[\p{M}\p{Default_Ignorable_Code_Point}]*\s/u;

/** A text of any visible and invisible characters, normalised as in a dataset. */
export const printableText: fc.Arbitrary<string> = fc
  .array(fc.array(character, { minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 12 })
  .map((words) => words.map((word) => word.join('')).join(' '))
  .map((text) => text.normalize('NFC'))
  // NFC may combine a letter and a mark into a letter that no font has.
  .filter((text) => [...text].every((own) => KNOWN.has(own)))
  .filter((text) => WordsSchema.safeParse(text).success && !LOOSE_MARK.test(text) && !KERNED_AWAY.test(text))
  .filter((text) => !WIDE_MARK.test(text));

/** The text that a reader may extract: without invisible characters, and with consecutive spaces as one. */
export const asRead = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();

const cell = (text: string) => ({ paragraphs: [[{ text }]] });

/** A document that prints each text in a column so narrow that its words are broken, and in another column. */
export function tableOfTexts(texts: readonly string[]): Document {
  const rows = texts.map((text, index): Row => ({ id: `row-${index}`, cells: [cell(text), cell(text)] }));
  const columns = (['title', 'date'] as const).map((kind) => ({
    kind,
    field: kind,
    heading: [{ text: kind }],
  }));
  const table = { title: 'T', description: '', columns, header: 0, rows };
  return documentOf('table', [{ kind: 'table', table }]);
}

/** A document that prints each text as a paragraph. */
export function columnOfTexts(texts: readonly string[]): Document {
  return documentOf(
    'text',
    texts.map((text) => ({ kind: 'paragraph', text: [{ text }] })),
  );
}

function documentOf(layout: Section['layout'], blocks: Section['blocks']): Document {
  return {
    meta: { title: 'T', author: 'A', subject: 'S', lang: 'en', date: '2030-01-15', stem: 't' },
    words: { edition: 'Draft', page: 'page', screen: LANGUAGES.en.labels.screen },
    cover: { title: [{ text: 'T' }], lines: [], publisher: [{ text: 'A' }] },
    sections: [{ id: 'part', title: [{ text: 'Part' }], layout, accent: 0, blocks }],
  };
}
