/**
 * The styles of the Word file, made of the tokens: all looks live here, so that a reader restyles the document in one place.
 * Spaces stand below paragraphs, not above: programs differ in what they do with space above at the top of a page.
 */
import {
  ACCENTS,
  accentColour,
  COLOUR,
  COVER,
  INDEX_COLUMNS,
  MARGIN,
  MEASURE,
  PARAGRAPH_GAP,
  RUNNING,
  SECTION_RULE,
  STYLE,
  TABLE,
  TEXT_COLUMN,
  type TextStyle,
  TITLE_GAP,
} from '../tokens.ts';

/** A paragraph style; lengths are points. */
export interface ParagraphStyle {
  /** Name in Word, which shows the names that it knows in the reader's language. */
  name: string;
  text: TextStyle;
  /** Space above, where a rule or a frame begins it or groups must stand apart. */
  before?: number;
  /** Space below. */
  after?: number;
  /** Distance of the text from the edges of its column. */
  left?: number;
  right?: number;
  /** Position of a right tab, from the left edge of the column, and whether dots lead to it. */
  tab?: { at: number; dots?: true };
  align?: 'right';
  keepNext?: true;
  /** Level of a heading: 1 for sections. */
  level?: 1 | 2;
  caps?: true;
  bullet?: true;
  /** No space between paragraphs of the style. */
  contextual?: true;
  /** Background of the text. */
  fill?: string;
  /** Rule above. */
  rule?: { height: number; colour: string };
}

/** Space inside cells. The space below a paragraph also follows the last one, so the margin leaves it out. */
export const CELL_MARGIN = {
  top: TABLE.paddingTop,
  side: TABLE.paddingSide,
  bottom: TABLE.paddingBottom - TABLE.paragraphGap,
} as const;

/** Width of a column of an index section. */
export const INDEX_WIDTH = (MEASURE - (INDEX_COLUMNS.count - 1) * INDEX_COLUMNS.gap) / INDEX_COLUMNS.count;
const TEXT_EDGES = { left: TEXT_COLUMN.left, right: MEASURE - TEXT_COLUMN.left - TEXT_COLUMN.width };
const LIST_INDENT = 12;

/** A line without height: what it carries, a rule, a drawing or the end of a section, is not text. */
const HAIRLINE: TextStyle = { ...STYLE.running, size: 1, leading: 1 };

const running = { text: STYLE.running, tab: { at: MEASURE } };
const index = { text: STYLE.index, after: 1 };
const indexHeading = { text: STYLE.indexHeading, before: 7, after: 2, keepNext: true } as const;
const body = { text: STYLE.body, after: PARAGRAPH_GAP };
const note = { text: STYLE.note, after: PARAGRAPH_GAP };
const list = { text: STYLE.list, after: PARAGRAPH_GAP, contextual: true, bullet: true } as const;
const heading = { text: STYLE.heading, after: PARAGRAPH_GAP, keepNext: true, level: 2 } as const;
const cell = { after: TABLE.paragraphGap };
/** Tables have no space of their own above and below. */
const besideTables = { before: PARAGRAPH_GAP / 2, after: PARAGRAPH_GAP / 2 };

/** The paragraph styles but those of the cover, whose sizes depend on the words. */
export const PARAGRAPH_STYLES = {
  Heading1: { name: 'heading 1', text: STYLE.sectionTitle, after: TITLE_GAP, keepNext: true, level: 1 },
  Heading2: { name: 'heading 2', ...heading, ...TEXT_EDGES },
  BodyText: { name: 'Body Text', ...body, ...TEXT_EDGES },
  Note: { name: 'Note', ...note, ...TEXT_EDGES },
  ListBullet: { name: 'List Bullet', ...list, ...TEXT_EDGES, left: TEXT_EDGES.left + LIST_INDENT },
  TOC1: {
    name: 'toc 1',
    text: STYLE.contents,
    after: 6,
    ...TEXT_EDGES,
    tab: { at: TEXT_COLUMN.left + TEXT_COLUMN.width, dots: true },
  },
  TextIndexHeading: { name: 'Index Heading in Text', ...indexHeading, ...TEXT_EDGES },
  TextIndex: {
    name: 'Index in Text',
    ...index,
    ...TEXT_EDGES,
    tab: { at: TEXT_COLUMN.left + TEXT_COLUMN.width, dots: true },
  },
  IndexHeading: { name: 'index heading', ...indexHeading },
  Index1: { name: 'index 1', ...index, tab: { at: INDEX_WIDTH, dots: true } },
  WideHeading: { name: 'Heading 2 Wide', ...heading },
  WideText: { name: 'Body Text Wide', ...body, ...besideTables },
  WideNote: { name: 'Note Wide', ...note, ...besideTables },
  WideList: { name: 'List Bullet Wide', ...list, left: LIST_INDENT },
  TableHeading: {
    name: 'Table Heading',
    text: STYLE.columnHeading,
    after: TABLE.headPaddingBottom - CELL_MARGIN.bottom,
  },
  TableText: { name: 'Table Text', text: STYLE.cell, ...cell },
  TableName: { name: 'Table Name', text: STYLE.cellStrong, ...cell },
  TableNumber: { name: 'Table Number', text: STYLE.number, ...cell },
  Header: { name: 'header', ...running },
  Footer: { name: 'footer', ...running, align: 'right' },
  SectionEnd: { name: 'Section End', text: HAIRLINE },
} as const satisfies Record<string, ParagraphStyle>;

