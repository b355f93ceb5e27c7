import {
  accentColour,
  COLOUR,
  MARGIN,
  PAGE,
  REMARKS,
  SECTION_RULE,
  SEVERITY_COLOUR,
  TABLE,
} from '../../../templates/tokens.ts';
import { wordsOf } from '../../document/texts.ts';
import { abridged } from '../../typeset/abridged.ts';
import { type LineRange, linesOfPart } from '../../typeset/cut.ts';
import { type Face, shapeText, widthOfWords } from '../../typeset/face.ts';
import type {
  EntryBox,
  Placed,
  RowBox,
  SetDocument,
  SetPage,
  SetTable,
  TextBox,
} from '../../typeset/flow.ts';
import { type RemarkStack, remarkLines } from '../../typeset/remark-stack.ts';
import { heightOf, type Stack } from '../../typeset/typesetter.ts';
import type { TextPen } from './draw-text.ts';
import type { PdfFile } from './engine/pdf-file.ts';
import { pdfColour, pdfNumber } from './engine/pdf-text.ts';
import type { Element, StructureTree } from './engine/structure.ts';

/** Elements of a box, outermost first; undefined where a row has no cell in a column, since a cell above spans it. */
type Elements = readonly (Element | undefined)[];

/** Elements that stay open from one page to the next, and what is not yet drawn. */
interface Open {
  section: Element | undefined;
  list: Element | undefined;
  table: { element: Element; body: Element } | undefined;
  /** Elements of the box that a page end cut. */
  box: Elements | undefined;
  /** Paragraphs that a page end cut, by their cells. */
  paragraphs: Map<Element, Element>;
  /** Operators of the rules, leaders, bars and bullets of the page: drawn together, as one piece of decoration. */
  ornaments: string[];
}

export interface BodyTools {
  file: PdfFile;
  tree: StructureTree;
  pen: TextPen;
  /** Face of page numbers and folios. */
  face: Face;
  set: SetDocument;
  /** "page", for the spoken text of links. */
  pageWord: string;
}

/** A link on several pages says its text on each. UTF-16 units. */
const LONGEST_LINK_TEXT = 500;

/** A function that draws the bodies of pages, one after another in their order. */
export function createBodyPainter(tools: BodyTools): (page: SetPage) => void {
  const { tree, pen } = tools;
  const open: Open = {
    section: undefined,
    list: undefined,
    table: undefined,
    box: undefined,
    paragraphs: new Map(),
    ornaments: [],
  };
  return (page) => {
    if (page.first) {
      open.section = tree.open(tree.root, 'Sect');
      tree.destination(page.section.id, MARGIN.left, PAGE.height - MARGIN.top + 8);
      tools.file.kit.outline.addItem(wordsOf(page.section.title), {
        top: MARGIN.top - 8,
        left: PAGE.width - MARGIN.left,
      });
      drawTitle(page, sectionOf(open));
    }
    drawPlaced(page);
    if (page.last) {
      tree.close(sectionOf(open));
      open.section = undefined;
    }
  };

  function drawPlaced(page: SetPage): void {
    const ends = tableEnds(page.placed);
    page.placed.forEach((placed, index) => {
      const { box } = placed;
      if (box.kind === 'text') drawText(placed, box, tools, open);
      else if (box.kind === 'entry') drawEntry(placed, box, tools, open);
      else drawRow(placed, box, ends.has(index), tools, open);
    });
    tools.file.draw(`/Artifact <</Type/Layout>> BDC ${open.ornaments.join(' ')} EMC`);
    open.ornaments = [];
  }

  function drawTitle(page: SetPage, section: Element): void {
    const top = PAGE.height - MARGIN.top;
    open.ornaments.push(
      `${pdfColour(accentColour(page.section.accent))} rg ${MARGIN.left} ${pdfNumber(top + SECTION_RULE.above - SECTION_RULE.height)} ${SECTION_RULE.width} ${SECTION_RULE.height} re f`,
    );
    const heading = tree.open(section, 'H2');
    pen.stack(page.title, 0, page.title.lines.length, MARGIN.left, top, heading);
    tree.close(heading);
  }
}

function sectionOf(open: Open): Element {
  if (open.section === undefined) throw new Error('a page before its section');
  return open.section;
}

/** Upper left corner of a part; points from the lower left corner of the page. */
function corner(placed: Placed): { x: number; top: number } {
  return { x: MARGIN.left + placed.x, top: PAGE.height - MARGIN.top - placed.y };
}

/** The elements of a box that a page end left open, if this is a further part of one. */
const leftOpen = (placed: Placed, open: Open): Elements | undefined =>
  placed.from > 0 ? open.box : undefined;

