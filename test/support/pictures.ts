/** Pictures drawn for tests. */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';
import { passesOf, rowBytes } from '../../src/model/picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const CHANNELS: Readonly<Record<number, 1 | 2 | 3 | 4>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface Drawn {
  width: number;
  height: number;
  bits?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  type?: number;
  interlaced?: boolean;
  palette?: readonly number[];
  transparency?: readonly number[];
  /** Chunks before the data. */
  more?: readonly Buffer[];
  /** Samples of a pixel, each from 0 to 2^bits - 1. */
  pixel(x: number, y: number): readonly number[];
}

/** A PNG file; the rows use the five filters in turn. */
export function png({
  width,
  height,
  bits = 8,
  type = 2,
  interlaced = false,
  palette,
  transparency,
  more = [],
  pixel,
}: Drawn): Buffer {
  const channels = CHANNELS[type] ?? 1;
  const step = Math.max(1, (channels * bits) / 8);
  const rows: Buffer[] = [];
  for (const pass of passesOf({ width, height, interlaced })) {
    let above = Buffer.alloc(rowBytes(pass.width, channels, bits));
    for (let row = 0; row < pass.height; row++) {
      const line = Buffer.alloc(above.length);
      let bit = 0;
      for (let column = 0; column < pass.width; column++)
        for (const sample of pixel(pass.x + column * pass.dx, pass.y + row * pass.dy)) {
          for (let left = bits - 1; left >= 0; left--, bit++)
            line[bit >> 3] = (line[bit >> 3] ?? 0) | (((sample >> left) & 1) << (7 - (bit & 7)));
        }
      rows.push(filtered(row % 5, line, above, step));
      above = line;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, type, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...more,
    ...(palette === undefined ? [] : [chunk('PLTE', Uint8Array.from(palette))]),
    ...(transparency === undefined ? [] : [chunk('tRNS', Uint8Array.from(transparency))]),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function filtered(filter: number, line: Buffer, above: Buffer, step: number): Buffer {
  const out = Buffer.alloc(line.length + 1);
  out[0] = filter;
  for (let index = 0; index < line.length; index++) {
    const left = line[index - step] ?? 0;
    const up = above[index] ?? 0;
    const corner = above[index - step] ?? 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    out[index + 1] = ((line[index] ?? 0) - guess) & 255;
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** A JPEG file of three components. */
export function jpeg(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [number, number, number],
): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(pixel(x, y), 4 * (y * width + x));
  return encode({ data, width, height }, 80).data;
}
