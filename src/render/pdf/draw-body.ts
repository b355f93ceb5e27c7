import type {
  CellProps,
  PdfTemplates,
  SetPicture,
  SetText,
  SetWord,
  TimetableCellProps,
} from '../../../templates/pdf/index.ts';
import {
  accentColour,
  colourOf,
  type Design,
  type FaceName,
  isLeftPage,
  leftMargin,
  onBackCover,
  type Size,
} from '../../design/index.ts';
import { type Figure, type Target, wordsOf } from '../../document/index.ts';
import { ellipsis, type Pictures, pictureAt } from '../../model/index.ts';
import {
  type AgainHeading,
  type EntryBox,
  type Face,
  type LineRange,
  linesOfPart,
  type PictureBox,
  type Placed,
  type RemarkStack,
  type RowBox,
  remarkLines,
  type SetDocument,
  type SetItem,
  type SetPart,
  type SetTable,
  type Stack,
  shapeText,
  type TextBox,
  type TimetableBox,
  widthOfWords,
} from '../../typeset/index.ts';
import { drawPicture } from './draw-picture.ts';
import type { Tail, TextPen } from './draw-text.ts';
import {
  type Attributes,
  DECORATION,
  type Element,
  type PdfFile,
  type StructureTree,
} from './engine/index.ts';
import { type PartPlace, paintMarks } from './paint-marks.ts';

/**
 * Structure elements of a box, outermost first; undefined for columns without a cell in this row, because a cell
 * above spans it.
 */
type Elements = readonly (Element | undefined)[];

/** Elements that stay open across pages, and operators that are not yet written. */
interface Open {
  section: Element | undefined;
  list: Element | undefined;
  /** The nested lists of a text, outermost first, each with its current item. */
  lists: { list: Element; item: Element; body: Element }[];
  quote: Element | undefined;
  /** Left margin of the page, and the offset by which everything on it is moved down, in points. */
  left: number;
  drop: number;
  table: { element: Element; body: Element } | undefined;
  /** Adds a bookmark below the bookmark of the section; `top` is the distance from the upper edge of the page. */
  bookmark: (words: string, top: number) => void;
  /** Elements of the box that continues on the next page. */
  box: Elements | undefined;
  /** Paragraphs that continue on the next page, by their cells. */
  paragraphs: Map<Element, Element>;
  /** Operators of the rules and areas of the page, which are drawn together as one decoration. */
  ornaments: string[];
}

export interface BodyTools {
  design: Design;
  templates: PdfTemplates;
  file: PdfFile;
  tree: StructureTree;
  pen: TextPen;
  faces: Readonly<Record<FaceName, Face>>;
  set: SetDocument;
  pictures: Pictures;
  /** The word "page" in the document's language, for the description of links. */
  pageWord: string;
  /** Numbers of the accent colours of themes and events. */
  accents: ReadonlyMap<Target, number>;
  /** Whether pages of themes have a mark in their colour at the outer edge. */
  hasTabs: boolean;
}

/** Maximum length of the text in a link description, which is repeated on each page of a link, in UTF-16 units. */
const LONGEST_LINK_TEXT = 500;

