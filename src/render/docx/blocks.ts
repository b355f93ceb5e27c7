/**
 * The body of a Word file between the cover and the end, as sections of paragraphs, entries and tables, with or without
 * tracked changes.
 */
import {
  type BodyStyle,
  CELL_STYLES,
  continuedStyle,
  type DocxTemplates,
  type EventKind,
  eventStyle,
  groupNoteStyle,
  groupStyle,
  paragraphStyles,
  partStyleOf,
  type TextStyles,
  TIMETABLE_EMPTY,
  type TimetableKind,
  timetableStyle,
} from '../../../templates/docx/index.ts';
import {
  areaOf,
  bandsOf,
  bodyHeight,
  cellStyle,
  type Design,
  listPictures,
  listPlace,
  measure,
  partStyles,
  pictureInList,
  pictureStyle,
  plateUnder,
  type Size,
  sharedWidths,
  sizeInCell,
  sizeInText,
  tallEvent,
} from '../../design/index.ts';
import {
  type Block,
  type Change,
  type Column,
  changeOf,
  type Document,
  type Entry,
  type Figure,
  factLines,
  type ListedEvent,
  type ListItem,
  type Paragraph,
  type Row,
  type Run,
  type Section,
  type Target,
  type Timetable,
  timetableList,
  wordsOf,
} from '../../document/index.ts';
import { type Lang, valueAt } from '../../model/index.ts';
import {
  type HeightIn,
  isLastButOne,
  keepsNext,
  type LaidTimetable,
  layOutTimetable,
  placedAs,
  type SetFigure,
  type SizeOf,
  type WidthsOf,
} from '../../typeset/index.ts';
import { frameOf, type WordFrame } from './frame.ts';
import type { TextList } from './numbering.ts';

export interface WordParagraph {
  runs: readonly Run[];
  /** In a redline: whether the paragraph mark, and so the paragraph itself, was inserted or deleted. */
  revision?: Change;
  /** The starts and ends of comments in the paragraph. */
  comments?: readonly CommentEdge[];
  /** The picture in the paragraph. */
  picture?: SetFigure;
}

/**
 * The start or end of a comment in a paragraph. `at` is the index, in UTF-16 units, of the character that follows it.
 */
export interface CommentEdge {
  id: number;
  kind: 'start' | 'end';
  at: number;
}

/** A line of text that links to a target and shows the page number of that target. */
export interface WordEntry {
  kind: 'entry';
  style: BodyStyle;
  text: WordParagraph;
  target: Target;
  /** Page of the target in the earlier edition, if it differs from its page in this layout. */
  page?: number;
  /** Whether the entry stays in the same column as the next entry. */
  keepNext?: boolean;
}

export interface WordRow {
  id: Target;
  cells: readonly (readonly WordParagraph[])[];
  /** Whether a change bar is drawn next to the row. */
  marked: boolean;
  revision?: Change;
}

export interface WordTable {
  kind: 'table';
  title: string;
  description: string;
  /** The columns with their widths, in points. */
  columns: readonly (Pick<Column, 'kind' | 'field'> & { heading: WordParagraph; width: number })[];
  /** Style of each column's cells. */
  styles: readonly BodyStyle[];
  /** Index of the column whose cell contains the bookmark of the row. */
  header: number;
  rows: readonly WordRow[];
  /** For each row, whether it may be shaded (if the design shades every second row). */
  bands: readonly boolean[];
  /** In a redline: whether the heading row was inserted or deleted. */
  revision?: Change;
}

/** The heading of a group of events, as repeated on a later page. */
export interface AgainHeading {
  style: BodyStyle;
  text: WordParagraph;
}

export interface WordTimetable {
  kind: 'timetable';
  timetable: Timetable;
  laid: LaidTimetable;
}

