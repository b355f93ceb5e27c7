/** Writes a document as a tagged PDF (PDF/UA-1, PDF/A-2a). */

/** Loads the PDF renderer. */
export const loadPdf = () => import('./render.ts');

/** Loads the PDF font module. */
export const loadPdfFonts = () => import('./fonts.ts');