/** Returns a function that draws the parts of sections on the current page; call it once per page. */
export function createBodyPainter(tools: BodyTools): (parts: readonly SetPart[]) => void {
  const { tree, pen, file, templates, design } = tools;
  const { margins, paper, title } = design;
  const { accents, hasTabs } = tools;
  const open: Open = {
    section: undefined,
    list: undefined,
    lists: [],
    quote: undefined,
    left: margins.left,
    drop: 0,
    table: undefined,
    bookmark: () => {},
    box: undefined,
    paragraphs: new Map(),
    ornaments: [],
  };
  const themes = 1 + Math.max(0, ...accents.values());
  return (parts) => {
    const behind = file.reserve();
    for (const part of parts) drawPart(part);
    behind(DECORATION, open.ornaments.join(' '));
    open.ornaments = [];
  };

  function drawPart(part: SetPart): void {
    open.left = leftMargin(design, part.page);
    open.drop = part.drop;
    if (part.section.layout === 'back')
      paintMarks(templates.BackCover({ design }), [], {
        x: 0,
        y: 0,
        page: paper.height,
        ornaments: open.ornaments,
      });
    const { accent } = part.section;
    if (hasTabs && accent !== undefined && themes > 1)
      paintMarks(templates.EdgeTab({ design, accent, themes, isLeft: isLeftPage(design, part.page) }), [], {
        x: 0,
        y: 0,
        page: paper.height,
        ornaments: open.ornaments,
      });
    if (part.first) {
      open.section = tree.open(tree.root, 'Sect');
      // A link to a section also shows the rule above its title.
      const top = margins.top + part.top + part.drop - title.rule.above;
      tree.destination(part.section.id, open.left, paper.height - top);
      if (part.section.title.length > 0) {
        const left = paper.width - margins.left;
        const item = file.kit.outline.addItem(wordsOf(part.section.title), { top, left, expanded: true });
        open.bookmark = (words, groupTop) => void item.addItem(words, { top: groupTop, left });
        drawTitle(part, sectionOf(open));
      }
    }
    const ends = tableEnds(part.placed);
    let above: Placed | undefined;
    part.placed.forEach((placed, index) => {
      const { box } = placed;
      if (placed.again && box.again !== undefined) drawAgain(placed, box.again, tools, open);
      if (box.kind === 'text') {
        if (box.item === undefined) drawText(placed, box, above, tools, open);
        else drawItem(placed, box, box.item, tools, open);
      } else if (box.kind === 'entry') drawEntry(placed, box, tools, open);
      else if (box.kind === 'row') drawRow(placed, box, ends.has(index), tools, open);
      else if (box.kind === 'timetable') drawTimetable(placed, box, tools, open);
      else drawFigure(placed, box, tools, open);
      // A picture does not count, because the text that follows can be next to it.
      if (box.kind !== 'picture') above = placed;
    });
    if (part.last) {
      tree.close(sectionOf(open));
      open.section = undefined;
    }
  }

  function drawTitle({ section, title, drop, top }: SetPart, element: Element): void {
    const heading = tree.open(element, 'H2');
    const text = tagged(title, WHOLE, heading, design, pen);
    const accent =
      section.layout === 'back'
        ? colourOf(design, onBackCover(design))
        : accentColour(design, section.accent);
    paintMarks(templates.Title({ design, text, accent }), [text], {
      x: open.left,
      y: margins.top + top + drop,
      page: paper.height,
      ornaments: open.ornaments,
    });
    tree.close(heading);
  }
}

/** All lines of a stack. */
const WHOLE = { first: 0, end: Number.POSITIVE_INFINITY };

function sectionOf(open: Open): Element {
  if (open.section === undefined) throw new Error('a page before its section');
  return open.section;
}

/** Upper left corner of a part, measured from the upper left corner of the page, in points. */
function placeOf({ box, x, y }: Placed, { design }: BodyTools, { ornaments, left, drop }: Open): PartPlace {
  const { margins, paper } = design;
  const inside = box.kind === 'text' || box.kind === 'picture' ? box.x : 0;
  return {
    x: left + x + inside,
    y: margins.top + drop + y,
    page: paper.height,
    ornaments,
  };
}

/** Lines of a stack, for a template to place. */
function setText(
  { lines, tops, bottoms }: Stack,
  { first, end }: LineRange,
  paint: SetText['paint'],
): SetText {
  const after = Math.min(end, lines.length);
  return {
    height: after > first ? (bottoms[after - 1] ?? 0) - (tops[first] ?? 0) : 0,
    lines: after - first,
    lastWidth: lines[after - 1]?.width ?? 0,
    paint,
  };
}

/** Lines of a stack that belong to a structure element. */
function tagged(stack: Stack, range: LineRange, element: Element, { paper }: Design, pen: TextPen): SetText {
  const { first } = range;
  const end = Math.min(range.end, stack.lines.length);
  return setText(stack, range, (x, y, tail) => {
    pen.stack(stack, first, end, x, paper.height - y, element, tail && tailOf(tail.word as Word, tail.x));
  });
}

const tailOf = ({ words, face }: Word, x: number): Tail => ({ words, face, x });

/** Lines of a stack that are repeated on a further page, as an artifact. */
function repeated(stack: Stack, { paper }: Design, pen: TextPen): SetText {
  return setText(stack, WHOLE, (x, y) => pen.artifactStack(stack, x, paper.height - y));
}

/**
 * The open elements of a box that continues from the previous page.
 *
 * @returns undefined for the first part of a box
 */
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