interface WordText {
  kind: 'paragraph';
  style: BodyStyle;
  text: WordParagraph;
  target?: Target | undefined;
  /** Text with a hanging indent before the paragraph, such as the number of an event. */
  number?: readonly Run[] | undefined;
  /** If the paragraph is an item of a list within a text, this list. */
  list?: ListKey | undefined;
  /** Whether the paragraph stays on the same page as the next one, even if its style does not require this. */
  keepNext?: boolean;
  /** For the heading of a group of events: the positions at which it is repeated on later pages. */
  again?: AgainHeading;
  /** For a picture to the right of the texts that follow, and for its caption: the frame that contains both. */
  frame?: WordFrame | undefined;
  /** Space above the paragraph in addition to that of its style, in points. */
  above?: number | undefined;
}

/** A list within a text, and its index among all such lists. */
type ListKey = TextList & { key: number };

export type WordBlock =
  | WordText
  | WordEntry
  | WordTimetable
  | { kind: 'contents'; entries: readonly WordEntry[] }
  | WordTable;

export interface WordSection extends Pick<Section, 'id' | 'layout' | 'accent' | 'part' | 'columns'> {
  title: WordParagraph;
  blocks: readonly WordBlock[];
  /** In a redline: whether the section breaks at the end of the section were inserted or deleted. */
  revision?: Change;
}

/**
 * The last paragraph of a section, if it can contain the section break. A separate paragraph would not fit on a full
 * page and would create a blank page. An inserted or deleted paragraph cannot contain the break, because the break
 * would be inserted or deleted with it.
 */
export function closingParagraph({ blocks, revision }: WordSection): WordBlock | undefined {
  const last = blocks.at(-1);
  if (revision !== undefined || last === undefined) return undefined;
  const bears = last.kind === 'paragraph' || last.kind === 'entry';
  return bears && last.text.revision === undefined ? last : undefined;
}

export interface WordCover {
  kicker?: WordParagraph;
  title: WordParagraph;
  lines: readonly WordParagraph[];
  publisher: WordParagraph;
}

export function wordCover({ cover, redline }: Document): WordCover {
  const { kicker, title, lines, publisher } = cover;
  return {
    ...(kicker === undefined ? {} : { kicker: wordParagraph(kicker, redline) }),
    title: { runs: title },
    lines: lines.map((line) => wordParagraph(line, redline)),
    publisher: { runs: publisher },
  };
}

/**
 * Functions that determine the sizes of blocks, such as the column widths of tables and the pixel sizes of pictures.
 */
export interface Measures {
  widthsOf: WidthsOf;
  sizeOf: SizeOf;
  /** Height of a paragraph in the layout of a word processor. */
  heightIn: HeightIn;
  /** Collects the titles of timetables that are printed as lists. */
  listed: string[];
}

/** Converts the sections of a document to sections of a Word file. */
export function wordSections(
  { sections, redline, record, meta: { lang } }: Document,
  design: Design,
  { textStyles }: DocxTemplates,
  measures: Measures,
): WordSection[] {
  const lists = { count: 0 };
  const indexed = new Map<Entry, WordEntry>();
  // Files with tracked changes have no frames, because LibreOffice drops tracked changes in the paragraph after a
  // frame.
  const isFramed = !redline && record === undefined;
  return sections.map((section) => {
    const { title, layout, part } = section;
    const options = { ...measures, design, section, redline, isFramed, lang, lists, indexed };
    const blocks = section.blocks.flatMap((block) => [
      ...wordBlocks(block, textStyles(design, section), options),
      ...(block.kind === 'table' && part !== undefined ? [TABLE_GAP] : []),
    ]);
    return {
      ...section,
      title: wordParagraph(title, redline),
      layout: placedAs(layout, blocks),
      blocks,
      ...revisionOf(title, redline),
    };
  });
}

/** Separates a table from the next table or from the text that follows. */
const TABLE_GAP: WordBlock = { kind: 'paragraph', style: 'PartTableGap', text: { runs: [] } };

const TIMETABLE_KINDS = ['place', 'hour', 'facts', 'title'] as const satisfies readonly TimetableKind[];

