/** PDF. In: a document, a design and fonts. Out: a tagged PDF (PDF/UA-1, PDF/A-2a). */
export type { PdfFonts } from './fonts.ts';

/** Loads what writes PDF. */
export const loadPdf = () => import('./render.ts');

/** Loads the fonts of PDF. */
export const loadPdfFonts = () => import('./fonts.ts');