/** The L or TOC element of an entry. The first entry opens it. */
function listOf(open: Open, tree: StructureTree, type: 'L' | 'TOC', first: boolean): Element {
  if (first || open.list === undefined) open.list = tree.open(sectionOf(open), type);
  return open.list;
}

function endList(open: Open, tree: StructureTree): void {
  if (open.list !== undefined) tree.close(open.list);
  open.list = undefined;
}

/** @param above the part above on the page */
function drawText(
  placed: Placed,
  box: TextBox,
  above: Placed | undefined,
  tools: BodyTools,
  open: Open,
): void {
  const { tree, pen, design, templates } = tools;
  const place = placeOf(placed, tools, open);
  const top = design.paper.height - place.y;
  const elements = leftOpen(placed, open) ?? openText(box, place.x, top, tree, open);
  const element = elements.at(-1);
  if (element === undefined) throw new Error('a text without an element');
  const { stack, quote, event } = box;
  const number =
    event?.number !== undefined && placed.from === 0
      ? tagged(event.number, WHOLE, element, design, pen)
      : undefined;
  const text = tagged(stack, linesOfPart(stack, placed.from, placed.next), element, design, pen);
  const { height } = placed;
  if (box.bookmark !== undefined && placed.from === 0) open.bookmark(box.bookmark, place.y);
  if (event !== undefined) {
    const part = templates.EventText({
      design,
      text,
      number,
      width: event.width,
      indent: event.indent,
      height,
      gap: event.first && placed.from === 0 ? 0 : gapBelow(above, placed),
      marked: event.marked,
      parts: event.parts && placed.next === undefined,
    });
    paintMarks(part, number === undefined ? [text] : [number, text], place);
    closeBox(placed, elements, open, tree);
    return;
  }
  const part =
    quote === undefined
      ? templates.Paragraph({ text })
      : templates.Quote({
          design,
          text,
          gap: quote.first ? 0 : gapBelow(above, placed),
          box:
            quote.box === undefined
              ? undefined
              : { width: quote.box, isLast: quote.last && placed.next === undefined },
        });
  paintMarks(part, [text], place);
  closeBox(placed, elements, open, tree);
  if (quote?.last === true && placed.next === undefined && open.quote !== undefined) {
    tree.close(open.quote);
    open.quote = undefined;
  }
}

/** Draws the repeated heading of a group above the first part of a page, as an artifact. */
function drawAgain(
  { box, x, y, header }: Placed,
  { stack, height }: AgainHeading,
  { templates, design, pen }: BodyTools,
  { ornaments, left, drop }: Open,
): void {
  const text = repeated(stack, design, pen);
  const head = header && box.kind === 'row' ? box.table.headHeight : 0;
  paintMarks(templates.Paragraph({ text }), [text], {
    x: left + x,
    y: design.margins.top + drop + y - head - height,
    page: design.paper.height,
    ornaments,
  });
}

/** Distance between a part and the one above it in its column; 0 at the top of a column. */
function gapBelow(above: Placed | undefined, { x, y }: Placed): number {
  return above === undefined || above.x !== x ? 0 : y - above.y - above.height;
}

/** Opens the elements of a text; the last one receives its words. */
function openText(box: TextBox, x: number, top: number, tree: StructureTree, open: Open): Elements {
  if (box.target !== undefined) tree.destination(box.target, x, top);
  if (box.quote?.first === true) open.quote = tree.open(sectionOf(open), 'BlockQuote');
  return [tree.open(box.quote === undefined ? sectionOf(open) : (open.quote ?? sectionOf(open)), box.tag)];
}

/** Draws a picture between paragraphs. */
function drawFigure(
  placed: Placed,
  { figure, width, height, plate }: PictureBox,
  tools: BodyTools,
  open: Open,
): void {
  const { design, templates } = tools;
  const picture = setPicture(figure, { width, height }, sectionOf(open), tools);
  const part = templates.Figure({ design, picture, change: figure.alt?.change, plate });
  paintMarks(part, [picture], placeOf(placed, tools, open));
}

/** A picture for a template to place, as a figure within an element. */
function setPicture(
  { file: name, alt }: Figure,
  size: Size,
  parent: Element,
  { pictures, design, file, tree }: BodyTools,
): SetPicture {
  const picture = pictureAt(pictures, name);
  const page = design.paper.height;
  return {
    ...size,
    paint: (left, top) =>
      drawPicture(
        { picture, alt: alt?.text, lang: alt?.lang, place: { left, top, ...size }, page },
        file,
        tree,
        parent,
      ),
  };
}