/** Ids of the styles that sections use in addition to the styles that every file has. */
export function specialStyles(sections: readonly WordSection[]): Set<string> {
  const styles = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.style, ...(block.again === undefined ? [] : [block.again.style])]
        : [],
    ),
  );
  const { unlisted } = contentsRange(sections);
  const timetables = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'timetable'
        ? [TIMETABLE_EMPTY, ...TIMETABLE_KINDS.map((kind) => timetableStyle(kind, block.laid.scale))]
        : [],
    ),
  );
  return new Set([...timetables, ...styles, ...sections.map((section) => titleStyle(section, unlisted))]);
}

/**
 * Style of a section title. If the table of contents is printed between the sections that it lists, its title is not a
 * heading, so that the table does not list itself.
 */
export function titleStyle({ id, layout }: WordSection, unlisted: Target | undefined): BodyStyle {
  if (layout === 'back') return 'BackHeading';
  return id === unlisted ? 'TOCHeading' : 'Heading1';
}

/**
 * The first and the last section that the table of contents lists. If the section that contains the table of contents
 * is between these two, `unlisted` is that section, because the table does not list its own heading.
 */
export function contentsRange(sections: readonly WordSection[]): {
  first?: Target;
  last?: Target;
  unlisted?: Target;
} {
  const listed = new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'contents' ? block.entries.map(({ target }) => target) : [])),
    ),
  );
  const indexes = sections.flatMap(({ id }, index) => (listed.has(id) ? [index] : []));
  const [from, to] = [indexes[0], indexes.at(-1)];
  if (from === undefined || to === undefined) return {};
  const unlisted = sections
    .slice(from, to)
    .find(({ id, blocks }) => !listed.has(id) && blocks.some(({ kind }) => kind === 'contents'));
  return {
    first: sections[from]?.id ?? '',
    last: sections[to]?.id ?? '',
    ...(unlisted === undefined ? {} : { unlisted: unlisted.id }),
  };
}

/** The lists within texts, indexed by key. */
export function textLists(sections: readonly WordSection[]): TextList[] {
  const lists: TextList[] = [];
  for (const { blocks } of sections)
    for (const block of blocks)
      if (block.kind === 'paragraph' && block.list !== undefined) lists[block.list.key] ??= block.list;
  return lists;
}

/** @param redline whether changes are tracked; otherwise changes are shown only by formatting */
function revisionOf(runs: readonly Run[], redline: true | undefined): { revision?: Change } {
  const revision = redline ? changeOf(runs) : undefined;
  return revision === undefined ? {} : { revision };
}

const wordParagraph = (runs: Paragraph, redline: true | undefined): WordParagraph =>
  redline ? { runs, ...revisionOf(runs, redline) } : { runs };

interface BlockOptions extends Measures {
  section: Section;
  design: Design;
  redline: true | undefined;
  /** Whether pictures can be placed in frames next to texts. */
  isFramed: boolean;
  lang: Lang;
  lists: { count: number };
  /** Entries of events in indexes. An event can be in several indexes, which share one object for its entry. */
  indexed: Map<Entry, WordEntry>;
}

/** Tolerance for the height of a timetable, because word processors round the heights of rows. */
const SLACK = 8;

/** Height that remains for the timetable of a section below its title and its notes. */
function roomFor({ title, blocks }: Section, design: Design, heightIn: HeightIn): number {
  const { Heading1, WideNote } = paragraphStyles(design);
  const width = measure(design);
  const above = heightIn(title, Heading1.text, width) ?? 0;
  const notes = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [(heightIn(block.text, WideNote.text, width) ?? 0) + WideNote.before + WideNote.after]
      : [],
  );
  return notes.reduce((left, note) => left - note, bodyHeight(design) - above - Heading1.after - SLACK);
}

