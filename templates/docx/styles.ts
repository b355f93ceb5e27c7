import {
  accentColour,
  accentText,
  type ColourName,
  colourOf,
  type Design,
  indexWidth,
  measure,
  onBackCover,
  type TextStyle,
} from '../../src/design/index.ts';

/**
 * The styles of the Word file, which are derived from the design. The styles contain all formatting, so that users can
 * change it in one place. Space is below paragraphs, not above them, because programs differ in how they treat space
 * above a paragraph at the top of a page. Space that the design has above a paragraph is added below the paragraphs
 * that can precede it.
 */

/** A paragraph style; lengths are in points. */
export interface ParagraphStyle {
  /** Name of the style; Word translates the names of its built-in styles. */
  name: string;
  text: TextStyle;
  /** Space above the paragraph, for paragraphs that begin with a rule or a frame, or that separate groups. */
  before?: number;
  /** Space below the paragraph. */
  after?: number;
  /** Indent of the text from the edges of its column. */
  left?: number;
  right?: number;
  /** Position of a right tab from the left edge of the column, and whether it has leader dots. */
  tab?: { at: number; dots?: true };
  align?: 'right';
  keepNext?: true;
  /** Whether the paragraph begins on a new page. */
  pageBreak?: true;
  /** `kept`: all lines of the paragraph stay on one page; `parted`: the paragraph may be split anywhere. */
  lines?: 'kept' | 'parted';
  /** Level of a heading: 1 for sections. */
  level?: 1 | 2 | 3;
  caps?: true;
  /** Whether the paragraph begins with a bullet; its numbering has the same name as the style. */
  bullet?: true;
  /** For a list item: its marker, its level, and the distance between the marker and the words. */
  numbering?: 'signs' | 'numbers';
  depth?: number;
  hanging?: number;
  /** A bar to the left of the text, and its distance from the text. */
  bar?: { width: number; gap: number };
  /** Whether the line height grows with its content, such as a picture. */
  grows?: true;
  /** Background of the text, and how far it extends around the text. */
  fill?: ColourName;
  box?: number;
  /** Rule above. */
  rule?: { height: number; colour: string };
  /** Rule below, and its distance from the text. */
  ruleBelow?: { height: number; colour: string; gap: number };
}

/**
 * Padding of cells, in points. In Word, the space below a paragraph is also added below the last paragraph of a cell,
 * so the bottom padding is reduced by this space.
 */
export function cellMargin({ table: { padding, paragraphGap } }: Design) {
  return { top: padding.top, side: padding.side, bottom: Math.max(0, padding.bottom - paragraphGap) };
}

/**
 * The style of a line that is almost without height, for paragraphs that contain no text but a rule, a drawing or the
 * end of a section.
 */
export function hairline({ styles }: Design): TextStyle {
  return { ...styles.running, size: 1, leading: 1 };
}

