import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { completed } from '../../../src/design/complete.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { correctionsDocument } from '../../../src/exchange/word/documents.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { readPdf } from '../../support/pdf-reader.ts';
import { docxOf, pdfOf } from '../../support/rendered.ts';

const { design } = completed({
  orientation: 'portrait',
  binding: 'book',
  margins: { left: '30 mm', right: '15 mm' },
});
const programme = await readProgramme('data', '1');
const document = buildDocument(programme, 'en');
/** The section titles in the headers of the first pages. */
const SECTIONS: Readonly<Record<number, string>> = { 2: 'Introduction', 3: 'Events by theme' };
const { left, right } = design.margins;

describe('Pages for a bound document', () => {
  it('On left pages, margins are mirrored, and section titles and page numbers are on the left', async () => {
    const bytes = await pdfOf(document, design);
    // The check expects the columns of a table at the same position on all pages.
    const problems = checkStructure(bytes).filter((problem) => !problem.includes('outside its cell'));
    expect(problems).toEqual([]);
    const { pages } = readPdf(bytes);
    pages.slice(1, 3).forEach((page, index) => {
      const number = index + 2;
      const shows = page.content.marks.flatMap((mark) => mark.shows);
      const folio = shows.find(({ y }) => y < design.running.bottom);
      const top = shows.filter(({ y }) => y > design.paper.height - design.margins.top + 6);
      const inner = number % 2 === 0 ? right : left;
      const end = design.paper.width - (number % 2 === 0 ? left : right);
      if (number % 2 === 0) expect(folio?.x).toBeCloseTo(inner, 1);
      else expect(folio?.end).toBeCloseTo(end, 1);
      // The section is on the outer side.
      const title = top.map(({ text }) => text).join('');
      expect(title.startsWith(SECTIONS[number] ?? '')).toBe(number % 2 === 0);
      for (const show of shows) expect(show.x, show.text).toBeGreaterThan(inner - 1);
    });
  });

  it('The Word file uses mirrored margins, and has headers and footers for left pages', async () => {
    const parts = unzipSync(await docxOf(document, design));
    const settings = strFromU8(parts['word/settings.xml'] ?? new Uint8Array());
    expect(settings).toContain('<w:mirrorMargins/><w:defaultTabStop');
    expect(settings).toContain('<w:evenAndOddHeaders/>');
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const even = xml.match(/<w:headerReference w:type="even"/g) ?? [];
    expect(even.length).toBe((xml.match(/<w:headerReference w:type="default"/g) ?? []).length);
    const folios = Object.entries(parts)
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, part]) => strFromU8(part).includes('"FooterLeft"'));
    expect(folios).toContain(true);
    expect(folios).toContain(false);
  });

  it('The settings of a correction file are in the order that Word requires: mirrored margins before tracked changes', async () => {
    const parts = unzipSync(await docxOf({ ...correctionsDocument(programme, 'en'), record: [] }, design));
    expect(strFromU8(parts['word/settings.xml'] ?? new Uint8Array())).toContain(
      '<w:mirrorMargins/><w:trackRevisions/><w:defaultTabStop',
    );
  });

  it('If a document is not set up for binding, all its pages have the same layout', async () => {
    const parts = unzipSync(await docxOf(document, completed({}).design));
    expect(strFromU8(parts['word/settings.xml'] ?? new Uint8Array())).not.toContain('mirrorMargins');
  });
});