function wordBlocks(block: Block, styles: TextStyles, options: BlockOptions): WordBlock[] {
  const { design, section, redline, isFramed, lists, indexed, sizeOf, heightIn } = options;
  const { columns, width, left } = areaOf(design, section);
  const height = bodyHeight(design);
  const paragraph = (style: BodyStyle, text: Paragraph, target?: Target): WordText => ({
    kind: 'paragraph',
    style,
    text: wordParagraph(text, redline),
    target,
  });
  const entry = (style: BodyStyle, { text, target }: Entry): WordEntry => ({
    kind: 'entry',
    style,
    text: wordParagraph(text, redline),
    target,
  });
  switch (block.kind) {
    case 'paragraph':
      if (block.style === 'in-group')
        return [paragraph(groupNoteStyle(section.layout !== 'list'), block.text)];
      if (block.style === 'lead') return [{ ...paragraph(leadStyle(section), block.text), keepNext: true }];
      return [
        paragraph(
          block.style === 'note' ? styles.note : block.style === 'signature' ? styles.signature : styles.body,
          block.text,
        ),
      ];
    case 'heading':
      if (block.group) {
        const isWide = section.layout !== 'list';
        const heading = paragraph(groupStyle(isWide, block === section.blocks[0]), block.text, block.target);
        if (block.continued === undefined) return [heading];
        const again = { style: continuedStyle(isWide), text: { runs: block.continued } };
        return [{ ...heading, again }];
      }
      return [paragraph(block.level === 2 ? styles.subheading : styles.heading, block.text, block.target)];
    case 'list': {
      const keys = section.part === undefined ? [] : listsOf(block.items, lists);
      return block.items.map((item, index): WordBlock => {
        const list = keys[index];
        const style = styles.item(item, {
          numbered: list?.start !== undefined,
          last: index === block.items.length - 1,
        });
        return {
          kind: 'paragraph',
          style,
          text: wordParagraph(item.text, redline),
          keepNext: keepsNext(index, block.items.length),
          list: item.continues ? undefined : list,
        };
      });
    }
    case 'quote':
      return block.paragraphs.map((text) => paragraph(styles.quote, text));
    case 'picture': {
      const { figure, caption, style } = block;
      const look = pictureStyle(design, section, block);
      const size = sizeInText(sizeOf(figure.file), { width, height }, look);
      const picture = { figure, ...size, plate: plateUnder(design, section) };
      const opens = look === 'portrait' && block === section.blocks[0] && columns === 1;
      if (isFramed && (look === 'beside' || opens)) {
        const captionStyle = partStyles(design, 'text').caption;
        const captionHeight =
          caption && captionStyle.above + (heightIn(caption, captionStyle, size.width) ?? 0);
        const frame = frameOf(size, left + width, captionHeight);
        const framed = partStyleOf('columns');
        return [
          {
            kind: 'paragraph',
            style: framed(caption === undefined ? 'figure' : 'captioned'),
            text: { runs: [], picture },
            frame,
          },
          ...(caption === undefined ? [] : [{ ...paragraph(framed('caption'), caption), frame }]),
        ];
      }
      const plain = caption === undefined ? styles.figure : styles.captioned;
      const revision = figure.alt === undefined ? {} : revisionOf([figure.alt], redline);
      return [
        {
          kind: 'paragraph',
          style: style === 'portrait' && block !== section.blocks[0] ? styles.portrait : plain,
          text: { runs: [], picture, ...revision },
        },
        ...(caption === undefined ? [] : [paragraph(styles.caption, caption)]),
      ];
    }
    case 'timetable': {
      const { timetable } = block;
      const laid = layOutTimetable(
        timetable,
        design,
        { width, height: roomFor(section, design, heightIn) },
        heightIn,
      );
      if (laid !== undefined) return [{ kind: 'timetable', timetable, laid }];
      options.listed.push(timetable.title);
      const list: Block = { kind: 'table', table: timetableList(timetable) };
      return wordBlocks(list, styles, options);
    }
    case 'contents':
      return [{ kind: 'contents', entries: block.entries.map((item) => entry('TOC1', item)) }];
    case 'index':
      return block.groups.flatMap(({ heading, notes = [], entries }) => [
        paragraph(styles.group, heading),
        ...notes.map((note, index) =>
          entries.length === 0
            ? { ...paragraph(styles.listed, note), keepNext: keepsNext(index, notes.length) }
            : { ...paragraph(styles.entry, note), keepNext: true },
        ),
        ...entries.map((item, index) => {
          const known = valueAt(indexed, item, () => entry(styles.entry, item));
          return isLastButOne(index, entries.length) ? { ...known, keepNext: true } : known;
        }),
      ]);
    case 'events':
      return block.events.flatMap((event, index) =>
        wordEvent(event, block.level, index === block.events.length - 1, options),
      );
    case 'table': {
      const { title, description, columns, header, rows } = block.table;
      const widths = sharedWidths(columns, width) ?? options.widthsOf(block.table);
      return [
        {
          kind: 'table',
          title,
          description,
          columns: columns.map((column, index) => ({
            ...column,
            heading: { runs: column.heading },
            width: widths[index] ?? 0,
          })),
          styles: columns.map(({ kind }, column) =>
            kind === 'picture' || rows.some(({ cells }) => cells[column]?.picture !== undefined)
              ? 'TablePicture'
              : CELL_STYLES[cellStyle(block.table, column)],
          ),
          header,
          rows: rows.map((row) =>
            wordRow(row, redline, ({ file, isCode }, column) =>
              sizeInCell(
                sizeOf(file),
                { width: (widths[column] ?? 0) - 2 * design.table.padding.side, height },
                isCode,
              ),
            ),
          ),
          bands: bandsOf(rows),
          ...revisionOf(
            columns.flatMap(({ heading }) => heading),
            redline,
          ),
        },
      ];
    }
  }
}

