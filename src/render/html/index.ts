/** The page on the web. In: a document and a design. Out: one HTML file. */

/** Loads what writes the page on the web. */
export const loadHtml = () => import('./render.ts');
