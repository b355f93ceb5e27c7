import type { Catalogue } from '../../messages.ts';

/** Errors in typesetting and drawing. */
export const output = {
  'font-not': {
    message: 'the file is not a font',
    hint: 'use a .ttf or .otf file',
  },
  'font-damaged': {
    message: 'the font file is damaged: {why}',
    hint: 'get the file again from its source',
  },
  'font-outlines-damaged': {
    message: 'the outlines of the font file cannot be read',
    hint: 'get the file again from its source',
  },
  'font-not-subset': {
    message: 'the font "{family}" cannot be reduced to the characters of the page',
    hint: 'get the file again from its source',
  },
  'font-variable': {
    message: 'variable fonts are not supported',
    hint: 'use the static files of the family, one for each weight and style (.ttf or .otf)',
  },
  'font-embedding-forbidden': {
    message: 'the licence of the font forbids embedding (OS/2.fsType: restricted)',
    hint: 'use a font that can be embedded, for example one with the SIL Open Font License',
  },
  'font-embedding-bitmaps': {
    message: 'the licence of the font allows embedding only of its bitmaps (OS/2.fsType)',
    hint: 'use a font that can be embedded, for example one with the SIL Open Font License',
  },
  'font-embedding-whole': {
    message: 'the font can be embedded only as a whole (OS/2.fsType), but it has {glyphs} glyphs',
    hint: 'use a font that covers fewer scripts',
  },
  'font-of-another-family': {
    message: 'the font belongs to the family "{found}", not "{wished}"',
    hint: 'use the family name that is stored in the file; Word looks up fonts by this name',
  },
  'font-not-for-web': {
    message: 'the web page names the font "{family}" but does not contain it',
    hint: 'if its licence allows subsets in web pages, write `web: true` next to its family under `typography.fonts`; otherwise readers see a system font',
  },
  'font-too-large-for-web': {
    message:
      'the characters that the web page needs from the font "{family}" take more than 20 kB, so the page does not contain the font',
    hint: 'readers see a system font',
  },
  'glyph-not-in-font': {
    message: 'no glyph for {code} "{character}" in "{word}" (font {font})',
    hint: 'replace the character, or add a font that contains it',
  },
  'page-pictures-too-large': {
    message: 'the pictures on the web page take up {found} MB; the maximum is {most}',
    hint: 'reduce them: 1,000 pixels on the longer side are enough for a screen',
  },
  'timetable-too-large': {
    message: 'the grid of "{title}" does not fit on a page; its events are printed as a list',
    hint: 'use larger or landscape paper, smaller `sizes.tables`, or fewer places on this day',
  },
  'code-too-long': {
    message: 'no QR code is printed, because the address has more than {most} characters',
    hint: 'use a shorter address',
  },
  'cover-texts-too-long': {
    message: 'the texts on the cover do not fit on the page',
    hint: 'shorten the title, the period or the name of the publisher',
  },
  'webassembly-missing': {
    message: 'PDF files and web pages need WebAssembly, which is disabled in this Node.js',
    hint: 'start Node.js without --jitless; Word files do not need WebAssembly',
  },
  'font-is-woff': {
    message: 'the file is a web font (WOFF)',
    hint: 'use the .ttf or .otf file of the font',
  },
  'font-is-woff2': {
    message: 'the file is a web font (WOFF2)',
    hint: 'use the .ttf or .otf file of the font',
  },
  'font-is-collection': {
    message: 'the file is a font collection',
    hint: 'use the file of a single font (.ttf or .otf)',
  },
  'title-too-tall': {
    message: 'the title has {lines} lines and leaves no space on the page',
    hint: 'shorten it',
  },
  'column-heading-too-tall': {
    message: 'a column heading has {lines} lines and leaves no space on the page',
    hint: 'shorten it',
  },
} as const satisfies Catalogue;
