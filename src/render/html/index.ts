/** The page on the web. In: a document and a design. Out: one HTML file. */

export const loadHtml = () => import('./render.ts');
