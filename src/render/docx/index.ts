/** Word files. In: a document, a design and fonts. Out: the bytes of a .docx file. */
export type { WordFonts } from './fonts.ts';

export const loadDocx = () => import('./render.ts');

export const loadFontTable = () => import('./font-table.ts');

export const loadWordFonts = () => import('./fonts.ts');
