import type { ScreenLabels, Template } from '../../languages/index.ts';
import {
  consecutive,
  type FieldKind,
  type FindingSeverity,
  type Lang,
  type PicturePath,
  type Status,
} from '../model/index.ts';
import type { DayPosition } from './days.ts';
import type { EventSchedule } from './schedule.ts';

/**
 * The document model between data and formats: the printed content in reading order, with languages and link targets,
 * but without sizes, pages or file formats. The renderers know only this model.
 */

/** A piece of text in a single language and with uniform formatting. */
export interface Run {
  /** Text of the run. A line break within a paragraph is a run of its own: see `LINE_BREAK`. */
  text: string;
  /** Language, if it differs from the language of the document. */
  lang?: Lang;
  strong?: true;
  /** Emphasis weaker than `strong`: printed in italics if the font has them. */
  emphasis?: true;
  /** In comparisons and redlines: text that only the new or only the old edition has. */
  change?: Change;
  /** Text for screen readers, if the printed text is only a symbol. */
  spoken?: string;
  /** Secondary text, such as a status or a page remark, typeset less prominently. */
  quiet?: true;
  /** For the number of an event: the number of its theme's accent colour. */
  accent?: number;
  /** URI that the text links to. */
  link?: string;
  /** Text that names the severity of a remark. */
  severity?: FindingSeverity;
  /** The severity of a remark on this text. */
  marked?: FindingSeverity;
}

/** Text of a run that represents a line break. */
export const LINE_BREAK = '\n';

export type Change = 'inserted' | 'deleted';

/** A paragraph. */
export type Paragraph = readonly Run[];

export interface Meta {
  /** Title of the document as plain text. */
  title: string;
  author: string;
  subject: string;
  lang: Lang;
  /**
   * Date of the edition, YYYY-MM-DD: the only date or time that files contain about themselves. Absent for a document
   * built from spreadsheets.
   */
  date?: string;
  /** File name without extension. */
  stem: string;
  /** Absolute address of the web page, if the programme has one. */
  address?: string;
  /** Address of the feed of the editions, relative to the page, and absolute address of a picture of the cover. */
  feed?: string;
  picture?: string;
  /** Fingerprint of the frozen edition that the document prints. */
  fingerprint?: string;
}

export interface Cover {
  /** Small line above the title, such as the year. */
  kicker?: Paragraph;
  title: Paragraph;
  /** Lines under the title: edition and date, region, number of events … */
  lines: readonly Paragraph[];
  /** Line at the foot of the cover: the publisher. */
  publisher: Paragraph;
}

/** The target of a link: the id of an event or of a section. */
export type Target = string;

/** A line of a table of contents or an index: text, leader and page number, as one link. */
export interface Entry {
  text: Paragraph;
  target: Target;
  /** Printed number of the linked event, with which the text begins. */
  number?: number;
}

/** A group of an index: entries under a name, such as a region, a place or a month. */
export interface IndexGroup {
  heading: Paragraph;
  /**
   * Lines below the heading: the address of a place and how to reach it; in a group without entries, the items that it
   * lists without links, such as removed events.
   */
  notes?: readonly Paragraph[];
  entries: readonly Entry[];
}

/**
 * What a column contains, which determines its width and style: a field of events, their printed numbers, the bodies of
 * a side …
 */
export type ColumnKind =
  | FieldKind
  | 'event-number'
  | 'body'
  | 'theme'
  | 'count'
  | 'event'
  | 'change'
  | 'before'
  | 'after'
  | 'remark'
  | 'part';

export interface Column {
  kind: ColumnKind;
  /** Width of the column as a share of the remaining width, if its kind does not determine the width. */
  share?: number;
  /** Path of the event's field that the column prints, such as `title` or `bodies.north`. */
  field?: string;
  heading: Paragraph;
}

/** A picture and its alternative text; without an alternative text, the picture is decoration. */
export interface Figure {
  file: PicturePath;
  alt?: Run;
  /** Whether the picture is a QR code, which has its own size. */
  isCode?: true;
}

