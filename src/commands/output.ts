import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Document } from '../document/model.ts';
import type { Lang } from '../model/text.ts';
import { FORMATS, type Format } from './formats.ts';
import type { Look } from './look.ts';
import type { OutputFile } from './write-files.ts';

/** One file that was made. */
export interface Built {
  path: string;
  format: Format;
  lang: Lang;
  /** Of paper. */
  pages?: number;
  events: number;
  bytes: number;
  sha256: string;
}

export interface Output {
  built: Built;
  file: OutputFile;
}

/** A document as a file of one format, not yet written. */
export async function outputOf(document: Document, format: Format, look: Look, out: string): Promise<Output> {
  const { bytes, pages } = await FORMATS[format].render(document, look);
  const file = path.join(out, `${document.meta.stem}.${FORMATS[format].ending}`);
  return {
    built: {
      path: file,
      format,
      lang: document.meta.lang,
      ...(pages === undefined ? {} : { pages }),
      events: eventsIn(document),
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    },
    file: { path: file, bytes },
  };
}

function eventsIn(document: Document): number {
  let count = 0;
  for (const { blocks, part } of document.sections)
    for (const block of part === undefined ? blocks : [])
      if (block.kind === 'table') count += block.table.rows.length;
  return count;
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