/** Draws a paragraph of a list item. */
function drawItem(placed: Placed, box: TextBox, item: SetItem, tools: BodyTools, open: Open): void {
  const { tree, pen, design, templates } = tools;
  const { stack } = box;
  const begins = placed.from === 0;
  const label = begins ? openItem(item, tree, open) : undefined;
  const holder = open.lists[item.level]?.body;
  if (holder === undefined) throw new Error('an item without its list');
  // Each paragraph of an item gets its own element if there are several; otherwise their words would run together.
  const elements = leftOpen(placed, open) ?? (item.several ? [tree.open(holder, 'P')] : []);
  const text = tagged(
    stack,
    linesOfPart(stack, placed.from, placed.next),
    elements.at(-1) ?? holder,
    design,
    pen,
  );
  const number =
    label !== undefined && item.number !== undefined
      ? closing(tagged(item.number, WHOLE, label, design, pen), () => tree.close(label))
      : undefined;
  const part = templates.ListItem({
    design,
    text,
    number,
    indent: item.indent,
    style: stack.style,
    begins: begins && !item.continues,
  });
  paintMarks(part, number === undefined ? [text] : [number, text], placeOf(placed, tools, open));
  closeBox(placed, elements, open, tree);
  if (placed.next === undefined && item.ends) closeItems(item.next, tree, open);
}

/**
 * Opens the item, and its list if it is the first one.
 *
 * @returns the element of its number, if it has one
 */
function openItem(
  { level, number, continues }: SetItem,
  tree: StructureTree,
  open: Open,
): Element | undefined {
  if (continues) return undefined;
  const above = level === 0 ? sectionOf(open) : open.lists[level - 1]?.body;
  if (above === undefined) throw new Error('a list that lies in no item');
  const list =
    open.lists[level]?.list ??
    tree.open(above, 'L', number === undefined ? undefined : { numbering: 'Decimal' });
  const item = tree.open(list, 'LI');
  const label = number && tree.open(item, 'Lbl');
  open.lists[level] = { list, item, body: tree.open(item, 'LBody') };
  return label;
}

/** Closes the items that end before an item of a level, and the lists that end with them; -1 closes all. */
function closeItems(next: number, tree: StructureTree, open: Open): void {
  for (let level = open.lists.length - 1; level >= Math.max(next, 0); level--) {
    const ended = open.lists[level];
    if (ended === undefined) continue;
    tree.close(ended.body);
    tree.close(ended.item);
    if (level > next) {
      tree.close(ended.list);
      open.lists.length = level;
    }
  }
}

/** A typeset word. */
interface Word extends SetWord, Omit<Tail, 'x'> {}

function drawEntry(placed: Placed, box: EntryBox, tools: BodyTools, open: Open): void {
  const { tree, pen, faces, design, templates } = tools;
  const place = placeOf(placed, tools, open);
  const { stack, width } = box;
  const { style } = stack;
  const face = faces[style.face];
  const { target, text } = box.entry;
  const number = tools.set.pageOf.get(target);
  if (number === undefined) throw new Error(`a link to "${target}", which is nowhere in the document`);
  const elements = leftOpen(placed, open) ?? openEntry(box, tree, open);
  const link = elements.at(-1);
  if (link === undefined) throw new Error('an entry without an element');
  const lines = tagged(stack, linesOfPart(stack, placed.from, placed.next), link, design, pen);
  // The space separates the number from the text in screen readers.
  const words = shapeText(face, ` ${number}`);
  const page: Word = { words, face, width: widthOfWords(words, face, style.size) };
  const ends = placed.next === undefined;
  const accent = tools.accents.get(target);
  const part = templates.Entry({
    design,
    text: lines,
    style,
    width,
    page: ends ? page : undefined,
    accent: accent === undefined || placed.from > 0 ? undefined : accentColour(design, accent),
  });
  paintMarks(part, [lines], place);
  const top = design.paper.height - place.y;
  tree.link(
    link,
    { left: place.x, bottom: top - placed.height, right: place.x + width, top },
    target,
    `${ellipsis(wordsOf(text), LONGEST_LINK_TEXT)}, ${tools.pageWord} ${number}`,
  );
  closeBox(placed, elements, open, tree);
  if (box.last && ends) endList(open, tree);
}

