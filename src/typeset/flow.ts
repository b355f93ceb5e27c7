/**
 * Turns a document into placed lines: blocks become boxes, boxes are paginated section by section, and link targets get
 * their pages. The result does not depend on the file format. Lengths are in points.
 */
import {
  ABOVE_SIGNATURE,
  AFTER_NUMBER,
  accentColour,
  areaOf,
  BESIDE,
  type BlockStyle,
  BOX,
  bandsOf,
  bodyHeight,
  cellStyle,
  type Design,
  hasBoxes,
  listPictures,
  listPlace,
  measure,
  onBackCover,
  type PartStyles,
  type Plate,
  partStyles,
  pictureInList,
  pictureStyle,
  plateUnder,
  QUOTE,
  SIGNATURE_FROM,
  type Size,
  sharedWidths,
  sizeInCell,
  sizeInText,
  type TextStyle,
  WHOLE_EVENT,
} from '../design/index.ts';
import {
  type Block,
  cellParagraphs,
  type Document,
  type Entry,
  type Figure,
  factLines,
  type ListedEvent,
  type ListItem,
  lastWords,
  type Paragraph,
  type Row,
  type Section,
  type Table,
  type Target,
  type Timetable,
  timetableList,
  wordsOf,
} from '../document/index.ts';
import { type Position, type Problem, UserError } from '../errors.ts';
import { ellipsis, type PicturePath, valueAt } from '../model/index.ts';
import { cutsWords } from './break-lines.ts';
import { isWhole, shapedWidth, tableWidths, type WidthsOf } from './column-widths.ts';
import { cutStacks, type LineStack } from './cut.ts';
import {
  type Above,
  aboveOf,
  isLastButOne,
  keepsNext,
  placedAs,
  placeSection,
  type Sharing,
  sharesPages,
  sharingOf,
} from './follow.ts';
import { messageOf } from './messages.ts';
import { markRemarks } from './number-remarks.ts';
import type { Box, Placement } from './paginate.ts';
import { DocumentProblems } from './problems.ts';
import { type RemarkStack, remarkStack } from './remark-stack.ts';
import { innerWidth, type LaidTimetable, layOutTimetable } from './timetable.ts';
import {
  endingInSpace,
  heightOf,
  linesOf,
  paragraphGap,
  type Stack,
  stackOf,
  type Typesetter,
} from './typesetter.ts';

export interface TextBox {
  kind: 'text';
  tag: 'P' | 'H3' | 'H4' | 'LI';
  stack: Stack;
  /** Distance from the left edge of its column. */
  x: number;
  target?: Target;
  /**
   * For a paragraph of a quotation: whether it is the first paragraph, whether it is the last, and the width of the box
   * around the quotation, if any.
   */
  quote?: { first: boolean; last: boolean; box?: number };
  item?: SetItem;
  event?: SetEventText;
  /** Text of the bookmark that leads to this text. */
  bookmark?: string;
}

/** The role of a text in an event that is printed in a list. */
interface SetEventText {
  /** Number of the event, to the left of the title. */
  number?: Stack;
  /** Width of the text, and its distance from the number on its left, in points. */
  width: number;
  indent: number;
  /** Whether the event has changes to mark. */
  marked: boolean;
  /** Whether the text is the first text of its event, and whether it is the last one and another event follows. */
  first: boolean;
  parts: boolean;
}

/** The role of a text that is a paragraph of a list item. */
export interface SetItem {
  level: number;
  /** Number of the item, and the indent of its text, in points. */
  number?: Stack;
  indent: number;
  /** Whether the text is a further paragraph of its item, and whether the item has several paragraphs. */
  continues: boolean;
  several: boolean;
  /** Level of the following item; -1 at the end of the list. */
  next: number;
  /** Whether the text is the last paragraph of the item. */
  ends: boolean;
}

/** A line of the contents or an index: text, an optional leader, and a page number. */
export interface EntryBox {
  kind: 'entry';
  list: 'contents' | 'index';
  stack: Stack;
  x: number;
  width: number;
  entry: Entry;
  /** Whether the line is the first one of its list, and whether it is the last. */
  first: boolean;
  last: boolean;
}

export interface SetTable {
  table: Table;
  /** Left edges of the columns, followed by the right edge of the last one. */
  edges: readonly number[];
  head: readonly Stack[];
  headHeight: number;
  accent: string;
  /** Heading of the margin column with remarks, in a proof sheet. */
  remarksHead?: Stack;
  /** Number of rows of each group, by the index of its first row. */
  spans: ReadonlyMap<number, number>;
  /** For each row, whether it is shaded if the design shades every other row. */
  bands: readonly boolean[];
}

