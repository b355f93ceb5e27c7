/** What a Word file holds beside the texts that are found again: comments, notes, text boxes, words without a place. */
import { present } from '../../model/index.ts';
import {
  linkedWordsIn,
  paragraphsOf,
  type Stamp,
  stampsOf,
  struckWords,
  type WordBlock,
  type WordCell,
  type WordFile,
  type WordParagraph,
  wordsIn,
} from '../../read/docx/index.ts';
import { bareAddress } from '../../text/index.ts';
import type { About, Author, Leftover } from '../incoming.ts';

/** Where leftovers stand. */
type Where = Partial<Pick<Leftover, 'where' | 'event' | 'field'>>;

/** Everybody who had a part in something, and when the last did. */
export function authorOf(stamps: readonly Stamp[]): Author {
  const names = [...new Set(stamps.flatMap(({ by }) => by ?? []))];
  const date = stamps
    .flatMap((stamp) => stamp.date ?? [])
    .sort()
    .at(-1);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0];
  return present({ by: names.length === 0 ? undefined : names.join(', ').slice(0, 200), date: day });
}

/** Who changed something, and whether with tracking on. */
export function changedBy(stamps: readonly Stamp[], untracked: boolean): About {
  return { ...authorOf(stamps), ...(untracked && { untracked }) };
}

/** A paragraph without the number of its page. */
export function otherWords(words: string): string {
  return words
    .replaceAll('\n', ' ')
    .replace(/(?:\s+\d+)+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Share of common words from which two texts are versions of one. */
export const ALIKE_FROM = 0.3;

/** How many of the words of two texts are common: 0 none, 1 all. */
export function shareOfWords(a: string, b: string): number {
  const [own, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (own === undefined || other === undefined || own.size === 0 || other.size === 0) return 0;
  const common = [...own].filter((word) => other.has(word)).length;
  return common / Math.max(own.size, other.size);
}

/** Collects the leftovers of a file. */
export class Leftovers {
  readonly comments: Leftover[] = [];
  readonly unplaced: Leftover[] = [];
  readonly #file: WordFile;
  readonly #printed: readonly string[];
  readonly #sources: readonly string[];
  readonly #expected: ReadonlySet<string>;
  readonly #taken = new Set<string>();

  /**
   * @param printed what was printed beside the texts, paragraph by paragraph
   * @param texts paragraphs of texts, which are expected in the body, too
   * @param sources texts as they are written, with the addresses of their links
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

  /** Whether all words are as they were printed. */
  isPrinted(paragraphs: readonly WordParagraph[]): boolean {
    return this.#expected.has(otherWords(wordsIn(paragraphs, 'accepted')));
  }

  /** Comments and footnotes on paragraphs, words struck out by hand, and pictures in the cells of events. */
  notesOf(paragraphs: readonly WordParagraph[], at: Where): void {
    for (const paragraph of paragraphs) {
      for (const id of paragraph.comments) this.#comment(id, at);
      for (const id of paragraph.notes) {
        const note = this.#file.notes.get(id);
        if (note !== undefined) this.unplaced.push({ words: note.words, where: 'footnote', ...at });
      }
      const struck = struckWords([paragraph]);
      if (struck !== '') this.unplaced.push({ ...at, words: struck, where: 'struck out by hand' });
      if (paragraph.pictures > 0 && at.event !== undefined)
        this.unplaced.push({ words: `${paragraph.pictures} pictures`, ...at });
    }
  }

  #comment(id: string, at: Where): void {
    const note = this.#file.comments.get(id);
    if (note === undefined || this.#taken.has(id)) return;
    this.#taken.add(id);
    this.comments.push({ words: note.words, ...at, ...authorOf([note]) });
  }

  /** What stands beside the text of cells, such as in text boxes. */
  besideText(cells: readonly (WordCell | undefined)[], at: Where = {}): void {
    for (const aside of cells.flatMap((cell) => cell?.asides ?? [])) this.#changed(aside, at, false);
  }

  /** The words of a paragraph in full, where they were not printed so. */
  #changed(paragraph: WordParagraph, at: Where, mayBePrinted = true): void {
    const [now, before] = [wordsIn([paragraph], 'accepted'), wordsIn([paragraph], 'rejected')];
    const by = authorOf(stampsOf([paragraph]));
    const where = paragraph.aside === undefined ? {} : { where: paragraph.aside };
    if (now !== '') {
      const isPrinted = now === before && mayBePrinted && this.#expected.has(otherWords(now));
      if (!isPrinted || this.#hasOtherLink(paragraph))
        this.unplaced.push({ words: linkedWordsIn([paragraph], 'accepted'), ...at, ...where, ...by });
    } else if (before !== '') this.unplaced.push({ words: before, where: 'taken out', ...by });
  }

  /** Whether words lead to an address that stands nowhere in what was printed. */
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
   * What a block says that is none of the tables or texts that were found again.
   *
   * @param placed paragraphs that were found again
   */
  block(block: WordBlock, at: Where = {}, placed?: ReadonlySet<WordParagraph>): void {
    for (const paragraph of paragraphsOf(block)) {
      this.notesOf([paragraph], at);
      if (!placed?.has(paragraph)) this.#changed(paragraph, at);
    }
    if (block.kind === 'table') this.besideText(block.rows.flatMap(({ cells }) => cells));
  }

  /** What stands beside the whole text, and in margins; then comments on nothing that was found. */
  end(): void {
    for (const aside of this.#file.asides) {
      this.notesOf([aside], { where: aside.aside ?? '' });
      this.#changed(aside, {});
    }
    this.#margins();
    for (const id of this.#file.comments.keys()) this.#comment(id, {});
  }

  /**
   * What somebody wrote at the head or foot of pages. What the program prints there are words of the cover and of headings, which may be cut
   * off, and numbers.
   */
  #margins(): void {
    const known = new Set(this.#printed.flatMap(wordsOf));
    const isKnown = (word: string): boolean =>
      known.has(word) || [...known].some((own) => own.startsWith(word));
    const seen = new Set<string>();
    for (const paragraph of this.#file.margins) {
      const words = wordsIn([paragraph], 'accepted');
      const stamps = stampsOf([paragraph]);
      const isOurs = stamps.length === 0 && wordsOf(words).every(isKnown);
      if (words === '' || isOurs || seen.has(words)) continue;
      seen.add(words);
      this.unplaced.push({ words, where: 'head or foot of the pages', ...authorOf(stamps) });
    }
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
