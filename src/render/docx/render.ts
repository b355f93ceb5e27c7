import { Packer } from 'docx';
import { docxPackage, LANGUAGE_TAGS } from '../../../templates/docx/package.ts';
import { coverStyles, PARAGRAPH_STYLES } from '../../../templates/docx/styles.ts';
import { COVER, type FaceName, type FittedText, type TextStyle } from '../../../templates/tokens.ts';
import type { Document } from '../../document/model.ts';
import { createFace, type Face, shapeSimple } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { readTrueType } from '../../setting/truetype.ts';
import { type WordCover, type WordSection, wordCover, wordSections } from './blocks.ts';
import { bodyXml } from './body.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
import { openShell, packDocument, packFonts, packParts, zipped } from './package-file.ts';
import { layOutPages, type Pages } from './pages.ts';
import { type Reviser, WordWriter } from './writer.ts';

export interface RenderedDocx {
  bytes: Uint8Array;
  pages: number;
}

/** A document as a Word file: its contents and indexes are filled, with the pages that a word processor will find. */
export async function renderDocx(document: Document, files: FontFiles): Promise<RenderedDocx> {
  const countLines = createLineCounter(openFaces(files));
  const sections = wordSections(document);
  const pages = layOutPages(sections, countLines);
  return packWord({ document, cover: wordCover(document), sections, pages }, files, countLines);
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
}

/** Packs content as a Word file. */
export async function packWord(
  { document, cover, sections, pages, reviser }: WordContent,
  files: FontFiles,
  countLines: LineCounter,
): Promise<RenderedDocx> {
  const fonts = packFonts([files.sans, files.sansBold, files.serif, files.serifBold]);
  const { kicker, title } = document.cover;
  const styles = {
    ...PARAGRAPH_STYLES,
    ...coverStyles(
      fitted(kicker?.text ?? '', COVER.kicker, countLines),
      fitted(title.text.toUpperCase(), COVER.title, countLines),
    ),
  };
  const shell = openShell(await Packer.pack(docxPackage(document, styles), 'uint8array'), document.meta.date);
  const writer = new WordWriter(LANGUAGE_TAGS, reviser);
  const body = bodyXml({ cover, sections, pages, properties: shell.sections }, writer);
  const parts = await Promise.all([packParts(shell), packDocument(shell, body), fonts]);
  return { bytes: zipped(parts.flat()), pages: pages.total };
}

/** Faces for measuring. Words of scripts that need a full shaper are measured letter by letter: their place is only estimated. */
export function openFaces(files: FontFiles): Record<FaceName, Face> {
  const open = (bytes: Uint8Array): Face => {
    const font = readTrueType(bytes);
    return createFace(font, (word) => shapeSimple(font, word));
  };
  return {
    sans: open(files.sans),
    sansBold: open(files.sansBold),
    serif: open(files.serif),
    serifBold: open(files.serifBold),
  };
}

/** The largest of the styles in which a text is no higher than it may be, or the smallest. */
function fitted(text: string, { styles, width, height }: FittedText, countLines: LineCounter): TextStyle {
  const fits = (style: TextStyle): boolean => countLines([{ text }], style, width) * style.leading <= height;
  const style = styles.find(fits) ?? styles.at(-1);
  if (style === undefined) throw new Error('no style to set a text in');
  return style;
}
