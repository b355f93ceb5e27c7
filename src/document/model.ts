import type { ScreenLabels } from '../../languages/index.ts';
import type { FieldKind, FindingSeverity, Lang, PicturePath, Status } from '../model/index.ts';

/**
 * The document between data and formats: what is printed, in reading order, with languages and link targets, and nothing about
 * sizes, pages or file formats. The PDF and the Word renderer know only this.
 */

/** A stretch of text of one language and one look. */
export interface Run {
  /** A line feed alone is a line break inside a paragraph: see `LINE_BREAK`. */
  text: string;
  /** Language, where it differs from the document's. */
  lang?: Lang;
  strong?: true;
  /** Words that stand out less than strong ones: italic, where the letters have it. */
  emphasis?: true;
  /** In comparisons and redlines: words that only the new or only the old edition has. */
  change?: Change;
  /** Words that a screen reader says instead of the text, where the text is a mere sign. */
  spoken?: string;
  /** Secondary words, such as a status or a page remark, set quieter. */
  quiet?: true;
  /** URI that the words link to. */
  link?: string;
  /** Words that name the severity of a remark. */
  severity?: FindingSeverity;
  /** Words that a remark is about, where it stands elsewhere. */
  marked?: FindingSeverity;
}

/** Text of a run that breaks the line. */
export const LINE_BREAK = '\n';

export type Change = 'inserted' | 'deleted';

/** One paragraph. */
export type Paragraph = readonly Run[];

export interface Meta {
  /** Title of the document, in plain words. */
  title: string;
  author: string;
  subject: string;
  lang: Lang;
  /** Date of the edition, YYYY-MM-DD: the only time that goes into files. What is made of spreadsheets has none. */
  date?: string;
  /** File name without extension. */
  stem: string;
  /** Fingerprint of the frozen edition that the document is of. */
  fingerprint?: string;
}

export interface Cover {
  /** Small line above the title, such as the year. */
  kicker?: Paragraph;
  title: Paragraph;
  /** Lines under the title: edition and date, region, number of events … */
  lines: readonly Paragraph[];
  /** Line at the foot: the publisher. */
  publisher: Paragraph;
}

/** A place in the document that links go to. Event rows are targets under their event's id, sections under theirs. */
export type Target = string;

/** A line of a table of contents or an index: text, leader, page number, all one link. */
export interface Entry {
  text: Paragraph;
  target: Target;
  /** Printed number of the event that it leads to, which the text begins with. */
  number?: number;
}

/** Entries under a name: a region, a place, a month. */
export interface IndexGroup {
  heading: Paragraph;
  entries: readonly Entry[];
}

/** What a column holds, by which its width and its style are chosen: a field of events, their printed numbers, the bodies of a side … */
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
  /** How wide it is beside the others, where its kind does not say it: a share of what is left. */
  share?: number;
  /** Path of the event's field that it prints, such as `title` or `bodies.north`. */
  field?: string;
  heading: Paragraph;
}

/** A picture, and what it says to those who do not see it: without words it is decoration. */
export interface Figure {
  file: PicturePath;
  alt?: Run;
}

export interface Cell {
  /** Stands above the paragraphs. */
  picture?: Figure;
  /** No paragraph at all is an empty cell. */
  paragraphs: readonly Paragraph[];
}

/** A sign beside a row that something about it is new; the word is printed, the bar beside it only helps the eye. */
export interface Mark {
  kind: 'new' | 'updated' | 'moved' | Status | 'all-regions';
  word: string;
}

/** What proofing says of a place: no part of the programme, but printed in a margin or as a comment. */
export interface Remark {
  severity: FindingSeverity;
  /** Id of the rule. */
  rule: string;
  /** FindingSeverity and rule; what is wrong; the hint, where there is one. */
  paragraphs: readonly Paragraph[];
}

/** A place in the paragraphs of a cell, before the character with this index; UTF-16 units. */
export interface TextPlace {
  paragraph: number;
  offset: number;
}

/** Words of a cell from one place up to another; at least one character. */
export interface TextRange {
  from: TextPlace;
  to: TextPlace;
}

export interface CellRemark extends Remark {
  /** Index of the cell. */
  column: number;
  /** The words in question; without them it is about the cell. */
  words?: TextRange;
}

export interface Row {
  /** Target of links; unique in the document. */
  id: Target;
  cells: readonly Cell[];
  /** The group cell of this row is that of the row above: printed once for both, and again after a page break. */
  carried?: true;
  marks?: readonly Mark[];
  /** In the order of the cells and of their words; each row counts its own from 1. */
  remarks?: readonly CellRemark[];
  /** Planned date for machines, EDTF. Print has no use for it, nor for the facets. */
  when?: string;
  /** Keys of its values by the id of a facet; `EVERY_VALUE` stands for all of them. */
  facets?: Readonly<Record<string, readonly string[]>>;
}

/** Key of a row that has every value of a facet, such as an event that concerns all regions. */
export const EVERY_VALUE = '*';

/** What the rows of a document can be chosen by on a screen: themes, the regions of a side, months, the values of a field. */
export interface Facet {
  id: string;
  label: string;
  values: readonly { key: string; text: Run }[];
}

