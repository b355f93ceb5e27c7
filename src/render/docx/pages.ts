/** The pages on which a word processor puts sections and rows, so that contents and indexes are filled when the file opens. */

import { type BodyStyles, bodyStyles, styleNamed } from '../../../templates/docx/body-styles.ts';
import { columnTwips } from '../../../templates/docx/style-sheet.ts';
import { type BodyStyle, cellMargin, type ParagraphStyle } from '../../../templates/docx/styles.ts';
import { bodyHeight, measure } from '../../design/measures.ts';
import { areaOf } from '../../design/parts.ts';
import type { Design } from '../../design/schema.ts';
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
import { rowCut } from './part-row.ts';

export interface Pages {
  /** Page of each link target; the cover is page 1. */
  pageOf: ReadonlyMap<Target, number>;
  /** Number of pages with the cover. */
  total: number;
  /** Rows that the end of a page parts, and those that are taller than one: only they may be parted. */
  parted: ReadonlySet<Target>;
}

const COVER_PAGES = 1;
/** Twips a point. */
const TWIPS = 20;

/** Pages of a section, from its first, which is 0. */
interface LaidSection {
  pageOf: readonly (readonly [Target, number])[];
  total: number;
  parted: readonly Target[];
}

/** What sections are laid out by. */
interface Look {
  design: Design;
  styles: BodyStyles;
  countLines: LineCounter;
}

/** Lays out the sections as a word processor does. */
export function layOutPages(
  sections: readonly WordSection[],
  design: Design,
  countLines: LineCounter,
): Pages {
  const look: Look = { design, styles: bodyStyles(design), countLines };
  const pageOf = new Map<Target, number>();
  const parted = new Set<Target>();
  let total = COVER_PAGES;
  for (const section of sections) {
    const laid = layOut(section, look, pageOf);
    pageOf.set(section.id, total + 1);
    for (const [target, page] of laid.pageOf) pageOf.set(target, total + 1 + page);
    for (const target of laid.parted) parted.add(target);
    total += laid.total;
  }
  return { pageOf, total, parted };
}

/** @param pageOf pages of earlier sections */
function layOut(section: WordSection, look: Look, pageOf: ReadonlyMap<Target, number>): LaidSection {
  const { columns } = areaOf(look.design, section);
  const height = bodyHeight(look.design);
  const { boxes, targets, tall, top } = flowOf(section, look, pageOf);
  const placements = paginate(boxes, (frame) => (frame < columns ? height - top : height));
  const places: [Target, number][] = [];
  const parted = [...tall];
  for (const { box, frame, from, next } of placements) {
    const target = targets[box];
    if (target === undefined || from > 0) continue;
    places.push([target, Math.floor(frame / columns)]);
    if (next !== undefined) parted.push(target);
  }
  return { pageOf: places, total: 1 + Math.floor((placements.at(-1)?.frame ?? 0) / columns), parted };
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

function flowOf(section: WordSection, look: Look, pageOf: ReadonlyMap<Target, number>): Flow {
  const { design, styles } = look;
  const whole = measure(design);
  const { columns, width: column } = areaOf(design, section);
  const several = columns > 1;
  const width = several ? column : whole;
  const flow: Flow = { boxes: [], targets: [], tall: [], top: 0 };
  let gap = 0;
  /** @param box one of its own, which gets the space above it */
  const put = (box: Box, after: number, target?: Target): void => {
    box.gap = gap;
    flow.boxes.push(box);
    flow.targets.push(target);
    gap = after;
  };
  const putText = (style: BodyStyle, text: WordParagraph, target?: Target, number?: string): void => {
    const own = styleNamed(styles, style);
    gap += own.before ?? 0;
    put(textBox(own, text, width, look, number), own.after ?? 0, target);
  };
  const putEntry = (entry: WordEntry): void =>
    putText(entry.style, entry.text, undefined, String(pageOf.get(entry.target) ?? UNKNOWN_PAGE));
  /** The end of a section, or of the contents, as a paragraph of its own. */
  const sectionEnd: Box = { height: styles.SectionEnd.text.leading };
  const title = styles.Heading1;
  if (section.title.runs.length === 0) put({ ...sectionEnd }, 0);
  else if (several) {
    flow.top = textBox(title, section.title, whole, look).height + title.after + sectionEnd.height;
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
        put({ ...sectionEnd }, 0);
        break;
      case 'table':
        putTable(block, flow.boxes.length, look, flow.tall, put);
        break;
    }
  }
  if (closingParagraph(section) === undefined) put({ ...sectionEnd }, 0);
  return flow;
}

/** Stands for the page of what comes later: the contents do not wait for it. */
const UNKNOWN_PAGE = 100;

function textBox(
  style: ParagraphStyle,
  { runs }: WordParagraph,
  column: number,
  { countLines }: Look,
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
  { design, styles, countLines }: Look,
  tall: Target[],
  put: (box: Box, after: number, target: Target) => void,
): void {
  const margin = cellMargin(design);
  const { rule, splitFrom } = design.table;
  const height = bodyHeight(design);
  const styleOf = (column: number): ParagraphStyle => styleNamed(styles, table.styles[column] ?? 'TableText');
  const widths = columnTwips(table.columns.map(({ width }) => width)).map(
    (width) => width / TWIPS - 2 * margin.side,
  );
  const heading = styles.TableHeading;
  const headLines = table.columns.map(({ heading: { runs } }, column) =>
    countLines(runs, heading.text, widths[column] ?? 0),
  );
  const header =
    margin.top + Math.max(...headLines) * heading.text.leading + heading.after + margin.bottom + rule.weight;
  const padding = margin.top + margin.bottom + rule.weight;
  for (const row of table.rows) {
    const lines = row.cells.map((cell, column) => {
      const { text } = styleOf(column);
      return cell.map(({ runs }) => countLines(runs, text, widths[column] ?? 0));
    });
    const own = Math.max(...lines.map((cell, column) => heightOf(cell, styleOf(column)))) + padding;
    const splits = own > splitFrom * height;
    const isTall = header + own > height;
    if (isTall) tall.push(row.id);
    put(
      {
        height: own,
        header,
        table: key,
        splits,
        ...(splits || isTall
          ? {
              cut: rowCut(
                lines.map((paragraphs, column) => {
                  const { text, after = 0 } = styleOf(column);
                  return { paragraphs, leading: text.leading, after };
                }),
                padding,
              ),
            }
          : {}),
      },
      0,
      row.id,
    );
  }
}

/** Height of a cell's paragraphs, each with the space below it. */
function heightOf(lines: readonly number[], { text, after = 0 }: ParagraphStyle): number {
  return lines.reduce((sum, count) => sum + count * text.leading + after, 0);
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
