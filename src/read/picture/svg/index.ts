/** SVG. In: the text of a file. Out: a drawing of paths, fills and clips, or its pixels. */

/** Loads what turns drawings into pixels. */
export const loadRaster = () => import('./raster.ts');

/** Loads the reader of SVG. */
export const loadSvg = () => import('./read.ts');
