/** The pages on which a word processor puts sections and rows, so that contents and indexes are filled when the file opens. */
import { columnTwips } from '../../../templates/docx/style-sheet.ts';
import {
  type BodyStyle,
  CELL_MARGIN,
  INDEX_WIDTH,
  PARAGRAPH_STYLES,
  type ParagraphStyle,
  TABLE_STYLE,
} from '../../../templates/docx/styles.ts';
import { BODY_HEIGHT, INDEX_COLUMNS, MEASURE, TABLE } from '../../../templates/tokens.ts';
import type { Target } from '../../document/model.ts';
import { cutStacks, type LineStack } from '../../typeset/cut.ts';
import { type Box, paginate } from '../../typeset/paginate.ts';
import {
  closingParagraph,
  type WordEntry,
  type WordParagraph,
  type WordSection,
  type WordTable,
} from './blocks.ts';
import type { LineCounter } from './line-counter.ts';

export interface Pages {
  /** Page of each link target; the cover is page 1. */
  pageOf: ReadonlyMap<Target, number>;
  /** Number of pages with the cover. */
  total: number;
  /** Rows that are taller than a page: they must be allowed to split. */
  tall: ReadonlySet<Target>;
}

const COVER_PAGES = 1;
/** Twips a point. */
const TWIPS = 20;

/** Pages of a section, from its first, which is 0. */
interface LaidSection {
  pageOf: readonly (readonly [Target, number])[];
  total: number;
  tall: readonly Target[];
}

/** Lays out the sections as a word processor does. */
export function layOutPages(sections: readonly WordSection[], countLines: LineCounter): Pages {
  const pageOf = new Map<Target, number>();
  const tall = new Set<Target>();
  let total = COVER_PAGES;
  for (const section of sections) {
    const laid = layOut(section, countLines, pageOf);
    pageOf.set(section.id, total + 1);
    for (const [target, page] of laid.pageOf) pageOf.set(target, total + 1 + page);
    for (const target of laid.tall) tall.add(target);
    total += laid.total;
  }
  return { pageOf, total, tall };
}

/** @param pageOf pages of earlier sections */
function layOut(
  section: WordSection,
  countLines: LineCounter,
  pageOf: ReadonlyMap<Target, number>,
): LaidSection {
  const columns = section.layout === 'index' ? INDEX_COLUMNS.count : 1;
  const { boxes, targets, tall, top } = flowOf(section, countLines, pageOf);
  const placements = paginate(boxes, (frame) => (frame < columns ? BODY_HEIGHT - top : BODY_HEIGHT));
  const places: [Target, number][] = [];
  for (const { box, frame, from } of placements) {
    const target = targets[box];
    if (target !== undefined && from === 0) places.push([target, Math.floor(frame / columns)]);
  }
  return { pageOf: places, total: 1 + Math.floor((placements.at(-1)?.frame ?? 0) / columns), tall };
}

interface Flow {
  boxes: Box[];
  /** Link target of each box. */
  targets: (Target | undefined)[];
  /** Rows that are taller than a page. */
  tall: Target[];
  /** Height that the title takes from the first page's columns. */
  top: number;
}

function flowOf(section: WordSection, countLines: LineCounter, pageOf: ReadonlyMap<Target, number>): Flow {
  const index = section.layout === 'index';
  const width = index ? INDEX_WIDTH : MEASURE;
  const flow: Flow = { boxes: [], targets: [], tall: [], top: 0 };
  let gap = 0;
  let above: BodyStyle | undefined;
  /** @param box one of its own, which gets the space above it */
  const put = (box: Box, after: number, target?: Target): void => {
    box.gap = gap;
    flow.boxes.push(box);
    flow.targets.push(target);
    gap = after;
  };
  const putText = (style: BodyStyle, text: WordParagraph, target?: Target, number?: string): void => {
    const look: ParagraphStyle = PARAGRAPH_STYLES[style];
    if (look.contextual && style === above) gap = 0;
    gap += look.before ?? 0;
    put(textBox(look, text, width, countLines, number), look.after ?? 0, target);
    above = style;
  };
  const putEntry = (entry: WordEntry): void =>
    putText(entry.style, entry.text, undefined, String(pageOf.get(entry.target) ?? UNKNOWN_PAGE));
  const title = PARAGRAPH_STYLES.Heading1;
  if (index) {
    flow.top = textBox(title, section.title, MEASURE, countLines).height + title.after + SECTION_END;
  } else putText('Heading1', section.title);
  for (const block of section.blocks) {
    switch (block.kind) {
      case 'paragraph':
        putText(block.style, block.text, block.target);
        break;
      case 'entry':
        putEntry(block);
        break;
      case 'contents':
        block.entries.forEach(putEntry);
        put(sectionEnd(), 0);
        break;
      case 'table':
        putTable(block, flow.boxes.length, countLines, flow.tall, put);
        above = undefined;
        break;
    }
  }
  if (closingParagraph(section) === undefined) put(sectionEnd(), 0);
  return flow;
}

