/** What a Word file holds, as far as words and their corrections go. */

/** Who made a tracked change or a comment, and when (ISO 8601), as far as the file tells. */
export interface Stamp {
  by?: string;
  date?: string;
}

/** A stretch of words of one fate. */
export interface Piece {
  text: string;
  /** It came with a tracked change. */
  inserted?: Stamp;
  /** It went with one; a piece can have come and gone. */
  deleted?: Stamp;
  strong?: true;
  emphasis?: true;
  struck?: true;
  /** Address that the words lead to. */
  link?: string;
}

export interface WordParagraph {
  pieces: Piece[];
  /** The end of the paragraph came: without the change it is one with the next. */
  inserted?: Stamp;
  /** The end of the paragraph went: with the change it is one with the next. */
  deleted?: Stamp;
  /** Id of its style. */
  style?: string;
  /** Names of the bookmarks that begin in it. */
  bookmarks: string[];
  /** Ids of the comments on it. */
  comments: string[];
  /** Ids of the footnotes and endnotes that it refers to. */
  notes: string[];
  /** Pictures and objects in it. */
  pictures: number;
  /** What it stands in, where that is not the text itself: a text box, a file inserted into the document. */
  aside?: string;
}

export interface WordCell {
  /** Column of the grid that it begins in, from 0. */
  column: number;
  paragraphs: WordParagraph[];
  /** What stands beside its text: in text boxes, diagrams, other files. */
  asides: WordParagraph[];
}

export interface WordRow {
  cells: WordCell[];
  inserted?: Stamp;
  deleted?: Stamp;
}

export type WordBlock = { kind: 'paragraph'; paragraph: WordParagraph } | { kind: 'table'; rows: WordRow[] };

/** The paragraphs of a block, also those in the cells of a table. */
export function paragraphsOf(block: WordBlock): WordParagraph[] {
  return block.kind === 'paragraph'
    ? [block.paragraph]
    : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
}

/** A comment, a footnote or an endnote. */
export interface WordNote extends Stamp {
  words: string;
}

export interface WordFile {
  blocks: readonly WordBlock[];
  /** What stands beside the text, outside of tables. */
  asides: readonly WordParagraph[];
  /** What is repeated at the head and foot of pages. */
  margins: readonly WordParagraph[];
  /** By id. */
  comments: ReadonlyMap<string, WordNote>;
  /** Footnotes and endnotes, by id. */
  notes: ReadonlyMap<string, WordNote>;
  /** Lines of the record that the program put into it. */
  record?: readonly string[];
  /** Fingerprint of the frozen edition that it says it is of. */
  fingerprint?: string;
  /** Language of the document, BCP 47. */
  language?: string;
}
