import type { ReactNode } from 'react';
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
import { type Figure, type Paragraph, type Target, wordsOf } from '../../document/index.ts';
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
  type Rectangle,
  type StructureTree,
} from './engine/index.ts';
import { paintMarks } from './paint-marks.ts';

/**
 * Structure elements of a box, outermost first. An element is undefined if the cell of that column is part of a cell
 * that began in a row above.
 */
type Elements = readonly (Element | undefined)[];

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
  /** Whether the pages of a theme have a mark in the colour of the theme at their outer edge. */
  hasTabs: boolean;
}

/**
 * Maximum length, in UTF-16 units, of the text in the description of a link. A link that continues on further pages
 * repeats its description on each of them.
 */
const LONGEST_LINK_TEXT = 500;

/** Draws the parts of sections with their tags, page by page; elements can stay open across pages. */
export class BodyPainter {
  readonly #tools: BodyTools;
  /** Number of themes with an accent colour. */
  readonly #themes: number;
  #section: Element | undefined;
  #list: Element | undefined;
  /** The nested lists of a text, outermost first, each with its current item. */
  readonly #lists: { list: Element; item: Element; body: Element }[] = [];
  #quote: Element | undefined;
  /** Left margin of the page, and the distance by which everything on the page is moved down, in points. */
  #left = 0;
  #drop = 0;
  #table: { element: Element; body: Element } | undefined;
  /** Adds a bookmark below the bookmark of the section; `top` is the distance from the upper edge of the page. */
  #bookmark: (words: string, top: number) => void = () => {};
  /** Elements of the box that continues on the next page. */
  #box: Elements | undefined;
  /** Paragraphs that continue on the next page, indexed by the element of their cell. */
  readonly #paragraphs = new Map<Element, Element>();
  /** Operators that draw all rules and areas of the page, which form a single artifact. */
  #ornaments: string[] = [];

  constructor(tools: BodyTools) {
    this.#tools = tools;
    this.#themes = 1 + Math.max(0, ...tools.accents.values());
  }

