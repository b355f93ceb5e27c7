/** Pictures for print, which are loaded, validated and stripped of metadata about people and places. */

import type { Drawing } from './drawing.ts';

/** The path of a picture in the dataset folder, with forward slashes. */
export type PicturePath = string;

const CODE = 'code:';

/**
 * The path of the QR code for a web address among the pictures of a document. No picture in a dataset can have such a
 * path.
 */
export const codeFile = (address: string): PicturePath => `${CODE}${address}`;

/** The web address of a QR code; undefined for other pictures. */
export function addressOfCode(file: PicturePath): string | undefined {
  return file.startsWith(CODE) ? file.slice(CODE.length) : undefined;
}

interface PictureFile {
  /** The path relative to the dataset folder. */
  file: PicturePath;
  /** The width of the displayed picture, in pixels. */
  width: number;
  height: number;
  /**
   * The content of the file without metadata, such as the place and author of a photograph, thumbnails and comments; a
   * drawing is rewritten so that it contains only visible content. The chunks share memory with the bytes that were
   * read.
   */
  chunks: readonly Uint8Array[];
}

export interface JpegPicture extends PictureFile {
  format: 'jpeg';
  /** Number of colour components: 1 for grey, 3 for colour. */
  components: 1 | 3;
  /** The orientation (Exif 2.3, tag 274): 1 for no rotation, 6 for a quarter turn to the right, and so on. */
  orientation: ExifOrientation;
}

export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface PngPicture extends PictureFile {
  format: 'png';
  /** Bits per sample: 1, 2, 4, 8 or 16. */
  bits: number;
  /** Samples per pixel: 1 for grey or a palette, 2 for grey with alpha, 3 for colour, 4 for colour with alpha. */
  channels: 1 | 2 | 3 | 4;
  interlaced: boolean;
  /** The colours of the palette, three bytes each. */
  palette?: Uint8Array;
  /** The transparency (PNG, tRNS): the alpha values of the palette's colours, or the single transparent colour. */
  transparency?: Uint8Array;
  /** The filtered rows as a zlib stream. */
  data: Uint8Array;
}

/**
 * Number of pixels assumed for the longer side of a drawing. This number is large, because drawings are sharp at every
 * size.
 */
export const DRAWING_PIXELS = 10_000;

export interface SvgPicture extends PictureFile {
  format: 'svg';
  drawing: Drawing;
  /** The drawing as PNG, for programs that do not support SVG; only if it was requested. */
  raster?: Uint8Array;
}

export type Picture = JpegPicture | PngPicture | SvgPicture;

/** The size of the file of a picture, in bytes. */
export const fileSize = ({ chunks }: Picture): number => chunks.reduce((sum, { length }) => sum + length, 0);

/** A picture as a data URI; `bytes` is the content of its file, by default unchanged. */
export const dataUri = ({ format, chunks }: Picture, bytes: Buffer = Buffer.concat(chunks)): string =>
  `data:image/${format === 'svg' ? 'svg+xml' : format};base64,${bytes.toString('base64')}`;

/** Pictures, by path. */
export type Pictures = ReadonlyMap<PicturePath, Picture>;

/** The transformation for each orientation: the picture is first mirrored, then rotated clockwise (in degrees). */
const TURNS: Readonly<Record<ExifOrientation, { mirrored?: 'flipH' | 'flipV'; turned?: 90 | 180 | 270 }>> = {
  1: {},
  2: { mirrored: 'flipH' },
  3: { turned: 180 },
  4: { mirrored: 'flipV' },
  5: { mirrored: 'flipH', turned: 270 },
  6: { turned: 90 },
  7: { mirrored: 'flipH', turned: 90 },
  8: { turned: 270 },
};

/** The transformation of a picture. */
export const turnOf = (picture: Picture): (typeof TURNS)[ExifOrientation] =>
  TURNS[picture.format === 'jpeg' ? picture.orientation : 1];

/** Whether the orientation swaps width and height, so that the rows of the file are displayed as columns. */
export function isUpended(picture: Picture): boolean {
  const { turned } = turnOf(picture);
  return turned === 90 || turned === 270;
}

/** The number of bytes in a row of samples. */
export const rowBytes = (width: number, channels: number, bits: number): number =>
  Math.ceil((width * channels * bits) / 8);

/** The passes of an interlaced PNG (Adam7): the first column and row of each pass, and the steps to the next ones. */
const PASSES = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;

/**
 * The numbers of columns and rows in each pass of a picture, without empty passes. A picture that is not interlaced has
 * one pass.
 */
export function passesOf({ width, height, interlaced }: Pick<PngPicture, 'width' | 'height' | 'interlaced'>) {
  if (!interlaced) return [{ x: 0, y: 0, dx: 1, dy: 1, width, height }];
  return PASSES.map((pass) => ({
    ...pass,
    width: Math.ceil((width - pass.x) / pass.dx),
    height: Math.ceil((height - pass.y) / pass.dy),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/**
 * Returns a picture that has been loaded.
 *
 * @throws Error if the picture has not been loaded
 */
export function pictureAt(pictures: Pictures, file: PicturePath): Picture {
  const picture = pictures.get(file);
  if (picture === undefined) throw new Error(`the picture ${file} was not read`);
  return picture;
}