export interface Cell {
  /** Picture that is printed above the paragraphs. */
  picture?: Figure;
  /** Paragraphs of the cell; none in an empty cell. */
  paragraphs: readonly Paragraph[];
}

/**
 * Marks a row because something about it is new. The label of the mark is printed; the bar next to the row is only a
 * visual aid.
 */
export interface Mark {
  kind: 'new' | 'updated' | 'moved' | Status | 'all-regions';
  word: string;
}

/** A proofing remark. Remarks are not part of the programme; they are printed in a margin or as comments. */
export interface Remark {
  severity: FindingSeverity;
  /** Severity and rule; the problem; the hint, if there is one. */
  paragraphs: readonly Paragraph[];
}

/** A position in the paragraphs of a cell: before the character at an offset, in UTF-16 units. */
export interface TextPlace {
  paragraph: number;
  offset: number;
}

/** The text of a cell between two positions; at least one character. */
export interface TextRange {
  from: TextPlace;
  to: TextPlace;
}

export interface CellRemark extends Remark {
  /** Id of the rule. */
  rule: string;
  /** Index of the cell. */
  column: number;
  /** The text to which the remark refers; if absent, the remark refers to the whole cell. */
  words?: TextRange;
}

export interface Row {
  /** Target of links; unique in the document. */
  id: Target;
  cells: readonly Cell[];
  /**
   * Whether the group cell of this row equals the one above. The cell is printed once for both rows, and again after a
   * page break.
   */
  carried?: true;
  marks?: readonly Mark[];
  /** Remarks on the row, in the order of its cells and of their text, numbered from 1 in each row. */
  remarks?: readonly CellRemark[];
  /** Planned date in machine-readable form, EDTF. It is neither printed nor used by facets. */
  when?: string;
  /** For an event of a programme by day, its position. */
  day?: DayPosition;
  /** The times at which the event takes place, which only web pages need. */
  schedule?: EventSchedule;
  /** Indexes of the event's places in the document's list of places, which only web pages need. */
  places?: readonly number[];
  /** Keys of the row's values by facet id; `EVERY_VALUE` stands for all values. */
  facets?: Readonly<Record<string, readonly string[]>>;
}

/** Key of a row that has every value of a facet, such as an event that concerns all regions. */
export const EVERY_VALUE = '*';

/**
 * A criterion by which readers can filter the rows of a document on a screen: themes, the regions of a side, months,
 * the values of a field.
 */
export interface Facet {
  id: string;
  label: string;
  values: readonly { key: string; text: Run }[];
}

/** Another language or format of the document, generated with it. */
export interface Sibling {
  /** Name of the file, relative to the document. */
  file: string;
  /** Name of the file format, and name of the language in that language. */
  format: string;
  lang: Lang;
  language: string;
}

/** A place, its town, and its coordinates: latitude and longitude in degrees. */
export interface NearPlace {
  name: string;
  town?: string;
  coordinates?: readonly [number, number];
}

/** An event of earlier editions that has since been removed. Links to such an event must still have a target. */
export interface GoneEvent {
  id: Target;
  title: Paragraph;
  /** The last edition that contained the event. */
  edition: string;
}

export interface Table {
  /** Title in the document structure. */
  title: string;
  /** For screen readers: what the table contains and how to read it. */
  description: string;
  columns: readonly Column[];
  /**
   * Index of the group column, if there is one: adjacent rows with equal cells in this column share one printed cell.
   */
  group?: number;
  /** Index of the column that contains the header cell of each row. */
  header: number;
  /** Whether the rows summarise the document instead of listing events or changes. */
  summary?: true;
  rows: readonly Row[];
}

/** A theme in a timetable: its letter, and the number of its accent colour. */
export interface Track {
  letter: string;
  accent: number;
}