export interface RowBox {
  kind: 'row';
  table: SetTable;
  row: Row;
  index: number;
  /**
   * Stacks of the cells; undefined for a cell that is printed as the label of its group, or that continues a cell of
   * the row above.
   */
  cells: readonly (Stack | undefined)[];
  /**
   * Pictures of the cells, and the lines at which each cell may be split; a picture counts as one line above the lines
   * of text.
   */
  pictures: readonly (SetFigure | undefined)[];
  lines: readonly (LineStack | undefined)[];
  /**
   * The group to which the row belongs; its cell is printed as a label next to the first row of the group on every
   * page.
   */
  group: RowGroup | undefined;
  /** Remarks next to the row, in a proof sheet. */
  remarks: RemarkStack | undefined;
}

interface RowGroup {
  /** Index of the group's first row. */
  first: number;
  stack: Stack;
}

/** A picture with its plate, if any; its size includes the plate and is in points. */
export interface SetFigure extends Size {
  figure: Figure;
  plate?: Plate | undefined;
}

export interface PictureBox extends SetFigure {
  kind: 'picture';
  /** Distance from the left edge of its column. */
  x: number;
}

/** A timetable with the stacks of its headings, times and events. */
export interface TimetableBox {
  kind: 'timetable';
  timetable: Timetable;
  laid: LaidTimetable;
  /** The heading of the time column. */
  corner: Stack;
  places: readonly Stack[];
  hours: readonly Stack[];
  /** For each cell, the facts and the title of its event; empty if it has none. */
  cells: readonly (readonly Stack[])[];
  accents: readonly (string | undefined)[];
}

/** The repeated heading of a group of events on a later page, and its height with the space below. */
export interface AgainHeading {
  stack: Stack;
  height: number;
}

type SetBox = (TextBox | EntryBox | RowBox | PictureBox | TimetableBox) & { again?: AgainHeading };

/** A box of a section with its position, and the position of its column. */
export interface Placed extends Omit<Placement, 'box' | 'frame'> {
  box: SetBox;
  x: number;
}

/** The part of a section on one page. */
export interface SetPart {
  /** Page number. */
  page: number;
  section: Section;
  /**
   * For text at the foot of the page: the distance, in points, by which boxes without a fixed position are moved down.
   */
  drop: number;
  /** Distance of the title from the top of the body, if the section begins below another one. */
  top: number;
  /** Whether this is the first part of its section, with the title at the top. */
  first: boolean;
  last: boolean;
  title: Stack;
  placed: readonly Placed[];
}

export interface SetDocument {
  /** Parts of sections, page by page; every page except the cover has at least one. */
  parts: readonly SetPart[];
  /** Number of pages, including the cover. */
  total: number;
  /** Page number of each link target. */
  pageOf: ReadonlyMap<Target, number>;
  /** Titles of the timetables that are printed as lists, because their grids do not fit. */
  listed: readonly string[];
}

const COVER_PAGES = 1;
/** Blocks that can be next to a picture. */
const STANDS_BESIDE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list']);
/** Maximum height of the label of a group, as a share of a page. */
const TALLEST_LABEL = 1 / 3;
/** A group heading is not repeated if its height, including the space below it, exceeds this share of a page. */
const TALLEST_AGAIN = 1 / 8;
/**
 * Maximum share of a page for titles and column headings, which are not split and must leave space for the following
 * content.
 */
const TALLEST_HEADING = 1 / 4;

/** Returns the size of a picture file. */
export type SizeOf = (file: PicturePath) => Size;

/**
 * Typesets all sections of a document.
 *
 * @throws UserError that names each character that the fonts cannot print, with its event and field, or the headings
 * that fill a page
 */
export function setDocument(document: Document, typesetter: Typesetter, sizeOf: SizeOf): SetDocument {
  const parts: SetPart[] = [];
  const pageOf = new Map<Target, number>();
  const problems = new DocumentProblems();
  const listed: string[] = [];
  const common = {
    typesetter,
    sizeOf,
    problems,
    entryStacks: new Map<Entry, Stack>(),
    remarks: document.words.remarks,
    widthsOf: tableWidths(document, typesetter.design, shapedWidth(typesetter.faces)),
    sharing: sharingOf(document, typesetter.design),
    listed,
  };
  let before: Before = { page: COVER_PAGES };
  for (const [index, section] of document.sections.entries()) {
    const next = document.sections[index + 1]?.layout;
    const set = setSection({ ...common, section, next }, before);
    pageOf.set(section.id, set.parts[0]?.page ?? before.page);
    for (const part of set.parts) {
      parts.push(part);
      for (const { box, from } of part.placed) {
        const target = box.kind === 'row' ? box.row.id : box.kind === 'text' ? box.target : undefined;
        if (target !== undefined && from === 0) pageOf.set(target, part.page);
      }
    }
    before = { page: set.parts.at(-1)?.page ?? before.page, above: set.above };
  }
  const wrong = problems.all();
  if (wrong.length > 0) throw new UserError(wrong);
  return { parts, total: before.page, pageOf, listed };
}