export type BodyStyle = keyof typeof PARAGRAPH_STYLES;

/** Styles whose text is bold. */
export const BOLD_STYLES: ReadonlySet<string> = new Set(
  Object.entries(PARAGRAPH_STYLES)
    .filter(([, { text }]) => text.face.endsWith('Bold'))
    .map(([id]) => id),
);

/** A text on the cover: the style that it fits in, and the width of its longest line. */
interface Fitted {
  style: TextStyle;
  longest: number;
}

/** Styles of the cover's paragraphs: the period, the title in capitals, a rule, the lines under it, the publisher. */
export function coverStyles({ period, title }: { period: Fitted; title: Fitted }) {
  return {
    CoverPanel: { name: 'Cover Panel', text: HAIRLINE },
    CoverPeriod: {
      name: 'Cover Period',
      text: period.style,
      fill: COLOUR.brand,
    },
    Title: {
      name: 'Title',
      text: title.style,
      caps: true,
      after: COVER.rule.above,
      // No room for more than the longest line, or Word would end lines after the hyphens in words.
      right: Math.max(0, COVER.title.width - Math.ceil(title.longest) - 1),
    },
    CoverRule: {
      name: 'Cover Rule',
      text: { ...HAIRLINE, leading: COVER.rule.below },
      right: COVER.title.width - COVER.rule.width,
      rule: { height: COVER.rule.height, colour: COLOUR.brand },
    },
    CoverLine: { name: 'Cover Line', text: COVER.line.style, after: COVER.line.gap },
    CoverPublisher: {
      name: 'Cover Publisher',
      text: COVER.publisher.style,
    },
  } as const satisfies Record<string, ParagraphStyle>;
}
export type CoverStyle = keyof ReturnType<typeof coverStyles>;

/** Places on the page of the paragraphs of the cover that stand out of the flow of text. */
export const COVER_FRAMES = {
  CoverPeriod: COVER.kicker,
  CoverPublisher: { left: COVER.title.left, top: COVER.publisher.top, width: COVER.publisher.width },
} as const;

/** Style of the rule above the title of a section, which stands in the header of the section's first page. */
export function accentStyle(accent: number | undefined): { id: string; style: ParagraphStyle } {
  const number = accent === undefined ? undefined : (accent % ACCENTS.length) + 1;
  return {
    id: `Accent${number ?? ''}`,
    style: {
      name: number === undefined ? 'Accent' : `Accent ${number}`,
      text: HAIRLINE,
      before: MARGIN.top - SECTION_RULE.above - RUNNING.top - STYLE.running.leading,
      right: MEASURE - SECTION_RULE.width,
      rule: { height: SECTION_RULE.height, colour: accentColour(accent) },
    },
  };
}

/** Styles of words inside a paragraph. */
export const CHARACTER_STYLES = {
  Strong: { name: 'Strong', bold: true },
  Quiet: { name: 'Quiet', colour: COLOUR.quiet },
  Inserted: { name: 'Inserted', colour: COLOUR.inserted, underline: true },
  Deleted: { name: 'Deleted', colour: COLOUR.deleted, strike: true },
  // Links look like other words: what leads somewhere ends in the number of its page.
  Hyperlink: { name: 'Hyperlink' },
} as const;
export type CharacterStyle = keyof typeof CHARACTER_STYLES;

/** Looks of tables: rules and white space, no boxes. Rules are in points. */
export const TABLE_STYLE = {
  id: 'ProgrammeTable',
  name: 'Programme Table',
  rule: { height: 0.5, colour: COLOUR.rule },
  headRule: { height: 1.5, colour: COLOUR.brand },
  /** Bar at the left of a row that is new or changed. */
  markBar: { height: 2.25, colour: COLOUR.brand },
} as const;
