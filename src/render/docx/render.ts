import { LANGUAGES } from '../../../languages/index.ts';
import { docxPackage, outlineOf } from '../../../templates/docx/package.ts';
import { coverStyles, PARAGRAPH_STYLES } from '../../../templates/docx/styles.ts';
import type { Document } from '../../document/model.ts';
import { type WordCover, type WordSection, wordCover, wordSections } from './blocks.ts';
import { bodyXml } from './body.ts';
import { partsWithComments, type WordComment, withComments } from './comments.ts';
import { fitCover } from './fit-cover.ts';
import type { WordFonts } from './fonts.ts';
import { layOutPages, type Pages } from './pages.ts';
import { openShell } from './shell.ts';
import { type Reviser, WordWriter } from './writer.ts';
import { packDocument, packParts, zipped } from './zip.ts';

export interface RenderedDocx {
  bytes: Uint8Array;
  pages: number;
}

/** A document as a Word file: its contents and indexes are filled, with the pages that a word processor will find. */
export async function renderDocx(document: Document, fonts: WordFonts): Promise<RenderedDocx> {
  const sections = wordSections(document);
  const pages = layOutPages(sections, fonts.countLines);
  const cover = wordCover(document);
  const content =
    document.words.remarks === undefined ? { cover, sections } : withComments(document, cover, sections);
  return packWord({ document, pages, ...content }, fonts);
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
  fonts: WordFonts,
): Promise<RenderedDocx> {
  const styles = {
    ...PARAGRAPH_STYLES,
    ...coverStyles(fitCover(document.cover, fonts.faces)),
  };
  const { date, lang } = document.meta;
  const shell = openShell(docxPackage(outlineOf(document), styles), date, LANGUAGES[lang].tag);
  const writer = new WordWriter(reviser);
  const parts = comments.length === 0 ? shell.parts : partsWithComments(shell.parts, comments, writer, date);
  const body = bodyXml({ cover, sections, pages, properties: shell.sections }, writer);
  const files = await Promise.all([packParts(parts), packDocument(shell, body), fonts.packed()]);
  return { bytes: zipped(files.flat()), pages: pages.total };
}
