import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeflater } from '../../../src/render/pdf/engine/deflate.ts';

/** Texts of bytes, some longer than what zlib hands out at a time even when they are compressed. */
const text = fc
  .record({
    words: fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)) }),
    times: fc.constantFrom(1, 20, 2000),
    seed: fc.nat(),
    noise: fc.constantFrom(0, 100, 60_000),
  })
  .map(({ words, times, seed, noise }) => words.repeat(times) + noiseOf(seed, noise));

/** Bytes that cannot be compressed. */
function noiseOf(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(state >>> 24);
  }).join('');
}

describe('the deflater', () => {
  it('gives the bytes of zlib for each of many texts at once, in whatever order they are done', async () => {
    const compress = createDeflater();
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
        const compressed = await Promise.all(texts.map((each) => compress(each)));
        expect(compressed.map((bytes) => Buffer.from(bytes).toString('latin1'))).toEqual(
          texts.map((each) => deflateSync(Buffer.from(each, 'latin1')).toString('latin1')),
        );
      }),
    );
  });
});
