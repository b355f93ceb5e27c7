/** Converts SVG files to drawings (paths, fills and clips), and drawings to pixels. */

/** Loads the rasterizer. */
export const loadRaster = () => import('./raster.ts');

/** Loads the module that reads SVG files. */
export const loadSvg = () => import('./read.ts');
