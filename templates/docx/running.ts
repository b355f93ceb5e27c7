/** Running heads and footers of Word. The page setup gives their position, the styles their formatting. */
import { PageNumber, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';

/** The running head: the edition on the left, the section on the right. */
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

/** The page number and the number of pages. */
export function folio(): Paragraph {
  return new Paragraph({
    style: 'Footer',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}
