import { createElement } from 'react';
import { CoverPage, coverHolds, type SetRun, setCover } from '../../../templates/pdf/cover.tsx';
import { BodyPage } from '../../../templates/pdf/pages.tsx';
import { MEASURE, PAGE, REMARKS, STYLE } from '../../../templates/tokens.ts';
import type { Document } from '../../document/model.ts';
import { someText } from '../../document/texts.ts';
import { type Problem, UserError } from '../../errors.ts';
import { missingProblems } from '../../setting/complaints.ts';
import { isSimple } from '../../setting/face.ts';
import { heightOf, type SetPage, setDocument, stackOf } from '../../setting/flow.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { loadFullShaper, noFullShaper } from '../../setting/full-shaper.ts';
import { loadHyphenation } from '../../setting/hyphenation.ts';
import { cellLanguages } from '../../setting/languages.ts';
import { createTypesetter } from '../../setting/typesetter.ts';
import { createBodyPainter } from './draw-body.ts';
import { createTextPen, shortened, widthOf } from './draw-text.ts';
import { PdfFile } from './engine/pdf-file.ts';
import { drawPage, layOutPages } from './engine/react-pages.ts';
import { StructureTree } from './engine/structure.ts';
import { openFonts } from './fonts.ts';

export interface RenderedPdf {
  bytes: Uint8Array;
  pages: number;
}

/** Greatest share of the running header that the section takes, and the space between edition and section; points. */
const SECTION_SHARE = 0.45;
const RUNNING_GAP = 24;

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
export async function renderPdf(document: Document, files: FontFiles): Promise<RenderedPdf> {
  const { meta } = document;
  const fonts = openFonts(files, needsFullShaper(document) ? await loadFullShaper() : noFullShaper);
  const faces = {
    sans: fonts.sans.face,
    sansBold: fonts.sansBold.face,
    serif: fonts.serif.face,
    serifBold: fonts.serifBold.face,
  };
  const typesetter = createTypesetter(faces, await loadHyphenation(cellLanguages(document)), meta.lang);
  const set = setDocument(document, typesetter);
  const file = new PdfFile({ ...meta, date: new Date(`${meta.date}T00:00:00Z`) });
  const tree = new StructureTree(file);
  const pen = createTextPen(file, tree, fonts, meta.lang);

  const setRun: SetRun = (run, style, width, tag) => {
    const stack = stackOf([typesetter.lines([run], style, width, 'display')], style);
    return {
      height: heightOf(stack),
      paint(x, y) {
        const element = tree.open(tree.root, tag);
        pen.stack(stack, 0, stack.lines.length, x, PAGE.height - y, element);
        tree.close(element);
      },
    };
  };
  const current: { page?: SetPage; number: number } = { number: 1 };
  const paintBody = createBodyPainter({
    file,
    tree,
    pen,
    face: faces.sans,
    set,
    pageWord: document.words.page,
  });
  const sheet = document.words.remarks === undefined ? {} : { margin: REMARKS.margin };
  const body = createElement(BodyPage, {
    ...sheet,
    header: (x, y) => {
      const { size } = STYLE.running;
      const title = current.page?.section.title.map((run) => run.text).join('') ?? '';
      const section = shortened(faces.sans, title, size, SECTION_SHARE * MEASURE);
      const room = MEASURE - widthOf(faces.sans, section, size);
      const edition = `${meta.title} · ${document.words.edition}`;
      pen.artifact(
        shortened(faces.sans, edition, size, room - RUNNING_GAP),
        STYLE.running,
        x,
        PAGE.height - y,
      );
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
        x + MEASURE - widthOf(faces.sans, folio, STYLE.running.size),
        PAGE.height - y,
      );
    },
  });
  const texts = setCover(document.cover, setRun);
  const problems = missingProblems(typesetter.takeMissing(), { field: 'cover' });
  if (!coverHolds(texts)) problems.push(COVER_TOO_SMALL);
  if (problems.length > 0) throw new UserError(problems);
  const [coverPage, bodyPage] = await layOutPages([createElement(CoverPage, { ...texts, ...sheet }), body]);
  if (coverPage === undefined || bodyPage === undefined) throw new Error('a page was not laid out');

  drawPage(file.kit, coverPage, () => tree.beginPage());
  for (const page of set.pages) {
    current.page = page;
    current.number++;
    drawPage(file.kit, bodyPage, () => tree.beginPage());
    await file.keepPace();
  }
  tree.finish();
  return { bytes: await file.finish(), pages: set.total };
}

function needsFullShaper(document: Document): boolean {
  return someText(document, (text) => !isSimple(text));
}