/** The paragraph styles, except those of the cover, whose sizes depend on its words. */
export function paragraphStyles(design: Design) {
  const { styles, table } = design;
  const whole = measure(design);
  const edges = { left: design.text.left, right: whole - design.text.left - design.text.width };
  const textTab = { at: design.text.left + design.text.width, dots: true } as const;
  const running = { text: styles.running, tab: { at: whole } };
  const below = styles.body.above;
  const index = { text: styles.index, after: styles.index.above };
  const indexHeading = {
    text: styles.indexHeading,
    before: Math.max(0, styles.indexHeading.above - styles.index.above),
    after: styles.index.above,
    keepNext: true,
  } as const;
  const body = { text: styles.body, after: below };
  const note = { text: styles.note, after: below };
  const heading = {
    text: styles.heading,
    before: Math.max(0, styles.heading.above - below),
    after: below,
    keepNext: true,
    level: 2,
  } as const;
  const cell = { after: table.paragraphGap };
  // Tables have no space above and below in Word.
  const besideTables = { before: below / 2, after: below / 2 };
  const listed = { bullet: true, ...edges, left: edges.left + design.list.indent } as const;
  const item = { text: styles.list, ...listed };
  return {
    Heading1: {
      name: 'heading 1',
      text: styles.sectionTitle,
      after: design.title.below,
      keepNext: true,
      level: 1,
    },
    Heading2: { name: 'heading 2', ...heading, ...edges },
    BodyText: { name: 'Body Text', ...body, ...edges },
    Note: { name: 'Note', ...note, ...edges },
    ListBullet: { name: 'List Bullet', ...item, after: styles.list.above },
    ListEnd: { name: 'List Bullet End', ...item, after: below },
    TOC1: { name: 'toc 1', text: styles.contents, after: styles.contents.above, ...edges, tab: textTab },
    TextIndexHeading: { name: 'Index Heading in Text', ...indexHeading, ...edges },
    TextIndex: { name: 'Index in Text', ...index, ...edges, tab: textTab },
    TextIndexList: { name: 'Index List in Text', ...index, ...listed },
    IndexHeading: { name: 'index heading', ...indexHeading },
    Index1: { name: 'index 1', ...index, tab: { at: indexWidth(design), dots: true } },
    IndexList: { name: 'Index List', ...index, bullet: true, left: design.list.indent },
    WideHeading: { name: 'Heading 2 Wide', ...heading },
    WideText: { name: 'Body Text Wide', ...body, ...besideTables },
    WideLead: {
      name: 'Body Text Lead',
      ...body,
      ...besideTables,
      right: Math.max(0, measure(design) - design.text.width),
      keepNext: true,
    },
    WideNote: { name: 'Note Wide', ...note, ...besideTables },
    TableHeading: {
      name: 'Table Heading',
      text: styles.columnHeading,
      after: Math.max(0, table.headPadding.bottom - cellMargin(design).bottom),
    },
    TableText: { name: 'Table Text', text: styles.cell, ...cell },
    TableName: { name: 'Table Name', text: styles.cellStrong, ...cell },
    TablePicture: { name: 'Table Picture', text: styles.cell, ...cell, grows: true },
    TableNumber: { name: 'Table Number', text: styles.number, ...cell },
    Header: { name: 'header', ...running },
    Footer: { name: 'footer', ...running, align: 'right' },
    ...(design.binding === 'book' && { FooterLeft: { name: 'Footer Left', ...running } }),
    SectionEnd: { name: 'Section End', text: hairline(design) },
  } as const satisfies Record<string, ParagraphStyle>;
}

export type ParagraphStyles = ReturnType<typeof paragraphStyles>;
/** Styles of texts that are parts: see part-styles.ts. */
export type PartStyle = `Part${string}` | 'BodyText' | 'Heading2';
/** Styles of lists of events: see event-styles.ts. */
export type EventStyle = `Event${string}`;
/** Styles of timetables: see timetable-styles.ts. */
export type TimetableStyle = `Timetable${string}`;
export type BodyStyle =
  | keyof ParagraphStyles
  | PartStyle
  | EventStyle
  | TimetableStyle
  | 'TOCHeading'
  | 'BackHeading';

/**
 * The style of the heading of the contents. The style is not a heading style for Word, because Word would otherwise
 * list the heading of the contents in the contents.
 */
export function contentsHeading(design: Design): ParagraphStyle {
  const { Heading1 } = paragraphStyles(design);
  const { level: _, ...heading } = Heading1;
  return { ...heading, name: 'TOC Heading' };
}

/** The title of the back cover, in the text colour of that page. */
export function backHeading(design: Design): ParagraphStyle {
  const { Heading1 } = paragraphStyles(design);
  return {
    ...Heading1,
    name: 'Heading 1 Back Cover',
    text: { ...Heading1.text, colour: onBackCover(design) },
  };
}

/** Whether the text of a style is bold. */
export const isBold = ({ face }: TextStyle): boolean => face.endsWith('Bold');

/** A text of the cover: the style in which it fits, and the width of its longest line. */
interface Fitted {
  style: TextStyle;
  longest: number;
}

/** Styles of the cover: the period, the title, a rule, the lines below it, the publisher. */
export function coverStyles(design: Design, { period, title }: { period: Fitted; title: Fitted }) {
  const { cover } = design;
  return {
    CoverPanel: { name: 'Cover Panel', text: hairline(design) },
    CoverMark: { name: 'Cover Mark', text: hairline(design), grows: true },
    CoverPeriod: {
      name: 'Cover Period',
      text: period.style,
      ...(cover.panel && { fill: cover.panel.colour }),
    },
    Title: {
      name: 'Title',
      text: title.style,
      ...(cover.title.capitals && { caps: true }),
      after: cover.rule.above,
      // The box of the title is only as wide as its longest line; otherwise Word would break lines after different
      // hyphens.
      right: Math.max(0, cover.title.width - Math.ceil(title.longest) - 1),
    },
    CoverRule: {
      name: 'Cover Rule',
      text: { ...hairline(design), leading: cover.rule.below },
      right: cover.title.width - cover.rule.width,
      rule: { height: cover.rule.height, colour: colourOf(design, cover.rule.colour) },
    },
    CoverLine: { name: 'Cover Line', text: cover.lines.style, after: cover.lines.gap },
    CoverPublisher: { name: 'Cover Publisher', text: cover.publisher.style },
  } as const satisfies Record<string, ParagraphStyle>;
}

