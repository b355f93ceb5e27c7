/** Designs other than the default, as values. */
import { DEFAULT_DESIGN } from '../../src/design/default.ts';
import type { Design } from '../../src/design/schema.ts';

/** The default on an upright sheet, with what its narrow measure asks for; points. */
function upright(paper: Design['paper']): Design {
  const { styles, table, columns, cover, index } = DEFAULT_DESIGN;
  const side = 36;
  const measure = paper.width - 2 * side;
  const right = 204;
  const width = paper.width - right - side;
  return {
    ...DEFAULT_DESIGN,
    paper,
    margins: { ...DEFAULT_DESIGN.margins, left: side, right: side },
    styles: {
      ...styles,
      cell: { ...styles.cell, size: 8.5, leading: 10.75 },
      cellStrong: { ...styles.cellStrong, size: 8.5, leading: 10.75 },
      number: { ...styles.number, leading: 10.75 },
      columnHeading: { ...styles.columnHeading, leading: 10.5 },
      remark: { ...styles.remark, leading: 10.75 },
    },
    text: { left: 0, width: measure, gap: 0 },
    index: { ...index, columns: 2 },
    table: { ...table, padding: { ...table.padding, side: 3 } },
    columns: {
      ...columns,
      'event-number': { points: 20 },
      region: { points: 72 },
      category: { points: 54 },
      date: { points: 60 },
      title: { share: 1.2 },
      description: { share: 3.2 },
      change: { points: 70 },
      event: { points: 100 },
      count: { points: 60 },
    },
    cover: {
      ...cover,
      panel: { ...cover.panel, width: 170 },
      period: { ...cover.period, left: 22, width: 126, sizes: [50, 36, 24, 16] },
      title: { ...cover.title, left: right, width },
      lines: { ...cover.lines, width },
      publisher: { ...cover.publisher, left: right, top: paper.height - 80, width },
    },
  };
}

/** ISO 216. */
export const A4_PORTRAIT = upright({ width: 595.28, height: 841.89 });
/** ANSI/ASME Y14.1, size A. */
export const LETTER_PORTRAIT = upright({ width: 612, height: 792 });
