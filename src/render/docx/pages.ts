/**
 * Computes the pages on which a word processor puts sections and rows, so that contents and indexes have page numbers
 * as soon as the file is opened.
 */

import {
  type BodyStyle,
  type BodyStyles,
  bodyStyles,
  cellMargin,
  columnTwips,
  type ParagraphStyle,
  styleNamed,
} from '../../../templates/docx/index.ts';
import { areaOf, bodyHeight, type Design, measure } from '../../design/index.ts';
import type { Target } from '../../document/index.ts';
import { valueAt } from '../../model/index.ts';
import {
  type Above,
  aboveOf,
  type Box,
  cutStacks,
  isTheme,
  lastBottom,
  type PlacedSection,
  placeSection,
  type Sharing,
  sharesPages,
} from '../../typeset/index.ts';
import {
  type AgainHeading,
  closingParagraph,
  type WordBlock,
  type WordEntry,
  type WordParagraph,
  type WordRow,
  type WordSection,
  type WordTable,
} from './blocks.ts';
import type { LineCounter } from './line-counter.ts';
import { type CellLines, rowCut, stackOf } from './part-row.ts';

export interface Pages {
  /** Page of each link target; the cover is page 1. */
  pageOf: Map<Target, number>;
  /** Number of pages including the cover. */
  total: number;
  /** Sections that begin on the page on which the previous section ends. */
  follows: Set<Target>;
  /** Rows that are split across pages, and rows that are taller than a page; no other rows may be split. */
  parted: Set<Target>;
  /** Group headings that are repeated on a later page, by the row or paragraph at the top of that page. */
  again: Map<WordRow | WordBlock, AgainHeading>;
  /** For each section at the foot of a page, the height of the text above it, in points. */
  above: Map<Target, number>;
  /**
   * Sections whose columns are balanced on their last page. Word balances columns only above another section; if the
   * next section begins a page, an empty section is inserted.
   */
  level: Set<Target>;
  /**
   * For each index, the blocks that begin a column on its last page, so that the columns of this page are balanced.
   * LibreOffice cannot balance columns whose paragraphs stay together.
   */
  columnStarts: Map<Target, readonly number[]>;
}

/** Height of the additional line that LibreOffice may need, in points. */
export const SPARE = 14;

const COVER_PAGES = 1;
/** Twips per point. */
const TWIPS = 20;

/** The settings that determine the layout of sections. */
interface Look {
  design: Design;
  styles: BodyStyles;
  countLines: LineCounter;
  /**
   * Line counts of index entries. The counts are valid for all indexes, because the columns of all indexes have the
   * same width.
   */
  indexed: Map<WordParagraph, number>;
}

/** Lays out the sections as a word processor does. */
export function layOutPages(
  sections: readonly WordSection[],
  design: Design,
  countLines: LineCounter,
  sharing: Sharing,
): Pages {
  const look: Look = { design, styles: bodyStyles(design), countLines, indexed: new Map() };
  const pages: Pages = {
    pageOf: new Map(),
    total: COVER_PAGES,
    follows: new Set(),
    parted: new Set(),
    again: new Map(),
    above: new Map(),
    level: new Set(),
    columnStarts: new Map(),
  };
  let above: Above | undefined;
  for (const [index, section] of sections.entries())
    above = layOut(section, look, pages, { above, next: sections[index + 1]?.layout, sharing });
  return pages;
}

/**
 * Lays out a section after the pages of the earlier ones.
 *
 * @returns the content below which the next section may begin
 */