  /** Draws all parts of the current page. */
  drawPage(parts: readonly SetPart[]): void {
    const behind = this.#tools.file.reserve();
    for (const part of parts) this.#drawPart(part);
    behind(DECORATION, this.#ornaments.join(' '));
    this.#ornaments = [];
  }

  #drawPart(part: SetPart): void {
    const { design, templates, tree, file, hasTabs } = this.#tools;
    const { margins, paper, title } = design;
    const { layout, accent } = part.section;
    this.#left = leftMargin(design, part.page);
    this.#drop = part.drop;
    if (layout === 'back') this.#paint(templates.BackCover({ design }), [], 0, 0);
    if (hasTabs && accent !== undefined && this.#themes > 1) {
      const isLeft = isLeftPage(design, part.page);
      this.#paint(templates.EdgeTab({ design, accent, themes: this.#themes, isLeft }), [], 0, 0);
    }
    if (part.first) {
      this.#section = tree.open(tree.root, 'Sect');
      // The target of a section is above the rule over its title, so that readers who follow a link see the rule.
      const top = margins.top + part.top + part.drop - title.rule.above;
      tree.destination(part.section.id, this.#left, paper.height - top);
      if (part.section.title.length > 0) {
        const left = paper.width - margins.left;
        const item = file.kit.outline.addItem(wordsOf(part.section.title), { top, left, expanded: true });
        this.#bookmark = (words, groupTop) => void item.addItem(words, { top: groupTop, left });
        this.#drawTitle(part);
      }
    }
    const ends = tableEnds(part.placed);
    let above: Placed | undefined;
    part.placed.forEach((placed, index) => {
      const { box } = placed;
      if (placed.again && box.again !== undefined) this.#drawAgain(placed, box.again);
      if (box.kind === 'text') {
        if (box.item === undefined) this.#drawText(placed, box, above);
        else this.#drawItem(placed, box, box.item);
      } else if (box.kind === 'entry') this.#drawEntry(placed, box);
      else if (box.kind === 'row') this.#drawRow(placed, box, ends.has(index));
      else if (box.kind === 'timetable') this.#drawTimetable(placed, box);
      else this.#drawFigure(placed, box);
      // A picture does not count as the part above, because the text that follows can be next to the picture.
      if (box.kind !== 'picture') above = placed;
    });
    if (part.last) {
      tree.close(this.#sectionElement());
      this.#section = undefined;
    }
  }

  #drawTitle({ section, title, drop, top }: SetPart): void {
    const { design, templates, tree } = this.#tools;
    const heading = tree.open(this.#sectionElement(), 'H2');
    const text = this.#tagged(title, WHOLE, heading);
    const accent =
      section.layout === 'back'
        ? colourOf(design, onBackCover(design))
        : accentColour(design, section.accent);
    const part = templates.Title({ design, text, accent });
    this.#paint(part, [text], this.#left, design.margins.top + top + drop);
    tree.close(heading);
  }

  /**
   * Draws a part with its upper left corner at a position, which is measured from the upper left corner of the page, in
   * points.
   */
  #paint(part: ReactNode, contents: readonly (SetText | SetPicture)[], x: number, y: number): void {
    const page = this.#tools.design.paper.height;
    paintMarks(part, contents, { x, y, page, ornaments: this.#ornaments });
  }

  #sectionElement(): Element {
    if (this.#section === undefined) throw new Error('a page before its section');
    return this.#section;
  }

  /** Upper left corner of a part, measured from the upper left corner of the page, in points. */
  #placeOf({ box, x, y }: Placed): { x: number; y: number } {
    const inside = box.kind === 'text' || box.kind === 'picture' ? box.x : 0;
    return { x: this.#left + x + inside, y: this.#tools.design.margins.top + this.#drop + y };
  }

  /** Lines of a stack that belong to a structure element. */
  #tagged(stack: Stack, range: LineRange, element: Element): SetText {
    const { pen, design } = this.#tools;
    const { first } = range;
    const end = Math.min(range.end, stack.lines.length);
    return setText(stack, range, (x, y, tail) => {
      const top = design.paper.height - y;
      pen.stack(stack, first, end, x, top, element, tail && tailOf(tail.word as Word, tail.x));
    });
  }

  /** Lines of a stack that are repeated on a later page, as an artifact. */
  #repeated(stack: Stack): SetText {
    const { pen, design } = this.#tools;
    return setText(stack, WHOLE, (x, y) => pen.artifactStack(stack, x, design.paper.height - y));
  }

  /** The elements of a box that were left open on the previous page; undefined for the first part of a box. */
  #leftOpen({ from }: Placed): Elements | undefined {
    return from > 0 ? this.#box : undefined;
  }

