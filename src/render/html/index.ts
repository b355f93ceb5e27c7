/** Writes a document as a web page: one HTML file. */

/** Loads the renderer of the web page. */
export const loadHtml = () => import('./render.ts');
export const loadPageFonts = () => import('./fonts.ts');
export const loadHtmlPictures = () => import('./pictures.ts');