function layOut(
  section: WordSection,
  look: Look,
  pages: Pages,
  {
    above,
    next,
    sharing,
  }: { above: Above | undefined; next: WordSection['layout'] | undefined; sharing: Sharing },
): Above | undefined {
  const { id, layout, part } = section;
  const { design, styles } = look;
  const { columns } = areaOf(design, section);
  const height = bodyHeight(design);
  const { boxes, targets, headings, top, below } = flowOf(section, look, pages);
  const shares = sharesPages(layout, section.title.runs.length > 0, sharing);
  // Word processors treat the space below a text differently, so the position at which a page of rows ends is
  // uncertain.
  const isBelowText = isTheme(layout) && above !== undefined && !isTheme(above.layout);
  const place = (under: Above | undefined): PlacedSection =>
    placeSection({ layout, next, boxes, columns, top, least: 0 }, height, under);
  const shared = place(shares && !isBelowText ? aboveOf(layout, above, sharing) : undefined);
  // No section can begin on the second page of an index, so moving a short index to a new page may save a page.
  const isShort = layout === 'index' && shared.follows && lastBottom(shared, columns) < height / 3;
  const apart = isShort && shared.pages > 1 ? place(undefined) : shared;
  const placed = apart.pages < shared.pages ? apart : shared;
  const isOnePage = placed.pages === 1;
  const first = placed.follows ? pages.total : pages.total + 1;
  pages.total = first + placed.pages - 1;
  pages.pageOf.set(id, first);
  if (placed.follows) pages.follows.add(id);
  for (const { box, frame, from, next, again } of placed.placements) {
    const heading = headings[box];
    if (again && from === 0 && heading !== undefined) pages.again.set(...heading);
    const target = targets[box];
    if (target === undefined || from > 0) continue;
    pages.pageOf.set(target, first + Math.floor(frame / columns));
    if (next !== undefined) pages.parted.add(target);
  }
  const last = placed.placements.at(-1);
  if ((layout === 'colophon' || layout === 'back') && isOnePage) {
    const rule = placed.follows ? 0 : design.sections.gap;
    pages.above.set(id, last === undefined ? 0 : Math.max(0, height - last.y - last.height - rule));
  }
  const room = height - (placed.end ?? height) - styles.SectionEnd.text.leading;
  const starts = layout === 'index' && columns > 1 && room >= SPARE ? startsOf(placed, columns, height) : [];
  const isLevel = layout === 'text' || (isOnePage && room >= 0);
  if (starts.length > 0) pages.columnStarts.set(id, starts);
  else if (columns > 1 && section.blocks.length > 0 && isLevel) pages.level.add(id);
  // LibreOffice does not balance all columns that continue from an earlier page.
  if (!shares || placed.end === undefined || (layout === 'index' && !isOnePage)) return undefined;
  return { layout, end: placed.end + (columns > 1 ? 0 : below) + design.sections.gap, part };
}

/**
 * The boxes at the top of the columns of the last page. The box of the first column is included only if the preceding
 * page has room for another line.
 */
function startsOf({ placements, pages }: PlacedSection, columns: number, height: number): number[] {
  const before = (pages - 1) * columns;
  return placements.flatMap(({ box, frame, from }, index) => {
    const last = placements[index - 1];
    if (last === undefined || last.frame === frame || frame < before || from > 0) return [];
    return frame > before || last.y + last.height + SPARE <= height ? [box] : [];
  });
}

interface Flow {
  boxes: Box[];
  /** Link target of each box. */
  targets: (Target | undefined)[];
  /**
   * For each box of a group of events: the row or block that begins with the box, and the heading that is repeated
   * above it on a later page.
   */
  headings: (readonly [WordRow | WordBlock, AgainHeading] | undefined)[];
  /** Height of the title above the columns of the first page. */
  top: number;
  /**
   * Space below the last paragraph. If the section ends with a closing paragraph, which is left out if another section
   * follows on the page, the value is the negative height of that paragraph.
   */
  below: number;
}

