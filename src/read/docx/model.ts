/** Content of a Word file: its text and corrections. */
import type { Message } from '../../messages.ts';

/** Author and date (ISO 8601) of a tracked change or comment, if the file contains them. */
export interface Stamp {
  by?: string;
  date?: string;
}

/** A piece of text with uniform revision status and formatting. */
export interface Piece {
  text: string;
  /** Tracked insertion of the piece. */
  inserted?: Stamp;
  /** Tracked deletion of the piece; a piece can be both inserted and deleted. */
  deleted?: Stamp;
  strong?: true;
  emphasis?: true;
  struck?: true;
  hidden?: true;
  /** Address that the piece links to. */
  link?: string;
}

export interface WordParagraph {
  pieces: Piece[];
  /** Tracked insertion of the paragraph mark: without the change, the paragraph is merged with the next. */
  inserted?: Stamp;
  /** Tracked deletion of the paragraph mark: with the change, the paragraph is merged with the next. */
  deleted?: Stamp;
  /** Id of the paragraph's style. */
  style?: string;
  /** Names of the bookmarks that start in the paragraph. */
  bookmarks: string[];
  /** Ids of the comments on the paragraph. */
  comments: string[];
  /** Ids of the footnotes and endnotes that the paragraph refers to. */
  notes: string[];
  /** Number of pictures and objects in the paragraph. */
  pictures: number;
  /** The place of the paragraph outside the main text: a text box, a file inserted into the document. */
  aside?: Message;
}

export interface WordCell {
  /** First column of the cell in the table grid, 0-based. */
  column: number;
  paragraphs: WordParagraph[];
  /** Text outside the main text of the cell: text boxes, diagrams, other files. */
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
  /** Text outside the main text and outside tables. */
  asides: readonly WordParagraph[];
  /** Headers and footers of pages. */
  margins: readonly WordParagraph[];
  /** By id. */
  comments: ReadonlyMap<string, WordNote>;
  /** Footnotes and endnotes, by id. */
  notes: ReadonlyMap<string, WordNote>;
  /** Lines of the record that the program stored in the file. */
  record?: readonly string[];
  /** Fingerprint of the frozen edition that the document was made from. */
  fingerprint?: string;
  /** Language of the document, as a BCP 47 tag. */
  language?: string;
}
