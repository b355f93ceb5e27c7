/** Pictures for print: loaded, validated, and without metadata about people and places. */

import type { Drawing } from './drawing.ts';

/** Path of a picture in the folder of its dataset, with forward slashes. */
export type PicturePath = string;

const CODE = 'code:';

/**
 * The path by which the pictures of a document include the QR code of a web address. No picture of a dataset can have
 * this path.
 */
export const codeFile = (address: string): PicturePath => `${CODE}${address}`;

/** The web address of a QR code; undefined for other pictures. */
export function addressOfCode(file: PicturePath): string | undefined {
  return file.startsWith(CODE) ? file.slice(CODE.length) : undefined;
}

interface PictureFile {
  /** Path relative to the folder of the dataset. */
  file: PicturePath;
  /** Pixels as displayed. */
  width: number;
  height: number;
  /**
   * The file without metadata such as place and author of a photograph, thumbnails and comments. A drawing is
   * rewritten from its visible content. The chunks are not copied.
   */
  chunks: readonly Uint8Array[];
}

export interface JpegPicture extends PictureFile {
  format: 'jpeg';
  /** 1 for grey, 3 for colour. */
  components: 1 | 3;
  /** Rotation of rows and columns (Exif 2.3, tag 274): 1 none, 6 a quarter turn to the right … */
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
  /** Colours of the palette, three bytes each. */
  palette?: Uint8Array;
  /** Transparency (PNG, tRNS): the alphas of the palette's colours, or the one transparent colour. */
  transparency?: Uint8Array;
  /** The filtered rows as a zlib stream. */
  data: Uint8Array;
}

/** Nominal pixels along the longer side of a drawing, which is sharp at every size. */
export const DRAWING_PIXELS = 10_000;

export interface SvgPicture extends PictureFile {
  format: 'svg';
  drawing: Drawing;
  /** The drawing as PNG for programs without SVG support, if requested. */
  raster?: Uint8Array;
}

export type Picture = JpegPicture | PngPicture | SvgPicture;

/** Size of a picture's file, in bytes. */
export const fileSize = ({ chunks }: Picture): number => chunks.reduce((sum, { length }) => sum + length, 0);

/** A picture as a data URI; `bytes` are its file, by default unchanged. */
export const dataUri = ({ format, chunks }: Picture, bytes: Buffer = Buffer.concat(chunks)): string =>
  `data:image/${format === 'svg' ? 'svg+xml' : format};base64,${bytes.toString('base64')}`;

/** Pictures by path. */
export type Pictures = ReadonlyMap<PicturePath, Picture>;

/** Transformation of rows and columns: mirrored first, then rotated clockwise, in degrees. */
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

/** Whether the rows of the file become columns. */
export function isUpended(picture: Picture): boolean {
  const { turned } = turnOf(picture);
  return turned === 90 || turned === 270;
}

/** Bytes of a row of samples. */
export const rowBytes = (width: number, channels: number, bits: number): number =>
  Math.ceil((width * channels * bits) / 8);

/** The passes of an interlaced PNG (Adam7): first column and row, and their steps. */
const PASSES = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;

/** Columns and rows of the passes of a picture, without empty passes. A picture that is not interlaced has one pass. */
export function passesOf({ width, height, interlaced }: Pick<PngPicture, 'width' | 'height' | 'interlaced'>) {
  if (!interlaced) return [{ x: 0, y: 0, dx: 1, dy: 1, width, height }];
  return PASSES.map((pass) => ({
    ...pass,
    width: Math.ceil((width - pass.x) / pass.dx),
    height: Math.ceil((height - pass.y) / pass.dy),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/**
 * A picture that has been loaded.
 *
 * @throws Error if it has not been loaded
 */
export function pictureAt(pictures: Pictures, file: PicturePath): Picture {
  const picture = pictures.get(file);
  if (picture === undefined) throw new Error(`the picture ${file} was not read`);
  return picture;
}
