import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { withParts } from '../../support/parts.ts';
import { type Pdf, readPdf, type StructureElement, textOf } from '../../support/pdf-reader.ts';
import { edition1, pdfOf } from '../../support/pdf-samples.ts';

let pdf: Pdf;

beforeAll(async () => {
  pdf = readPdf(await pdfOf(buildDocument(withParts(await edition1()), 'en')));
});

/** An element with its child elements: `L(LI(LBody))`. */
function shape({ type, kids }: StructureElement): string {
  const inside = kids.flatMap((kid) => (kid.kind === 'element' ? [shape(kid)] : []));
  return inside.length === 0 ? type : `${type}(${inside.join(' ')})`;
}

function sectionOf(title: string): StructureElement {
  const found = pdf.root?.kids.find(
    (kid) => kid.kind === 'element' && kid.type === 'Sect' && textOf(kid).startsWith(title),
  );
  if (found?.kind !== 'element') throw new Error(`no section ${title}`);
  return found;
}

describe('Text parts in a PDF', () => {
  it('In the PDF, each block of a text part has the structure tag for its kind', () => {
    expect(shape(sectionOf('A word of welcome'))).toBe('Sect(H2 P(Link) BlockQuote(P P) P)');
    expect(shape(sectionOf('Practical'))).toBe(
      'Sect(H2 H3 L(LI(LBody) LI(LBody(L(LI(LBody) LI(LBody)))) LI(LBody)) H4 L(LI(Lbl LBody(P P)) LI(Lbl LBody)) Table(THead(TR(TH TH)) TBody(TR(TH TD) TR(TH TD))))'
        // The nested list is inside the item above it.
        .replace(
          'LI(LBody) LI(LBody(L(LI(LBody) LI(LBody)))) LI(LBody)',
          'LI(LBody(L(LI(LBody) LI(LBody)))) LI(LBody)',
        ),
    );
  });

  it('Words on consecutive lines are not joined in the extracted text', () => {
    expect(textOf(sectionOf('Colophon'))).toBe('ColophonVille-Exemple 1 place de la Mairie');
  });

  it('In the PDF, a text part with a title has a bookmark', () => {
    const titles = pdf.outlines.map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual(['A word of welcome', 'Introduction', 'Events by theme:']);
    expect(titles.at(-1)).toBe('Colophon');
  });

  it('The text of the colophon and the back cover is at the foot of the page, and the back cover has neither a running head nor a folio', () => {
    const [colophon, back] = pdf.pages.slice(-2);
    const shows = (page: (typeof pdf.pages)[number] | undefined) =>
      page?.content.marks.flatMap((mark) => mark.shows) ?? [];
    const lowest = (page: (typeof pdf.pages)[number] | undefined): number =>
      Math.min(...shows(page).map(({ y }) => y));
    const { margins, styles } = DEFAULT_DESIGN;
    expect(lowest(back)).toBeLessThan(margins.bottom + styles.body.leading);
    expect(lowest(colophon)).toBeLessThan(margins.bottom + styles.body.leading);
    const words = (page: typeof back): string =>
      shows(page)
        .map(({ text }) => text)
        .join('');
    expect(words(back)).toBe('Ville-Exemple');
  });
});
