/**
 * Converts pictures to image XObjects (ISO 32000-1, 8.9.5). File data is copied unchanged, except for alpha channels
 * and interlaced rows.
 */
import { isUpended, type JpegPicture, type PngPicture } from '../../../model/index.ts';
import { compressBytes } from './deflate.ts';
import { samplesOf } from './png-samples.ts';

export interface ImageStream {
  /** Entries of the image's dictionary. */
  entries: string;
  body: Uint8Array | readonly Uint8Array[];
}

export interface Image extends ImageStream {
  /** The alpha channel as a separate image. */
  mask?: ImageStream;
}

export function imageOf(picture: JpegPicture | PngPicture): Image {
  if (picture.format === 'png') return pngImage(picture);
  const { chunks, components, width, height } = picture;
  const [columns, rows] = isUpended(picture) ? [height, width] : [width, height];
  const space = components === 1 ? 'DeviceGray' : 'DeviceRGB';
  return {
    entries: `${size(columns, rows, 8)}/ColorSpace/${space}/Filter/DCTDecode`,
    body: chunks,
  };
}

const size = (width: number, height: number, bits: number): string =>
  `/Width ${width}/Height ${height}/BitsPerComponent ${bits}`;

function pngImage(picture: PngPicture): Image {
  const { width, height, bits, channels, interlaced, palette, transparency, data } = picture;
  const alpha = channels === 2 || channels === 4;
  const colours = (alpha ? channels - 1 : channels) as 1 | 3;
  const space = spaceOf(colours, palette);
  const decoded = alpha || interlaced || (palette && transparency) ? samplesOf(picture) : undefined;
  const mask = decoded && maskOf(picture, decoded);
  if (decoded !== undefined && (alpha || interlaced)) {
    const depth = decoded.bytes * 8;
    const samples = alpha ? channelsOf(decoded.samples, picture, decoded.bytes, 0, colours) : decoded.samples;
    return {
      entries: `${size(width, height, depth)}${space}${keyOf(picture, depth)}/Filter/FlateDecode`,
      body: compressBytes(samples),
      ...(mask && { mask }),
    };
  }
  return {
    entries: `${size(width, height, bits)}${space}${keyOf(picture, bits)}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${colours}/BitsPerComponent ${bits}/Columns ${width}>>`,
    body: data,
    ...(mask && { mask }),
  };
}

function spaceOf(colours: 1 | 3, palette: Uint8Array | undefined): string {
  if (palette === undefined) return `/ColorSpace/${colours === 1 ? 'DeviceGray' : 'DeviceRGB'}`;
  const colour = Buffer.from(palette).toString('hex');
  return `/ColorSpace[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${colour}>]`;
}

/** The transparent colour as a colour key mask, for samples of `depth` bits. */
function keyOf({ bits, palette, transparency }: PngPicture, depth: number): string {
  if (palette !== undefined || transparency === undefined) return '';
  const scale = bits < 8 && depth === 8 ? 255 / (2 ** bits - 1) : 1;
  const range: number[] = [];
  for (let at = 0; at < transparency.length; at += 2) {
    const value = (((transparency[at] ?? 0) << 8) | (transparency[at + 1] ?? 0)) & (2 ** bits - 1);
    range.push(value * scale, value * scale);
  }
  return `/Mask[${range.join(' ')}]`;
}

interface Samples {
  samples: Buffer;
  /** Bytes per sample. */
  bytes: 1 | 2;
}

/** The alpha channel of a picture as a soft mask; undefined if the picture is opaque. */
function maskOf(picture: PngPicture, { samples, bytes }: Samples): ImageStream | undefined {
  const { width, height, channels, palette, transparency } = picture;
  let alphas: Buffer;
  let depth = 8;
  if (palette !== undefined) {
    if (transparency === undefined) return undefined;
    alphas = Buffer.alloc(samples.length);
    for (let at = 0; at < samples.length; at++) alphas[at] = transparency[samples[at] ?? 0] ?? 255;
  } else if (channels === 2 || channels === 4) {
    alphas = channelsOf(samples, picture, bytes, channels - 1, 1);
    depth = 8 * bytes;
  } else return undefined;
  if (alphas.every((alpha) => alpha === 255)) return undefined;
  return {
    entries: `${size(width, height, depth)}/ColorSpace/DeviceGray/Filter/FlateDecode`,
    body: compressBytes(alphas),
  };
}

/** Some channels of each pixel: `count` channels from the channel `first` on. */
function channelsOf(
  samples: Buffer,
  { channels }: PngPicture,
  bytes: 1 | 2,
  first: number,
  count: number,
): Buffer {
  const out = Buffer.alloc((samples.length / channels) * count);
  for (let at = first * bytes, to = 0; at < samples.length; at += channels * bytes)
    for (let byte = 0; byte < count * bytes; byte++) out[to++] = samples[at + byte] ?? 0;
  return out;
}
