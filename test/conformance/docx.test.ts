import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { regionOf } from '../../src/commands/region.ts';
import { compare } from '../../src/compare/compare.ts';
import { buildDocument } from '../../src/document/build.ts';
import { comparisonDocument } from '../../src/document/comparison.ts';
import type { Document } from '../../src/document/model.ts';
import { noveltyOf } from '../../src/document/whats-new.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { readFonts } from '../../src/read/fonts.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { output } from './support/tools.ts';

const [edition, draft, fonts] = await Promise.all([
  readProgramme('data', '1'),
  readProgramme('data', 'draft'),
  readFonts(),
]);
const comparison = compare(edition, draft);

const DOCUMENTS: readonly [string, Document][] = [
  ['edition 1', buildDocument(edition, 'en')],
  ['edition 1 in Russian', buildDocument(edition, 'ru')],
  ['an extract', buildDocument(edition, 'fr', { extract: regionOf(edition, 'FR-OCC') })],
  ['the draft with its news', buildDocument(draft, 'en', { news: noveltyOf(comparison) })],
  ['a comparison', comparisonDocument(comparison, draft.config, 'en')],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Text of each page of LibreOffice's own layout. */
async function pagesByLibreOffice(bytes: Uint8Array): Promise<string[]> {
  const file = path.join(folder, 'document.docx');
  await writeFile(file, bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await output('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  const text = await output('pdftotext', ['-layout', path.join(folder, 'document.pdf'), '-']);
  return text.split('\f').slice(0, -1);
}

describe.each(DOCUMENTS)('the Word file of %s', (_, document) => {
  it('is valid for the validator of Microsoft’s own format library', async () => {
    const { bytes } = await renderDocx(document, fonts);
    const { default: validate } = await import('@ooxml-tools/validate');
    expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([]);
  });

  it('has as many pages in LibreOffice as it says, and each section where the contents say', async () => {
    const { bytes, pages } = await renderDocx(document, fonts);
    const laid = await pagesByLibreOffice(bytes);
    expect(laid).toHaveLength(pages);
    laid.forEach((text, index) => {
      if (index > 0) expect(text).toMatch(new RegExp(`\\b${index + 1} ?/ ?${pages}\\b`));
    });
    const contents = laid.findIndex((text) => /\.{5,} *\d+/.test(text));
    if (contents < 0) return;
    const entries = [...(laid[contents] ?? '').matchAll(/^ *(.*?)\.{3,} *(\d+) *$/gm)].map(
      ([, title = '', page = '']) => ({ title: title.trim(), page: Number(page) }),
    );
    expect(entries.length).toBeGreaterThan(0);
    for (const { title, page } of entries) expect(laid[page - 1]).toContain(title);
  });
});
