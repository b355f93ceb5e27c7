/** Pictures as they are printed: read, found whole, and without what their files say of people and places. */

import type { Drawing } from './drawing.ts';

/** Path of a picture in the folder of its dataset, with forward slashes. */
export type PicturePath = string;

interface PictureFile {
  /** Path in the folder of the dataset. */
  file: PicturePath;
  /** Pixels as it is shown. */
  width: number;
  height: number;
  /**
   * The file without what is not seen: where and by whom a photograph was taken, thumbnails, remarks; of a drawing, written anew from
   * what it shows. In chunks, which are not copied.
   */
  chunks: readonly Uint8Array[];
}

export interface JpegPicture extends PictureFile {
  format: 'jpeg';
  /** 1 of grey, 3 of colour. */
  components: 1 | 3;
  /** How its rows and columns are to be turned (Exif 2.3, tag 274): 1 not at all, 6 a quarter to the right … */
  orientation: Orientation;
}

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface PngPicture extends PictureFile {
  format: 'png';
  /** Of a sample: 1, 2, 4, 8 or 16. */
  bits: number;
  /** Samples of a pixel: 1 of grey or of a palette, 2 of grey with alpha, 3 of colour, 4 of colour with alpha. */
  channels: 1 | 2 | 3 | 4;
  interlaced: boolean;
  /** Colours of a palette, three bytes each. */
  palette?: Uint8Array;
  /** What of it is transparent: alphas of the palette's colours, or the one colour that is not seen (PNG, tRNS). */
  transparency?: Uint8Array;
  /** The filtered rows as a zlib stream. */
  data: Uint8Array;
}

/** A drawing is sharp in every size: it counts as so many pixels along its longer side. */
export const DRAWING_PIXELS = 10_000;

export interface SvgPicture extends PictureFile {
  format: 'svg';
  drawing: Drawing;
  /** The same as PNG, for programs that show no SVG, where it was asked for. */
  raster?: Uint8Array;
}

export type Picture = JpegPicture | PngPicture | SvgPicture;

/** Number of bytes of a picture's file. */
export const fileSize = ({ chunks }: Picture): number => chunks.reduce((sum, { length }) => sum + length, 0);

/** Pictures by their paths. */
export type Pictures = ReadonlyMap<PicturePath, Picture>;

/** How rows and columns are turned: mirrored first, then turned to the right; degrees. */
const TURNS: Readonly<Record<Orientation, { mirrored?: 'flipH' | 'flipV'; turned?: 90 | 180 | 270 }>> = {
  1: {},
  2: { mirrored: 'flipH' },
  3: { turned: 180 },
  4: { mirrored: 'flipV' },
  5: { mirrored: 'flipH', turned: 270 },
  6: { turned: 90 },
  7: { mirrored: 'flipH', turned: 90 },
  8: { turned: 270 },
};

/** How a picture is turned. */
export const turnOf = (picture: Picture): (typeof TURNS)[Orientation] =>
  TURNS[picture.format === 'jpeg' ? picture.orientation : 1];

/** Whether the rows of its file become columns. */
export function isUpended(picture: Picture): boolean {
  const { turned } = turnOf(picture);
  return turned === 90 || turned === 270;
}

/** Bytes of a row of samples. */
export const rowBytes = (width: number, channels: number, bits: number): number =>
  Math.ceil((width * channels * bits) / 8);

/** The passes in which the rows of an interlaced PNG come (Adam7): first column and row, and their steps. */
const PASSES = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;

/** Columns and rows that the passes of a picture have; those without any are left out. One pass where it is not interlaced. */
export function passesOf({ width, height, interlaced }: Pick<PngPicture, 'width' | 'height' | 'interlaced'>) {
  if (!interlaced) return [{ x: 0, y: 0, dx: 1, dy: 1, width, height }];
  return PASSES.map((pass) => ({
    ...pass,
    width: Math.ceil((width - pass.x) / pass.dx),
    height: Math.ceil((height - pass.y) / pass.dy),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/**
 * A picture that was read.
 *
 * @throws Error when it was not
 */
export function pictureAt(pictures: Pictures, file: PicturePath): Picture {
  const picture = pictures.get(file);
  if (picture === undefined) throw new Error(`the picture ${file} was not read`);
  return picture;
}
