import { LANGUAGES } from '../../../languages/index.ts';
import {
  bodyStyles,
  COVER_DRAWINGS,
  coverStyles,
  DOCX_TEMPLATES,
  type DocxTemplates,
  inlinePictureXml,
  numberStyleId,
  paragraphStyles,
} from '../../../templates/docx/index.ts';
import { type Design, picturesOf, strongFace } from '../../design/index.ts';
import { accept, type Document, figuresIn, printedOnPaper, Rendered } from '../../document/index.ts';
import { type Pictures, pictureAt } from '../../model/index.ts';
import { fitsHead, type HeightIn, sharingOf, tableWidths } from '../../typeset/index.ts';
import { specialStyles, textLists, type WordSection, wordCover, wordSections } from './blocks.ts';
import { bodyXml } from './body.ts';
import { AUTHOR, addComments, withComments } from './comments.ts';
import { borrowedFamilies, byFamily, type FamilyText } from './fallback-families.ts';
import { fitCover } from './fit-cover.ts';
import { fitHeaders } from './fit-headers.ts';
import { addNamedFamilies, withFamilies } from './font-table.ts';
import type { WordFonts } from './fonts.ts';
import { clearedBlocks } from './framed-pictures.ts';
import { Media } from './media.ts';
import { addLists } from './numbering.ts';
import { docxPackage, outlineOf } from './package.ts';
import { layOutPages, type Pages } from './pages.ts';
import { addRecord } from './record.ts';
import { layOutRedline } from './redline.ts';
import { openShell } from './shell.ts';
import { WordWriter } from './writer.ts';
import { packDocument, packMedia, packParts, zipped } from './zip.ts';

/**
 * Renders a document as a Word file. Contents and indexes contain the page numbers that a word processor will give to
 * their targets. In a redline, the changes are tracked, with the author and the date of the document: rejecting all
 * changes restores the old edition, and accepting all changes results in the new edition. Word cannot track changes
 * outside the body, so running heads, properties, the size of the title and the descriptions of tables are those of the
 * new edition.
 *
 * @param pictures pictures that the design and the document use
 * @param templates formatting of each part
 * @returns the file and its number of pages; for a redline, the number of pages of the new edition
 */
export async function renderDocx(
  given: Document,
  design: Design,
  fonts: WordFonts,
  pictures: Pictures = new Map(),
  templates: DocxTemplates = DOCX_TEMPLATES,
): Promise<Rendered> {
  const document = printedOnPaper(given, design);
  const { sections, pages, listed } = layOut(document, design, templates, fonts, pictures);
  const cover = wordCover(document);
  const content =
    document.words.remarks === undefined
      ? { cover, sections, comments: [] }
      : withComments(document, cover, sections);
  const used = specialStyles(sections);
  const styles = {
    ...paragraphStyles(design),
    ...Object.fromEntries(Object.entries(bodyStyles(design)).filter(([id]) => used.has(id))),
    ...coverStyles(design, fitCover(document.cover, document.meta.lang, design, fonts.faces)),
  };
  const { author, date, lang } = document.meta;
  const stamp = date === undefined ? {} : { date: `${date}T00:00:00Z` };
  const reviser = document.redline ? { author: author === '' ? AUTHOR : author, ...stamp } : undefined;
  const outline = fitHeaders(outlineOf(document, pages, fitsHead(design, fonts.faces)), design, fonts.faces);
  const borrowed = borrowedFamilies(document, fonts.faces);
  const table = withFamilies(fonts.table, borrowed);
  const running = fonts.faces[design.styles.running.face];
  const inFamilies = (text: string): FamilyText[] => byFamily(text, running);
  const shell = openShell(docxPackage(design, outline, styles, table.embedded, inFamilies, templates), {
    date,
    lang: LANGUAGES[lang].tag,
    mirrored: design.binding === 'book',
  });
  const { parts } = shell;
  addNamedFamilies(parts, table.named);
  const firstList = addLists(parts, textLists(sections));
  const media = new Media(
    pictures,
    [...picturesOf(design), ...figuresIn(document)].map(({ file }) => file),
  );
  let drawings = COVER_DRAWINGS;
  const writer = new WordWriter({
    styles,
    faces: borrowed.length === 0 ? undefined : fonts.faces,
    reviser,
    firstList,
    numberStyle: (accent) => numberStyleId(design, accent),
    drawingOf: ({ figure: { file, alt }, ...size }) =>
      inlinePictureXml(media.pictureOf(file), size, { number: ++drawings, alt: alt?.text }),
  });
  media.addTo(parts);
  const { comments } = content;
  if (comments.length > 0) addComments(parts, comments, design, writer, date);
  const { record } = document;
  if (record !== undefined) addRecord(parts, record);
  const shown = { lang, pictureOf: (file: string) => media.pictureOf(file) };
  const body = bodyXml(
    { ...content, pages, properties: shell.sections, named: record !== undefined, pictures: shown },
    design,
    templates,
    writer,
  );
  const files = await Promise.all([
    packParts(parts),
    packDocument(shell, body),
    fonts.packed(table),
    packMedia(media.files),
  ]);
  return new Rendered(zipped(files.flat()), pages.total, listed);
}

function layOut(
  document: Document,
  design: Design,
  templates: DocxTemplates,
  { countLines, wordWidth }: WordFonts,
  pictures: Pictures,
): { sections: WordSection[]; pages: Pages; listed: readonly string[] } {
  // Content that a redline cannot mark is taken from the new edition.
  const widthsOf = tableWidths(document.redline ? accept(document) : document, design, wordWidth);
  const listed: string[] = [];
  const heightIn: HeightIn = (paragraph, style, width) => {
    const isWide = paragraph.some(({ text, strong }) =>
      text
        .split(/[\s–—-]+/)
        .some((word) => wordWidth(word, strong ? strongFace(style.face) : style.face) * style.size > width),
    );
    return isWide ? undefined : countLines(paragraph, style, width) * style.leading;
  };
  const measures = { widthsOf, sizeOf: (file: string) => pictureAt(pictures, file), heightIn, listed };
  if (document.redline)
    return { ...layOutRedline(document, design, templates, countLines, measures), listed };
  const sections = wordSections(document, design, templates, measures).map((section) => ({
    ...section,
    blocks: clearedBlocks(section.blocks, design, heightIn),
  }));
  const pages = layOutPages(sections, design, countLines, sharingOf(document, design));
  return { sections, pages, listed };
}
