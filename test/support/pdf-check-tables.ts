import { Name, PdfString } from './pdf-objects.ts';
import {
  attribute,
  elementsOf,
  type GridCell,
  gridOf,
  type Page,
  type Pdf,
  type PlacedShow,
  type StructureElement,
  showsOf,
  textOf,
} from './pdf-reader.ts';

/**
 * Checks that tables are regular, that each header cell declares its scope, and that rows and cells are in reading
 * order (ISO 14289-1, 7.5).
 */
export function checkTables(pdf: Pdf): string[] {
  return elementsOf(pdf.root, 'Table').flatMap((table, index) => {
    const { cells, rows, problems } = gridOf(table, pdf.follow);
    return [
      ...problems,
      ...checkHeaders(table, cells, rows, pdf),
      ...checkRowPlaces(cells, rows),
      ...checkColumns(cells),
    ].map((problem) => `table ${index + 1}: ${problem}`);
  });
}

function checkHeaders(
  table: StructureElement,
  cells: readonly GridCell[],
  rows: readonly StructureElement[],
  { follow }: Pdf,
): string[] {
  const problems: string[] = [];
  const summary = attribute(table, 'Summary', follow);
  if (!(summary instanceof PdfString) || summary.text.trim() === '') problems.push('no summary');
  const parts = table.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.type] : []));
  if (parts.join() !== 'THead,TBody') problems.push(`parts ${parts.join()} instead of THead,TBody`);
  const heads = elementsOf(table, 'THead').flatMap((head) => elementsOf(head, 'TR'));
  for (const cell of cells) {
    const { type } = cell.element;
    const scope = attribute(cell.element, 'Scope', follow);
    const inHead = heads.some((row) => row === rows[cell.row]);
    const wanted = inHead ? 'Column' : 'Row';
    const where = `row ${cell.row + 1}, column ${cell.column + 1}`;
    if (inHead && type !== 'TH') problems.push(`${where} is no header cell`);
    if (type === 'TH' && !(scope instanceof Name && scope.name === wanted))
      problems.push(`the header cell in ${where} does not head its ${wanted.toLowerCase()}`);
  }
  rows.forEach((row, index) => {
    const headed = cells.some(
      (cell) => cell.element.type === 'TH' && cell.row <= index && index < cell.row + cell.rows,
    );
    if (!headed) problems.push(`row ${index + 1} has no header cell`);
    if (textOf(row).trim() === '') problems.push(`row ${index + 1} is empty`);
  });
  return problems;
}

/**
 * On every page, each row is below the previous one. Cells that span several rows are compared only in their first row.
 */
function checkRowPlaces(cells: readonly GridCell[], rows: readonly StructureElement[]): string[] {
  const problems: string[] = [];
  const lowest = new Map<Page, number>();
  rows.forEach((_, index) => {
    const shows = cells
      .filter((cell) => cell.row === index && cell.rows === 1)
      .flatMap((cell) => showsOf(cell.element));
    for (const [page, onPage] of byPage(shows)) {
      const above = lowest.get(page);
      const top = Math.max(...onPage.map((show) => show.y));
      if (above !== undefined && top >= above)
        problems.push(`row ${index + 1} begins beside or above the row before it on page ${page.number}`);
      lowest.set(page, Math.min(...onPage.map((show) => show.y)));
    }
  });
  return problems;
}

/** The texts of a column end before the texts of the next column begin. */
function checkColumns(cells: readonly GridCell[]): string[] {
  const lefts = new Map<number, number>();
  for (const cell of cells)
    for (const show of showsOf(cell.element))
      lefts.set(cell.column, Math.min(lefts.get(cell.column) ?? Number.POSITIVE_INFINITY, show.x));
  return cells.flatMap((cell) => {
    const next = lefts.get(cell.column + cell.columns);
    // A trailing space may extend beyond the column.
    const outside = showsOf(cell.element).find(
      (show) => next !== undefined && show.end - (show.text.endsWith(' ') ? show.size : 0) > next - GUTTER,
    );
    return outside === undefined
      ? []
      : [`row ${cell.row + 1}, column ${cell.column + 1} has text outside its cell: "${outside.text}"`];
  });
}

/** Minimum space between the texts of two columns, in points. */
const GUTTER = 5;

function byPage(shows: readonly PlacedShow[]): Map<Page, PlacedShow[]> {
  const pages = new Map<Page, PlacedShow[]>();
  for (const show of shows) pages.set(show.page, [...(pages.get(show.page) ?? []), show]);
  return pages;
}
