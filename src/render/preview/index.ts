/** The picture that previews of links show. In: the cover of a document and a design. Out: SVG with texts. */

/** Loads the renderer. */
export const loadPreview = () => import('./render.ts');
