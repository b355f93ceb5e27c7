import type { Catalogue } from '../../messages.ts';

/** Errors in typesetting and drawing. */
export const output = {
  'font-not': {
    message: 'the file is no font',
    hint: 'take a .ttf or .otf file',
  },
  'font-damaged': {
    message: 'the font file is damaged: {why}',
    hint: 'take the file again from where it came',
  },
  'font-variable': {
    message: 'the font is variable',
    hint: 'take its static files: one for regular, one for bold letters (.ttf or .otf)',
  },
  'font-embedding-forbidden': {
    message: 'the makers of the font forbid to embed it (OS/2.fsType: restricted)',
    hint: 'take a font that may be embedded, such as one under the SIL Open Font License',
  },
  'font-embedding-bitmaps': {
    message: 'the makers of the font let its bitmaps be embedded only (OS/2.fsType)',
    hint: 'take a font that may be embedded, such as one under the SIL Open Font License',
  },
  'font-embedding-whole': {
    message: 'the makers of the font let it be embedded whole only (OS/2.fsType), and it has {glyphs} glyphs',
    hint: 'take a font for fewer scripts',
  },
  'font-of-another-family': {
    message: 'the font is of the family "{found}", not "{wished}"',
    hint: 'write the family as the file names it: Word looks for it by this name',
  },
  'glyph-not-in-font': {
    message: 'no glyph for {code} "{character}" in "{word}" (font {font})',
    hint: 'replace the character, or add a font that has it',
  },
  'page-pictures-too-large': {
    message: 'the pictures of the page on the web take {found} MB; at most {most} stand in it',
    hint: 'save them smaller: 1,000 pixels along the longer side are enough for a screen',
  },
  'cover-texts-too-long': {
    message: 'the texts of the cover do not fit it',
    hint: 'shorten the title, the period or the name of the publisher',
  },
  'webassembly-missing': {
    message: 'PDF files need WebAssembly, which is turned off in this Node',
    hint: 'start Node without --jitless; Word files and pages for the web need none',
  },
  'font-is-woff': {
    message: 'the file is a web font (WOFF)',
    hint: 'take the .ttf or .otf file of the same font',
  },
  'font-is-woff2': {
    message: 'the file is a web font (WOFF2)',
    hint: 'take the .ttf or .otf file of the same font',
  },
  'font-is-collection': {
    message: 'the file is a collection of fonts',
    hint: 'take the file of the one font (.ttf or .otf)',
  },
  'title-too-tall': {
    message: 'the title takes {lines} lines and leaves no room on the page',
    hint: 'shorten it',
  },
  'column-heading-too-tall': {
    message: 'a column heading takes {lines} lines and leaves no room on the page',
    hint: 'shorten it',
  },
} as const satisfies Catalogue;