const SECTION_END = PARAGRAPH_STYLES.SectionEnd.text.leading;

/** The end of a section, or of the contents, as a paragraph of its own. */
function sectionEnd(): Box {
  return { height: SECTION_END };
}

/** Stands for the page of what comes later: the contents do not wait for it. */
const UNKNOWN_PAGE = 100;

function textBox(
  style: ParagraphStyle,
  { runs }: WordParagraph,
  column: number,
  countLines: LineCounter,
  number?: string,
): Box {
  const { leading } = style.text;
  const lines = countLines(runs, style.text, column - (style.left ?? 0) - (style.right ?? 0), number);
  return {
    height: lines * leading,
    gap: 0,
    keepWithNext: style.keepNext === true,
    cut: (from, room) => cutStacks([stackOf([lines], leading, 0)], 0, from, room),
  };
}

function putTable(
  table: WordTable,
  key: number,
  countLines: LineCounter,
  tall: Target[],
  put: (box: Box, after: number, target: Target) => void,
): void {
  const widths = columnTwips(table.columns.map(({ kind }) => kind)).map(
    (width) => width / TWIPS - 2 * CELL_MARGIN.side,
  );
  const heading = PARAGRAPH_STYLES.TableHeading;
  const headLines = table.columns.map(({ heading: { runs } }, column) =>
    countLines(runs, heading.text, widths[column] ?? 0),
  );
  const header =
    CELL_MARGIN.top +
    Math.max(...headLines) * heading.text.leading +
    heading.after +
    CELL_MARGIN.bottom +
    TABLE_STYLE.rule.height;
  const padding = CELL_MARGIN.top + CELL_MARGIN.bottom + TABLE_STYLE.rule.height;
  for (const row of table.rows) {
    const lines = row.cells.map((cell, column) => {
      const { text } = styleOf(table, column);
      return cell.map(({ runs }) => countLines(runs, text, widths[column] ?? 0));
    });
    const height = Math.max(...lines.map((cell, column) => heightOf(cell, styleOf(table, column)))) + padding;
    const isTall = header + height > BODY_HEIGHT;
    if (isTall) tall.push(row.id);
    put(
      {
        height,
        header,
        table: key,
        ...(isTall ? { cut: (from, room) => cutRow(stacksOf(table, lines), padding, from, room) } : {}),
      },
      0,
      row.id,
    );
  }
}

/** A part of a row; the space below the last paragraph belongs to the last part. */
function cutRow(stacks: readonly LineStack[], padding: number, from: number, room: number): Cut | undefined {
  const part = cutStacks(stacks, padding, from, room);
  if (part === undefined || part.next !== undefined) return part;
  return { ...part, height: part.height + TABLE.paragraphGap };
}
type Cut = NonNullable<ReturnType<typeof cutStacks>>;

const styleOf = (table: WordTable, column: number): ParagraphStyle =>
  PARAGRAPH_STYLES[table.styles[column] ?? 'TableText'];

/** Height of a cell's paragraphs, each with the space below it. */
function heightOf(lines: readonly number[], { text, after = 0 }: ParagraphStyle): number {
  return lines.reduce((sum, count) => sum + count * text.leading + after, 0);
}

function stacksOf(table: WordTable, lines: readonly (readonly number[])[]): LineStack[] {
  return lines.map((cell, column) => {
    const { text, after = 0 } = styleOf(table, column);
    return stackOf(cell, text.leading, after);
  });
}

/** Paragraphs of so many lines as a stack of lines. */
function stackOf(paragraphs: readonly number[], leading: number, after: number): LineStack {
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  for (const lines of paragraphs) {
    for (let line = 0; line < lines; line++) {
      tops.push(y);
      y += leading;
      bottoms.push(y);
    }
    y += after;
  }
  return { tops, bottoms };
}
