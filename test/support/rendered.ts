/** Renders documents as PDF and Word files. Each file is rendered once per worker, because most tests only read it. */
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { strFromU8, unzipSync } from 'fflate';
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import type { Design } from '../../src/design/schema.ts';
import type { Document } from '../../src/document/model.ts';
import { readFonts } from '../../src/read/fonts.ts';
import { WordFonts } from '../../src/render/docx/fonts.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { PdfFonts } from '../../src/render/pdf/fonts.ts';
import { renderPdf } from '../../src/render/pdf/render.ts';

interface OpenFonts {
  pdf: PdfFonts;
  word: WordFonts;
}

const fonts = new Map<Design, Promise<OpenFonts>>();
const files = new Map<string, Promise<Uint8Array>>();

/** The fonts of a design that lists no font files of its own; they are opened once. */
export function fontsOf(design: Design): Promise<OpenFonts> {
  const known = fonts.get(design);
  if (known !== undefined) return known;
  const opened = readFonts(design).then((read) => ({ pdf: new PdfFonts(read), word: new WordFonts(read) }));
  fonts.set(design, opened);
  return opened;
}

/** A document as a PDF file. */
export function pdfOf(document: Document, design: Design = DEFAULT_DESIGN): Promise<Uint8Array> {
  return once('pdf', document, design, async () => {
    const { pdf } = await fontsOf(design);
    return (await renderPdf(document, design, pdf)).bytes;
  });
}

/** A document as a Word file. */
export function docxOf(document: Document, design: Design = DEFAULT_DESIGN): Promise<Uint8Array> {
  return once('docx', document, design, async () => {
    const { word } = await fontsOf(design);
    return (await renderDocx(document, design, word)).bytes;
  });
}

/** A copy of the cached file for the same content, or a new file. */
async function once(
  format: string,
  document: Document,
  design: Design,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const key = createHash('sha256')
    .update(serialize([format, document, design]))
    .digest('hex');
  const made = files.get(key) ?? make();
  files.set(key, made);
  return (await made).slice();
}

/** A part of a Word file. Only this part is unpacked, because the fonts are most of the file. */
export function wordPart(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes, { filter: (file) => file.name === name })[name] ?? new Uint8Array());
}

/** The body of a Word file. */
export const documentXml = (bytes: Uint8Array): string => wordPart(bytes, 'word/document.xml');
