/** SVG. In: the text of a file. Out: a drawing of paths, fills and clips, or its pixels. */

export const loadRaster = () => import('./raster.ts');

export const loadSvg = () => import('./read.ts');
