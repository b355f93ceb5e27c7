/** A proof sheet for screens, which have no margin: remarks have their own column. */
import { FINDING_SEVERITIES } from '../model/index.ts';
import { capitalised, type Labels } from '../text/index.ts';
import type {
  Block,
  Cell,
  CellRemark,
  Document,
  Paragraph,
  Remark,
  Row,
  Run,
  Section,
  Table,
} from './model.ts';

/**
 * Adds a last column of remarks, whose text is marked and numbered where it is printed. A preceding section contains
 * the counts by severity and the remarks without an event.
 */
export function withRemarkColumn(sheet: Document, say: Labels): Document {
  const sections = sheet.sections.map(
    (section): Section => ({
      ...section,
      blocks: section.blocks.map((block) => withColumn(block, section, say.remarks.remarks)),
    }),
  );
  return { ...sheet, sections: [summarySection(sheet, say), ...sections] };
}

function withColumn(block: Block, { part }: Section, heading: string): Block {
  if (block.kind !== 'table' || part !== undefined || block.table.summary) return block;
  const { table } = block;
  return {
    kind: 'table',
    table: {
      ...table,
      columns: [...table.columns, { kind: 'remark', heading: [{ text: heading }] }],
      rows: table.rows.map(withRemarks),
    },
  };
}

function withRemarks(row: Row): Row {
  const { remarks = [] } = row;
  const numbered = remarks.map((remark, index) => ({ remark, number: String(index + 1) }));
  const cells = row.cells.map((cell, column) =>
    numbered
      .filter(({ remark }) => remark.column === column)
      // From the last to the first, so that earlier positions stay valid.
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
 * Marks the text of a remark in a cell and adds its number after it; the number is added at the end of the cell if
 * the remark is about the whole cell.
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

/** The runs of a paragraph from one position to another; UTF-16 units. */
function between(paragraph: Paragraph, start: number, end: number): Run[] {
  let place = 0;
  return paragraph.flatMap((run) => {
    const [from, to] = [Math.max(0, start - place), Math.min(run.text.length, end - place)];
    place += run.text.length;
    return to > from ? [{ ...run, text: run.text.slice(from, to) }] : [];
  });
}

function summarySection({ remarks = [], sections }: Document, say: Labels): Section {
  const other = [...remarks, ...sections.flatMap((section) => section.remarks ?? [])];
  const rows = [
    ...(other.length > 0 ? [summaryRow('_on-programme', [{ text: say.remarks.onProgramme }], other)] : []),
    ...sections.flatMap((section) => {
      const own = remarksOnRows(section);
      return own.length > 0 ? [summaryRow(`_on-${section.id}`, section.title, own)] : [];
    }),
  ];
  const all = [...other, ...sections.flatMap(remarksOnRows)];
  const table: Table = {
    title: say.remarks.remarks,
    description: say.remarks.remarks,
    summary: true,
    columns: [
      { kind: 'theme', heading: [{ text: say.changes.table.theme }] },
      ...FINDING_SEVERITIES.map((severity) => ({
        kind: 'count' as const,
        heading: [{ text: say.remarks[severity] }],
      })),
      { kind: 'count', heading: [{ text: say.changes.table.total }] },
    ],
    header: 0,
    rows: [...rows, summaryRow('_on-all', [{ text: say.changes.table.total, strong: true }], all)],
  };
  const items = other.map(({ paragraphs }) => ({
    text: paragraphs.flatMap((paragraph, index) =>
      index === 0 ? paragraph : [{ text: ' – ' }, ...paragraph],
    ),
  }));
  return {
    id: '_remarks',
    title: [{ text: say.remarks.remarks }],
    layout: 'table',
    blocks: [
      all.length > 0
        ? { kind: 'table', table }
        : { kind: 'paragraph', text: [{ text: capitalised(say.remarks.noRemarks) }] },
      ...(items.length > 0
        ? ([
            { kind: 'heading', text: [{ text: say.remarks.onProgramme }] },
            { kind: 'list', items },
          ] as const)
        : []),
    ],
  };
}

function remarksOnRows({ blocks }: Section): Remark[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.table.rows.flatMap((row) => row.remarks ?? []) : [],
  );
}

function summaryRow(id: string, title: Paragraph, remarks: readonly Remark[]): Row {
  const counts = FINDING_SEVERITIES.map(
    (severity) => remarks.filter((remark) => remark.severity === severity).length,
  );
  return {
    id,
    cells: [
      { paragraphs: [title] },
      ...[...counts, remarks.length].map((count): Cell => ({ paragraphs: [[{ text: String(count) }]] })),
    ],
  };
}
