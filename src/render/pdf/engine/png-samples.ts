import { inflateSync } from 'node:zlib';
import { type PngPicture, passesOf, rowBytes } from '../../../model/index.ts';

/**
 * Decodes the samples of a PNG: row after row, unfiltered and not interlaced. Samples of less than eight bits take one
 * byte each: greys are scaled to 255, palette indexes are unchanged.
 */
export function samplesOf(picture: PngPicture): { samples: Buffer; bytes: 1 | 2 } {
  const { width, height, bits, channels, palette, data } = picture;
  const bytes = bits === 16 ? 2 : 1;
  const pixel = channels * bytes;
  const scale = bits < 8 && palette === undefined ? 255 / (2 ** bits - 1) : 1;
  const step = Math.max(1, (channels * bits) >> 3);
  const filtered = inflateSync(data);
  const samples = Buffer.alloc(width * height * pixel);
  let at = 0;
  for (const pass of passesOf(picture)) {
    const length = rowBytes(pass.width, channels, bits);
    let above = Buffer.alloc(length);
    for (let row = 0; row < pass.height; row++) {
      const line = filtered.subarray(at + 1, at + 1 + length);
      unfilter(filtered[at] ?? 0, line, above, step);
      at += 1 + length;
      above = line;
      const start = (pass.y + row * pass.dy) * width + pass.x;
      for (let column = 0; column < pass.width; column++) {
        const to = (start + column * pass.dx) * pixel;
        if (bits < 8) {
          const bit = column * bits;
          samples[to] = (((line[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1)) * scale;
        } else for (let byte = 0; byte < pixel; byte++) samples[to + byte] = line[column * pixel + byte] ?? 0;
      }
    }
  }
  return { samples, bytes };
}

/** Reverses the filter of a row in place (PNG, 9.2). */
function unfilter(filter: number, line: Buffer, above: Buffer, step: number): void {
  if (filter === 0) return;
  for (let index = 0; index < line.length; index++) {
    const left = index < step ? 0 : (line[index - step] ?? 0);
    const up = above[index] ?? 0;
    const corner = index < step ? 0 : (above[index - step] ?? 0);
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    line[index] = (line[index] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
