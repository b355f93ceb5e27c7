import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Document } from '../document/model.ts';
import type { Lang } from '../model/text.ts';
import type { Look } from './look.ts';
import type { OutputFile } from './write-files.ts';

export const FORMATS = ['pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

/** One file that was made. */
export interface Built {
  path: string;
  format: Format;
  lang: Lang;
  pages: number;
  events: number;
  bytes: number;
  sha256: string;
}

export interface Output {
  built: Built;
  file: OutputFile;
}

/** A document as a file of one format, not yet written; only that format's renderer is loaded. */
export async function outputOf(document: Document, format: Format, look: Look, out: string): Promise<Output> {
  const { bytes, pages } = await render(document, format, look);
  const file = path.join(out, `${document.meta.stem}.${format}`);
  return {
    built: {
      path: file,
      format,
      lang: document.meta.lang,
      pages,
      events: eventsIn(document),
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    },
    file: { path: file, bytes },
  };
}

async function render(
  document: Document,
  format: Format,
  look: Look,
): Promise<{ bytes: Uint8Array; pages: number }> {
  if (format === 'pdf') {
    const { renderPdf } = await import('../render/pdf/render.ts');
    return renderPdf(document, look.design, await look.pdf());
  }
  const { renderDocx } = await import('../render/docx/render.ts');
  return renderDocx(document, look.design, await look.word());
}

function eventsIn(document: Document): number {
  let count = 0;
  for (const { blocks } of document.sections)
    for (const block of blocks) if (block.kind === 'table') count += block.table.rows.length;
  return count;
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
