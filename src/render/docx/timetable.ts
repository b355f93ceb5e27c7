/** Writes a timetable in Word as a table in which each event's cell spans rows according to the length of the event. */
import {
  borderXml,
  columnTwips,
  TIMETABLE_EMPTY,
  tableStyle,
  timetableStyle,
  twips,
} from '../../../templates/docx/index.ts';
import { accentColour, type Design, TIMETABLE_CELL } from '../../design/index.ts';
import { bookmarkName, cellParagraphs, type Paragraph, type TimetableCell } from '../../document/index.ts';
import type { WordTimetable } from './blocks.ts';
import type { WordWriter } from './writer.ts';
import { xmlText } from './xml.ts';

interface Tools {
  design: Design;
  accent: number | undefined;
  writer: WordWriter;
}

/** The part of a cell in one row of the grid; Word needs such a part for every row that the cell spans. */
type Span = Pick<TimetableCell, 'columns'> & { merge?: 'restart' | 'continue' };

export function timetableXml({ timetable, laid }: WordTimetable, { design, accent, writer }: Tools): string {
  const { edges, tops, head, scale } = laid;
  const widths = columnTwips(edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0)));
  const { top, bottom, side, bar } = TIMETABLE_CELL;
  const margins = `<w:tblCellMar><w:top w:w="${twips(top)}" w:type="dxa"/><w:left w:w="${twips(side + bar)}" w:type="dxa"/><w:bottom w:w="${twips(bottom)}" w:type="dxa"/><w:right w:w="${twips(side)}" w:type="dxa"/></w:tblCellMar>`;
  const cell = (column: number, { columns, merge }: Span, content: string, look = ''): string => {
    const width = widths.slice(column, column + columns).reduce((sum, columnWidth) => sum + columnWidth, 0);
    const across = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
    const down = merge === undefined ? '' : `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>`;
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${across}${down}${look}</w:tcPr>${content}</w:tc>`;
  };
  const row = (height: number, cells: string, isHead = false): string =>
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
  const empty = writer.paragraph(TIMETABLE_EMPTY, { runs: [] });
  const words = (kind: 'place' | 'hour', runs: Paragraph): string =>
    writer.paragraph(timetableStyle(kind, scale), { runs });
  let first = 1;
  const heads = timetable.places.map(({ name, columns }) => {
    first += columns;
    return cell(first - columns, { columns }, words('place', name));
  });
  const rows = timetable.rows.map(({ hour }, at) => {
    const cells = timetable.cells
      .filter((candidate) => candidate.row <= at && at < candidate.row + candidate.rows)
      .sort((a, b) => a.column - b.column)
      .map(({ event, column, columns, row: begins, rows: count }): string => {
        const merge = count === 1 ? {} : ({ merge: begins === at ? 'restart' : 'continue' } as const);
        if (event === undefined) return cell(1 + column, { columns }, empty);
        const colour = accentColour(design, event.track?.accent ?? accent);
        const look = `<w:tcBorders>${borderXml('left', { height: bar, colour })}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${design.colours.zebra.slice(1)}"/>`;
        if (begins < at) return cell(1 + column, { columns, ...merge }, empty, look);
        const [facts, title] = cellParagraphs(event);
        const link = {
          before: `<w:hyperlink w:anchor="${bookmarkName(event.target)}" w:history="1">`,
          after: '</w:hyperlink>',
        };
        const content =
          writer.paragraph(timetableStyle('facts', scale), { runs: facts }) +
          writer.paragraph(timetableStyle('title', scale), { runs: title }, link);
        return cell(1 + column, { columns, ...merge }, content, look);
      });
    const height = (tops[at + 1] ?? 0) - (tops[at] ?? 0);
    return row(height, cell(0, { columns: 1 }, words('hour', [{ text: hour }])) + cells.join(''));
  });
  const width = widths.reduce((sum, columnWidth) => sum + columnWidth, 0);
  const grid = widths.map((columnWidth) => `<w:gridCol w:w="${columnWidth}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${tableStyle(design, accent).id}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${margins}<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(timetable.title)}"/><w:tblDescription w:val="${xmlText(timetable.description)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, cell(0, { columns: 1 }, words('place', timetable.headings.hours)) + heads.join(''), true)}${rows.join('')}</w:tbl>`;
}