/**
 * Style of the introduction of a theme, which is printed in the column of a list, next to a picture, or across the full
 * width.
 */
function leadStyle({ layout, blocks: [first] }: Section): BodyStyle {
  if (layout === 'list') return 'BodyText';
  return first?.kind === 'picture' ? partStyleOf('columns')('body') : 'WideLead';
}

/**
 * An event in a list: its number and title, its facts and its description.
 *
 * @param isLast whether the event is the last of its list
 */
function wordEvent(
  event: ListedEvent,
  level: 2 | undefined,
  isLast: boolean,
  { design, section, redline, isFramed, lang, heightIn, sizeOf }: BlockOptions,
): WordBlock[] {
  const { width: whole } = areaOf(design, section);
  const { short, bodies } = factLines(event, lang);
  const isTall = tallEvent(
    event.description.map((text) => wordsOf(text).length),
    design,
  );
  const as = (kind: EventKind, paragraphs: readonly Paragraph[]) =>
    paragraphs.map((text) => ({ kind, text }));
  const sized = (figure: Figure) => ({
    kind: 'picture' as const,
    text: [],
    picture: { figure, ...pictureInList(sizeOf(figure.file), design, whole, figure.isCode) },
  });
  const pictures = event.pictures.map(sized);
  const codes = event.codes.map(sized);
  const [picture] = pictures;
  const isBeside = isFramed && listPictures(design) === 'beside' && pictures.length === 1;
  const { events, text: column } = design;
  const facts = [...as('facts', short), ...as('bodies', bodies)];
  const description = as(isTall ? 'long' : 'text', event.description);
  const captions = as('facts', event.captions);
  const captionStyle = partStyles(design, 'text').caption;
  const beside: EventTextBlock[] = [...facts, ...codes, ...description];
  const framed = partStyleOf('columns');
  let frame =
    isBeside && picture
      ? frameOf(
          picture.picture,
          column.left + column.width,
          captions.reduce(
            (sum, { text }) =>
              sum + captionStyle.above + (heightIn(text, captionStyle, picture.picture.width) ?? 0),
            0,
          ),
        )
      : undefined;
  let below = frame?.height ?? 0;
  for (const { kind, text, picture: code } of beside) {
    if (frame === undefined || below <= 0) break;
    const style = kind === 'text' || kind === 'long' ? events.text : events.facts;
    const width = listPlace(design, column.width).width - frame.takes;
    const height = code?.height ?? heightIn(text, style, width);
    below = height === undefined ? 0 : below - height - events.between;
    // If a word is wider than the space next to the picture, the picture has no frame, because the word would be moved
    // below the picture.
    if (height === undefined) frame = undefined;
  }
  const texts: EventTextBlock[] = [
    ...as(level === 2 ? 'subtitle' : 'title', event.title),
    ...(picture !== undefined && frame !== undefined
      ? [picture, ...captions].map((block) => ({ ...block, frame }))
      : []),
    ...facts,
    ...(frame === undefined ? [...pictures, ...captions] : []),
    ...codes,
    ...description,
    // An empty paragraph ends the event if its picture is taller than the texts next to it.
    ...(below > 0
      ? [{ kind: 'text' as const, text: [], above: Math.max(0, below - events.text.leading) }]
      : []),
  ];
  return texts.map(
    ({ kind, text, frame, above, ...rest }, index): WordBlock => ({
      kind: 'paragraph',
      style:
        frame === undefined
          ? eventStyle(kind, index < texts.length - 1 ? 'kept' : isLast ? 'last' : 'end')
          : framed(kind !== 'picture' ? 'caption' : captions.length > 0 ? 'captioned' : 'figure'),
      text: { ...wordParagraph(text, redline), ...rest },
      ...(index === 0 ? { target: event.id, number: event.number } : {}),
      frame,
      above,
    }),
  );
}

