/** The content of a Word file: its text, tracked changes, comments and notes. */
import type { Message } from '../../messages.ts';

/** The author and date (ISO 8601) of a tracked change or comment, if the file contains them. */
export interface Stamp {
  by?: string;
  date?: string;
}

/** A piece of text with uniform revision status and formatting. */
export interface Piece {
  text: string;
  /** The tracked insertion of the piece. */
  inserted?: Stamp;
  /** The tracked deletion of the piece; a piece can be both inserted and deleted. */
  deleted?: Stamp;
  strong?: true;
  emphasis?: true;
  struck?: true;
  hidden?: true;
  /** The address to which the piece links. */
  link?: string;
}

export interface WordParagraph {
  pieces: Piece[];
  /** The tracked insertion of the paragraph mark; if it is rejected, the paragraph is merged with the following one. */
  inserted?: Stamp;
  /** The tracked deletion of the paragraph mark; if it is accepted, the paragraph is merged with the following one. */
  deleted?: Stamp;
  /** The id of the paragraph's style. */
  style?: string;
  /** The names of the bookmarks that start in the paragraph. */
  bookmarks: string[];
  /** The ids of the comments on the paragraph. */
  comments: string[];
  /** The ids of the footnotes and endnotes to which the paragraph refers. */
  notes: string[];
  /** Number of pictures and objects in the paragraph. */
  pictures: number;
  /** Where the paragraph is, if it is outside the main text, such as in a text box or an inserted file. */
  aside?: Message;
}

export interface WordCell {
  /** The first column of the cell in the table grid, 0-based. */
  column: number;
  paragraphs: WordParagraph[];
  /** Paragraphs that are not part of the main text of the cell, such as text boxes, diagrams and inserted files. */
  asides: WordParagraph[];
}

export interface WordRow {
  cells: WordCell[];
  inserted?: Stamp;
  deleted?: Stamp;
}

export type WordBlock = { kind: 'paragraph'; paragraph: WordParagraph } | { kind: 'table'; rows: WordRow[] };

/** The paragraphs of a block, including those in table cells. */
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
  /** Paragraphs that are neither in the main text nor in tables. */
  asides: readonly WordParagraph[];
  /** The headers and footers of pages. */
  margins: readonly WordParagraph[];
  /** Comments, by id. */
  comments: ReadonlyMap<string, WordNote>;
  /** Footnotes and endnotes, by id. */
  notes: ReadonlyMap<string, WordNote>;
  /** The lines of the data that this program stored in the file when it exported it. */
  record?: readonly string[];
  /** The fingerprint of the frozen edition from which the document was made. */
  fingerprint?: string;
  /** The language of the document as a BCP 47 tag. */
  language?: string;
}