/** The page on which the previous section ends, and the content on that page below which the next section may begin. */
interface Before {
  page: number;
  above?: Above | undefined;
}

function setSection(common: SectionContext, before: Before): { parts: SetPart[]; above: Above | undefined } {
  const { section, typesetter, problems } = common;
  const { design } = typesetter;
  const whole = measure(design);
  const height = bodyHeight(design);
  const { columns, width, left, beside } = areaOf(design, section);
  const titleWidth = beside ? design.text.left - design.text.gap : whole;
  const { sectionTitle } = design.styles;
  const titleStyle =
    section.layout === 'back' ? { ...sectionTitle, colour: onBackCover(design) } : sectionTitle;
  const title = typesetter.stack([section.title], titleStyle, titleWidth, 'display');
  problems.missing(typesetter.takeMissing(), placeOf(section));
  if (heightOf(title) > (beside ? height : TALLEST_HEADING * height)) {
    problems.add(tooTall('title-too-tall', wordsOf(section.title), title, section));
    return { parts: [], above: undefined };
  }
  const top = beside || section.title.length === 0 ? 0 : heightOf(title) + design.title.below;
  const boxes: SetBox[] = [];
  const moving: Box[] = [];
  let again: AgainHeading | undefined;
  const styles = stylesOf(section, design);
  const context: Context = { ...common, styles, width, isOneColumn: columns === 1, top, boxes, moving };
  for (const block of section.blocks) {
    const from = boxes.length;
    if (!STANDS_BESIDE.has(block.kind) || ('style' in block && block.style === 'signature'))
      endBeside(context);
    addBlock(block, context);
    if (block.kind === 'heading' && block.group) {
      again = againHeading(block, width, typesetter);
      problems.missingInCopy(typesetter.takeMissing(), placeOf(section));
    } else if (again !== undefined) repeatAbove(again, boxes.slice(from), moving.slice(from));
  }
  endBeside(context);
  const layout = placedAs(section.layout, boxes);
  const shares = sharesPages(layout, section.title.length > 0, common.sharing);
  const set = placeSection(
    { layout, next: common.next, boxes: moving, columns, top, least: beside ? heightOf(title) : 0 },
    height,
    shares ? aboveOf(layout, before.above, common.sharing) : undefined,
  );
  const placed: Placed[][] = Array.from({ length: set.pages }, () => []);
  for (const { box: index, frame, ...place } of set.placements) {
    const box = boxes[index];
    if (box === undefined) throw new Error('a placement without a box');
    const x = left + (frame % columns) * (width + design.index.gap);
    placed[Math.floor(frame / columns)]?.push({ box, x, ...place });
  }
  const firstPage = before.page + (set.follows ? 0 : 1);
  const atFoot = layout === 'colophon' || layout === 'back';
  const parts = placed.map((items, index): SetPart => {
    const foot = Math.max(
      index === 0 && section.title.length > 0 ? set.start + heightOf(title) : 0,
      ...items.map((item) => item.y + item.height),
    );
    return {
      page: firstPage + index,
      section,
      drop: atFoot ? height - foot : 0,
      top: index === 0 ? set.start : 0,
      first: index === 0,
      last: index === set.pages - 1,
      title,
      placed: items,
    };
  });
  const above =
    shares && set.end !== undefined
      ? { layout, end: set.end + design.sections.gap, part: section.part }
      : undefined;
  return { parts, above };
}

/** The repeated heading of a group; undefined if there is no heading, or if it is too high to be repeated. */
function againHeading(
  { continued }: Extract<Block, { kind: 'heading' }>,
  width: number,
  typesetter: Typesetter,
): AgainHeading | undefined {
  if (continued === undefined) return undefined;
  const { design } = typesetter;
  const stack = typesetter.stack([continued], design.events.group, width);
  const height = heightOf(stack) + design.table.above;
  return height > TALLEST_AGAIN * bodyHeight(design) ? undefined : { stack, height };
}

function repeatAbove(again: AgainHeading, boxes: readonly SetBox[], moving: readonly Box[]): void {
  for (const box of boxes) box.again = again;
  for (const box of moving) box.again = again.height;
}

interface SectionContext {
  section: Section;
  /** Layout of the next section. */
  next: Section['layout'] | undefined;
  typesetter: Typesetter;
  sizeOf: SizeOf;
  problems: DocumentProblems;
  /**
   * Lines of index entries. The lines are shared, because an entry may occur in several indexes, whose columns have the
   * same width.
   */
  entryStacks: Map<Entry, Stack>;
  /** Labels of remarks, if there is a margin for them. */
  remarks: Document['words']['remarks'];
  widthsOf: WidthsOf;
  sharing: Sharing;
  /** Collects the titles of timetables that are printed as lists. */
  listed: string[];
}

