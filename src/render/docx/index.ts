/** Writes a document as a Word file (.docx). */

/** Loads the renderer of Word files. */
export const loadDocx = () => import('./render.ts');

/** Loads the module of font tables. */
export const loadFontTable = () => import('./font-table.ts');

/** Loads the module of embedded fonts. */
export const loadWordFonts = () => import('./fonts.ts');