/** Opens the elements of an entry of a list; the last one is its link. */
function openEntry(box: EntryBox, tree: StructureTree, open: Open): Elements {
  const contents = box.list === 'contents';
  const list = listOf(open, tree, contents ? 'TOC' : 'L', box.first);
  const item = tree.open(list, contents ? 'TOCI' : 'LI');
  const holder = tree.open(item, contents ? 'Reference' : 'LBody');
  return [item, holder, tree.open(holder, 'Link')];
}

/** Indexes of the rows below which the rule spans the whole table: the last rows of groups, tables and pages. */
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
  const { tree, pen, design, templates } = tools;
  const place = placeOf(placed, tools, open);
  const { table, row } = box;
  const { group } = table.table;
  if (box.index === 0 && placed.from === 0) {
    const element = tree.open(sectionOf(open), 'Table', {
      title: table.table.title,
      summary: table.table.description,
    });
    drawHead(table, placed, element, tools, open);
    open.table = { element, body: tree.open(element, 'TBody') };
  } else if (placed.header) drawHead(table, placed, undefined, tools, open);
  if (open.table === undefined) throw new Error('a row before its table');
  const { element, body } = open.table;
  const elements = leftOpen(placed, open) ?? openRow(box, place.x, design.paper.height - place.y, body, tree);
  const contents: (SetText | SetPicture)[] = [];
  const cellText = (column: number): SetText | undefined => {
    const cell = elements[column + 1];
    const label = column === group ? box.group?.stack : undefined;
    if (label !== undefined) {
      if (!placed.label) return undefined;
      return cell !== undefined && placed.from === 0
        ? cellLines(label, WHOLE, cell, tools, open)
        : repeated(label, design, pen);
    }
    const stack = box.cells[column];
    if (stack === undefined || cell === undefined) return undefined;
    return cellLines(stack, partOfCell(box, column, placed).text, cell, tools, open);
  };
  const cellPicture = (column: number): SetPicture | undefined => {
    const cell = elements[column + 1];
    const figure = box.pictures[column];
    if (figure === undefined || cell === undefined || !partOfCell(box, column, placed).hasPicture)
      return undefined;
    return setPicture(figure.figure, figure, cell, tools);
  };
  const cells = cellsOf(table, cellText, cellPicture);
  for (const { text, picture } of cells) {
    if (text !== undefined) contents.push(text);
    if (picture !== undefined) contents.push(picture);
  }
  const marked = row.marks !== undefined && row.marks.length > 0;
  const { height } = placed;
  const width = table.edges.at(-1) ?? 0;
  const banded = table.bands[box.index] ?? false;
  const part = templates.Row({ design, cells, height, width, group, endsGroup, marked, banded });
  paintMarks(part, contents, place);
  const remarks = elements[table.table.columns.length + 1];
  if (box.remarks !== undefined && remarks !== undefined)
    drawRemarks(box.remarks, placed, remarks, tools, open);
  closeBox(placed, elements, open, tree);
  if (box.index === table.table.rows.length - 1 && placed.next === undefined) {
    tree.close(body);
    tree.close(element);
    open.table = undefined;
  }
}

