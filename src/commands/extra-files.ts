import path from 'node:path';
import type { Document } from '../document/index.ts';
import type { DataSource } from './data-source.ts';
import type { DesignResources } from './design-resources.ts';
import { DOCUMENT_FORMATS } from './formats.ts';
import type { OutputFile } from './write-files.ts';

/** Requested files in addition to a page. */
export interface ExtraFiles {
  eventPages?: boolean | undefined;
  embed?: boolean | undefined;
}

/**
 * The files that belong to the web page of a document: the pages of its events, a page for embedding in other pages,
 * and, if the programme has an address, the picture for link previews.
 */
export async function extraFilesOf(
  document: Document,
  source: DataSource,
  look: DesignResources,
  out: string,
  { eventPages = false, embed = false }: ExtraFiles,
): Promise<OutputFile[]> {
  const { stem, picture } = document.meta;
  const files: OutputFile[] = [];
  if (picture !== undefined)
    files.push({ path: path.join(out, `${stem}.png`), bytes: await look.preview(document) });
  if (embed) {
    const { content } = await DOCUMENT_FORMATS.html.render({ ...document, embedded: true }, look);
    files.push({ path: path.join(out, `${stem}-embed.html`), bytes: content });
  }
  if (eventPages) {
    const { eventPageFiles } = await import('./event-pages.ts');
    files.push(...(await eventPageFiles(document, source, look, out)));
  }
  return files;
}
