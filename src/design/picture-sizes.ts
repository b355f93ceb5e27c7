import type { PICTURE_SIZES } from './schema.ts';

/** Minimum resolution at which a printed picture looks sharp, in dots per inch. */
export const SHARP = 150;
/** Minimum resolution that an enlarged picture keeps, in dots per inch. */
const COARSEST = 72;
export const POINTS_PER_INCH = 72;

/** A low-resolution picture is enlarged up to this share of the width of a text column. */
const MIN_SHARE_OF_COLUMN = 1 / 3;
/** A low-resolution picture is enlarged up to this share of the width of a cell. */
export const IN_CELL = 1;
/** Maximum height of a picture as a share of a page. */
const HIGHEST = 0.6;

export interface Size {
  width: number;
  height: number;
}

/** The length, in points, of a number of pixels at a given resolution. */
const points = (pixels: number, resolution: number): number => (pixels / resolution) * POINTS_PER_INCH;

/**
 * Size of a picture in a column, in points: as wide as the column, unless at that width the picture would be blurred or
 * too high for the page.
 *
 * @param pixels size of the picture in pixels
 * @param column width of the column, and height of the page's body
 * @param least minimum share of the column width
 */
export function figureSize(pixels: Size, column: Size, least = MIN_SHARE_OF_COLUMN): Size {
  const sharp = points(pixels.width, SHARP);
  const seen = Math.min(points(pixels.width, COARSEST), least * column.width);
  const ratio = pixels.height / pixels.width;
  const width = Math.min(Math.max(sharp, seen), column.width, (HIGHEST * column.height) / ratio);
  return { width, height: width * ratio };
}

/** Factor by which the number of pixels per side of a low-resolution picture must grow to make the picture sharp. */
export const timesToSharp = (resolution: number): number => Math.ceil(SHARP / resolution);

/** Resolution of a picture at a size in points, in dots per inch. */
export const resolutionOf = (pixels: Size, { width }: Size): number =>
  (pixels.width / width) * POINTS_PER_INCH;

/** How a picture is printed: in a size of the design, as a portrait, or as a QR code. */
export type PictureStyle = (typeof PICTURE_SIZES)[number] | 'portrait' | 'code';

/** Width of pictures as a share of their column. */
const SHARES = { beside: 0.36, small: 1 / 4, portrait: 1 / 4 } as const;
/**
 * Maximum height of pictures in one of these sizes, as a share of the maximum height of pictures in the size `full`.
 */
const LOW = 1 / 2;

/** Side of a QR code: 24 mm. */
const CODE = 68;

/** Space between a picture and the text next to it, in points. */
export const BESIDE = 14;

/** Size of a QR code in a column. */
function codeSize({ width }: Pick<Size, 'width'>): Size {
  const side = Math.min(CODE, width);
  return { width: side, height: side };
}

/** Size of a picture in a text. */
export function sizeInText(pixels: Size, column: Size, style: PictureStyle): Size {
  if (style === 'code') return codeSize(column);
  if (style === 'full') return figureSize(pixels, column);
  return figureSize(pixels, { width: SHARES[style] * column.width, height: LOW * column.height }, IN_CELL);
}

/** Size of a picture in a cell of a table. */
export const sizeInCell = (pixels: Size, column: Size, isCode = false): Size =>
  isCode ? codeSize(column) : figureSize(pixels, column, IN_CELL);