interface Context extends SectionContext {
  styles: PartStyles;
  width: number;
  isOneColumn: boolean;
  /** Height of the title of the section. */
  top: number;
  boxes: SetBox[];
  moving: Box[];
  /**
   * Next to a picture: the width of the texts, the remaining height, and whether the next text is the first one next to
   * the picture.
   */
  beside?: { width: number; height: number; isNext: boolean } | undefined;
}

/** The styles of texts: of text parts, or of the sections that the program generates. */
function stylesOf({ layout, part }: Section, design: Design): PartStyles {
  const stylesOfPart = partStyles(design, layout === 'colophon' || layout === 'back' ? layout : 'text');
  if (part !== undefined) return stylesOfPart;
  const { body, heading, note, list } = design.styles;
  return { ...stylesOfPart, body, heading, subheading: heading, quote: body, caption: note, item: list };
}

function addBlock(block: Block, context: Context): void {
  const { section, styles: partStylesInContext } = context;
  const { design } = context.typesetter;
  const { styles } = design;
  switch (block.kind) {
    case 'paragraph':
      if (block.style === 'signature') addSignature(block.text, context);
      else if (block.style === 'note') addText(block.text, 'P', styles.note, context);
      else if (block.style === 'lead') addLead(block.text, context);
      else if (block.style === 'in-group')
        addText(block.text, 'P', { ...styles.note, above: design.table.above }, context, {
          keepWithNext: true,
        });
      else addText(block.text, 'P', partStylesInContext.body, context);
      break;
    case 'heading': {
      if (block.group) {
        addText(block.text, 'H3', design.events.group, context, {
          keepWithNext: true,
          bookmark: wordsOf(lastWords(block.text)),
          ...(block.target ? { target: block.target } : {}),
        });
        break;
      }
      const style = block.level === 2 ? partStylesInContext.subheading : partStylesInContext.heading;
      addText(block.text, block.level === 2 ? 'H4' : 'H3', style, context, {
        keepWithNext: true,
        ...(block.target ? { target: block.target } : {}),
      });
      break;
    }
    case 'list':
      addList(
        block.items,
        partStylesInContext.item,
        section.part === undefined ? partStylesInContext.item : partStylesInContext.body,
        context,
      );
      break;
    case 'quote': {
      if (hasBoxes(design, section)) addBox(block.paragraphs, partStylesInContext.quote, context);
      else
        block.paragraphs.forEach((text, index) => {
          addText(text, 'P', partStylesInContext.quote, context, {
            x: QUOTE.indent,
            quote: { first: index === 0, last: index === block.paragraphs.length - 1 },
          });
        });
      break;
    }
    case 'contents':
      addEntries(block.entries, 'contents', context);
      break;
    case 'index':
      for (const { heading, notes = [], entries } of block.groups) {
        addText(heading, 'H3', styles.indexHeading, context, { keepWithNext: true });
        if (entries.length === 0)
          addList(
            notes.map((text) => ({ text })),
            styles.index,
            styles.index,
            context,
          );
        else for (const note of notes) addText(note, 'P', styles.index, context, { keepWithNext: true });
        addEntries(entries, 'index', context);
      }
      break;
    case 'table':
      addTable(block.table, context);
      break;
    case 'timetable':
      addTimetable(block.timetable, context);
      break;
    case 'picture':
      addPicture(block, context);
      break;
    case 'events':
      block.events.forEach((event, index) => {
        const place = { level: block.level, begins: index === 0, ends: index === block.events.length - 1 };
        addEvent(event, place, context);
      });
      break;
  }
}

/**
 * Adds the introduction of a theme, in lines of readable length. The introduction stays on the same page as the first
 * events.
 */
function addLead(text: Paragraph, context: Context): void {
  const { design } = context.typesetter;
  const width = Math.min(context.width, design.text.width);
  addText(text, 'P', design.styles.body, context.beside === undefined ? { ...context, width } : context, {
    keepWithNext: true,
  });
}

/** Adds the paragraphs of a quotation in a box, which is not split across pages. */
function addBox(paragraphs: readonly Paragraph[], style: BlockStyle, context: Context): void {
  const { width } = context;
  const inner = { ...context, width: width - BOX };
  const first = context.moving.length;
  paragraphs.forEach((text, index) => {
    const last = index === paragraphs.length - 1;
    addText(text, 'P', style, inner, {
      x: BOX,
      quote: { first: index === 0, last, box: width },
      keepWithNext: !last,
    });
  });
  const boxes = context.moving.slice(first);
  const [top, bottom] = [boxes[0], boxes.at(-1)];
  if (top === undefined || bottom === undefined) return;
  top.gap = (top.gap ?? 0) + BOX;
  bottom.height += BOX;
}

