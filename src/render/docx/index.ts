/** Word files. In: a document, a design and fonts. Out: the bytes of a .docx file. */
export type { WordFonts } from './fonts.ts';

/** Loads what writes Word files. */
export const loadDocx = () => import('./render.ts');

/** Loads the table of the fonts of a Word file. */
export const loadFontTable = () => import('./font-table.ts');

/** Loads the fonts of Word files. */
export const loadWordFonts = () => import('./fonts.ts');
