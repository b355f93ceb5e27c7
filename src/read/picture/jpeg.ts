import { type ExifOrientation, type JpegPicture, LIMITS } from '../../model/index.ts';
import { type ByteRange, bytesOfRanges } from './byte-ranges.ts';
import { messageOf, truncated, unprintable } from './messages.ts';
import { requireSize } from './png.ts';

/** The second byte of each marker (ITU T.81, table B.1); the first byte is always FF. */
const MARKER = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, exif: 0xe1, adobe: 0xee } as const;
/** The frame types that PDF supports: baseline, extended and progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Frame types that PDF does not support: lossless, hierarchical and arithmetic coding. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

interface Frame {
  width: number;
  height: number;
  components: 1 | 3;
  /** Number of blocks of 8 × 8 samples. Each block needs at least one bit in the file. */
  blocks: number;
}

/**
 * Reads a JPEG file and checks that its segments and scans are complete. The samples are not decoded, because this
 * would take a second for five million pixels. Instead, the length of the scans is compared with the number of samples
 * that the header declares.
 *
 * @throws UserError if the file is damaged, exceeds the limit for printing, or is of a type that PDF and Word do not
 * support
 */
export function readJpeg(bytes: Buffer): Omit<JpegPicture, 'file'> {
  const kept: ByteRange[] = [{ start: 0, end: 2 }];
  let frame: Frame | undefined;
  let orientation: ExifOrientation = 1;
  let scanned = 0;
  let at = 2;
  for (let parts = 0; ; parts++) {
    if (parts >= LIMITS.pictureParts) throw truncated();
    const marker = markerAt(bytes, at);
    if (marker.code === MARKER.end) {
      kept.push({ start: marker.at - 1, end: marker.at + 1 });
      break;
    }
    const { code, start, end } = segmentAt(bytes, marker);
    const segment = bytes.subarray(start, end);
    if (FRAMES.includes(code)) {
      if (frame !== undefined) throw truncated();
      frame = frameOf(segment);
    } else if (OTHER_FRAMES.includes(code)) throw unprintable(messageOf('jpeg-of-rare-kind'));
    else if (code === MARKER.exif) orientation = orientationOf(segment) ?? orientation;
    if (code <= MARKER.app0 || code === MARKER.adobe) kept.push({ start: marker.at - 1, end });
    at = end;
    if (code !== MARKER.scan) continue;
    if (frame === undefined) throw truncated();
    at = endOfScan(bytes, end);
    scanned += at - end;
    kept.push({ start: end, end: at });
  }
  if (frame === undefined || 8 * scanned < frame.blocks) throw truncated();
  const { width, height, components } = frame;
  const upended = orientation >= 5;
  return {
    format: 'jpeg',
    width: upended ? height : width,
    height: upended ? width : height,
    components,
    orientation,
    chunks: bytesOfRanges(bytes, kept),
  };
}

interface Marker {
  /** The offset of the byte that contains the code of the marker. */
  at: number;
  code: number;
}

/**
 * Reads a marker, which must begin at the given offset. Additional FF bytes before the code of the marker are padding.
 */
function markerAt(bytes: Buffer, from: number): Marker {
  let at = from;
  if (bytes[at] !== 0xff) throw truncated();
  while (bytes[at] === 0xff) at++;
  const code = bytes[at];
  if (code === undefined || code === 0) throw truncated();
  return { at, code };
}

function segmentAt(bytes: Buffer, { at, code }: Marker): { code: number; start: number; end: number } {
  if (code < 0xc0 || (code >= 0xd0 && code <= MARKER.start) || at + 3 > bytes.length) throw truncated();
  const end = at + 1 + bytes.readUInt16BE(at + 1);
  if (end > bytes.length || end < at + 3) throw truncated();
  return { code, start: at + 3, end };
}

function frameOf(segment: Buffer): Frame {
  if (segment.length < 6) throw truncated();
  const components = segment[5] ?? 0;
  const [height, width] = [segment.readUInt16BE(1), segment.readUInt16BE(3)];
  if (segment[0] !== 8) throw unprintable(messageOf('jpeg-bits', { bits: segment[0] ?? 0 }));
  if (components === 4) throw unprintable(messageOf('jpeg-for-press'));
  if (components !== 1 && components !== 3) throw unprintable(messageOf('jpeg-components', { components }));
  if (segment.length !== 6 + 3 * components || width === 0 || height === 0) throw truncated();
  requireSize(width, height);
  const factors = Array.from({ length: components }, (_, index) => {
    const factor = segment[7 + 3 * index] ?? 0;
    return { across: factor >> 4, down: factor & 15 };
  });
  if (factors.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) throw truncated();
  const mostAcross = Math.max(...factors.map(({ across }) => across));
  const mostDown = Math.max(...factors.map(({ down }) => down));
  const blocksOf = ({ across, down }: (typeof factors)[number]): number =>
    Math.ceil((width * across) / mostAcross / 8) * Math.ceil((height * down) / mostDown / 8);
  const blocks = factors.reduce((sum, factor) => sum + blocksOf(factor), 0);
  return { width, height, components, blocks };
}

/**
 * The offset of the next marker that is not part of the scan. Within a scan, an FF byte is followed by 00 or by the
 * code of a restart marker.
 */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  throw truncated();
}

const ORIENTATION = 274;

/**
 * The orientation in an Exif segment. An unreadable segment is ignored, because many programs write invalid segments.
 */
function orientationOf(segment: Buffer): ExifOrientation | undefined {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 14) return undefined;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return undefined;
  const entries = short(start);
  for (let index = 0; index < entries; index++) {
    const at = start + 2 + 12 * index;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? (value as ExifOrientation) : undefined;
  }
  return undefined;
}