/** Closes the elements of a box after its last part, innermost first. */
function closeBox(placed: Placed, elements: Elements, open: Open, tree: StructureTree): void {
  if (placed.next !== undefined) {
    open.box = elements;
    return;
  }
  open.box = undefined;
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index];
    if (element !== undefined) tree.close(element);
  }
}

/** The L or TOC element that the entry belongs to: opened by its first entry. */
function listOf(open: Open, tree: StructureTree, type: 'L' | 'TOC', first: boolean): Element {
  if (first || open.list === undefined) open.list = tree.open(sectionOf(open), type);
  return open.list;
}

function endList(open: Open, tree: StructureTree): void {
  if (open.list !== undefined) tree.close(open.list);
  open.list = undefined;
}

function drawText(placed: Placed, box: TextBox, { tree, pen }: BodyTools, open: Open): void {
  const { x, top } = corner(placed);
  const item = box.tag === 'LI';
  const elements = leftOpen(placed, open) ?? openText(box, x, top, tree, open);
  const element = elements.at(-1);
  if (element === undefined) throw new Error('a text without an element');
  const { first, end } = linesOfPart(box.stack, placed.from, placed.next);
  if (item && placed.from === 0) {
    const bullet = pdfNumber(top - box.stack.style.leading / 2 - 1);
    open.ornaments.push(`${pdfColour(COLOUR.quiet)} rg ${pdfNumber(x + 1)} ${bullet} 4 1.2 re f`);
  }
  pen.stack(box.stack, first, end, x + box.x, top, element);
  closeBox(placed, elements, open, tree);
  if (item && box.last === true && placed.next === undefined) endList(open, tree);
}

/** New elements for a text; the last one takes its words. */
function openText(box: TextBox, x: number, top: number, tree: StructureTree, open: Open): Elements {
  if (box.target !== undefined) tree.destination(box.target, x, top);
  if (box.tag !== 'LI') return [tree.open(sectionOf(open), box.tag)];
  const entry = tree.open(listOf(open, tree, 'L', box.first === true), 'LI');
  return [entry, tree.open(entry, 'LBody')];
}

function drawEntry(placed: Placed, box: EntryBox, tools: BodyTools, open: Open): void {
  const { tree, pen, face } = tools;
  const { x, top } = corner(placed);
  const { style } = box.stack;
  const { target, text } = box.entry;
  const number = tools.set.pageOf.get(target);
  if (number === undefined) throw new Error(`a link to "${target}", which is nowhere in the document`);
  const elements = leftOpen(placed, open) ?? openEntry(box, tree, open);
  const link = elements.at(-1);
  if (link === undefined) throw new Error('an entry without an element');
  const { first, end } = linesOfPart(box.stack, placed.from, placed.next);
  if (placed.next === undefined) {
    // The space keeps the number apart from the text for those who hear it.
    const words = shapeText(face, ` ${number}`);
    const start = x + box.width - widthOfWords(words, face, style.size);
    pen.stack(box.stack, first, end, x + box.x, top, link, { words, face, x: start });
    const textEnd = x + box.x + (box.stack.lines[end - 1]?.width ?? 0);
    const level = top - (end - first - 1 + 0.68) * style.leading;
    open.ornaments.push(leader(textEnd + 6, start - 6, level));
  } else pen.stack(box.stack, first, end, x + box.x, top, link);
  tree.link(
    link,
    { left: x, bottom: top - placed.height, right: x + box.width, top },
    target,
    `${abridged(wordsOf(text), LONGEST_LINK_TEXT)}, ${tools.pageWord} ${number}`,
  );
  closeBox(placed, elements, open, tree);
  if (box.last && placed.next === undefined) endList(open, tree);
}

/** New elements for a line of a list; the last one is its link. */
function openEntry(box: EntryBox, tree: StructureTree, open: Open): Elements {
  const contents = box.list === 'contents';
  const list = listOf(open, tree, contents ? 'TOC' : 'L', box.first);
  const item = tree.open(list, contents ? 'TOCI' : 'LI');
  const holder = tree.open(item, contents ? 'Reference' : 'LBody');
  return [item, holder, tree.open(holder, 'Link')];
}

/** Dots between a contents line and its page number; decoration. */
function leader(from: number, to: number, y: number): string {
  if (to - from < 8) return '';
  // Dots stand on a common grid, so that they line up from one entry to the next.
  const start = Math.ceil(from / 4) * 4;
  return `${pdfColour(COLOUR.strongRule)} RG 0.9 w 1 J [0 4] 0 d ${start} ${pdfNumber(y)} m ${pdfNumber(to)} ${pdfNumber(y)} l S [] 0 d 0 J`;
}