/** Another language or format of the document, made together with it. */
export interface Sibling {
  /** Name of its file, beside that of the document. */
  file: string;
  /** Name of its format, and of its language in that language. */
  format: string;
  lang: Lang;
  language: string;
}

/** An event that earlier editions had: links to it must still lead somewhere. */
export interface GoneEvent {
  id: Target;
  title: Paragraph;
  /** The last edition that had it. */
  edition: string;
}

export interface Table {
  /** Title for readers of the structure. */
  title: string;
  /** What the table holds and how to read it, for screen readers. */
  description: string;
  columns: readonly Column[];
  /** Index of the column that is carried down, if one is. */
  group?: number;
  /** Index of the column that names the row: its header cell. */
  header: number;
  /** Its rows say something about the document; they are none of the events or changes that it lists. */
  summary?: true;
  rows: readonly Row[];
}

/** A paragraph of an item of a list; lists inside lists are items of a deeper level. */
export interface ListItem {
  text: Paragraph;
  /** 0 for the items of the list itself, which is meant where there is none. */
  level?: number;
  /** Its number in an ordered list, such as `3.`; else it has a sign. */
  number?: string;
  /** A further paragraph of the item above it. */
  continues?: true;
}

/** What an event in a list says in short: a date, a place, a price. */
export interface Fact {
  kind: ColumnKind;
  /** What it is. */
  name: Paragraph;
  /** It is printed under its name: its words alone do not say what it is. */
  named?: true;
  words: readonly Paragraph[];
}

/** An event as an item of a list: its title, a line of facts, its description. */
export interface ListedEvent extends Pick<Row, 'id' | 'marks' | 'when' | 'facets'> {
  number: Paragraph;
  title: readonly Paragraph[];
  pictures: readonly Figure[];
  /** Words that something about it is new, or that it concerns all. */
  signs: readonly Paragraph[];
  facts: readonly Fact[];
  description: readonly Paragraph[];
}

export type Block =
  | { kind: 'picture'; figure: Figure; caption?: Paragraph; style?: 'portrait' }
  | { kind: 'paragraph'; text: Paragraph; style?: 'lead' | 'note' | 'signature' }
  /** That of a group stands over the events that share a value. */
  | { kind: 'heading'; text: Paragraph; level?: 2; group?: true; target?: Target }
  | { kind: 'list'; items: readonly ListItem[] }
  | { kind: 'quote'; paragraphs: readonly Paragraph[] }
  | { kind: 'contents'; entries: readonly Entry[] }
  | { kind: 'index'; groups: readonly IndexGroup[] }
  | { kind: 'table'; table: Table }
  /** Under the heading of a group their titles are of the level below it. */
  | { kind: 'events'; level?: 2; events: readonly ListedEvent[] };

/** Number of events that a block prints, where it is of a theme. */
export function eventsIn(block: Block): number {
  if (block.kind === 'events') return block.events.length;
  return block.kind === 'table' ? block.table.rows.length : 0;
}

/** A part of the document that starts on a new page under a heading of level 2. */
export interface Section {
  id: Target;
  /** Empty where it has none: only a back cover may. */
  title: Paragraph;
  /**
   * How its pages are set: running text, a full-width table, a list of events, narrow columns of an index, small text at the foot of a
   * page, or the page that closes the publication.
   */
  layout: 'text' | 'table' | 'list' | 'index' | 'colophon' | 'back';
  /** Name of the part that it is, where it is a text: the design may set parts each in a way of its own. */
  part?: string;
  /** Id of the theme that it is: the design may present themes each in a way of its own. */
  theme?: string;
  /** Number of the accent colour, for themes. */
  accent?: number;
  blocks: readonly Block[];
  /** About the section, not about a row of it. */
  remarks?: readonly Remark[];
}

export interface Document {
  meta: Meta;
  /** Words that the renderers print or speak by themselves, in the document's language. */
  words: {
    /** Running header: the edition. */
    edition: string;
    /** Spoken in links: "page". */
    page: string;
    /** Words of its page on the web. */
    screen: ScreenLabels;
    /**
     * In a comparison whose cells after a change hold the words before it too, marked as deleted: the switch that shows them there instead of
     * beside.
     */
    together?: string;
    /** In a proof sheet: heading of the remarks, one remark, none, and those on no event. */
    remarks?: { heading: string; one: string; none: string; general: string };
  };
  /** The words marked as changes make two editions of it: see `redline`. */
  redline?: true;
  /** It comes back with corrections: what it was made from, line by line, by which they are found again. */
  record?: readonly string[];
  cover: Cover;
  sections: readonly Section[];
  /** About the document as a whole. */
  remarks?: readonly Remark[];
  /** What only its page on the web has. */
  facets?: readonly Facet[];
  siblings?: readonly Sibling[];
  /** The events of exact dates as JSON-LD. */
  linkedData?: object;
  /** Events that the calendar beside it leaves out. */
  notInCalendar?: readonly { id: Target; title: string }[];
  gone?: { title: string; note: string; events: readonly GoneEvent[] };
}

/** The runs of a paragraph, in which those of one link, which may look different, are together. */
export function byLink(runs: Paragraph): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (run.link !== undefined && run.link === last?.at(-1)?.link) last?.push(run);
    else groups.push([run]);
  }
  return groups;
}