/** Adds a picture with its caption. */
function addPicture(block: Extract<Block, { kind: 'picture' }>, context: Context): void {
  const { figure, caption } = block;
  const {
    caption: style,
    body: { above },
  } = context.styles;
  const { section, sizeOf, typesetter, width, boxes, moving } = context;
  const look = pictureStyle(typesetter.design, section, block);
  const isPortrait = look === 'portrait';
  const plate = plateUnder(typesetter.design, section);
  const edges = 2 * (plate?.edge ?? 0);
  const room = { width: width - edges, height: bodyHeight(typesetter.design) - edges };
  const size = sizeInText(sizeOf(figure.file), room, look);
  const picture: SetFigure = { figure, width: size.width + edges, height: size.height + edges, plate };
  if (look === 'beside' || (isPortrait && moving.length === 0 && context.isOneColumn)) {
    addBeside(picture, { above, captions: caption === undefined ? [] : [caption], style }, context);
    return;
  }
  const last = moving.at(-1);
  if (isPortrait && last !== undefined) last.keepWithNext = true;
  const x = isPortrait && last !== undefined ? SIGNATURE_FROM * width : 0;
  boxes.push({ kind: 'picture', x, ...picture });
  moving.push({
    height: picture.height,
    gap: isPortrait ? ABOVE_SIGNATURE * above : above,
    keepWithNext: caption !== undefined || isPortrait,
  });
  if (caption !== undefined) addText(caption, 'P', style, context);
}

/**
 * Adds a picture on the right with its captions. The texts that follow are next to the picture until they reach its
 * bottom.
 */
function addBeside(
  picture: SetFigure,
  { above, captions, style }: { above: number; captions: readonly Paragraph[]; style: BlockStyle },
  context: Context,
): void {
  const { width, boxes, moving } = context;
  const x = width - picture.width;
  boxes.push({ kind: 'picture', x, ...picture });
  moving.push({ height: picture.height, gap: above, keepWithNext: true });
  let { height } = picture;
  for (const caption of captions) {
    addText(caption, 'P', style, context, { x, keepWithNext: true });
    height += style.above + (moving.at(-1)?.height ?? 0);
  }
  context.beside = { width: x - BESIDE, height, isNext: true };
}

/** Ends the texts next to a picture; the following content begins below the picture. */
function endBeside(context: Context): void {
  const last = context.moving.at(-1);
  if (context.beside !== undefined && !context.beside.isNext && last !== undefined) {
    last.height += context.beside.height;
    last.keepWithNext = false;
  }
  context.beside = undefined;
}

interface TextOptions
  extends Partial<Pick<TextBox, 'x' | 'target' | 'quote' | 'item' | 'event' | 'bookmark'>> {
  keepWithNext?: boolean;
  /** The position that is reported if the text contains characters that cannot be printed. */
  at?: Position;
}

function addText(
  text: Paragraph,
  tag: TextBox['tag'],
  style: BlockStyle,
  context: Context,
  { keepWithNext = false, x = 0, at, ...rest }: TextOptions = {},
): void {
  const { beside } = context;
  const width = beside === undefined ? context.width : beside.width;
  const stack = context.typesetter.stack([text], style, width - x - (rest.item?.indent ?? 0));
  context.problems.missing(context.typesetter.takeMissing(), at ?? placeOf(context.section));
  context.boxes.push({ kind: 'text', tag, stack, x, ...rest });
  const height = heightOf(stack);
  const cut: Box['cut'] = (from, room, anywhere) => cutStacks([stack], 0, from, room, anywhere);
  placeBox({ height, keepWithNext, cut }, style.above, context);
}

/** Places a box below the previous one, or next to a picture. */
function placeBox(box: Box, above: number, context: Context): void {
  const { beside, moving } = context;
  box.gap = beside?.isNext ? -beside.height : above;
  moving.push(box);
  if (beside === undefined) return;
  beside.height -= box.height + (beside.isNext ? 0 : above);
  beside.isNext = false;
  if (beside.height > 0) box.keepWithNext = true;
  else context.beside = undefined;
}

/**
 * Adds an event of a list. The texts of the event stay on one page, unless the event is so tall that it may be split
 * within its description.
 */
