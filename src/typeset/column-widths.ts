/**
 * Widths of the columns of tables: as the design says, or those with which a table is lowest. Lengths are points.
 */
import { bodyHeight, cellStyle, columnWidths, measure, strongFace } from '../design/measures.ts';
import type { Design, FaceName, TextStyle } from '../design/schema.ts';
import type { ColumnKind, Document, Paragraph, Table } from '../document/model.ts';
import { advance, unbrokenParts } from './break-lines.ts';
import type { Face } from './face.ts';
import { lowestWidths, type Measured, type MeasuredColumn, type Parts } from './fit-columns.ts';

/** The widths of the columns of a table of a document; together the measure. */
export type WidthsOf = (table: Table) => readonly number[];

/** Kinds whose words stand on one line, where they are short enough for it, and are never hyphenated. */
const WHOLE = new Set<string>([
  'event-number',
  'date',
  'time',
  'price',
  'number',
  'phone',
  'count',
] satisfies ColumnKind[]);

/** What is wider than this share of the measure may be broken rather than take the room of all others; with a day, hour or price, than that. */
const WIDEST = 1 / 8;
const WIDEST_COUNT = 1 / 6;
/** A number that is no year. */
const COUNTS = /(?<!\d)\d{1,3}(?!\d)/;
/** So many rows, evenly taken from all, say how wide columns of long texts should be. */
const MOST_ROWS = 200;

/** Whether the widths of a design's columns follow from what they hold. */
const byContent = ({ table }: Design): boolean => table.columns.from === 'content';

/** Whether the words of a column are never hyphenated. */
export function isWhole(design: Design, kind: string): boolean {
  return byContent(design) && WHOLE.has(kind);
}

/** Width of the widest word that a column of a kind always has room for. */
export function widestWord(design: Design, kinds: readonly string[], column: number): number {
  const kind = kinds[column] ?? '';
  if (!byContent(design) || design.table.columns.kept.includes(kind))
    return (columnWidths(design, kinds)[column] ?? 0) - 2 * design.table.padding.side;
  return Math.min(WIDEST * measure(design), measure(design) / kinds.length - 2 * design.table.padding.side);
}

/** @param faces every face that cells and headings are set in */
export function tableWidths(
  { sections }: Pick<Document, 'sections'>,
  design: Design,
  faces: Readonly<Record<FaceName, Face>>,
): WidthsOf {
  if (!byContent(design))
    return ({ columns }) =>
      columnWidths(
        design,
        columns.map(({ kind }) => kind),
      );
  const alike = new Map<string, Table[]>();
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      const key = columnsKey(block.table);
      const known = alike.get(key);
      if (known === undefined) alike.set(key, [block.table]);
      else known.push(block.table);
    }
  }
  const widths = new Map<string, readonly number[]>();
  return (table) => {
    const key = columnsKey(table);
    let known = widths.get(key);
    if (known === undefined) {
      known = lowestWidths(measured(alike.get(key) ?? [table], design, faces));
      widths.set(key, known);
    }
    return known;
  };
}

/** The same for tables of one title with the same columns, whatever their headings say: both editions of a redline, and parts of a table. */
function columnsKey({ columns, title }: Table): string {
  return title + JSON.stringify(columns.map(({ kind, field }) => [kind, field]));
}

