/** Draws the picture for link previews from the cover of a document, as SVG with texts. */

/** Loads the renderer of previews. */
export const loadPreview = () => import('./render.ts');
