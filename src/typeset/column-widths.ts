/**
 * Column widths of tables: widths that the design fixes, or widths that minimise the height of the table. Lengths are
 * in points.
 */
import {
  bodyHeight,
  cellStyle,
  columnWidths,
  type Design,
  type FaceName,
  measure,
  strongFace,
  type TextStyle,
} from '../design/index.ts';
import {
  type ColumnKind,
  type Document,
  type Paragraph,
  type Row,
  type Table,
  tablesOf,
  wordsOf,
} from '../document/index.ts';
import { groupBy, valueAt } from '../model/index.ts';
import { advance, unbrokenParts } from './break-lines.ts';
import type { Face } from './face.ts';
import { GRAINS, lowestWidths, type Measured, type MeasuredColumn, type Parts } from './fit-columns.ts';

/** The column widths of a table; their sum is the measure. */
export type WidthsOf = (table: Table) => readonly number[];

/** Kinds of fields whose words stay on one line if they are short enough, and are never hyphenated. */
const WHOLE = new Set<string>([
  'event-number',
  'date',
  'time',
  'price',
  'number',
  'phone',
  'count',
] satisfies ColumnKind[]);

/** Maximum width of a word or phrase that is never broken, as a share of the measure. */
const WIDEST = 1 / 8;
/** Maximum width of a phrase with a number that is not a year, as a share of the measure. */
const WIDEST_COUNT = 1 / 6;
/** A number that is not a year. */
const COUNTS = /(?<!\d)\d{1,3}(?!\d)/;
/**
 * Maximum number of rows that are measured; they are spread evenly over the table. Measuring more rows would not make
 * tables lower.
 */
const MAX_ROWS = 100;

/** Whether column widths depend on the content. */
const byContent = ({ table }: Design): boolean => table.columns.from === 'content';

/** Whether the words of a column are never hyphenated. */
export function isWhole(design: Design, kind: string): boolean {
  return byContent(design) && WHOLE.has(kind);
}

/** Width of the widest word for which a column of the given kind always has space. */
export function widestWord(design: Design, kinds: readonly string[], column: number): number {
  const kind = kinds[column] ?? '';
  if (!byContent(design) || kind === 'picture' || design.table.columns.kept.includes(kind))
    return (columnWidths(design, kinds)[column] ?? 0) - 2 * design.table.padding.side;
  return Math.min(widestUnbroken(design, kinds.length), equalWidth(design, kinds.length));
}

/**
 * Width up to which a word makes its column wider. Without hyphenation, this is at least the width that a column would
 * have if all columns were equally wide.
 */
function widestUnbroken(design: Design, columns: number): number {
  const widest = WIDEST * measure(design);
  return design.hyphenation ? widest : Math.max(widest, equalWidth(design, columns));
}

/** Width available for the words of a cell if all columns have the same width. */
function equalWidth(design: Design, columns: number): number {
  return measure(design) / columns - 2 * design.table.padding.side;
}

/** Width of a word in a face, in em. */
export type WordWidth = (word: string, face: FaceName) => number;

/** Measures words by their glyphs. */
export const shapedWidth =
  (faces: Readonly<Record<FaceName, Face>>): WordWidth =>
  (word, face) =>
    advance(faces[face], word, 1);

/** @param widthOf measures words in every face of cells and headings */
export function tableWidths(
  { sections }: Pick<Document, 'sections'>,
  design: Design,
  widthOf: WordWidth,
): WidthsOf {
  if (!byContent(design))
    return ({ columns }) =>
      columnWidths(
        design,
        columns.map(({ kind }) => kind),
      );
  const alike = groupBy(sections.flatMap(tablesOf), columnsKey);
  const rulersOf = rulersFor(widthOf);
  const widths = new Map<string, readonly number[]>();
  return (table) => {
    const key = columnsKey(table);
    return valueAt(widths, key, () => lowestWidths(measured(alike.get(key) ?? [table], design, rulersOf)));
  };
}

/**
 * A key that is the same for tables with the same title and columns, whatever their headings. Tables with the same key
 * are the tables of the two editions in a redline, or parts of one table.
 */
function columnsKey({ columns, title }: Table): string {
  return title + JSON.stringify(columns.map(({ kind, field }) => [kind, field]));
}

/** The measured content of tables with the same title and columns. */
function measured(tables: readonly Table[], design: Design, rulersOf: RulersOf): Measured {
  const { styles, table: look } = design;
  const rows = tables.flatMap((table) => table.rows.map(({ cells }) => ({ table, cells })));
  const step = Math.max(1, rows.length / MAX_ROWS);
  const sample = Array.from(
    { length: Math.min(rows.length, MAX_ROWS) },
    (_, index) => rows[Math.floor(index * step)],
  ).filter((row) => row !== undefined);
  const whole = measure(design);
  const [first] = tables;
  const kinds = first?.columns.map(({ kind }) => kind) ?? [];
  const fixed = columnWidths(design, kinds);
  const columns = kinds.map((kind, column): MeasuredColumn => {
    if (first === undefined || kind === 'picture' || look.columns.kept.includes(kind))
      return { least: fixed[column] ?? 0, fixed: true, leading: 0, cells: [], headings: [] };
    const style = styles[cellStyle(first, column)];
    const rulersOfColumn = rulersOf(style);
    const strong = rulersOf(styles.cellStrong);
    const headings = tables.map(({ columns }) => [
      partsOf(columns[column]?.heading ?? [], rulersOf(styles.columnHeading), false),
    ]);
    const cells = sample.map(({ table, cells }) => {
      const rulers = cellStyle(table, column) === 'cellStrong' ? strong : rulersOfColumn;
      return (cells[column]?.paragraphs ?? []).map((paragraph) => partsOf(paragraph, rulers));
    });
    const least = Math.max(
      widestIn(headings),
      WHOLE.has(kind) ? widestPhrase(rows, column, rulersOfColumn.plain, whole) : 0,
      Math.min(widestIn(cells), widestUnbroken(design, kinds.length)),
    );
    return {
      least: least + 2 * look.padding.side,
      fixed: false,
      leading: style.leading,
      cells,
      headings,
    };
  });
  return {
    columns,
    rows: sample.length,
    width: whole,
    padding: 2 * look.padding.side,
    paragraphGap: look.paragraphGap,
    headingLeading: styles.columnHeading.leading,
    // Headings are printed above each table and at the top of each page. Rows that are not measured are assumed to be
    // as high as the measured rows.
    headingWeight: tables.length / step + pagesOf(columns, design),
  };
}