/** An event in a timetable. */
export interface TimetableEvent {
  target: Target;
  number: string;
  title: Paragraph;
  /** Start and end time of the event, such as `9:30–10:00`, or only the start time. */
  hours: string;
  /** Name of the event's place; absent if the event concerns all places, or if no place is stated. */
  place?: Paragraph;
  /** Status of the event in words, for example that it is cancelled. */
  marks?: string;
  /** Theme of the event; absent if all events of the timetable belong to one theme. */
  track?: Track;
}

/** A rectangle of the grid. Without an event, the rectangle is empty and covers one row and one column. */
export interface TimetableCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
  event?: TimetableEvent;
}

export interface Timetable {
  /** Target of the timetable's section, unique in the document. */
  id: Target;
  /** Title in the document structure. */
  title: string;
  /** For screen readers: what the table contains and how to read it. */
  description: string;
  /** Heading of the time column, and headings of the columns of the list that replaces the grid. */
  headings: { hours: Paragraph; place: Paragraph; title: Paragraph };
  /** The places, and the number of columns of each place: more than one if events take place there at the same time. */
  places: readonly { name: Paragraph; columns: number }[];
  /** For each row, the time at which it begins, and its length in minutes. */
  rows: readonly { hour: string; minutes: number; isEmpty: boolean }[];
  /** The cells cover each position of the grid once; sorted by row, then by column. */
  cells: readonly TimetableCell[];
}

/** A paragraph of a list item. The items of nested lists have a deeper level. */
export interface ListItem {
  text: Paragraph;
  /** Nesting level; 0, the default, for items of the list itself. */
  level?: number;
  /** Number of the item in an ordered list, such as `3.`; otherwise the item has a bullet. */
  number?: string;
  /** Whether this is a further paragraph of the item above. */
  continues?: true;
}

/** A short fact of an event in a list: a date, a place, a price. */
export interface Fact {
  kind: ColumnKind;
  /** Label of the fact. */
  name: Paragraph;
  /** Whether the label must be printed because the text is unclear without it. */
  named?: true;
  words: readonly Paragraph[];
}

/** An event as a list item: its title, a line of facts, its description. */
export interface ListedEvent extends Pick<Row, 'id' | 'marks' | 'when' | 'schedule' | 'places' | 'facets'> {
  number: Paragraph;
  title: readonly Paragraph[];
  pictures: readonly Figure[];
  /** Captions of the pictures, printed below them. */
  captions: readonly Paragraph[];
  /** QR codes of addresses, between the facts and the description. */
  codes: readonly Figure[];
  /** Labels that state that the event is new, updated or moved, or that it concerns all regions. */
  signs: readonly Paragraph[];
  facts: readonly Fact[];
  description: readonly Paragraph[];
}

export type Block =
  | { kind: 'picture'; figure: Figure; caption?: Paragraph; style?: 'portrait' | 'beside' }
  /** `in-group` is a note between the heading of a group and the events of the group. */
  | { kind: 'paragraph'; text: Paragraph; style?: 'lead' | 'note' | 'signature' | 'in-group' }
  /** The heading of a group is above the events that share a value; `continued` repeats it on later pages. */
  | {
      kind: 'heading';
      text: Paragraph;
      level?: 2;
      group?: true;
      target?: Target;
      continued?: Paragraph;
    }
  | { kind: 'list'; items: readonly ListItem[] }
  | { kind: 'quote'; paragraphs: readonly Paragraph[] }
  | { kind: 'contents'; entries: readonly Entry[] }
  | { kind: 'index'; groups: readonly IndexGroup[] }
  | { kind: 'table'; table: Table }
  | { kind: 'timetable'; timetable: Timetable }
  /** Below the heading of a group, the titles of events are one heading level deeper. */
  | { kind: 'events'; level?: 2; events: readonly ListedEvent[] };

/** The events that a block contains. */
export function eventsIn(block: Block): readonly Pick<Row, keyof Row & keyof ListedEvent>[] {
  if (block.kind === 'events') return block.events;
  return block.kind === 'table' ? block.table.rows : [];
}

