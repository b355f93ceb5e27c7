import { docxPackage, LANGUAGE_TAGS } from '../../../templates/docx/package.ts';
import { coverStyles, PARAGRAPH_STYLES } from '../../../templates/docx/styles.ts';
import type { FaceName } from '../../../templates/tokens.ts';
import type { Document } from '../../document/model.ts';
import type { Face } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { type WordCover, type WordSection, wordCover, wordSections } from './blocks.ts';
import { bodyXml } from './body.ts';
import { partsWithComments, type WordComment, withComments } from './comments.ts';
import { openFaces } from './faces.ts';
import { fitCover } from './fit-cover.ts';
import { createLineCounter } from './line-counter.ts';
import { layOutPages, type Pages } from './pages.ts';
import { openShell } from './shell.ts';
import { type Reviser, WordWriter } from './writer.ts';
import { packDocument, packFonts, packParts, zipped } from './zip.ts';

export interface RenderedDocx {
  bytes: Uint8Array;
  pages: number;
}

/** A document as a Word file: its contents and indexes are filled, with the pages that a word processor will find. */
export async function renderDocx(document: Document, files: FontFiles): Promise<RenderedDocx> {
  const faces = openFaces(files);
  const sections = wordSections(document);
  const pages = layOutPages(sections, createLineCounter(faces));
  const cover = wordCover(document);
  const content =
    document.words.remarks === undefined ? { cover, sections } : withComments(document, cover, sections);
  return packWord({ document, pages, ...content }, files, faces);
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
  files: FontFiles,
  faces: Readonly<Record<FaceName, Face>>,
): Promise<RenderedDocx> {
  const fonts = packFonts([files.sans, files.sansBold, files.serif, files.serifBold]);
  const styles = {
    ...PARAGRAPH_STYLES,
    ...coverStyles(fitCover(document.cover, faces)),
  };
  const { date, lang } = document.meta;
  const opened = openShell(docxPackage(document, styles), date, LANGUAGE_TAGS[lang]);
  const writer = new WordWriter(LANGUAGE_TAGS, reviser);
  const shell =
    comments.length === 0
      ? opened
      : { ...opened, parts: partsWithComments(opened.parts, comments, writer, date) };
  const body = bodyXml({ cover, sections, pages, properties: shell.sections }, writer);
  const parts = await Promise.all([packParts(shell), packDocument(shell, body), fonts]);
  return { bytes: zipped(parts.flat()), pages: pages.total };
}