interface EventTextBlock extends Pick<WordText, 'frame' | 'above'> {
  kind: EventKind;
  text: Paragraph;
  picture?: SetFigure;
}

/**
 * Assigns each item to a list. Items that are nested below another item form a new list. A further paragraph of an item
 * belongs to the same list but has no key, because it is not an item of its own.
 */
function listsOf(items: readonly ListItem[], lists: { count: number }): (ListKey | undefined)[] {
  const open: (ListKey | undefined)[] = [];
  return items.map(({ level = 0, number }) => {
    open.length = level + 1;
    open[level] ??= {
      key: lists.count++,
      level,
      start: number === undefined ? undefined : Number.parseInt(number, 10),
    };
    return open[level];
  });
}

function wordRow(
  { id, cells, marks }: Row,
  redline: true | undefined,
  sizeOf: (figure: Figure, column: number) => Size,
): WordRow {
  return {
    id,
    cells: cells.map(({ picture, paragraphs }, column) => {
      const words = paragraphs.map((runs) => wordParagraph(runs, redline));
      const shown = picture && { figure: picture, ...sizeOf(picture, column) };
      const cell = shown === undefined ? words : [{ runs: [], picture: shown }, ...words];
      return redline ? closedCell(cell) : cell;
    }),
    marked: marks !== undefined && marks.length > 0,
    ...(redline &&
      revisionOf(
        cells.flatMap(({ paragraphs }) => paragraphs.flat()),
        redline,
      )),
  };
}

/**
 * The last paragraph mark of a cell cannot be marked as inserted or deleted. Instead, the mark of the last paragraph
 * that both editions contain is marked, or the last deleted and the last inserted paragraph share one paragraph mark.
 */
function closedCell(paragraphs: readonly WordParagraph[]): WordParagraph[] {
  const kept = paragraphs.findLastIndex(({ revision }) => revision === undefined);
  const tail = paragraphs.slice(kept + 1);
  const deleted = tail.filter(({ revision }) => revision === 'deleted');
  const inserted = tail.filter(({ revision }) => revision === 'inserted');
  const [oldLast, newLast] = [deleted.at(-1), inserted.at(-1)];
  const revision: Change = oldLast === undefined ? 'inserted' : 'deleted';
  const head = paragraphs
    .slice(0, kept + 1)
    .map((paragraph, index) =>
      index === kept && tail.length > 0 && (oldLast === undefined || newLast === undefined)
        ? { ...paragraph, revision }
        : paragraph,
    );
  if (tail.length === 0) return head;
  return [
    ...head,
    ...deleted.slice(0, -1),
    ...inserted.slice(0, -1),
    { runs: [...(oldLast?.runs ?? []), ...(newLast?.runs ?? [])] },
  ];
}
