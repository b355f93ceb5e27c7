import { Packer } from 'docx';
import { docxPackage, LANGUAGE_TAGS } from '../../../templates/docx/package.ts';
import { coverStyles, PARAGRAPH_STYLES } from '../../../templates/docx/styles.ts';
import { COVER, type FaceName, type FittedText, type TextStyle } from '../../../templates/tokens.ts';
import type { Document } from '../../document/model.ts';
import { createFace, type Face, shapeSimple } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { readTrueType } from '../../setting/truetype.ts';
import { wordCover, wordSections } from './blocks.ts';
import { bodyXml } from './body.ts';
import { createLineCounter, type LineCounter } from './line-counter.ts';
import { openShell, zipPackage } from './package-file.ts';
import { layOutPages } from './pages.ts';
import { WordWriter } from './writer.ts';

export interface RenderedDocx {
  bytes: Uint8Array;
  pages: number;
}

/** A document as a Word file: its contents and indexes are filled, with the pages that a word processor will find. */
export async function renderDocx(document: Document, files: FontFiles): Promise<RenderedDocx> {
  const countLines = createLineCounter(openFaces(files));
  const cover = wordCover(document);
  const sections = wordSections(document);
  const pages = layOutPages(sections, countLines);
  const { kicker, title } = cover;
  const styles = {
    ...PARAGRAPH_STYLES,
    ...coverStyles(
      fitted(kicker?.runs[0]?.text ?? '', COVER.kicker, countLines),
      fitted((title.runs[0]?.text ?? '').toUpperCase(), COVER.title, countLines),
    ),
  };
  const shell = openShell(await Packer.pack(docxPackage(document, styles), 'uint8array'), document.meta.date);
  const body = bodyXml({ cover, sections, pages, properties: shell.sections }, new WordWriter(LANGUAGE_TAGS));
  const bytes = zipPackage(shell, body, [files.sans, files.sansBold, files.serif, files.serifBold]);
  return { bytes, pages: pages.total };
}

/** Faces for measuring. Words of scripts that need a full shaper are measured letter by letter: their place is only estimated. */
function openFaces(files: FontFiles): Record<FaceName, Face> {
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
