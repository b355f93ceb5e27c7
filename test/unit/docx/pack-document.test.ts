import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BuildMemory } from '../../../src/memo.ts';
import type { Unit } from '../../../src/render/docx/body.ts';
import { type BlockMemory, packDocument } from '../../../src/render/docx/pack-document.ts';
import type { Shell } from '../../../src/render/docx/shell.ts';

const shell: Shell = { parts: new Map(), before: '<w:body>', after: '</w:body>', sections: [] };

/** A text of many bytes that is not all alike. */
interface Stretch {
  words: string;
  times: number;
}

const textOf = ({ words, times }: Stretch): string =>
  Array.from({ length: times }, (_, index) => `<w:t>${words} ${index % 9973}</w:t>`).join('');

/** Stretches of up to a few hundred kilobytes, so that some blocks hold many and some end with one. */
const stretches = fc.array(
  fc.record({
    words: fc.constantFrom('town', 'coopération', 'Волгоград', '😀 – «', ''),
    times: fc.oneof(fc.nat(20), fc.integer({ min: 5_000, max: 40_000 })),
  }),
  { maxLength: 12 },
);

const asTexts = (all: readonly Stretch[]): Unit[] => all.map((stretch) => [textOf(stretch), '']);
const asBytes = (all: readonly Stretch[]): Unit[] => all.map((stretch) => Buffer.from(textOf(stretch)));

/** The sum of what comes out, which is quicker to compare than the bytes. */
async function packedSum(units: Iterable<Unit>, known?: BlockMemory): Promise<string> {
  const { bytes } = await pack(units, known);
  return createHash('sha256').update(bytes).digest('hex');
}

async function pack(units: Iterable<Unit>, known?: BlockMemory) {
  const { chunks, crc, size } = await packDocument(shell, units, known);
  return { bytes: Buffer.concat(chunks), blocks: chunks.length, crc, size };
}

describe('the document of a package', () => {
  it('is one deflate stream of all that it is given', async () => {
    await fc.assert(
      fc.asyncProperty(stretches, async (all) => {
        const text = Buffer.from(`<w:body>${all.map(textOf).join('')}</w:body>`);
        const { bytes, crc, size } = await pack(asTexts(all));
        expect(inflateRawSync(bytes).equals(text)).toBe(true);
        expect([crc, size]).toEqual([crc32(text), text.length]);
      }),
      { numRuns: 20 },
    );
  });

  it('is cut where a block has a megabyte, and is one block below', async () => {
    const room = (1 << 20) - '<w:body>'.length;
    expect((await pack([])).blocks).toBe(1);
    expect((await pack([['x'.repeat(room - 1)]])).blocks).toBe(1);
    expect((await pack([['x'.repeat(room)]])).blocks).toBe(2);
    expect((await pack([['x'.repeat(5 * room)], ['x']])).blocks).toBe(2);
  });

  it('has the same bytes from texts and from bytes, and where blocks are known', async () => {
    await fc.assert(
      fc.asyncProperty(stretches, stretches, fc.nat(12), async (all, others, at) => {
        const memory = new BuildMemory();
        const known: BlockMemory = memory.recall();
        const edited = [...all.slice(0, at), ...others.slice(0, 1), ...all.slice(at + 1)];
        const kept = asBytes(all);
        expect(await packedSum(kept, known)).toEqual(await packedSum(asTexts(all)));
        memory.begin();
        const units = [...kept.slice(0, at), ...asTexts(others.slice(0, 1)), ...kept.slice(at + 1)];
        expect(await packedSum(units, known)).toEqual(await packedSum(asTexts(edited)));
      }),
      { numRuns: 20 },
    );
  });

  it('compresses only the blocks that changed', async () => {
    const memory = new BuildMemory();
    const recall: BlockMemory = memory.recall();
    let made = 0;
    const known: BlockMemory = {
      get: (key, input, make) =>
        recall.get(key, input, () => {
          made++;
          return make();
        }),
    };
    // Four make a block; the one that holds only the end of the document is not kept.
    const unit = (letter: string): Uint8Array => Buffer.from(letter.repeat(1 << 18));
    const units = [...'abcdefghijklmnop'].map(unit);
    const madeFor = async (): Promise<number> => {
      made = 0;
      memory.begin();
      await pack(units, known);
      return made;
    };
    expect(await madeFor()).toBe(4);
    expect(await madeFor()).toBe(0);
    units[5] = unit('X');
    expect(await madeFor()).toBe(1);
    units[7] = unit('Y');
    // Its end may be repeated in the next.
    expect(await madeFor()).toBe(2);
  });
});
