import type { FaceName, TextStyle } from '../../../templates/tokens.ts';
import type { Face } from '../../setting/face.ts';
import type { WordRun } from './blocks.ts';

/**
 * Counts the lines that a word processor needs for runs in a style and a column width (points).
 *
 * @param number stands behind a right tab: on the last line, or on a line of its own where it finds no room there
 */
export type LineCounter = (
  runs: readonly WordRun[],
  style: TextStyle,
  width: number,
  number?: string,
) => number;

/** Letters between which no line ends, of one face. */
interface Part {
  text: string;
  face: Face;
  /** Points. */
  width: number;
}

/** Places inside a word where word processors end lines: after hyphens and dashes. */
const BREAK = /(?<=[^-]-)(?=[^-\d])|(?<=[\u2010\u2012\u2013\u2014])/u;

/**
 * Sets lines as word processors do, and only counts them: no hyphenation; spaces hang over the edge; lines end at spaces, after
 * hyphens and dashes, and anywhere in what is wider than the column.
 */
export function createLineCounter(faces: Readonly<Record<FaceName, Face>>): LineCounter {
  const cache = new Map<Face, Map<string, readonly string[]>>();
  const pieces = (face: Face, word: string): readonly string[] => {
    let words = cache.get(face);
    if (words === undefined) {
      words = new Map();
      cache.set(face, words);
    }
    let split = words.get(word);
    if (split === undefined) {
      split = word.split(BREAK);
      words.set(word, split);
    }
    return split;
  };

  return (runs, style, width, number) => {
    const line = new Filling(width, style.size);
    for (const run of runs) {
      const face = faces[run.strong ? style.strong : style.face];
      const scale = style.size / face.font.unitsPerEm;
      const space = face.shape(' ').advance * scale;
      run.text.split(SPACE).forEach((word, index) => {
        if (index > 0) line.space(space);
        if (word === '') return;
        pieces(face, word).forEach((text, position) => {
          if (position > 0) line.mayEnd();
          line.add({ text, face, width: face.shape(text).advance * scale });
        });
      });
    }
    if (number !== undefined) {
      const face = faces[style.face];
      line.mayEnd();
      line.add({
        text: number,
        face,
        width: (face.shape(number).advance * style.size) / face.font.unitsPerEm,
      });
    }
    return line.end();
  };
}

const SPACE = /[ \t\n\r]/;

/** Lines being filled with parts. */
class Filling {
  readonly #width: number;
  readonly #size: number;
  #lines = 1;
  /** Width of the line's parts; undefined while it has none. */
  #used: number | undefined;
  /** Width of the spaces after them. */
  #spaces = 0;
  /** Parts that must stay together: a word may go on in the next run. */
  #open: Part[] = [];

  constructor(width: number, size: number) {
    this.#width = width;
    this.#size = size;
  }

  add(part: Part): void {
    this.#open.push(part);
  }

  space(width: number): void {
    this.mayEnd();
    this.#spaces += width;
  }

  /** A line may end here. */
  mayEnd(): void {
    if (this.#open.length === 0) return;
    const open = this.#open.reduce((sum, part) => sum + part.width, 0);
    const after = (this.#used ?? 0) + this.#spaces + open;
    if (after <= this.#width) this.#used = after;
    else {
      if (this.#used !== undefined) this.#lines++;
      this.#used = open <= this.#width ? open : this.#cut();
    }
    this.#spaces = 0;
    this.#open = [];
  }

  /** Number of lines. */
  end(): number {
    this.mayEnd();
    return this.#lines;
  }

  /** Cuts the open parts between characters; gives the width of the last line. */
  #cut(): number {
    let used = 0;
    for (const { text, face } of this.#open) {
      for (const character of text) {
        const width = (face.shape(character).advance * this.#size) / face.font.unitsPerEm;
        if (used > 0 && used + width > this.#width) {
          this.#lines++;
          used = 0;
        }
        used += width;
      }
    }
    return used;
  }
}
