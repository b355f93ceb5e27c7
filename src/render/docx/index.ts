/** Word files. In: a document, a design and fonts. Out: the bytes of a .docx file. */
export type { WordFonts } from './fonts.ts';

/** Loads the renderer of Word files. */
export const loadDocx = () => import('./render.ts');

/** Loads the module of font tables. */
export const loadFontTable = () => import('./font-table.ts');

/** Loads the module of embedded fonts. */
export const loadWordFonts = () => import('./fonts.ts');
