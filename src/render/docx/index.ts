/** Writes a document as a Word file (.docx). */

/** Loads the Word renderer. */
export const loadDocx = () => import('./render.ts');

/** Loads the font table module. */
export const loadFontTable = () => import('./font-table.ts');

/** Loads the module that embeds fonts. */
export const loadWordFonts = () => import('./fonts.ts');
