/** What stands at the head and at the foot of each page of Word; where, the page set-up says, and how it looks, the styles. */
import { PageNumber, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';

/** The running header: the edition, and at the right end of the line what the page is of. */
export function runningHeader({
  edition,
  section,
}: {
  edition: readonly ParagraphChild[];
  section: readonly ParagraphChild[];
}): Paragraph {
  return new Paragraph({
    style: 'Header',
    children: [...edition, new TextRun({ children: [new Tab()] }), ...section],
  });
}

/** The page number, with the number of pages. */
export function folio(): Paragraph {
  return new Paragraph({
    style: 'Footer',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}
