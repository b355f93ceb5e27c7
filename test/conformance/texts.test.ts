/** The text that other programs extract from our PDF files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/model.ts';
import { pdfOf } from '../support/pdf-samples.ts';
import { asRead, columnOfTexts, PRINTED, printableText, tableOfTexts } from '../support/printable-texts.ts';
import { runs } from '../support/property-runs.ts';
import { output } from './support/tools.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'programme-'));
afterAll(() => rm(folder, { recursive: true }));

/** The footer of a page and the header of the next page are not part of the text between them. */
const withoutRunning = (words: string): string => words.replace(/\d+ \/ \d+\s+T · Draft\s+Part\s/g, '');

/** In content order: if it uses only positions, pdftotext guesses word boundaries and joins adjacent single letters. */
async function pdftotext(document: Document): Promise<string> {
  const file = path.join(folder, 'texts.pdf');
  await writeFile(file, await pdfOf(document));
  const text = await output('pdftotext', ['-enc', 'UTF-8', '-raw', '-f', '2', file, '-']);
  return asRead(withoutRunning(text));
}

const lists = fc.array(printableText, { minLength: 1, maxLength: 40, size: 'max' });

describe('pdftotext', () => {
  it('pdftotext extracts every text', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (texts) => {
        expect(await pdftotext(columnOfTexts(texts))).toContain(asRead(texts.join(' ')));
      }),
      { numRuns: runs(20) },
    );
  });

  it('pdftotext extracts every word of a narrow column', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (texts) => {
        const found = new Set((await pdftotext(tableOfTexts(texts))).split(' '));
        expect(
          asRead(texts.join(' '))
            .split(' ')
            .filter((word) => !found.has(word)),
        ).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });

  it('pdftotext extracts every character of the fonts', async () => {
    const texts = PRINTED.map((character) => `a${character}b`.normalize('NFC'));
    expect(await pdftotext(columnOfTexts(texts))).toContain(asRead(texts.join(' ')));
  });
});