function addEvent(
  event: ListedEvent,
  { level, begins, ends }: { level: 2 | undefined; begins: boolean; ends: boolean },
  context: Context,
): void {
  const { typesetter, boxes, moving } = context;
  const { design } = typesetter;
  const { events: look } = design;
  const marked = event.marks !== undefined && event.marks.length > 0;
  const begin = boxes.length;
  const { width, indent } = listPlace(design, context.width);
  const number = endingInSpace(
    typesetter.stack([event.number], { ...look.title, colour: 'quiet' }, indent, 'display'),
  );
  const put = (text: Paragraph, tag: TextBox['tag'], style: TextStyle): void => {
    const first = boxes.length === begin;
    const above = !first ? look.between : begins ? design.table.above : look.gap;
    addText(text, tag, { ...style, above }, context, {
      x: indent,
      at: { event: event.id },
      event: { width, indent, marked, first, parts: false, ...(first ? { number } : {}) },
      ...(first ? { target: event.id } : {}),
    });
  };
  for (const text of event.title) put(text, level === 2 ? 'H4' : 'H3', look.title);
  const sized = (figure: Figure): SetFigure => ({
    figure,
    ...pictureInList(context.sizeOf(figure.file), design, context.width, figure.isCode),
  });
  const pictures = event.pictures.map(sized);
  const isBeside = listPictures(design) === 'beside' && pictures.length === 1;
  for (const picture of isBeside ? pictures : [])
    addBeside(
      picture,
      {
        above: look.between,
        captions: event.captions,
        style: partStyles(design, 'text').caption,
      },
      context,
    );
  const { short, bodies } = factLines(event, typesetter.lang);
  for (const text of short) put(text, 'P', look.facts);
  for (const text of bodies) put(text, 'P', { ...look.facts, colour: look.text.colour });
  const putPicture = (picture: SetFigure): void => {
    boxes.push({ kind: 'picture', x: indent, ...picture });
    placeBox({ height: picture.height }, look.between, context);
  };
  if (!isBeside) {
    pictures.forEach(putPicture);
    for (const text of event.captions) put(text, 'P', look.facts);
  }
  event.codes.map(sized).forEach(putPicture);
  const described = boxes.length;
  for (const text of event.description) put(text, 'P', look.text);
  endBeside(context);
  const besidePicture = moving.slice(begin);
  const isTall =
    besidePicture.reduce((sum, { height, gap = 0 }, index) => sum + height + (index > 0 ? gap : 0), 0) >
    WHOLE_EVENT * bodyHeight(design);
  besidePicture.forEach((box, index) => {
    const isText = begin + index >= described;
    box.keepWithNext = index < besidePicture.length - 1 && !(isTall && isText);
    if (isTall && isText) box.splits = true;
  });
  const end = boxes.at(-1);
  if (end?.kind === 'text' && end.event !== undefined && !ends) end.event.parts = true;
}

/** Adds a signature. A signature is in the right half of its column, and never alone on a page. */
function addSignature(text: Paragraph, context: Context): void {
  const { boxes, moving } = context;
  const last = moving.at(-1);
  if (last !== undefined) last.keepWithNext = true;
  const { signature, caption } = context.styles;
  // Below a portrait, the space above the signature is the same as between a picture and its caption.
  const { above } = boxes.at(-1)?.kind === 'picture' ? caption : signature;
  addText(text, 'P', { ...signature, above }, context, {
    x: SIGNATURE_FROM * context.width,
  });
}

/** @param first style that determines the space above the first item */
function addList(items: readonly ListItem[], style: BlockStyle, first: BlockStyle, context: Context): void {
  const { typesetter } = context;
  const { list } = typesetter.design;
  const numbers = items.map(({ number }) =>
    number === undefined ? undefined : typesetter.stack([[{ text: number }]], style, context.width),
  );
  /** Indent of the words of each level: the width of the widest number of that level. */
  const indents: number[] = [];
  items.forEach(({ level = 0 }, index) => {
    const width = numbers[index]?.lines[0]?.width;
    const needed = width === undefined ? list.indent : width + AFTER_NUMBER * style.size;
    indents[level] = Math.max(indents[level] ?? list.indent, needed);
  });
  items.forEach(({ text, level = 0, continues = false }, index) => {
    const below = items[index + 1];
    const number = numbers[index];
    addText(text, 'LI', index === 0 ? { ...style, above: first.above } : style, context, {
      keepWithNext: keepsNext(index, items.length),
      x: indents.slice(0, level).reduce((sum, indent) => sum + indent, 0),
      item: {
        level,
        ...(number === undefined ? {} : { number }),
        indent: indents[level] ?? list.indent,
        continues,
        several: continues || below?.continues === true,
        next: below === undefined ? -1 : (below.level ?? 0),
        ends: below === undefined || (!below.continues && (below.level ?? 0) <= level),
      },
    });
  });
}

