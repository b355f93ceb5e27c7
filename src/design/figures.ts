/** How large a picture is in a column of text. */

/** Dots an inch from which a printed picture looks sharp, and those of the coarsest that is enlarged to be seen. */
export const SHARP = 150;
const COARSEST = 72;
const POINTS_PER_INCH = 72;

/** A picture that is sharp only where it is small is enlarged to this share of a column of text, … */
const LEAST = 1 / 3;
/** … and to this of a cell; none is higher than this share of a page. */
export const IN_CELL = 1;
const HIGHEST = 0.6;

export interface Size {
  width: number;
  height: number;
}

/** Points that so many pixels take. */
const points = (pixels: number, resolution: number): number => (pixels / resolution) * POINTS_PER_INCH;

/**
 * Size of a picture in a column: as wide as the column, as far as it is sharp and no higher than a page bears; points.
 *
 * @param pixels of the picture
 * @param column width of the column, and height of the page's body
 * @param least share of the column that it has at least
 */
export function figureSize(pixels: Size, column: Size, least = LEAST): Size {
  const sharp = points(pixels.width, SHARP);
  const seen = Math.min(points(pixels.width, COARSEST), least * column.width);
  const ratio = pixels.height / pixels.width;
  const width = Math.min(Math.max(sharp, seen), column.width, (HIGHEST * column.height) / ratio);
  return { width, height: width * ratio };
}

/** How many times as many pixels a side make a coarse picture sharp. */
export const timesToSharp = (resolution: number): number => Math.ceil(SHARP / resolution);

/** Dots an inch of a picture in a size of points. */
export const resolutionOf = (pixels: Size, { width }: Size): number =>
  (pixels.width / width) * POINTS_PER_INCH;

/** A portrait has this share of the width of its column, as far as it is no higher than this share of that of other pictures. */
const PORTRAIT = 1 / 4;
const LOW = 1 / 2;

/** Size of a portrait in a column. */
const portraitSize = (pixels: Size, { width, height }: Size): Size =>
  figureSize(pixels, { width: PORTRAIT * width, height: LOW * height }, IN_CELL);

/** Size of a picture of a text, by its style. */
export const sizeInText = (pixels: Size, column: Size, style: 'portrait' | undefined): Size =>
  style === undefined ? figureSize(pixels, column) : portraitSize(pixels, column);
