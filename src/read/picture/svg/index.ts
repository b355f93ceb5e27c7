/** SVG. In: the text of a file. Out: a drawing of paths, fills and clips, or its pixels. */

/** Loads the rasterizer. */
export const loadRaster = () => import('./raster.ts');

/** Loads the SVG reader. */
export const loadSvg = () => import('./read.ts');
