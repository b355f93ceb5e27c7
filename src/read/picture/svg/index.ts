/** Converts SVG files to drawings of paths, fills and clips, and drawings to pixels. */

/** Loads the rasterizer. */
export const loadRaster = () => import('./raster.ts');

/** Loads the SVG reader. */
export const loadSvg = () => import('./read.ts');
