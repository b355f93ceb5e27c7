/** The web page. In: a document and a design. Out: one HTML file. */

/** Loads the renderer of the web page. */
export const loadHtml = () => import('./render.ts');
export const loadHtmlPictures = () => import('./pictures.ts');