/** A part of the document that starts on a new page with a heading of level 2. */
export interface Section {
  id: Target;
  /** Title of the section; only a back cover may have an empty one. */
  title: Paragraph;
  /** Title in running heads, if it differs from the title of the section. */
  short?: Paragraph;
  /**
   * Page layout: running text, a full-width table, a list of events, the timetable of a day, an index in narrow
   * columns, small text at the foot of a page, or the last page of the publication.
   */
  layout: 'text' | 'table' | 'list' | 'timetable' | 'index' | 'colophon' | 'back';
  /** Whether a text is set in the same columns as indexes. */
  columns?: 'index';
  /** For a text: name of its part, since the design can style each part. */
  part?: string;
  /** For a theme: its id, since the design can present each theme differently. */
  theme?: string;
  /** For a theme: number of its accent colour. */
  accent?: number;
  /** Content between the title of a theme and its events; absent in documents that are compared with the data. */
  opening?: readonly Block[];
  blocks: readonly Block[];
  /** Remarks on the section rather than on a row. */
  remarks?: readonly Remark[];
}

/** Labels of groups of events. */
export interface GroupLabels {
  severalDays: string;
  alsoOnDay: string;
  continued: Template<'heading'>;
  dateInWords: string;
  dateOpen: string;
  /** Separates a name from its value. */
  colon: string;
}

/** Properties that search engines require of an event in addition to its name. */
export type RequiredProperty = 'startDate' | 'location' | 'location.address';

/** A required property, and the number of events without it. */
export interface LackingProperty {
  property: RequiredProperty;
  events: number;
}

export interface Document {
  meta: Meta;
  /** Whether the web page is embedded in another page; an embedded page has no cover and reports its height. */
  embedded?: true;
  /** Text that the renderers print, or provide for screen readers, in the document's language. */
  words: {
    /** Running head: the edition. */
    edition: string;
    /** Running head: the short title, if it differs from the title of the document. */
    short?: string;
    /** The word "page", as spoken in links. */
    page: string;
    /** Alternative text of QR codes, in documents that may have them. */
    code?: Template<'address'>;
    /** Labels of the web page. */
    screen: ScreenLabels;
    /** Labels of groups of events, in a programme. */
    groups?: GroupLabels;
    /**
     * In a comparison whose new text also contains the deleted text: label of the switch that shows both in one text
     * instead of side by side.
     */
    together?: string;
    /**
     * In a proof sheet: the heading of the remarks, the label of one remark, the text that is printed if there are no
     * remarks, and the heading of general remarks.
     */
    remarks?: { heading: string; one: string; none: string; general: string };
  };
  /** Whether the document contains the text of two editions, which are distinguished by change marks: see `redline`. */
  redline?: true;
  /**
   * For a file that is returned with corrections: the data from which it was generated, line by line, to detect the
   * corrections.
   */
  record?: readonly string[];
  cover: Cover;
  sections: readonly Section[];
  /** Remarks on the document as a whole. */
  remarks?: readonly Remark[];
  /** Facets, for the web page only. */
  facets?: readonly Facet[];
  siblings?: readonly Sibling[];
  /** For the search by distance: the places, and whether the page may use the position of the device. */
  near?: { places: readonly NearPlace[]; kilometres: readonly number[]; position?: true };
  /** Data for the calendar entries of single events: the name of the programme, and the date of its edition. */
  entries?: { name: string; date: string };
  /** The events with exact dates as JSON-LD. */
  linkedData?: object;
  /** For a web page: the properties that search engines require and some events lack. */
  lacking?: readonly LackingProperty[];
  /** Folder of the event pages, relative to the page; absent if there are no event pages. */
  eventFolder?: string;
  /** Events that the accompanying calendar omits. */
  notInCalendar?: readonly { id: Target; title: string }[];
  gone?: { title: string; note: string; events: readonly GoneEvent[] };
}

/** Groups consecutive runs with the same link, even if their formatting differs. */
export function byLink(runs: Paragraph): Run[][] {
  return consecutive(runs, ({ link }, first) => link !== undefined && link === first.link);
}
