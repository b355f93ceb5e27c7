/**
 * Collects the content of a Word file that is not part of matched texts: comments, notes, text boxes, and text that
 * does not belong to a field.
 */

import type { Message } from '../../messages.ts';
import { oneLine, withoutUndefined } from '../../model/index.ts';
import {
  linkedWordsIn,
  paragraphsOf,
  readingsOf,
  type Stamp,
  stampsOf,
  textInReading,
  type WordBlock,
  type WordCell,
  type WordFile,
  type WordParagraph,
  wordsThatAre,
} from '../../read/docx/index.ts';
import { bareAddress } from '../../text/index.ts';
import type { About, Author, Leftover } from '../incoming.ts';
import { messageOf } from '../messages.ts';

type Where = Partial<Pick<Leftover, 'where' | 'event' | 'field'>>;

/** The authors of several changes, and the date of the last change. */
export function authorOf(stamps: readonly Stamp[]): Author {
  const names = [...new Set(stamps.flatMap(({ by }) => by ?? []))];
  const days = stamps.flatMap(({ date = '' }) => /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? []).sort();
  const by = names.length === 0 ? undefined : names.join(', ').slice(0, 200);
  return withoutUndefined({ by, date: days.at(-1) });
}

/** The authors of a change, and whether the change was tracked. */
export function changedBy(stamps: readonly Stamp[], untracked: boolean): About {
  return { ...authorOf(stamps), ...(untracked && { untracked }) };
}

/** The text of a paragraph on one line, without page numbers at its end. */
export function otherWords(words: string): string {
  return oneLine(words.replace(/(?:\s+\d+)+$/u, ''));
}

/**
 * The minimum share of words (0 to 1) that two texts must have in common to be recognised as versions of the same text.
 */
export const ALIKE_FROM = 0.3;

