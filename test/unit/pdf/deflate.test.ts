import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compress } from '../../../src/render/pdf/engine/deflate.ts';

/**
 * Texts of few letters, longer and shorter ones in turn: where a zlib stream is used again, the window behind the end of a short text
 * still holds the letters of a longer one, and zlib looks at the first of them.
 */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', '\n'),
  minLength: 1,
  maxLength: 400,
  size: 'max',
});

it('what a text is compressed to depends on no other text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40, size: 'max' }), async (texts) => {
      const compressed = await Promise.all(texts.map((each) => compress(each)));
      expect(compressed.map((bytes) => Buffer.from(bytes).toString('latin1'))).toEqual(
        texts.map((each) => deflateSync(Buffer.from(each, 'latin1')).toString('latin1')),
      );
    }),
  );
});