/** Indexes of the rows after which a table's rule runs through: the last of a group, of a table, of the page. */
function tableEnds(placed: readonly Placed[]): Set<number> {
  const ends = new Set<number>();
  placed.forEach(({ box }, index) => {
    const next = placed[index + 1]?.box;
    if (box.kind !== 'row') return;
    if (next?.kind !== 'row' || next.table !== box.table || next.group?.first !== box.group?.first)
      ends.add(index);
  });
  return ends;
}

function drawRow(placed: Placed, box: RowBox, endsGroup: boolean, tools: BodyTools, open: Open): void {
  const { tree, pen } = tools;
  const { x, top } = corner(placed);
  const { table } = box;
  const { group } = table.table;
  const { edges } = table;
  const begins = box.index === 0 && placed.from === 0;
  if (begins) {
    const element = tree.open(sectionOf(open), 'Table', {
      title: table.table.title,
      summary: table.table.description,
    });
    drawHead(table, x, top, element, tools, open);
    open.table = { element, body: tree.open(element, 'TBody') };
  } else if (placed.header) drawHead(table, x, top, undefined, tools, open);
  if (open.table === undefined) throw new Error('a row before its table');
  const { body } = open.table;
  const textTop = top - TABLE.paddingTop;
  const label = box.group?.stack;
  const labelAt = (column: number): [number, number] => [
    x + (edges[column] ?? 0) + TABLE.paddingSide,
    textTop,
  ];
  const make = (): Elements => {
    tree.destination(box.row.id, x, top + 2);
    const row = tree.open(body, 'TR');
    const cells = table.table.columns.map((_, column) => {
      if (column === group) {
        if (box.row.carried) return undefined;
        return tree.open(row, 'TH', { scope: 'Row', rowSpan: table.spans.get(box.index) ?? 1 });
      }
      return column === table.table.header ? tree.open(row, 'TH', { scope: 'Row' }) : tree.open(row, 'TD');
    });
    return [row, ...cells, ...(box.remarks === undefined ? [] : [tree.open(row, 'TD')])];
  };
  const elements = leftOpen(placed, open) ?? make();
  table.table.columns.forEach((_, column) => {
    const cell = elements[column + 1];
    const [left, cellTop] = labelAt(column);
    if (column === group && label !== undefined) {
      if (!placed.label) return;
      if (cell !== undefined && placed.from === 0)
        drawCell(label, { first: 0, end: label.lines.length }, left, cellTop, cell, tools, open);
      else pen.artifactStack(label, left, cellTop);
      return;
    }
    const stack = box.cells[column];
    if (stack === undefined || cell === undefined) return;
    drawCell(stack, linesOfPart(stack, placed.from, placed.next), left, cellTop, cell, tools, open);
  });
  const remarksCell = elements[table.table.columns.length + 1];
  if (box.remarks !== undefined && remarksCell !== undefined)
    drawRemarks(box.remarks, placed, x, textTop, remarksCell, tools, open);
  closeBox(placed, elements, open, tree);
  open.ornaments.push(rowRules(table, group, x, top - placed.height, endsGroup));
  if (box.row.marks !== undefined && box.row.marks.length > 0)
    open.ornaments.push(changeBar(x, top, placed.height));
  if (box.index === table.table.rows.length - 1 && placed.next === undefined) {
    tree.close(body);
    tree.close(open.table.element);
    open.table = undefined;
  }
}

/** Lines of a cell; each paragraph is an element of its own where there are several, or their words would run together. */
function drawCell(
  stack: Stack,
  { first, end }: LineRange,
  x: number,
  top: number,
  cell: Element,
  { tree, pen }: BodyTools,
  open: Open,
): void {
  if (stack.paragraphs.length < 2) {
    pen.stack(stack, first, end, x, top, cell);
    return;
  }
  stack.paragraphs.forEach((start, index) => {
    const after = stack.paragraphs[index + 1] ?? stack.lines.length;
    const [from, to] = [Math.max(start, first), Math.min(after, end)];
    if (from >= to) return;
    const paragraph = open.paragraphs.get(cell) ?? tree.open(cell, 'P');
    pen.stack(stack, from, to, x, top - ((stack.tops[from] ?? 0) - (stack.tops[first] ?? 0)), paragraph);
    open.paragraphs.delete(cell);
    if (to === after) tree.close(paragraph);
    else open.paragraphs.set(cell, paragraph);
  });
}