/** The share of words that two texts have in common, from 0 to 1. */
export function shareOfWords(a: string, b: string): number {
  const [wordsOfA, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (wordsOfA === undefined || other === undefined || wordsOfA.size === 0 || other.size === 0) return 0;
  const common = [...wordsOfA].filter((word) => other.has(word)).length;
  return common / Math.max(wordsOfA.size, other.size);
}

/** Kinds of formatting that a user may have applied to text that should be removed. */
const LOOKS = [
  ['struck', 'left-struck-out'],
  ['hidden', 'left-hidden'],
] as const;

/** Collects the comments of a file, and its text that does not belong to any field. */
export class Leftovers {
  readonly comments: Leftover[] = [];
  readonly unplaced: Leftover[] = [];
  readonly #file: WordFile;
  readonly #printed: readonly string[];
  readonly #sources: readonly string[];
  readonly #expected: ReadonlySet<string>;
  readonly #taken = new Set<string>();

  /**
   * @param printed the printed paragraphs outside table rows
   * @param texts the paragraphs of the texts of parts, which may also occur in the body of the file
   * @param sources the Markdown sources of texts, which contain the addresses of their links
   */
  constructor(
    file: WordFile,
    printed: readonly string[],
    texts: readonly string[] = [],
    sources: readonly string[] = [],
  ) {
    this.#file = file;
    this.#printed = printed;
    this.#sources = [...printed, ...sources];
    this.#expected = new Set([...printed, ...texts].map(otherWords));
  }

  /** Adds a text that does not belong to any field. */
  add(words: string, where: Message, more: Partial<Leftover> = {}): void {
    this.unplaced.push({ words, where, ...more });
  }

  /** Whether paragraphs contain a printed text without changes. */
  isPrinted(paragraphs: readonly WordParagraph[]): boolean {
    return this.#expected.has(otherWords(textInReading(paragraphs, 'accepted')));
  }

  /**
   * Collects the comments on paragraphs, their footnotes and endnotes, text that a user has struck out or hidden, and
   * pictures in the cells of events.
   */
  notesOf(paragraphs: readonly WordParagraph[], at: Where): void {
    for (const paragraph of paragraphs) {
      for (const id of paragraph.comments) this.#comment(id, at);
      for (const id of paragraph.notes) {
        const note = this.#file.notes.get(id);
        if (note !== undefined) this.add(note.words, messageOf('left-note'), at);
      }
      for (const [look, code] of LOOKS) {
        const words = wordsThatAre(look, [paragraph]);
        if (words !== '') this.unplaced.push({ ...at, words, where: messageOf(code) });
      }
      if (paragraph.pictures > 0 && at.event !== undefined)
        this.unplaced.push({ words: messageOf('left-pictures', { count: paragraph.pictures }), ...at });
    }
  }

  #comment(id: string, at: Where): void {
    const note = this.#file.comments.get(id);
    if (note === undefined || this.#taken.has(id)) return;
    this.#taken.add(id);
    this.comments.push({ words: note.words, ...at, ...authorOf([note]) });
  }

  /** Collects text outside the main text of cells, such as the text in text boxes. */
  besideText(cells: readonly (WordCell | undefined)[], at: Where = {}): void {
    for (const aside of cells.flatMap((cell) => cell?.asides ?? [])) this.#changed(aside, at, false);
  }

  /** Collects the whole text of a paragraph if it differs from all printed texts. */
  #changed(paragraph: WordParagraph, at: Where, mayBePrinted = true): void {
    const [before, now] = readingsOf([paragraph]);
    const by = authorOf(stampsOf([paragraph]));
    const where = paragraph.aside === undefined ? {} : { where: paragraph.aside };
    if (now !== '') {
      const isPrinted = now === before && mayBePrinted && this.#expected.has(otherWords(now));
      if (!isPrinted || this.#hasOtherLink(paragraph))
        this.unplaced.push({ words: linkedWordsIn([paragraph]), ...at, ...where, ...by });
    } else if (before !== '') this.add(before, messageOf('left-removed'), by);
  }

  /** Whether a paragraph has a link to an address that was not printed. */
  #hasOtherLink({ pieces }: WordParagraph): boolean {
    return pieces.some(
      ({ text, link, deleted }) =>
        link !== undefined &&
        deleted === undefined &&
        text.trim() !== '' &&
        !this.#sources.some((words) => words.includes(bareAddress(link))),
    );
  }

  /**
   * Collects the text of a block that was not matched as a table of events.
   *
   * @param placed paragraphs that were matched with texts, and are therefore omitted
   */
  block(block: WordBlock, at: Where = {}, placed?: ReadonlySet<WordParagraph>): void {
    for (const paragraph of paragraphsOf(block)) {
      this.notesOf([paragraph], at);
      if (!placed?.has(paragraph)) this.#changed(paragraph, at);
    }
    if (block.kind === 'table') this.besideText(block.rows.flatMap(({ cells }) => cells));
  }

  /** Collects text outside the body, in headers and in footers, and the comments that have not been collected yet. */
  end(): void {
    for (const aside of this.#file.asides) {
      this.notesOf([aside], withoutUndefined({ where: aside.aside }));
      this.#changed(aside, {});
    }
    this.#margins();
    for (const id of this.#file.comments.keys()) this.#comment(id, {});
  }

  /**
   * Collects text that a user has added to headers and footers. The text that the program itself prints in headers and
   * footers consists only of numbers and of words from the cover and the headings, which may be abbreviated.
   */
  #margins(): void {
    const known = new Set(this.#printed.flatMap(wordsOf));
    const isKnown = (word: string): boolean =>
      known.has(word) || [...known].some((one) => one.startsWith(word));
    const seen = new Set<string>();
    for (const paragraph of this.#file.margins) {
      const words = textInReading([paragraph], 'accepted');
      const stamps = stampsOf([paragraph]);
      const isOurs = stamps.length === 0 && wordsOf(words).every(isKnown);
      if (words === '' || isOurs || seen.has(words)) continue;
      seen.add(words);
      this.add(words, messageOf('left-margin'), authorOf(stamps));
    }
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
