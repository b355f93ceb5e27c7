/** Prepares proof sheets for screens, which have no margin for remarks: the remarks get a column of their own. */
import type { Cell, CellRemark, Document, Paragraph, Row, Run, Table } from './model.ts';
import { withFrontSection } from './proof-sheet.ts';
import { withTables } from './tables.ts';

/**
 * Adds a column of remarks at the end of each table; the text to which a remark refers is marked and numbered. Remarks
 * that do not belong to an event are in a section at the front.
 */
export function withRemarkColumn(sheet: Document): Document {
  const heading = sheet.words.remarks?.heading ?? '';
  const withColumn = (table: Table): Table => ({
    ...table,
    columns: [...table.columns, { kind: 'remark', heading: [{ text: heading }] }],
    rows: table.rows.map(withRemarks),
  });
  const sections = sheet.sections.map((section) =>
    section.part === undefined ? withTables(section, withColumn) : section,
  );
  return withFrontSection({ ...sheet, sections });
}

function withRemarks(row: Row): Row {
  const { remarks = [] } = row;
  const numbered = remarks.map((remark, index) => ({ remark, number: String(index + 1) }));
  const cells = row.cells.map((cell, column) =>
    numbered
      .filter(({ remark }) => remark.column === column)
      // Marks are added from the last to the first, because each one shifts the positions after it.
      .reduceRight((marked, { remark, number }) => withMark(marked, remark, number), cell),
  );
  const paragraphs = numbered.flatMap(({ remark, number }) =>
    remark.paragraphs.map((paragraph, index) =>
      index === 0 ? [{ text: `${number} ` }, ...paragraph] : paragraph,
    ),
  );
  return { ...row, cells: [...cells, { paragraphs }] };
}

/**
 * Marks the text of a remark in a cell and adds the number of the remark after that text, or at the end of the cell if
 * the remark refers to the whole cell.
 */
function withMark(cell: Cell, { words, severity }: CellRemark, number: string): Cell {
  const { paragraphs } = cell;
  const sign: Run = { text: ` [${number}]`, quiet: true };
  if (words === undefined) {
    const last = paragraphs.at(-1) ?? [];
    return { ...cell, paragraphs: [...paragraphs.slice(0, -1), [...last, sign]] };
  }
  const { from, to } = words;
  return {
    ...cell,
    paragraphs: paragraphs.map((paragraph, index): Paragraph => {
      if (index < from.paragraph || index > to.paragraph) return paragraph;
      const start = index === from.paragraph ? from.offset : 0;
      const end = index === to.paragraph ? to.offset : Number.POSITIVE_INFINITY;
      const marked = between(paragraph, start, end).map((run): Run => ({ ...run, marked: severity }));
      const after = between(paragraph, end, Number.POSITIVE_INFINITY);
      return [
        ...between(paragraph, 0, start),
        ...marked,
        ...(index === to.paragraph ? [sign] : []),
        ...after,
      ];
    }),
  };
}

/** The runs of a paragraph from one position to another, in UTF-16 units. */
function between(paragraph: Paragraph, start: number, end: number): Run[] {
  let place = 0;
  return paragraph.flatMap((run) => {
    const [from, to] = [Math.max(0, start - place), Math.min(run.text.length, end - place)];
    place += run.text.length;
    return to > from ? [{ ...run, text: run.text.slice(from, to) }] : [];
  });
}