  /** Closes the elements of a box after its last part, innermost first. */
  #closeBox({ next }: Placed, elements: Elements): void {
    this.#box = next === undefined ? undefined : elements;
    if (next === undefined) this.#closeAll(elements);
  }

  #closeAll(elements: Elements): void {
    for (const element of elements.toReversed()) if (element !== undefined) this.#tools.tree.close(element);
  }

  /** @param above the part above this one on the page */
  #drawText(placed: Placed, box: TextBox, above: Placed | undefined): void {
    const { design, templates } = this.#tools;
    const { x, y } = this.#placeOf(placed);
    const elements = this.#leftOpen(placed) ?? this.#openText(box, x, design.paper.height - y);
    const element = elements.at(-1);
    if (element === undefined) throw new Error('a text without an element');
    const { stack, quote, event } = box;
    const begins = placed.from === 0;
    const ends = placed.next === undefined;
    const number = begins && event?.number ? this.#tagged(event.number, WHOLE, element) : undefined;
    const text = this.#tagged(stack, linesOfPart(stack, placed.from, placed.next), element);
    if (box.bookmark !== undefined && begins) this.#bookmark(box.bookmark, y);
    if (event !== undefined) {
      const { width, indent, marked, first } = event;
      const part = templates.EventText({
        design,
        text,
        number,
        width,
        indent,
        height: placed.height,
        gap: first && begins ? 0 : gapBelow(above, placed),
        marked,
        parts: event.parts && ends,
      });
      this.#paint(part, number === undefined ? [text] : [number, text], x, y);
    } else if (quote === undefined) this.#paint(templates.Paragraph({ text }), [text], x, y);
    else {
      const gap = quote.first ? 0 : gapBelow(above, placed);
      const frame = quote.box === undefined ? undefined : { width: quote.box, isLast: quote.last && ends };
      this.#paint(templates.Quote({ design, text, gap, box: frame }), [text], x, y);
    }
    this.#closeBox(placed, elements);
    if (quote?.last === true && ends) {
      this.#closeAll([this.#quote]);
      this.#quote = undefined;
    }
  }

  /** Draws the repeated heading of a group above the first part of a page, as an artifact. */
  #drawAgain(placed: Placed, { stack, height }: AgainHeading): void {
    const text = this.#repeated(stack);
    const { box } = placed;
    const head = placed.header && box.kind === 'row' ? box.table.headHeight : 0;
    const x = this.#left + placed.x;
    this.#paint(
      this.#tools.templates.Paragraph({ text }),
      [text],
      x,
      this.#placeOf(placed).y - head - height,
    );
  }

  /** Opens the elements of a text; the last of them receives the words of the text. */
  #openText({ target, quote, tag }: TextBox, x: number, top: number): Elements {
    const { tree } = this.#tools;
    if (target !== undefined) tree.destination(target, x, top);
    if (quote?.first === true) this.#quote = tree.open(this.#sectionElement(), 'BlockQuote');
    return [tree.open((quote && this.#quote) ?? this.#sectionElement(), tag)];
  }

  /** Draws a picture between paragraphs. */
  #drawFigure(placed: Placed, { figure, width, height, plate }: PictureBox): void {
    const { design, templates } = this.#tools;
    const edges = 2 * (plate?.edge ?? 0);
    const size = { width: width - edges, height: height - edges };
    const picture = this.#setPicture(figure, size, this.#sectionElement());
    const { x, y } = this.#placeOf(placed);
    this.#paint(templates.Figure({ design, picture, change: figure.alt?.change, plate }), [picture], x, y);
  }

  /** A picture that a template places, as a figure within an element. */
  #setPicture({ file: name, alt }: Figure, size: Size, parent: Element): SetPicture {
    const { pictures, design, file, tree } = this.#tools;
    const picture = { picture: pictureAt(pictures, name), alt: alt?.text, lang: alt?.lang };
    const page = design.paper.height;
    return {
      ...size,
      paint: (left, top) =>
        drawPicture({ ...picture, place: { left, top, ...size }, page }, file, tree, parent),
    };
  }

  /** Draws a paragraph of a list item. */
  #drawItem(placed: Placed, { stack }: TextBox, item: SetItem): void {
    const { tree, design, templates } = this.#tools;
    const begins = placed.from === 0;
    const label = begins ? this.#openItem(item) : undefined;
    const holder = this.#lists[item.level]?.body;
    if (holder === undefined) throw new Error('an item without its list');
    // If an item has several paragraphs, each gets an element of its own, because their words would otherwise run
    // together.
    const elements = this.#leftOpen(placed) ?? (item.several ? [tree.open(holder, 'P')] : []);
    const range = linesOfPart(stack, placed.from, placed.next);
    const text = this.#tagged(stack, range, elements.at(-1) ?? holder);
    const number =
      label !== undefined && item.number !== undefined
        ? closing(this.#tagged(item.number, WHOLE, label), () => tree.close(label))
        : undefined;
    const part = templates.ListItem({
      design,
      text,
      number,
      indent: item.indent,
      style: stack.style,
      begins: begins && !item.continues,
    });
    const { x, y } = this.#placeOf(placed);
    this.#paint(part, number === undefined ? [text] : [number, text], x, y);
    this.#closeBox(placed, elements);
    if (placed.next === undefined && item.ends) this.#closeItems(item.next);
  }

  /**
   * Opens a list item, and its list if it is the first item.
   *
   * @returns the element of the item's number, if the item has one
   */
  #openItem({ level, number, continues }: SetItem): Element | undefined {
    if (continues) return undefined;
    const { tree } = this.#tools;
    const above = level === 0 ? this.#sectionElement() : this.#lists[level - 1]?.body;
    if (above === undefined) throw new Error('a list that lies in no item');
    const list = this.#lists[level]?.list ?? tree.open(above, 'L', number && { numbering: 'Decimal' });
    const item = tree.open(list, 'LI');
    const label = number && tree.open(item, 'Lbl');
    this.#lists[level] = { list, item, body: tree.open(item, 'LBody') };
    return label;
  }

  /**
   * Closes the items that end before an item of the given level, and the lists that end with these items; the level -1
   * closes all lists.
   */
  #closeItems(next: number): void {
    for (let level = this.#lists.length - 1; level >= Math.max(next, 0); level--) {
      const ended = this.#lists[level];
      if (ended === undefined) continue;
      this.#closeAll([ended.item, ended.body]);
      if (level > next) {
        this.#tools.tree.close(ended.list);
        this.#lists.length = level;
      }
    }
  }

  #drawEntry(placed: Placed, box: EntryBox): void {
    const { tree, faces, design, templates, accents } = this.#tools;
    const { x, y } = this.#placeOf(placed);
    const { stack, width } = box;
    const { style } = stack;
    const face = faces[style.face];
    const { target, text } = box.entry;
    const elements = this.#leftOpen(placed) ?? this.#openEntry(box);
    const link = elements.at(-1);
    if (link === undefined) throw new Error('an entry without an element');
    const lines = this.#tagged(stack, linesOfPart(stack, placed.from, placed.next), link);
    const top = design.paper.height - y;
    const place = { left: x, bottom: top - placed.height, right: x + width, top };
    // The space separates the number from the text for screen readers.
    const words = shapeText(face, ` ${this.#pageOf(target)}`);
    const page: Word = { words, face, width: widthOfWords(words, face, style.size) };
    const ends = placed.next === undefined;
    const accent = accents.get(target);
    const part = templates.Entry({
      design,
      text: lines,
      style,
      width,
      page: ends ? page : undefined,
      accent: accent === undefined || placed.from > 0 ? undefined : accentColour(design, accent),
    });
    this.#paint(part, [lines], x, y);
    this.#link(link, place, target, text);
    this.#closeBox(placed, elements);
    if (box.last && ends && this.#list !== undefined) {
      tree.close(this.#list);
      this.#list = undefined;
    }
  }

  #pageOf(target: Target): number {
    const page = this.#tools.set.pageOf.get(target);
    if (page === undefined) throw new Error(`a link to "${target}", which is nowhere in the document`);
    return page;
  }

  /** Adds a link to a rectangle, described by its text and the page of its target. */
  #link(link: Element, place: Rectangle, target: Target, text: Paragraph): void {
    const words = ellipsis(wordsOf(text), LONGEST_LINK_TEXT);
    const description = `${words}, ${this.#tools.pageWord} ${this.#pageOf(target)}`;
    this.#tools.tree.link(link, place, target, description);
  }

  /** Opens the elements of an entry, and the list before its first entry; the last element is the link of the entry. */
  #openEntry({ list, first }: EntryBox): Elements {
    const { tree } = this.#tools;
    const isContents = list === 'contents';
    if (first || this.#list === undefined)
      this.#list = tree.open(this.#sectionElement(), isContents ? 'TOC' : 'L');
    const item = tree.open(this.#list, isContents ? 'TOCI' : 'LI');
    const holder = tree.open(item, isContents ? 'Reference' : 'LBody');
    return [item, holder, tree.open(holder, 'Link')];
  }

  #drawRow(placed: Placed, box: RowBox, endsGroup: boolean): void {
    const { tree, design, templates } = this.#tools;
    const { x, y } = this.#placeOf(placed);
    const { table, row } = box;
    const { group, title, description, columns, rows } = table.table;
    if (box.index === 0 && placed.from === 0) {
      const element = tree.open(this.#sectionElement(), 'Table', { title, summary: description });
      this.#drawHead(table, placed, element);
      this.#table = { element, body: tree.open(element, 'TBody') };
    } else if (placed.header) this.#drawHead(table, placed, undefined);
    if (this.#table === undefined) throw new Error('a row before its table');
    const { element, body } = this.#table;
    const elements = this.#leftOpen(placed) ?? this.#openRow(box, x, design.paper.height - y, body);
    const cellText = (column: number): SetText | undefined => {
      const cell = elements[column + 1];
      const label = column === group ? box.group?.stack : undefined;
      if (label !== undefined) {
        if (!placed.label) return undefined;
        return cell !== undefined && placed.from === 0
          ? this.#cellLines(label, WHOLE, cell)
          : this.#repeated(label);
      }
      const stack = box.cells[column];
      if (stack === undefined || cell === undefined) return undefined;
      return this.#cellLines(stack, partOfCell(box, column, placed).text, cell);
    };
    const cellPicture = (column: number): SetPicture | undefined => {
      const cell = elements[column + 1];
      const figure = box.pictures[column];
      if (figure === undefined || cell === undefined || !partOfCell(box, column, placed).hasPicture)
        return undefined;
      return this.#setPicture(figure.figure, figure, cell);
    };
    const cells = cellsOf(table, cellText, cellPicture);
    const contents = cells.flatMap(({ text, picture }) => [text ?? [], picture ?? []].flat());
    const marked = row.marks !== undefined && row.marks.length > 0;
    const { height } = placed;
    const width = table.edges.at(-1) ?? 0;
    const banded = table.bands[box.index] ?? false;
    const part = templates.Row({ design, cells, height, width, group, endsGroup, marked, banded });
    this.#paint(part, contents, x, y);
    const remarks = elements[columns.length + 1];
    if (box.remarks !== undefined && remarks !== undefined) this.#drawRemarks(box.remarks, placed, remarks);
    this.#closeBox(placed, elements);
    if (box.index === rows.length - 1 && placed.next === undefined) {
      this.#closeAll([element, body]);
      this.#table = undefined;
    }
  }

  /** Draws a timetable as a table: its header cells have names, to which the cells of events refer. */
  #drawTimetable(
    placed: Placed,
    { timetable, laid, corner, places, hours, cells, accents }: TimetableBox,
  ): void {
    const { tree, design, templates } = this.#tools;
    const { edges, tops, head } = laid;
    const place = this.#placeOf(placed);
    const idOf = (kind: 'c' | 'r', index: number): string => `${timetable.id}-${kind}${index}`;
    const { title, description: summary } = timetable;
    const table = tree.open(this.#sectionElement(), 'Table', { title, summary });
    const contents: SetText[] = [];
    const text = (stack: Stack, element: Element): SetText => {
      const set = this.#tagged(stack, WHOLE, element);
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
    /** For each column of the grid, the name of the header cell of its place. */
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
      const texts = hour === undefined ? [] : [text(hour, header)];
      const first = cellAt(between(edges, 0, 1), [head + top, height], texts);
      const events = timetable.cells.flatMap((cell, index): TimetableCellProps[] => {
        if (cell.row !== row) return [];
        const { column, event, rows: rowSpan, columns: colSpan } = cell;
        const named = [...new Set(headers.slice(column, column + colSpan)), idOf('r', row)];
        const td = opened(parent, 'TD', { rowSpan, colSpan, headers: named });
        if (event === undefined) return [];
        const across = between(edges, 1 + column, colSpan);
        const [start, length] = between(tops, row, rowSpan);
        const link = opened(td, 'Link');
        const upper = design.paper.height - place.y - head - start;
        const left = place.x + across[0];
        const rectangle = { left, bottom: upper - length, right: left + across[1], top: upper };
        this.#link(link, rectangle, event.target, event.title);
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
    this.#paint(part, contents, place.x, place.y);
    this.#closeAll(elements);
  }

  /** Opens the elements of a row: the row, its cells, and the cell of its remarks. */
  #openRow({ row, table, index, remarks }: RowBox, x: number, top: number, body: Element): Elements {
    const { tree } = this.#tools;
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
   * Lines of a cell. If a cell has several paragraphs, each gets an element of its own, because their words would
   * otherwise run together.
   */
  #cellLines(stack: Stack, range: LineRange, cell: Element): SetText {
    if (stack.paragraphs.length < 2) return this.#tagged(stack, range, cell);
    const { tree, pen, design } = this.#tools;
    const { first, end } = range;
    return setText(stack, range, (x, y) => {
      stack.paragraphs.forEach((start, index) => {
        const after = stack.paragraphs[index + 1] ?? stack.lines.length;
        const [from, to] = [Math.max(start, first), Math.min(after, end)];
        if (from >= to) return;
        const paragraph = this.#paragraphs.get(cell) ?? tree.open(cell, 'P');
        const top = design.paper.height - y - ((stack.tops[from] ?? 0) - (stack.tops[first] ?? 0));
        pen.stack(stack, from, to, x, top, paragraph);
        this.#paragraphs.delete(cell);
        if (to === after) tree.close(paragraph);
        else this.#paragraphs.set(cell, paragraph);
      });
    });
  }

  /** Draws the remarks in the margin next to a row. */
  #drawRemarks(stack: RemarkStack, placed: Placed, cell: Element): void {
    const { design, templates } = this.#tools;
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
    const text = this.#cellLines(stack, part, cell);
    const { x, y } = this.#placeOf(placed);
    this.#paint(templates.Remarks({ design, text, remarks }), [text], x, y);
  }

  /**
   * Draws the header row above a row: as cells at the beginning of the table, and as an artifact wherever it is
   * repeated.
   */
  #drawHead(table: SetTable, placed: Placed, element: Element | undefined): void {
    const { tree, design, templates } = this.#tools;
    const { headHeight: height, head, remarksHead, accent } = table;
    const { x, y } = this.#placeOf(placed);
    const section = element && tree.open(element, 'THead');
    const line = section && tree.open(section, 'TR');
    const texts: SetText[] = [];
    const text = (stack: Stack): SetText => {
      const cell = line && tree.open(line, 'TH', { scope: 'Column' });
      const set =
        cell === undefined
          ? this.#repeated(stack)
          : closing(this.#tagged(stack, WHOLE, cell), () => tree.close(cell));
      texts.push(set);
      return set;
    };
    const cells = cellsOf(table, (column) => {
      const stack = head[column];
      return stack && text(stack);
    });
    const width = table.edges.at(-1) ?? 0;
    this.#paint(templates.HeadRow({ design, cells, height, width, accent }), texts, x, y - height);
    if (remarksHead !== undefined) {
      const remarks = text(remarksHead);
      this.#paint(templates.RemarksHead({ design, text: remarks, height }), [remarks], x, y - height);
    }
    this.#closeAll([section, line]);
  }
}

/** All lines of a stack. */
const WHOLE = { first: 0, end: Number.POSITIVE_INFINITY };

/** A typeset word. */
interface Word extends SetWord, Omit<Tail, 'x'> {}

/** Lines of a stack, which a template places. */
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

const tailOf = ({ words, face }: Word, x: number): Tail => ({ words, face, x });

/** Distance between a part and the one above it in its column; 0 at the top of a column. */
function gapBelow(above: Placed | undefined, { x, y }: Placed): number {
  return above === undefined || above.x !== x ? 0 : y - above.y - above.height;
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

/** The cells of a row in the form that templates expect. */
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

/** Returns a copy of a text that calls a function after it has been drawn. */
function closing(text: SetText, then: () => void): SetText {
  return {
    ...text,
    paint: (x, y, tail) => {
      text.paint(x, y, tail);
      then();
    },
  };
}
