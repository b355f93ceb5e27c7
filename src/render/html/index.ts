/** The web page. In: a document and a design. Out: one HTML file. */

export type { FontsOf } from './fonts.ts';

/** Loads the renderer of the web page. */
export const loadHtml = () => import('./render.ts');
export const loadPageFonts = () => import('./fonts.ts');
export const loadHtmlPictures = () => import('./pictures.ts');