/** What tables of one title with the same columns hold, measured. */
function measured(
  tables: readonly Table[],
  design: Design,
  faces: Readonly<Record<FaceName, Face>>,
): Measured {
  const { styles, table: look } = design;
  const rows = tables.flatMap((table) => table.rows.map((row) => ({ table, cells: row.cells })));
  const step = Math.max(1, rows.length / MOST_ROWS);
  const sample = Array.from(
    { length: Math.min(rows.length, MOST_ROWS) },
    (_, index) => rows[Math.floor(index * step)],
  ).filter((row) => row !== undefined);
  const whole = measure(design);
  const widest = WIDEST * whole;
  const [first] = tables;
  const kinds = first?.columns.map(({ kind }) => kind) ?? [];
  const fixed = columnWidths(design, kinds);
  const ruler = (style: TextStyle): Ruler => {
    const { size } = style;
    return {
      width: (text, strong) => advance(faces[strong ? strongFace(style.face) : style.face], text, size),
      space: advance(faces[style.face], ' ', size),
    };
  };
  const heading = ruler(styles.columnHeading);
  const columns = kinds.map((kind, column): MeasuredColumn => {
    if (first === undefined || look.columns.kept.includes(kind))
      return { least: fixed[column] ?? 0, fixed: true, leading: 0, cells: [], headings: [] };
    const style = styles[cellStyle(first, column)];
    const own = ruler(style);
    const headings = tables.map(({ columns }) => [partsOf(columns[column]?.heading ?? [], heading, false)]);
    let least = Math.max(0, ...headings.flatMap(([parts]) => parts?.widths ?? []));
    if (WHOLE.has(kind)) {
      for (const { cells } of rows)
        for (const paragraph of cells[column]?.paragraphs ?? [])
          for (const [index, words] of phrasesOf(paragraph).entries()) {
            const width = lineWidth(partsOf([{ text: words }], own));
            const most = index > 0 && COUNTS.test(words) ? WIDEST_COUNT : WIDEST;
            if (width <= most * whole && width > least) least = width;
          }
    }
    const strong = ruler(styles.cellStrong);
    const cells = sample.map(({ table, cells }) => {
      const cell = cellStyle(table, column) === 'cellStrong' ? strong : own;
      return (cells[column]?.paragraphs ?? []).map((paragraph) => partsOf(paragraph, cell));
    });
    for (const cell of cells)
      for (const { widths } of cell)
        for (const width of widths) if (width > least) least = Math.min(width, Math.max(least, widest));
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
    // Headings stand over each table and on each page; rows that are not measured are as high as the others.
    headingWeight: tables.length / step + pagesOf(columns, design),
  };
}

/** So much of a table is words: the rest is what shorter cells leave. */
const FILLED = 1 / 2;

/** How many pages the measured rows take, more or less. */
function pagesOf(columns: readonly MeasuredColumn[], design: Design): number {
  const area = columns
    .flatMap(({ cells, leading }) => cells.flat().map((parts) => leading * lineWidth(parts)))
    .reduce((sum, own) => sum + own, 0);
  return area / (measure(design) * bodyHeight(design) * FILLED);
}

interface Ruler {
  width(text: string, strong: boolean): number;
  space: number;
}

/** @param broken whether words are broken after their hyphens and slashes */
function partsOf(paragraph: Paragraph, { width, space }: Ruler, broken = true): Parts {
  const widths: number[] = [];
  const spaces: number[] = [];
  let open = false;
  for (const { text, strong } of paragraph) {
    for (const [index, word] of text.split(/[ \t\n]/).entries()) {
      if (index > 0) open = false;
      if (word === '') continue;
      for (const [at, part] of (broken ? unbrokenParts(word) : [word]).entries()) {
        const own = width(part, strong === true);
        if (at === 0 && open) widths[widths.length - 1] = (widths.at(-1) ?? 0) + own;
        else {
          spaces.push(at === 0 && widths.length > 0 ? space : 0);
          widths.push(own);
        }
      }
      open = true;
    }
  }
  return { widths, spaces };
}

function lineWidth({ widths, spaces }: Parts): number {
  let sum = 0;
  for (let index = 0; index < widths.length; index++) sum += (widths[index] ?? 0) + (spaces[index] ?? 0);
  return sum;
}

/** A paragraph of a date or a number, and what stands between its commas, dashes and colons: each should be on one line. */
function phrasesOf(paragraph: Paragraph): string[] {
  const words = paragraph.map(({ text }) => text).join('');
  return [words, ...words.split(/(?<=[,;:\u2013\u2014])\s+/)];
}
