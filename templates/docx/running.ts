/**
 * Running heads and footers of Word. The page setup determines their position, and the styles determine their
 * formatting.
 */
import { PageNumber, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';

/** The running head: the edition on the left, the section on the right; on a left page, the other way round. */
export function runningHeader({
  edition,
  section,
  mirrored,
}: {
  edition: readonly ParagraphChild[];
  section: readonly ParagraphChild[];
  mirrored: boolean;
}): Paragraph {
  const [left, right] = mirrored ? [section, edition] : [edition, section];
  return new Paragraph({
    style: 'Header',
    children: [...left, new TextRun({ children: [new Tab()] }), ...right],
  });
}

/** The page number and the number of pages, on the outer side. */
export function folio(mirrored: boolean): Paragraph {
  return new Paragraph({
    style: mirrored ? 'FooterLeft' : 'Footer',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}