/** @param pages pages of the earlier sections, and rows of this one that are taller than a page */
function flowOf(section: WordSection, look: Look, { pageOf, parted }: Pages): Flow {
  const { design, styles } = look;
  const whole = measure(design);
  const { columns, width: column } = areaOf(design, section);
  const several = columns > 1;
  const inIndex = section.layout === 'index';
  const width = several ? column : whole;
  const flow: Flow = { boxes: [], targets: [], headings: [], top: 0, below: 0 };
  let gap = 0;
  /** @param box a box that is not used elsewhere, because this function sets its gap */
  const put = (box: Box, after: number, target?: Target): void => {
    box.gap = gap;
    flow.boxes.push(box);
    flow.targets.push(target);
    gap = after;
  };
  const putLines = (style: ParagraphStyle, text: WordParagraph, lines: number, target?: Target): void => {
    gap += style.before ?? 0;
    put(textBox(style, text, lines), style.after ?? 0, target);
  };
  /**
   * Height of a frame on the right, the width that the frame takes from the texts next to it, and whether there is no
   * text next to it yet.
   */
  let beside: { height: number; takes: number; isNext: boolean } | undefined;
  const putText = (id: BodyStyle, text: WordParagraph, target?: Target, keepNext = false): void => {
    const named = styleNamed(styles, id);
    const style = keepNext || (beside?.height ?? 0) > 0 ? { ...named, keepNext: true as const } : named;
    const { leading } = style.text;
    if (beside?.isNext) gap = -beside.height;
    const lines = linesOf(style, text, width, look);
    if (beside === undefined || beside.height <= 0) {
      putLines(style, text, lines, target);
      return;
    }
    const { picture } = text;
    const narrow =
      picture === undefined
        ? linesOf(style, text, width - beside.takes, look)
        : Math.ceil(picture.height / leading);
    const next = Math.ceil(beside.height / leading);
    // Lines below the frame are longer than lines next to it.
    const all = narrow <= next ? narrow : next + Math.ceil(((narrow - next) * lines) / narrow);
    putLines(narrow <= next ? style : named, text, all, target);
    beside = { ...beside, isNext: false, height: beside.height - all * leading - (style.after ?? 0) };
  };
  const putEntry = (entry: WordEntry): void => {
    const { text, target, keepNext } = entry;
    const named = styleNamed(styles, entry.style);
    const style = keepNext ? { ...named, keepNext } : named;
    const count = () => linesOf(style, text, width, look, String(pageOf.get(target) ?? UNKNOWN_PAGE));
    putLines(style, text, inIndex ? valueAt(look.indexed, text, count) : count());
  };
  /** A separate paragraph that ends a section or the contents. */
  const sectionEnd: Box = { height: styles.SectionEnd.text.leading };
  const title = styles.Heading1;
  if (section.title.runs.length === 0) put({ ...sectionEnd }, 0);
  else if (several) {
    const lines = linesOf(title, section.title, whole, look);
    flow.top = textBox(title, section.title, lines).height + title.after + sectionEnd.height;
  } else putText('Heading1', section.title);
  let again: (AgainHeading & { height: number }) | undefined;
  const inGroup = (first: number, sources: readonly (WordRow | WordBlock)[]): void => {
    const heading = again;
    if (heading === undefined) return;
    sources.forEach((source, index) => {
      const box = flow.boxes[first + index];
      if (box !== undefined) box.again = heading.height;
      flow.headings[first + index] = [source, heading];
    });
  };
  for (const block of section.blocks) {
    const first = flow.boxes.length;
    switch (block.kind) {
      case 'paragraph':
        if (block.frame !== undefined) {
          if (block.text.picture === undefined) break;
          put({ height: block.frame.height, keepWithNext: true }, 0);
          beside = { ...block.frame, isNext: true };
          break;
        }
        gap += block.above ?? 0;
        if (block.above !== undefined) beside = undefined;
        putText(block.style, block.text, block.target, block.keepNext);
        if (block.again === undefined) inGroup(first, [block]);
        else again = { ...block.again, height: heightOfAgain(block.again, width, look) };
        break;
      case 'entry':
        putEntry(block);
        break;
      case 'contents':
        block.entries.forEach(putEntry);
        put({ ...sectionEnd }, 0);
        break;
      case 'timetable': {
        const { head, tops } = block.laid;
        put({ height: head + (tops.at(-1) ?? 0) }, 0);
        break;
      }
      case 'table':
        putTable(block, { key: first, again: again?.height ?? 0 }, look, parted, put);
        inGroup(first, block.rows);
        break;
    }
  }
  flow.below = gap;
  if (closingParagraph(section) === undefined) {
    flow.below = -sectionEnd.height;
    put({ ...sectionEnd }, 0);
  }
  return flow;
}

