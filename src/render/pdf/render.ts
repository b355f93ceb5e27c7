import { createElement, type ReactElement } from 'react';
import { output } from '../../../languages/en/messages/index.ts';
import {
  type CoverPicture,
  type CoverPictures,
  coverHolds,
  PDF_TEMPLATES,
  type PdfTemplates,
  type SetCoverLine,
  type SetLine,
  type SetText,
  setCover,
} from '../../../templates/pdf/index.ts';
import {
  alternativeOf,
  type Design,
  isLeftPage,
  leftMargin,
  type PictureUse,
  picturesInRow,
  type Rectangle,
} from '../../design/index.ts';
import {
  accentNumbersOf,
  type Document,
  editionHead,
  headsOf,
  printedOnPaper,
  Rendered,
  wordsOf,
} from '../../document/index.ts';
import { type Problem, UserError } from '../../errors.ts';
import { messagesOf } from '../../messages.ts';
import { consecutive, type Picture, type Pictures, pictureAt } from '../../model/index.ts';
import {
  cellLanguages,
  createTypesetter,
  cutsWords,
  fitsHead,
  heightOf,
  loadHyphenation,
  missingProblems,
  type SetPart,
  setDocument,
  shortened,
  widthOf,
} from '../../typeset/index.ts';
import { BodyPainter } from './draw-body.ts';
import { drawPicture } from './draw-picture.ts';
import { createTextPen } from './draw-text.ts';
import { layOutPages, PAGINATION, PdfFile, pagePainter, StructureTree } from './engine/index.ts';
import type { PdfFonts } from './fonts.ts';
import { paintMarks } from './paint-marks.ts';

const messageOf = messagesOf(output);

/** A part that is repeated on many pages, with its typeset lines. */
interface RunningPart {
  part: ReactElement;
  texts: readonly SetText[];
}

const COVER_TOO_SMALL: Problem = {
  ...messageOf('cover-texts-too-long'),
  at: { field: 'cover' },
};

/**
 * Renders a document as a PDF file that conforms to PDF/UA-1 and PDF/A-2a.
 *
 * @param pictures pictures that the design and the document use
 * @param templates formatting of each part
 * @throws UserError that names every text that the fonts cannot print
 */