function addEntries(entries: readonly Entry[], list: EntryBox['list'], context: Context): void {
  const { design } = context.typesetter;
  const style = design.styles[list];
  const width = context.width - design[list].numberWidth;
  const inColumns = context.section.layout === 'index';
  entries.forEach((entry, index) => {
    const set = (): Stack => {
      const made = context.typesetter.stack([entry.text], style, width);
      context.problems.missingInCopy(context.typesetter.takeMissing(), placeOf(context.section));
      return made;
    };
    const stack = inColumns ? valueAt(context.entryStacks, entry, set) : set();
    context.boxes.push({
      kind: 'entry',
      list,
      stack,
      x: 0,
      width: context.width,
      entry,
      first: index === 0,
      last: index === entries.length - 1,
    });
    context.moving.push({
      height: heightOf(stack),
      gap: style.above,
      keepWithNext: inColumns && isLastButOne(index, entries.length),
      cut: (from, room) => cutStacks([stack], 0, from, room),
    });
  });
}

function addTable(table: Table, context: Context): void {
  const { typesetter, problems, section, remarks } = context;
  const { design } = typesetter;
  const { styles, table: look } = design;
  const height = bodyHeight(design);
  const widths = sharedWidths(table.columns, context.width) ?? context.widthsOf(table);
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const inner = widths.map((width) => width - 2 * look.padding.side);
  const head = table.columns.map((column, index) =>
    typesetter.stack([column.heading], styles.columnHeading, inner[index] ?? 0, 'display'),
  );
  problems.missing(typesetter.takeMissing(), placeOf(section));
  const tallest = head.find((stack) => heightOf(stack) > TALLEST_HEADING * height);
  if (tallest !== undefined) {
    const heading = wordsOf(table.columns[head.indexOf(tallest)]?.heading ?? []);
    problems.add(tooTall('column-heading-too-tall', heading, tallest, section));
    return;
  }
  const headHeight = Math.max(...head.map(heightOf)) + look.headPadding.top + look.headPadding.bottom;
  const set: SetTable = {
    table,
    edges,
    head,
    headHeight,
    accent: accentColour(design, section.accent),
    ...(remarks === undefined ? {} : { remarksHead: remarksHead(remarks.heading, typesetter) }),
    spans: groupSpans(table),
    bands: bandsOf(table.rows),
  };
  const key = context.boxes.length;
  let group: RowGroup | undefined;
  table.rows.forEach((row, index) => {
    const cells = row.cells.map((cell, column) => {
      if (row.carried && column === table.group) return undefined;
      const style = styles[cellStyle(table, column)];
      const width = inner[column] ?? 0;
      const kind = table.columns[column]?.kind ?? '';
      const breaking = isWhole(design, kind)
        ? 'display'
        : design.hyphenation && style === styles.cell && width < look.narrow
          ? 'narrow'
          : 'running';
      const plain = typesetter.stack(cell.paragraphs, style, width, breaking);
      const stack =
        remarks === undefined ? plain : numbered(row, column, plain, { width, typesetter, ...remarks });
      problems.missing(typesetter.takeMissing(), {
        event: row.id,
        field: table.columns[column]?.field ?? '',
      });
      return stack;
    });
    if (table.group !== undefined && !row.carried) {
      const stack = cells[table.group];
      const isLabel = stack !== undefined && heightOf(stack) <= TALLEST_LABEL * height;
      group = isLabel ? { first: index, stack } : undefined;
    }
    const bodies = cells.map((stack, column) =>
      column === table.group && group !== undefined ? undefined : stack,
    );
    const pictures = row.cells.map(({ picture }, column): SetFigure | undefined => {
      if (picture === undefined) return undefined;
      const room = { width: inner[column] ?? 0, height };
      return { figure: picture, ...sizeInCell(context.sizeOf(picture.file), room, picture.isCode) };
    });
    const beside = remarks === undefined ? undefined : remarkStack(row.remarks ?? [], remarks, typesetter);
    const lines = bodies.map((stack, column) => underPicture(pictures[column], stack, look.paragraphGap));
    const stacks = [...lines, beside?.cuts].filter((stack) => stack !== undefined);
    const padding = look.padding.top + look.padding.bottom;
    context.boxes.push({
      kind: 'row',
      table: set,
      row,
      index,
      cells: bodies,
      pictures,
      lines,
      group,
      remarks: beside,
    });
    const rowHeight = Math.max(0, ...stacks.map(heightOf)) + padding;
    context.moving.push({
      height: rowHeight,
      // The last two rows stay together, so that the last row is never alone on a page.
      keepWithNext: index === table.rows.length - 2,
      splits: rowHeight > look.splitFrom * height,
      gap: index === 0 ? look.above : 0,
      header: headHeight,
      table: key,
      cut: (from, room, anywhere) => cutStacks(stacks, padding, from, room, anywhere),
      ...(group === undefined
        ? {}
        : { group: { key: key + group.first, label: heightOf(group.stack) + padding } }),
    });
  });
}

/**
 * Places a timetable in the remaining space of the first page of its section or, if its grid does not fit, as a list.
 */
