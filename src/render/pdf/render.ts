import { createElement } from 'react';
import { CoverPage, coverHolds, type SetLine, setCover } from '../../../templates/pdf/cover.tsx';
import { BodyPage } from '../../../templates/pdf/pages.tsx';
import { MEASURE, PAGE, REMARKS, STYLE } from '../../../templates/tokens.ts';
import type { Document, Section } from '../../document/model.ts';
import { lastWords } from '../../document/settle.ts';
import { wordsOf } from '../../document/texts.ts';
import { type Problem, UserError } from '../../errors.ts';
import { missingProblems } from '../../typeset/complaints.ts';
import { type SetPage, setDocument } from '../../typeset/flow.ts';
import { loadHyphenation } from '../../typeset/hyphenation.ts';
import { cellLanguages } from '../../typeset/languages.ts';
import { createTypesetter, heightOf } from '../../typeset/typesetter.ts';
import { createBodyPainter } from './draw-body.ts';
import { createTextPen, shortened, widthOf } from './draw-text.ts';
import { PdfFile } from './engine/pdf-file.ts';
import { layOutPages, pagePainter } from './engine/react-pages.ts';
import { StructureTree } from './engine/structure.ts';
import type { PdfFonts } from './fonts.ts';

export interface RenderedPdf {
  bytes: Uint8Array;
  pages: number;
}

/** Greatest share of the running header that the section takes, and the space between edition and section; points. */
const SECTION_SHARE = 0.45;
const RUNNING_GAP = 24;

/** The running header of a section: edition, title, and the room before the title; points. */
interface Running {
  edition: string;
  section: string;
  room: number;
}

const COVER_TOO_SMALL: Problem = {
  message: 'the texts of the cover do not fit it',
  at: { field: 'cover' },
  hint: 'shorten the title, the period or the name of the publisher',
};

/**
 * A document as a PDF file that is both PDF/UA-1 and PDF/A-2a.
 *
 * @throws UserError naming every text that the fonts cannot print
 */
export async function renderPdf(document: Document, opened: PdfFonts): Promise<RenderedPdf> {
  const { meta } = document;
  const fonts = await opened.facesFor(document);
  const faces = {
    sans: fonts.sans.face,
    sansBold: fonts.sansBold.face,
    serif: fonts.serif.face,
    serifBold: fonts.serifBold.face,
  };
  const hyphenate = await loadHyphenation(cellLanguages(document));
  const typesetter = createTypesetter(faces, hyphenate, meta.lang);
  const set = setDocument(document, typesetter);
  const file = new PdfFile({ ...meta, date: new Date(`${meta.date}T00:00:00Z`) });
  const tree = new StructureTree(file);
  const pen = createTextPen(file, tree, fonts, meta.lang);

  const setLine: SetLine = (line, style, width, tag) => {
    const stack = typesetter.stack([line], style, width, 'display');
    return {
      height: heightOf(stack),
      paint(x, y) {
        const element = tree.open(tree.root, tag);
        pen.stack(stack, 0, stack.lines.length, x, PAGE.height - y, element);
        tree.close(element);
      },
    };
  };
  const current: { page?: SetPage; number: number; running: Running } = {
    number: 1,
    running: { edition: '', section: '', room: 0 },
  };
  const paintBody = createBodyPainter({
    file,
    tree,
    pen,
    face: fonts.sans.face,
    set,
    pageWord: document.words.page,
  });
  const runningOf = (section: Section): Running => {
    const { size } = STYLE.running;
    const title = wordsOf(lastWords(section.title));
    const shown = shortened(fonts.sans.face, title, size, SECTION_SHARE * MEASURE);
    const room = MEASURE - widthOf(fonts.sans.face, shown, size);
    const edition = `${meta.title} · ${document.words.edition}`;
    return { edition: shortened(fonts.sans.face, edition, size, room - RUNNING_GAP), section: shown, room };
  };
  const sheet = document.words.remarks === undefined ? {} : { margin: REMARKS.margin };
  const body = createElement(BodyPage, {
    ...sheet,
    header: (x, y) => {
      const { edition, section, room } = current.running;
      pen.artifact(edition, STYLE.running, x, PAGE.height - y);
      pen.artifact(section, STYLE.running, x + room, PAGE.height - y);
    },
    body: () => {
      if (current.page !== undefined) paintBody(current.page);
    },
    folio: (x, y) => {
      const folio = `${current.number} / ${set.total}`;
      pen.artifact(
        folio,
        STYLE.running,
        x + MEASURE - widthOf(fonts.sans.face, folio, STYLE.running.size),
        PAGE.height - y,
      );
    },
  });
  const texts = setCover(document.cover, setLine);
  const problems = missingProblems(typesetter.takeMissing(), { field: 'cover' });
  if (!coverHolds(texts)) problems.push(COVER_TOO_SMALL);
  if (problems.length > 0) throw new UserError(problems);
  const [coverPage, bodyPage] = await layOutPages([createElement(CoverPage, { ...texts, ...sheet }), body]);
  if (coverPage === undefined || bodyPage === undefined) throw new Error('a page was not laid out');

  const begin = (): void => tree.beginPage();
  pagePainter(file.kit, coverPage, begin)();
  const paintPage = pagePainter(file.kit, bodyPage, begin);
  for (const page of set.pages) {
    current.page = page;
    if (page.first) current.running = runningOf(page.section);
    current.number++;
    paintPage();
    await file.keepPace();
  }
  tree.finish();
  return { bytes: await file.finish(), pages: set.total };
}