/** Draws a timetable as a table: its header cells have names, to which the cells of events refer. */
function drawTimetable(
  placed: Placed,
  { timetable, laid, corner, places, hours, cells, accents }: TimetableBox,
  tools: BodyTools,
  open: Open,
): void {
  const { tree, pen, design, templates } = tools;
  const { edges, tops, head } = laid;
  const place = placeOf(placed, tools, open);
  const idOf = (kind: 'c' | 'r', index: number): string => `${timetable.id}-${kind}${index}`;
  const table = tree.open(sectionOf(open), 'Table', {
    title: timetable.title,
    summary: timetable.description,
  });
  const contents: SetText[] = [];
  const text = (stack: Stack, element: Element): SetText => {
    const set = tagged(stack, WHOLE, element, design, pen);
    contents.push(set);
    return set;
  };
  const elements: Element[] = [table];
  const opened = (parent: Element, type: string, attributes?: Attributes): Element => {
    const element = tree.open(parent, type, attributes);
    elements.push(element);
    return element;
  };
  const between = (values: readonly number[], from: number, count: number): [number, number] => {
    const start = values[from] ?? 0;
    return [start, (values[from + count] ?? start) - start];
  };
  const cellAt = (
    [left, width]: [number, number],
    [top, height]: [number, number],
    texts: readonly SetText[],
    accent?: string,
  ): TimetableCellProps => ({ left, width, top, height, texts, accent });
  const headRow = opened(opened(table, 'THead'), 'TR');
  const headCell = (from: number, columns: number, index: number, stack: Stack | undefined) => {
    const cell = opened(headRow, 'TH', { scope: 'Column', id: idOf('c', index), colSpan: columns });
    return cellAt(between(edges, from, columns), [0, head], stack === undefined ? [] : [text(stack, cell)]);
  };
  const heads = [headCell(0, 1, 0, corner)];
  /** For each column of a place, the name of its header cell. */
  const headers: string[] = [];
  timetable.places.forEach(({ columns }, index) => {
    heads.push(headCell(1 + headers.length, columns, index + 1, places[index]));
    for (let column = 0; column < columns; column++) headers.push(idOf('c', index + 1));
  });
  const body = opened(table, 'TBody');
  const rows = timetable.rows.map((_, row) => {
    const parent = opened(body, 'TR');
    const [top, height] = between(tops, row, 1);
    const header = opened(parent, 'TH', { scope: 'Row', id: idOf('r', row) });
    const hour = hours[row];
    const first = cellAt(
      between(edges, 0, 1),
      [head + top, height],
      hour === undefined ? [] : [text(hour, header)],
    );
    const events = timetable.cells.flatMap((cell, index): TimetableCellProps[] => {
      if (cell.row !== row) return [];
      const { column, event, rows: rowSpan, columns: colSpan } = cell;
      const named = [...new Set(headers.slice(column, column + colSpan)), idOf('r', row)];
      const td = opened(parent, 'TD', { rowSpan, colSpan, headers: named });
      if (event === undefined) return [];
      const across = between(edges, 1 + column, colSpan);
      const [start, length] = between(tops, row, rowSpan);
      const link = opened(td, 'Link');
      const page = tools.set.pageOf.get(event.target);
      if (page === undefined)
        throw new Error(`a link to "${event.target}", which is nowhere in the document`);
      const upper = design.paper.height - place.y - head - start;
      const left = place.x + across[0];
      tree.link(
        link,
        { left, bottom: upper - length, right: left + across[1], top: upper },
        event.target,
        `${ellipsis(wordsOf(event.title), LONGEST_LINK_TEXT)}, ${tools.pageWord} ${page}`,
      );
      const texts = (cells[index] ?? []).map((stack) => text(stack, link));
      return [cellAt(across, [head + start, length], texts, accents[index])];
    });
    return [first, ...events];
  });
  const part = templates.Timetable({
    design,
    cells: [...heads, ...rows.flat()],
    rows: tops.map((top) => head + top),
    width: edges.at(-1) ?? 0,
  });
  paintMarks(part, contents, place);
  for (const element of elements.toReversed()) tree.close(element);
}

/** The content of a cell in a part of a row: its lines of text, and whether it contains the picture. */
function partOfCell(
  { lines, pictures }: RowBox,
  column: number,
  { from, next }: Placed,
): { text: LineRange; hasPicture: boolean } {
  const { first, end } = linesOfPart(lines[column] ?? NO_LINES, from, next);
  if (pictures[column] === undefined) return { text: { first, end }, hasPicture: false };
  const line = (number: number): number => Math.max(0, number - 1);
  return { text: { first: line(first), end: line(end) }, hasPicture: first === 0 && end > 0 };
}

const NO_LINES = { tops: [], bottoms: [] };

/** The cells of a row in the form that templates take. */
function cellsOf(
  { edges, table }: SetTable,
  text: (column: number) => SetText | undefined,
  picture: (column: number) => SetPicture | undefined = () => undefined,
): CellProps[] {
  return table.columns.map((_, column) => {
    const left = edges[column] ?? 0;
    return {
      left,
      width: (edges[column + 1] ?? left) - left,
      text: text(column),
      picture: picture(column),
    };
  });
}

