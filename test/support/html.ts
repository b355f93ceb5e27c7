import { fontsOf } from '../../src/commands/design-resources.ts';
import type { Design } from '../../src/design/schema.ts';
import type { Document } from '../../src/document/model.ts';
import type { Pictures } from '../../src/model/picture.ts';
import { openPageFonts } from '../../src/render/html/fonts.ts';
import { renderHtml } from '../../src/render/html/render.ts';

/** The web page of a document, without fonts. */
export async function pageText(document: Document, design: Design, pictures?: Pictures): Promise<string> {
  const { content } = await renderHtml(document, design, pictures);
  return Buffer.from(content).toString('utf8');
}

/** The web page of a document with the fonts of its design, as it is published. */
export async function pageWithFonts(
  document: Document,
  design: Design,
  pictures?: Pictures,
): Promise<Uint8Array> {
  const fonts = openPageFonts(design, await fontsOf(design, '.'));
  return (await renderHtml(document, design, pictures, { fontsOf: fonts })).content;
}