/** The assumed share of a table's area that is filled with text. */
const FILLED = 1 / 2;

/** Approximate number of pages that the measured rows fill. */
function pagesOf(columns: readonly MeasuredColumn[], design: Design): number {
  let area = 0;
  for (const { cells, leading } of columns)
    for (const cell of cells) for (const { whole } of cell) area += (leading * whole) / GRAINS;
  return area / (measure(design) * bodyHeight(design) * FILLED);
}

/** Measures words in one face and size. Widths are in grains (see `GRAINS`). */
interface Ruler {
  space: number;
  width(word: string): number;
  /** Widths of the parts into which a word may be broken after its hyphens and slashes. */
  widths(word: string): readonly number[];
}

function rulerFor(face: FaceName, size: number, widthOf: WordWidth): Ruler {
  const known = new Map<string, readonly number[]>();
  const width = (word: string): number => Math.round(GRAINS * size * widthOf(word, face));
  const widths = (word: string) => valueAt(known, word, () => unbrokenParts(word).map(width));
  return { space: width(' '), width, widths };
}

/** The rulers for the regular and the bold words of a style. */
interface Rulers {
  plain: Ruler;
  strong: Ruler;
}

type RulersOf = (style: TextStyle) => Rulers;

/** Returns the rulers of a style; styles with the same face and size share their rulers. */
function rulersFor(widthOf: WordWidth): RulersOf {
  const known = new Map<string, Ruler>();
  const rulerOf = (face: FaceName, size: number): Ruler => {
    const key = `${face} ${size}`;
    return valueAt(known, key, () => rulerFor(face, size, widthOf));
  };
  return ({ face, size }) => ({ plain: rulerOf(face, size), strong: rulerOf(strongFace(face), size) });
}

/** @param broken whether words may be broken after their hyphens and slashes */
function partsOf(paragraph: Paragraph, { plain, strong: bold }: Rulers, broken = true): Parts {
  const widths: number[] = [];
  const spaces: number[] = [];
  let whole = 0;
  let open = false;
  for (const { text, strong } of paragraph) {
    const ruler = strong ? bold : plain;
    const words = /[\t\n]/.test(text) ? text.replace(/[\t\n]/g, ' ') : text;
    for (let from = 0; from <= words.length; ) {
      const next = words.indexOf(' ', from);
      const end = next < 0 ? words.length : next;
      if (end > from) {
        const word = words.slice(from, end);
        const parts = broken ? ruler.widths(word) : [ruler.width(word)];
        for (let at = 0; at < parts.length; at++) {
          const width = parts[at] ?? 0;
          if (at === 0 && open) widths[widths.length - 1] = (widths[widths.length - 1] ?? 0) + width;
          else {
            const space = at === 0 && widths.length > 0 ? plain.space : 0;
            spaces.push(space);
            widths.push(width);
            whole += space;
          }
          whole += width;
        }
        open = true;
      }
      if (next >= 0) open = false;
      from = end + 1;
    }
  }
  return { widths, spaces, whole };
}

/** Width of the widest part that cannot be broken, in points. */
function widestIn(cells: readonly (readonly Parts[])[]): number {
  let widest = 0;
  for (const cell of cells)
    for (const { widths } of cell)
      for (let index = 0; index < widths.length; index++) widest = Math.max(widest, widths[index] ?? 0);
  return widest / GRAINS;
}

/**
 * Width of the widest phrase of a column that is short enough to stay on one line in every row: a paragraph of a date
 * or a number, or the text between commas, dashes and colons.
 */
function widestPhrase(
  rows: readonly Pick<Row, 'cells'>[],
  column: number,
  ruler: Ruler,
  whole: number,
): number {
  const seen = new Set<string>();
  let widest = 0;
  const take = (phrase: string, mayCount: boolean): void => {
    const width = phraseWidth(phrase, ruler);
    if (width <= widest) return;
    const most = mayCount && COUNTS.test(phrase) ? WIDEST_COUNT : WIDEST;
    if (width <= most * whole) widest = width;
  };
  for (const { cells } of rows) {
    for (const paragraph of cells[column]?.paragraphs ?? []) {
      const words = wordsOf(paragraph);
      if (seen.has(words)) continue;
      seen.add(words);
      const phrases = words.split(/(?<=[,;:\u2013\u2014])\s+/);
      if (phrases.length > 1) take(words, false);
      for (const phrase of phrases) take(phrase, true);
    }
  }
  return widest;
}

function phraseWidth(phrase: string, ruler: Ruler): number {
  let width = 0;
  for (const word of phrase.split(/[ \t\n]+/))
    if (word !== '') width += (width > 0 ? ruler.space : 0) + ruler.width(word);
  return width / GRAINS;
}
