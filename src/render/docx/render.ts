import { LANGUAGE_TAGS, outlineOf } from '../../../templates/docx/package.ts';
import { coverStyles, PARAGRAPH_STYLES } from '../../../templates/docx/styles.ts';
import type { Document } from '../../document/model.ts';
import { type WordCover, type WordSection, wordCover } from './blocks.ts';
import { bodyXml } from './body.ts';
import { partsWithComments, type WordComment, withComments } from './comments.ts';
import { fitCover } from './fit-cover.ts';
import { packDocument } from './pack-document.ts';
import { layOutPages, type Pages } from './pages.ts';
import type { WordWorkshop } from './workshop.ts';
import { type Reviser, WordWriter } from './writer.ts';
import { packParts, zipped } from './zip.ts';

export interface RenderedDocx {
  bytes: Uint8Array;
  pages: number;
}

/** A document as a Word file: its contents and indexes are filled, with the pages that a word processor will find. */
export async function renderDocx(document: Document, workshop: WordWorkshop): Promise<RenderedDocx> {
  const sections = document.sections.map((section) => workshop.section(section));
  const pages = layOutPages(sections, workshop.countLines, workshop.layouts);
  const cover = wordCover(document);
  const content =
    document.words.remarks === undefined ? { cover, sections } : withComments(document, cover, sections);
  return packWord({ document, pages, ...content }, workshop);
}

/** What a Word file is packed from: its content, and the document that it is of. */
export interface WordContent {
  /** Gives running headers and properties; its sections are those of the content. */
  document: Document;
  cover: WordCover;
  sections: readonly WordSection[];
  pages: Pages;
  /** Who the tracked changes are by, where there are any. */
  reviser?: Reviser;
  comments?: readonly WordComment[];
}

/** Packs content as a Word file. */
export async function packWord(
  { document, cover, sections, pages, reviser, comments = [] }: WordContent,
  workshop: WordWorkshop,
): Promise<RenderedDocx> {
  const fonts = workshop.fonts();
  const styles = {
    ...PARAGRAPH_STYLES,
    ...coverStyles(fitCover(document.cover, workshop.faces)),
  };
  const { date } = document.meta;
  const { shell, packed } = workshop.shell(outlineOf(document), date, styles);
  const writer = new WordWriter(LANGUAGE_TAGS, reviser);
  const parts =
    comments.length === 0
      ? packed()
      : packParts({ ...shell, parts: partsWithComments(shell.parts, comments, writer, date) });
  const written = reviser === undefined && comments.length === 0 ? workshop.written : undefined;
  const body = bodyXml({ cover, sections, pages, properties: shell.sections }, writer, written);
  const files = await Promise.all([parts, packDocument(shell, body, workshop.blocks), fonts]);
  return { bytes: zipped(files.flat()), pages: pages.total };
}