function addTimetable(timetable: Timetable, context: Context): void {
  const { typesetter, boxes, moving, width, problems, section } = context;
  const { design } = typesetter;
  const used = moving.reduce(
    (sum, { height, gap = 0 }, at) => sum + height + (at > 0 ? gap : 0),
    context.top,
  );
  const gap = design.table.above;
  const stackIn = (paragraph: Paragraph, style: TextStyle, inner: number): Stack =>
    typesetter.stack([paragraph], style, inner, 'display');
  const room = { width, height: bodyHeight(design) - used - gap };
  const laid = layOutTimetable(timetable, design, room, (paragraph, style, inner) => {
    const stack = stackIn(paragraph, style, inner);
    return cutsWords(stack.lines) ? undefined : heightOf(stack);
  });
  // Missing characters that were recorded while sizes were tried are discarded; only those in the final lines are
  // reported.
  typesetter.takeMissing();
  if (laid === undefined) {
    context.listed.push(timetable.title);
    addTable(timetableList(timetable), context);
    return;
  }
  const { look, edges, tops, head } = laid;
  const inner = (column: number, columns: number): number =>
    innerWidth((edges[column + 1 + columns] ?? 0) - (edges[column + 1] ?? 0));
  let first = 0;
  const places = timetable.places.map(({ name, columns }) => {
    first += columns;
    return stackIn(name, look.place, inner(first - columns, columns));
  });
  const cells = timetable.cells.map(({ event, column, columns }): Stack[] => {
    if (event === undefined) return [];
    const [facts, title] = cellParagraphs(event);
    const cellWidth = inner(column, columns);
    return [endingInSpace(stackIn(facts, look.facts, cellWidth)), stackIn(title, look.title, cellWidth)];
  });
  boxes.push({
    kind: 'timetable',
    timetable,
    laid,
    corner: stackIn(timetable.headings.hours, look.place, innerWidth(look.hours)),
    places,
    hours: timetable.rows.map(({ hour }) => stackIn([{ text: hour }], look.hour, innerWidth(look.hours))),
    cells,
    accents: timetable.cells.map(
      ({ event }) => event && accentColour(design, event.track?.accent ?? section.accent),
    ),
  });
  problems.missing(typesetter.takeMissing(), placeOf(section));
  moving.push({ height: head + (tops.at(-1) ?? 0), gap });
}

/**
 * A picture and the lines below it as one stack of lines, between which a cell may be split; the picture counts as one
 * line.
 */
function underPicture(
  picture: SetFigure | undefined,
  stack: LineStack | undefined,
  gap: number,
): LineStack | undefined {
  if (picture === undefined) return stack;
  const { tops, bottoms } = stack ?? { tops: [], bottoms: [] };
  const under = (places: readonly number[]): number[] => places.map((place) => picture.height + gap + place);
  return { tops: [0, ...under(tops)], bottoms: [picture.height, ...under(bottoms)] };
}

function remarksHead(heading: string, typesetter: Typesetter): Stack {
  const { styles, remarks } = typesetter.design;
  return typesetter.stack([[{ text: heading }]], styles.columnHeading, remarks.width, 'display');
}

interface CellSetting {
  width: number;
  typesetter: Typesetter;
  /** Word that screen readers speak before the number of a remark. */
  one: string;
}

/** The stack of a cell with the numbers of its remarks; unchanged if it has none. */
function numbered(
  { cells, remarks = [] }: Row,
  column: number,
  plain: Stack,
  { width, typesetter, one }: CellSetting,
): Stack {
  const ofColumn = remarks.flatMap((remark, index) =>
    remark.column === column ? [{ ...remark, number: index + 1 }] : [],
  );
  if (ofColumn.length === 0) return plain;
  const { style } = plain;
  const { design } = typesetter;
  const options = { face: typesetter.strongFace(style), size: style.size, width, one, look: design.remarks };
  const lines = markRemarks(cells[column]?.paragraphs ?? [], linesOf(plain), ofColumn, options);
  return stackOf(lines, style, paragraphGap(design));
}

/** Number of rows that share a group cell, by the index of the row at which the cell begins. */
function groupSpans(table: Table): Map<number, number> {
  const spans = new Map<number, number>();
  if (table.group === undefined) return spans;
  let first = 0;
  table.rows.forEach((row, index) => {
    if (!row.carried) first = index;
    spans.set(first, index - first + 1);
  });
  return spans;
}

/** The position of a section, in the form in which problems report it. */
function placeOf({ title }: Section): Position {
  return { field: ellipsis(wordsOf(title)) };
}

function tooTall(
  code: 'title-too-tall' | 'column-heading-too-tall',
  words: string,
  { lines }: Stack,
  section: Section,
): Problem {
  return {
    ...messageOf(code, { lines: lines.length }),
    at: placeOf(section),
    words,
  };
}