function heightOfAgain({ style: id, text }: AgainHeading, width: number, look: Look): number {
  const style = styleNamed(look.styles, id);
  return linesOf(style, text, width, look) * style.text.leading + (style.after ?? 0);
}

/** Placeholder for the page number of a later section, which is not yet known when the contents are laid out. */
const UNKNOWN_PAGE = 100;

/** @param number text after a right-aligned tab */
function linesOf(
  { text, left = 0, right = 0 }: ParagraphStyle,
  { runs }: WordParagraph,
  column: number,
  { countLines }: Look,
  number?: string,
): number {
  return countLines(runs, text, column - left - right, number);
}

function textBox(style: ParagraphStyle, { picture }: WordParagraph, lines: number): Box {
  const { leading } = style.text;
  const keepWithNext = style.keepNext === true;
  if (picture !== undefined) return { height: Math.max(leading, picture.height), gap: 0, keepWithNext };
  // Word draws the rule below each part of a split paragraph.
  const rule = style.ruleBelow === undefined ? 0 : style.ruleBelow.gap + style.ruleBelow.height;
  const below = rule + 2 * (style.box ?? 0);
  return {
    height: lines * leading + below,
    gap: 0,
    keepWithNext,
    splits: style.lines === 'parted',
    cut: (from, room) => cutStacks([stackOf({ paragraphs: [lines], leading, after: 0 })], below, from, room),
  };
}

function putTable(
  table: WordTable,
  { key, again }: { key: number; again: number },
  { design, styles, countLines }: Look,
  parted: Set<Target>,
  put: (box: Box, after: number, target: Target) => void,
): void {
  const margin = cellMargin(design);
  const { rule, splitFrom } = design.table;
  const height = bodyHeight(design);
  const columns = columnTwips(table.columns.map(({ width }) => width)).map((twips, column) => ({
    style: styleNamed(styles, table.styles[column] ?? 'TableText'),
    width: twips / TWIPS - 2 * margin.side,
  }));
  const heading = styles.TableHeading;
  const headLines = table.columns.map(({ heading: { runs } }, column) =>
    countLines(runs, heading.text, columns[column]?.width ?? 0),
  );
  const header =
    margin.top + Math.max(...headLines) * heading.text.leading + heading.after + margin.bottom + rule.weight;
  const padding = margin.top + margin.bottom + rule.weight;
  for (const { id, cells } of table.rows) {
    const stacks = columns.map(({ style: { text, after = 0 }, width }, column): CellLines => {
      const paragraphs: number[] = [];
      for (const { runs, picture } of cells[column] ?? [])
        paragraphs.push(
          picture === undefined
            ? countLines(runs, text, width)
            : Math.ceil((picture.height + text.leading - text.size) / text.leading),
        );
      return { paragraphs, leading: text.leading, after };
    });
    let highest = 0;
    for (const stack of stacks) highest = Math.max(highest, heightOf(stack));
    const rowHeight = highest + padding;
    const splits = rowHeight > splitFrom * height;
    const isTall = again + header + rowHeight > height;
    if (isTall) parted.add(id);
    const box: Box = { height: rowHeight, header, table: key, splits };
    if (splits || isTall) box.cut = rowCut(stacks, padding);
    put(box, 0, id);
  }
}

/** Height of the paragraphs of a cell, including the space below each. */
function heightOf({ paragraphs, leading, after }: CellLines): number {
  let height = 0;
  for (const lines of paragraphs) height += lines * leading + after;
  return height;
}