/** Opens the elements of a row: the row, its cells, and the cell of its remarks. */
function openRow(
  { row, table, index, remarks }: RowBox,
  x: number,
  top: number,
  body: Element,
  tree: StructureTree,
): Elements {
  const { group, header, columns } = table.table;
  tree.destination(row.id, x, top);
  const element = tree.open(body, 'TR');
  const cells = columns.map((_, column) => {
    if (column === group) {
      if (row.carried) return undefined;
      return tree.open(element, 'TH', { scope: 'Row', rowSpan: table.spans.get(index) ?? 1 });
    }
    return column === header ? tree.open(element, 'TH', { scope: 'Row' }) : tree.open(element, 'TD');
  });
  return [element, ...cells, ...(remarks === undefined ? [] : [tree.open(element, 'TD')])];
}

/**
 * Lines of a cell. Each paragraph gets its own element if there are several; otherwise their words would run
 * together.
 */
function cellLines(
  stack: Stack,
  range: LineRange,
  cell: Element,
  { tree, pen, design }: BodyTools,
  open: Open,
): SetText {
  if (stack.paragraphs.length < 2) return tagged(stack, range, cell, design, pen);
  const { first, end } = range;
  return setText(stack, range, (x, y) => {
    stack.paragraphs.forEach((start, index) => {
      const after = stack.paragraphs[index + 1] ?? stack.lines.length;
      const [from, to] = [Math.max(start, first), Math.min(after, end)];
      if (from >= to) return;
      const paragraph = open.paragraphs.get(cell) ?? tree.open(cell, 'P');
      const top = design.paper.height - y - ((stack.tops[from] ?? 0) - (stack.tops[first] ?? 0));
      pen.stack(stack, from, to, x, top, paragraph);
      open.paragraphs.delete(cell);
      if (to === after) tree.close(paragraph);
      else open.paragraphs.set(cell, paragraph);
    });
  });
}

/** Draws the remarks in the margin next to a row. */
function drawRemarks(stack: RemarkStack, placed: Placed, cell: Element, tools: BodyTools, open: Open): void {
  const { design, templates } = tools;
  const part = remarkLines(stack, placed.from, placed.next);
  const offset = stack.tops[part.first] ?? 0;
  const remarks = stack.remarks.flatMap(({ first, severity }, index) => {
    const after = stack.remarks[index + 1]?.first ?? stack.lines.length;
    const [begin, end] = [Math.max(first, part.first), Math.min(after, part.end)];
    if (begin >= end) return [];
    return [
      { severity, top: (stack.tops[begin] ?? 0) - offset, bottom: (stack.bottoms[end - 1] ?? 0) - offset },
    ];
  });
  const text = cellLines(stack, part, cell, tools, open);
  paintMarks(templates.Remarks({ design, text, remarks }), [text], placeOf(placed, tools, open));
}

/** Draws the header row above a row: as cells at the beginning of the table, as an artifact when it is repeated. */
function drawHead(
  table: SetTable,
  placed: Placed,
  element: Element | undefined,
  tools: BodyTools,
  open: Open,
): void {
  const { tree, pen, design, templates } = tools;
  const { headHeight: height, head, remarksHead, accent } = table;
  const below = placeOf(placed, tools, open);
  const place = { ...below, y: below.y - height };
  const row = element && { head: tree.open(element, 'THead') };
  const line = row && tree.open(row.head, 'TR');
  const texts: SetText[] = [];
  const text = (stack: Stack): SetText => {
    const cell = line && tree.open(line, 'TH', { scope: 'Column' });
    const set =
      cell === undefined
        ? repeated(stack, design, pen)
        : closing(tagged(stack, WHOLE, cell, design, pen), () => tree.close(cell));
    texts.push(set);
    return set;
  };
  const cells = cellsOf(table, (column) => {
    const stack = head[column];
    return stack && text(stack);
  });
  const width = table.edges.at(-1) ?? 0;
  paintMarks(templates.HeadRow({ design, cells, height, width, accent }), texts, place);
  if (remarksHead !== undefined) {
    const remarks = text(remarksHead);
    paintMarks(templates.RemarksHead({ design, text: remarks, height }), [remarks], place);
  }
  if (line !== undefined) tree.close(line);
  if (row !== undefined) tree.close(row.head);
}

/** Returns a text that runs an action after it is drawn. */
function closing(text: SetText, then: () => void): SetText {
  return {
    ...text,
    paint: (x, y, tail) => {
      text.paint(x, y, tail);
      then();
    },
  };
}
