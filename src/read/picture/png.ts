import { crc32, inflateSync } from 'node:zlib';
import { LIMITS, type PngPicture, passesOf, rowBytes } from '../../model/index.ts';
import { type ByteRange, bytesOfRanges } from './byte-ranges.ts';
import { messageOf, truncated, unprintable } from './messages.ts';

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The number of samples per pixel and the allowed bit depths, by the colour type in the header (PNG, table 11.1). */
const COLOUR_TYPES: Readonly<Record<number, { channels: 1 | 2 | 3 | 4; bits: readonly number[] }>> = {
  0: { channels: 1, bits: [1, 2, 4, 8, 16] },
  2: { channels: 3, bits: [8, 16] },
  3: { channels: 1, bits: [1, 2, 4, 8] },
  4: { channels: 2, bits: [8, 16] },
  6: { channels: 4, bits: [8, 16] },
};
const PALETTE = 3;

/**
 * Chunks that affect rendering. All other chunks are omitted, because they may contain metadata that should not be
 * published.
 */
const SEEN = ['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'IDAT', 'IEND'];

/**
 * Reads a PNG file and checks that it contains exactly as many samples as its header declares. Unpacking stops at that
 * number.
 *
 * @throws UserError if the file is damaged, or exceeds the limit for printing
 */
export function readPng(bytes: Buffer): Omit<PngPicture, 'file'> {
  const chunks = chunksOf(bytes);
  const header = chunks[0];
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw truncated();
  const width = header.data.readUInt32BE(0);
  const height = header.data.readUInt32BE(4);
  const [bits = 0, type = 0, compression, filter, interlace = 0] = header.data.subarray(8);
  const colour = COLOUR_TYPES[type];
  if (
    width === 0 ||
    height === 0 ||
    colour === undefined ||
    !colour.bits.includes(bits) ||
    compression !== 0 ||
    filter !== 0 ||
    interlace > 1
  )
    throw truncated();
  requireSize(width, height);
  const { channels } = colour;
  const interlaced = interlace === 1;
  const palette = chunks.find((chunk) => chunk.type === 'PLTE')?.data;
  const transparency = chunks.find((chunk) => chunk.type === 'tRNS')?.data;
  if (type === PALETTE) {
    if (palette === undefined || palette.length % 3 !== 0 || palette.length > 768 || palette.length === 0)
      throw truncated();
    if (transparency !== undefined && transparency.length > palette.length / 3) throw truncated();
  } else if (transparency !== undefined && (channels % 2 === 0 || transparency.length !== 2 * channels))
    throw truncated();
  const data = Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data));
  requireRows(data, passesOf({ width, height, interlaced }), channels, bits);
  return {
    format: 'png',
    width,
    height,
    bits,
    channels,
    interlaced,
    ...(type === PALETTE && palette !== undefined ? { palette } : {}),
    ...(transparency === undefined ? {} : { transparency }),
    data,
    chunks: bytesOfRanges(bytes, [
      { start: 0, end: PNG_SIGNATURE.length },
      ...chunks.filter(({ type }) => SEEN.includes(type)).map(({ whole }) => whole),
    ]),
  };
}

interface Chunk {
  type: string;
  data: Buffer;
  /** The whole chunk, including its length, type and checksum. */
  whole: ByteRange;
}

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (chunks.at(-1)?.type !== 'IEND') {
    if (chunks.length >= LIMITS.pictureParts || at + 12 > bytes.length) throw truncated();
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw truncated();
    const type = bytes.toString('latin1', at + 4, at + 8);
    const known = bytes.readUInt32BE(end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== known) throw truncated();
    if (/^[A-Z]/.test(type) && !SEEN.includes(type)) throw truncated();
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: { start: at, end } });
    at = end;
  }
  return chunks;
}

/** @throws UserError if a picture has more pixels than the limit for printing */
export function requireSize(width: number, height: number): void {
  if (width * height > LIMITS.picturePixels)
    throw unprintable(messageOf('picture-too-many-pixels', { width, height, most: LIMITS.picturePixels }));
}

/**
 * @throws UserError if the size of the rows does not match the header exactly, or a row begins with an unknown filter
 */
function requireRows(
  data: Buffer,
  passes: ReturnType<typeof passesOf>,
  channels: number,
  bits: number,
): void {
  const lengths = passes.map(({ width, height }) => ({ row: rowBytes(width, channels, bits) + 1, height }));
  const expected = lengths.reduce((sum, { row, height }) => sum + row * height, 0);
  if (expected > LIMITS.pictureBytes)
    throw unprintable(
      messageOf('picture-too-large-unpacked', { megabytes: Math.ceil(expected / 1024 / 1024) }),
    );
  let rows: Buffer;
  try {
    rows = inflateSync(data, { maxOutputLength: expected });
  } catch {
    throw truncated();
  }
  if (rows.length !== expected) throw truncated();
  let at = 0;
  for (const { row, height } of lengths)
    for (let index = 0; index < height; index++, at += row) if ((rows[at] ?? 5) > 4) throw truncated();
}
