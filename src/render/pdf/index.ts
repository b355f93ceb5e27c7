/** Writes a document as a tagged PDF (PDF/UA-1, PDF/A-2a). */

/** Loads the renderer of PDF files. */
export const loadPdf = () => import('./render.ts');

/** Loads the module of PDF fonts. */
export const loadPdfFonts = () => import('./fonts.ts');
