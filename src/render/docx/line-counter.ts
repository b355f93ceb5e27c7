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

/** Letters between which no line ends, of one face; font units. */
interface Part {
  text: string;
  face: Face;
  advance: number;
  /** Glyphs at both ends, for the kerning with what stands beside. */
  first: number;
  last: number;
}

/** Places inside a word where word processors end lines: after hyphens and dashes. */
const BREAK = /(?<=[^-]-)(?=[^-\d])|(?<=[\u2010\u2012\u2013\u2014])/u;
const MAY_BREAK = /[-\u2010\u2012-\u2014]/;
/** White space that is written as a space. */
const OTHER_SPACE = /[\t\n\r]/;
const OTHER_SPACES = /[\t\n\r]/g;

/**
 * Sets lines as word processors do, and only counts them: no hyphenation; spaces hang over the edge; lines end at spaces, after
 * hyphens and dashes, and anywhere in what is wider than the column.
 */
export function createLineCounter(faces: Readonly<Record<FaceName, Face>>): LineCounter {
  const lexicons = {
    sans: new Lexicon(faces.sans),
    sansBold: new Lexicon(faces.sansBold),
    serif: new Lexicon(faces.serif),
    serifBold: new Lexicon(faces.serifBold),
  };
  const line = new Filling();
  return (runs, style, width, number) => {
    line.begin(width, style.size);
    for (const { text, strong } of runs) {
      const lexicon = lexicons[strong ? style.strong : style.face];
      const plain = OTHER_SPACE.test(text) ? text.replace(OTHER_SPACES, ' ') : text;
      let from = 0;
      for (;;) {
        const end = plain.indexOf(' ', from);
        if (end !== from) line.word(lexicon.parts(end < 0 ? plain.slice(from) : plain.slice(from, end)));
        if (end < 0) break;
        line.space(lexicon.space);
        from = end + 1;
      }
    }
    if (number !== undefined) {
      line.mayEnd();
      line.word(lexicons[style.face].parts(number));
    }
    return line.end();
  };
}

/** The words of a face, each shaped once. */
class Lexicon {
  readonly #face: Face;
  readonly #words = new Map<string, readonly Part[]>();
  readonly space: Part;

  constructor(face: Face) {
    this.#face = face;
    this.space = partOf(' ', face);
  }

  /** The parts of a word between which a line may end. */
  parts(word: string): readonly Part[] {
    let parts = this.#words.get(word);
    if (parts === undefined) {
      const texts = MAY_BREAK.test(word) ? word.split(BREAK) : [word];
      parts = texts.map((text) => partOf(text, this.#face));
      this.#words.set(word, parts);
    }
    return parts;
  }
}

function partOf(text: string, face: Face): Part {
  const { advance, glyphs } = face.shape(text);
  return { text, face, advance, first: glyphs[0] ?? 0, last: glyphs.at(-1) ?? 0 };
}

/** Word processors lay out in whole twips: a line may be wider than its column by as much. Points. */
const TOLERANCE = 0.05;

/** Lines being filled with parts. One object fills paragraph after paragraph. */
class Filling {
  #limit = 0;
  #size = 0;
  #lines = 1;
  /** Width of the line's parts; points. */
  #used = 0;
  /** The last of them; undefined while the line has none. */
  #last: Part | undefined;
  /** Spaces after it. */
  readonly #spaces: Part[] = [];
  /** Parts that must stay together, because a word may go on in the next run. */
  readonly #open: Part[] = [];

  begin(width: number, size: number): void {
    this.#limit = width + TOLERANCE;
    this.#size = size;
    this.#lines = 1;
    this.#used = 0;
    this.#last = undefined;
    this.#spaces.length = 0;
    this.#open.length = 0;
  }

  /** The parts of a word; a line may end between them. */
  word(parts: readonly Part[]): void {
    for (let index = 0; index < parts.length; index++) {
      if (index > 0) this.mayEnd();
      const part = parts[index];
      if (part !== undefined) this.#open.push(part);
    }
  }

  space(space: Part): void {
    this.mayEnd(space);
    this.#spaces.push(space);
  }

  /** A line may end here. A space that follows hangs over the edge, but takes the last letter closer by their kerning. */
  mayEnd(space?: Part): void {
    const first = this.#open[0];
    const last = this.#open.at(-1);
    if (first === undefined || last === undefined) return;
    let open = 0;
    for (const part of this.#open) open += this.#width(part);
    const closer = space === undefined ? 0 : this.#kern(last, space);
    const after = this.#last === undefined ? open : this.#used + this.#between(this.#last, first) + open;
    if (after + closer <= this.#limit) this.#used = after;
    else {
      if (this.#last !== undefined) this.#lines++;
      this.#used = open + closer <= this.#limit ? open : this.#cut();
    }
    this.#last = last;
    this.#spaces.length = 0;
    this.#open.length = 0;
  }

  /** Number of lines. */
  end(): number {
    this.mayEnd();
    return this.#lines;
  }

  #width({ advance, face }: Part): number {
    return (advance * this.#size) / face.font.unitsPerEm;
  }

  /** Spaces between two parts, with the kerning at all their edges. */
  #between(left: Part, right: Part): number {
    let width = 0;
    let before = left;
    for (const space of this.#spaces) {
      width += this.#width(space) + this.#kern(before, space);
      before = space;
    }
    return width + this.#kern(before, right);
  }

  #kern(left: Part, right: Part): number {
    if (left.face !== right.face) return 0;
    const { font } = right.face;
    return (font.kern(left.last, right.first) * this.#size) / font.unitsPerEm;
  }

  /** Cuts the open parts between characters; gives the width of the last line. */
  #cut(): number {
    let used = 0;
    for (const { text, face } of this.#open) {
      for (const character of text) {
        const width = this.#width(partOf(character, face));
        if (used > 0 && used + width > this.#limit) {
          this.#lines++;
          used = 0;
        }
        used += width;
      }
    }
    return used;
  }
}