export type CoverStyle = keyof ReturnType<typeof coverStyles>;

/** Style of the rule above the title of a section, in the header of its first page. */
export function accentStyle(
  design: Design,
  accent: number | undefined,
): { id: string; style: ParagraphStyle } {
  const { margins, running, styles } = design;
  const { above, width, height } = design.title.rule;
  const number = accentNumber(design, accent);
  return {
    id: `Accent${number ?? ''}`,
    style: {
      name: number === undefined ? 'Accent' : `Accent ${number}`,
      text: hairline(design),
      before: Math.max(0, margins.top - above - running.top - styles.running.leading),
      right: measure(design) - width,
      rule: { height, colour: accentColour(design, accent) },
    },
  };
}

/**
 * Style of the rule above the title of a section that begins below another one: a paragraph before the title, with
 * the space between them.
 */
export function sectionRuleStyle(
  design: Design,
  accent: number | undefined,
): { id: string; style: ParagraphStyle } {
  const { above, width, height } = design.title.rule;
  const text = hairline(design);
  const number = accentNumber(design, accent);
  return {
    id: `SectionRule${number ?? ''}`,
    style: {
      name: number === undefined ? 'Section Rule' : `Section Rule ${number}`,
      text,
      before: Math.max(0, design.sections.gap - above),
      after: Math.max(0, above - height - text.leading),
      right: measure(design) - width,
      keepNext: true,
      rule: { height, colour: accentColour(design, accent) },
    },
  };
}

/** Style id of the rule above the title of the back cover. */
export const BACK_RULE = 'BackRule';

/** The style of the rule above the title of the back cover, which has the colour of the title. */
export function backRuleStyle(design: Design): { id: string; style: ParagraphStyle } {
  const { style } = sectionRuleStyle(design, undefined);
  const { height } = design.title.rule;
  const colour = colourOf(design, onBackCover(design));
  return { id: BACK_RULE, style: { ...style, name: 'Back Rule', rule: { height, colour } } };
}

function accentNumber({ accents }: Design, accent: number | undefined): number | undefined {
  return accent === undefined ? undefined : (accent % accents.length) + 1;
}

/** Styles of words within a paragraph. */
export const CHARACTER_STYLES = {
  Strong: { name: 'Strong', bold: true },
  Quiet: { name: 'Quiet', colour: 'quiet' },
  Inserted: { name: 'Inserted', colour: 'inserted', underline: true },
  Deleted: { name: 'Deleted', colour: 'deleted', strike: true },
  // Links look like other words, because a reference can be recognised by the page number at its end.
  Hyperlink: { name: 'Hyperlink' },
} as const;
/** Styles of words in texts of parts only. */
export const EMPHASIS_STYLES = {
  Emphasis: { name: 'Emphasis', italic: true },
  StrongEmphasis: { name: 'Strong Emphasis', bold: true, italic: true },
} as const;
export type CharacterStyle =
  | keyof typeof CHARACTER_STYLES
  | keyof typeof EMPHASIS_STYLES
  | `EventNumber${number}`;

/** Style of event numbers in the accent colour of a theme. */
export interface NumberStyle {
  id: CharacterStyle;
  name: string;
  /** `#rrggbb` */
  colour: string;
}

export function numberStyle(design: Design, accent: number): NumberStyle {
  const number = accentNumber(design, accent) ?? 1;
  return {
    id: numberStyleId(design, accent),
    name: `Event Number ${number}`,
    colour: accentText(design, accent),
  };
}

export function numberStyleId(design: Design, accent: number): CharacterStyle {
  return `EventNumber${accentNumber(design, accent) ?? 1}`;
}

/** A rule inside a table or next to it; its height is in points. */
export interface BorderRule {
  height: number;
  colour: string;
}

/** Formatting of tables: rules and white space, no boxes. */
export interface TableStyle {
  id: string;
  name: string;
  rule: BorderRule;
  headRule: BorderRule;
}

/**
 * Style of the tables of a section. All rows have the same rule, because Word cannot draw a stronger one at the end of
 * a group of rows without formatting each cell.
 */
export function tableStyle(design: Design, accent: number | undefined): TableStyle {
  const { rule, headRule } = design.table;
  const number = accentNumber(design, accent);
  return {
    id: `ProgrammeTable${number ?? ''}`,
    name: number === undefined ? 'Programme Table' : `Programme Table ${number}`,
    rule: { height: rule.weight, colour: colourOf(design, rule.colour) },
    headRule: { height: headRule.weight, colour: accentColour(design, accent) },
  };
}