/** The remarks beside a row, in the margin: each with a bar in the colour of its severity, and a rule between two. */
function drawRemarks(
  stack: RemarkStack,
  { from, next }: Placed,
  x: number,
  top: number,
  cell: Element,
  tools: BodyTools,
  open: Open,
): void {
  const part = remarkLines(stack, from, next);
  const left = x + REMARKS.left;
  const offset = stack.tops[part.first] ?? 0;
  stack.remarks.forEach(({ first, severity }, index) => {
    const after = stack.remarks[index + 1]?.first ?? stack.lines.length;
    const [begin, end] = [Math.max(first, part.first), Math.min(after, part.end)];
    if (begin >= end) return;
    const head = top - ((stack.tops[begin] ?? 0) - offset);
    const foot = top - ((stack.bottoms[end - 1] ?? 0) - offset);
    const bar = `${pdfNumber(left)} ${pdfNumber(foot)} ${REMARKS.bar} ${pdfNumber(head - foot)}`;
    open.ornaments.push(`${pdfColour(SEVERITY_COLOUR[severity])} rg ${bar} re f`);
    if (begin > part.first) open.ornaments.push(marginRule(left, head + REMARKS.gap / 2));
  });
  drawCell(stack, part, left + REMARKS.indent, top, cell, tools, open);
}

/** A rule across the margin of remarks. */
function marginRule(left: number, y: number): string {
  const level = pdfNumber(y);
  return `${pdfColour(COLOUR.rule)} RG 0.5 w ${pdfNumber(left)} ${level} m ${pdfNumber(left + REMARKS.width)} ${level} l S`;
}

/** The header row over the rows that begin at `top`: as cells where the table begins, as decoration where it is repeated. */
function drawHead(
  table: SetTable,
  x: number,
  top: number,
  element: Element | undefined,
  { tree, pen }: BodyTools,
  open: Open,
): void {
  const headTop = top + table.headHeight;
  const tallest = Math.max(...table.head.map(heightOf));
  const cellTop = (stack: Stack): number => headTop - TABLE.headPaddingTop - (tallest - heightOf(stack));
  const left = (column: number): number => x + (table.edges[column] ?? 0) + TABLE.paddingSide;
  const { remarksHead } = table;
  const margin = x + REMARKS.left;
  if (element === undefined) {
    table.head.forEach((stack, column) => {
      pen.artifactStack(stack, left(column), cellTop(stack));
    });
    if (remarksHead !== undefined) pen.artifactStack(remarksHead, margin, cellTop(remarksHead));
  } else {
    const head = tree.open(element, 'THead');
    const row = tree.open(head, 'TR');
    table.head.forEach((stack, column) => {
      const cell = tree.open(row, 'TH', { scope: 'Column' });
      pen.stack(stack, 0, stack.lines.length, left(column), cellTop(stack), cell);
      tree.close(cell);
    });
    if (remarksHead !== undefined) {
      const cell = tree.open(row, 'TH', { scope: 'Column' });
      pen.stack(remarksHead, 0, remarksHead.lines.length, margin, cellTop(remarksHead), cell);
      tree.close(cell);
    }
    tree.close(row);
    tree.close(head);
  }
  if (remarksHead !== undefined) open.ornaments.push(marginRule(margin, top));
  const right = pdfNumber(x + (table.edges.at(-1) ?? 0));
  open.ornaments.push(
    `${pdfColour(table.accent)} RG 1.4 w ${pdfNumber(x)} ${pdfNumber(top)} m ${right} ${pdfNumber(top)} l S`,
  );
}

/** Rule under a row: through all columns at the end of a group, else not through the group's column. */
function rowRules(
  table: SetTable,
  group: number | undefined,
  x: number,
  y: number,
  endsGroup: boolean,
): string {
  const { edges } = table;
  const at = (index: number): number => pdfNumber(x + (edges[index] ?? 0));
  const level = pdfNumber(y);
  const last = edges.length - 1;
  const line = (from: number, to: number): string =>
    to > from ? `${at(from)} ${level} m ${at(to)} ${level} l ` : '';
  const path = endsGroup || group === undefined ? line(0, last) : line(group + 1, last);
  const colour = endsGroup && group !== undefined ? COLOUR.strongRule : COLOUR.rule;
  return `${pdfColour(colour)} RG 0.5 w ${path}S`;
}

/** The bar in the margin beside a row that is new or changed; the word stands in the row. */
function changeBar(x: number, top: number, height: number): string {
  return `${pdfColour(COLOUR.brand)} rg ${pdfNumber(x - 9)} ${pdfNumber(top - height + 2)} 2.2 ${pdfNumber(height - 4)} re f`;
}