export async function renderPdf(
  given: Document,
  design: Design,
  opened: PdfFonts,
  pictures: Pictures = new Map(),
  templates: PdfTemplates = PDF_TEMPLATES,
): Promise<Rendered> {
  const { document, faces, typesetter, set } = await setForPdf(given, design, opened, pictures);
  const { meta } = document;
  const { paper, styles } = design;
  const { date, ...claims } = meta;
  const file = new PdfFile({
    ...claims,
    ...(date === undefined ? {} : { date: new Date(`${date}T00:00:00Z`) }),
  });
  const tree = new StructureTree(file);
  const pen = createTextPen(design, file, tree, faces, opened.subsetOf, meta.lang);

  const setCoverLine: SetCoverLine = (line, style, width, tag) => {
    const stack = typesetter.stack([line], style, width, 'display');
    return {
      height: heightOf(stack),
      cut: cutsWords(stack.lines),
      paint(x, y) {
        const element = tree.open(tree.root, tag);
        pen.stack(stack, 0, stack.lines.length, x, paper.height - y, element);
        tree.close(element);
      },
    };
  };
  const coverPicture = (use: PictureUse, place: Rectangle, fills = false): CoverPicture => ({
    place,
    paint: () =>
      drawPicture(
        {
          picture: pictureAt(pictures, use.file),
          alt: alternativeOf(use, meta.lang),
          place,
          page: paper.height,
          fills,
        },
        file,
        tree,
        tree.root,
      ),
  });
  /** A line that is repeated on many pages, as an artifact. */
  const line = (text: string, width: number): SetText => {
    const { size, leading, face } = styles.running;
    const shown = shortened(faces[face], text, size, width);
    return {
      height: leading,
      lines: 1,
      lastWidth: widthOf(faces[face], shown, size),
      paint: (x, y) => pen.artifact(shown, styles.running, x, paper.height - y),
    };
  };
  const edition = editionHead(document);
  const runningPart = (make: (line: SetLine) => ReactElement): RunningPart => {
    const texts: SetText[] = [];
    const part = make((text, width) => {
      const set = line(text, width);
      texts.push(set);
      return set;
    });
    return { part, texts };
  };
  const paintRunning = ({ part, texts }: RunningPart, y: number): void => {
    const ornaments: string[] = [];
    const x = leftMargin(design, current.number);
    paintMarks(part, texts, { x, y, page: paper.height, ornaments });
    if (ornaments.length > 0) file.draw(PAGINATION, ornaments.join(' '));
  };
  const runningHeader = (section: string, mirrored: boolean): RunningPart =>
    runningPart((line) => templates.RunningHeader({ design, edition, section, mirrored, line }));
  const fits = fitsHead(design, faces);
  const painter = new BodyPainter({
    design,
    templates,
    file,
    tree,
    pen,
    faces,
    set,
    pictures,
    pageWord: document.words.page,
    accents: accentNumbersOf(document),
    hasTabs: document.words.remarks === undefined && !document.redline,
  });
  const current: { parts: readonly SetPart[]; number: number; header?: RunningPart | undefined } = {
    parts: [],
    number: 1,
  };
  const sheet = {
    design,
    ...(document.words.remarks === undefined ? {} : { margin: design.remarks.margin }),
  };
  const body = createElement(templates.BodyPage, {
    ...sheet,
    header: (_, y) => {
      if (current.header !== undefined) paintRunning(current.header, y);
    },
    body: () => painter.drawPage(current.parts),
    folio: (_, y) => {
      const { number: page } = current;
      if (current.parts[0]?.section.layout === 'back') return;
      const mirrored = isLeftPage(design, page);
      paintRunning(
        runningPart((line) => templates.Folio({ design, page, pages: set.total, mirrored, line })),
        y,
      );
    },
  });
  const texts = setCover(document.cover, design, setCoverLine);
  const problems = missingProblems(typesetter.takeMissing(), { field: 'cover' });
  if (!coverHolds(texts, design)) problems.push({ ...COVER_TOO_SMALL, words: wordsOf(document.cover.title) });
  if (problems.length > 0) throw new UserError(problems);
  const placed = placedPictures(design, pictures, coverPicture);
  const cover = createElement(templates.CoverPage, { ...texts, ...placed, ...sheet });
  const [coverPage, bodyPage] = await layOutPages([cover, body]);
  if (coverPage === undefined || bodyPage === undefined) throw new Error('a page was not laid out');

  const begin = (): void => tree.beginPage();
  pagePainter(file.kit, coverPage, begin)();
  const paintPage = pagePainter(file.kit, bodyPage, begin);
  let headed: string | undefined;
  for (const parts of consecutive(set.parts, (part, { page }) => part.page === page)) {
    current.number++;
    const sections = parts.map(({ section }) => section);
    const head = sections[0]?.layout === 'back' ? undefined : wordsOf(headsOf(sections, fits));
    if (head !== headed || design.binding === 'book')
      current.header =
        head === undefined ? undefined : runningHeader(head, isLeftPage(design, current.number));
    headed = head;
    current.parts = parts;
    paintPage();
  }
  tree.finish();
  return new Rendered(file.finish(), set.total, set.listed);
}

/** Typesets and paginates a document. */
async function setForPdf(given: Document, design: Design, opened: PdfFonts, pictures: Pictures) {
  const document = printedOnPaper(given, design);
  const faces = opened.faces;
  const hyphenate = await loadHyphenation(cellLanguages(document));
  const typesetter = createTypesetter(design, faces, hyphenate, document.meta.lang);
  const set = setDocument(document, typesetter, (name) => pictureAt(pictures, name));
  return { document, faces, typesetter, set };
}

/**
 * The page of the PDF on which each row and each other link target begins.
 *
 * @throws UserError that names every text that the fonts cannot print
 */
export async function pdfPages(
  document: Document,
  design: Design,
  opened: PdfFonts,
  pictures: Pictures,
): Promise<ReadonlyMap<string, number>> {
  return (await setForPdf(document, design, opened, pictures)).set.pageOf;
}

/** Positions the pictures of the cover. */
function placedPictures(
  { cover: { picture, marks = [] } }: Design,
  pictures: Pictures,
  place: (use: PictureUse, place: Rectangle, fills?: boolean) => CoverPicture,
): CoverPictures {
  const ratio = ({ width, height }: Picture): number => width / height;
  return {
    picture: picture && place(picture, rectangle(picture), true),
    marks: marks.map((row) => {
      const { places, ground } = picturesInRow(
        row,
        row.pictures.map(({ file }) => ratio(pictureAt(pictures, file))),
      );
      return {
        ground: ground && row.ground && { place: ground, colour: row.ground.colour },
        pictures: row.pictures.map((use, index) => place(use, places[index] ?? rectangle(row))),
      };
    }),
  };
}

const rectangle = ({ left, top, width, height }: Rectangle): Rectangle => ({ left, top, width, height });
