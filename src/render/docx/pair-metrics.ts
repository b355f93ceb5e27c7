import type { FaceName } from '../../design/index.ts';
import type { Face } from '../../typeset/index.ts';

/** Code points below this are looked up in an array, all others in a map. */
const COMMON = 0x3000;
/**
 * Number of characters per face whose pairs are cached in a table; pairs of other characters are measured each time.
 */
const PAIRED = 512;
const UNKNOWN = -0x8000;

/**
 * Measures text in a face by its characters and pairs of characters: the difference between the width of a pair and the
 * sum of the widths of its two characters is kerning or a ligature. Texts are not stored, so measuring them takes no
 * memory. All widths are in font units.
 */
export class PairMetrics {
  readonly #face: Face;
  readonly #common = new Uint16Array(COMMON);
  readonly #others = new Map<number, number>();
  /** Characters by number; number 0 means no character. */
  readonly #characters: string[] = [''];
  readonly #advances: number[] = [0];
  readonly #pairs = new Int16Array(PAIRED * PAIRED).fill(UNKNOWN);
  readonly unitsPerEm: number;

  constructor(face: Face) {
    this.#face = face;
    this.unitsPerEm = face.font.unitsPerEm;
  }

  /** Number of a character within this face. */
  character(code: number): number {
    const known = code < COMMON ? this.#common[code] : this.#others.get(code);
    if (known !== undefined && known !== 0) return known;
    const number = this.#characters.length;
    const character = String.fromCodePoint(code);
    this.#characters.push(character);
    this.#advances.push(this.#face.shape(character).advance);
    if (code < COMMON) this.#common[code] = number;
    else this.#others.set(code, number);
    return number;
  }

  advance(character: number): number {
    return this.#advances[character] ?? 0;
  }

  /** Adjustment of the distance between two characters compared with their advances; mostly 0 or negative. */
  kern(left: number, right: number): number {
    if (left === 0) return 0;
    if (left >= PAIRED || right >= PAIRED) return this.#measured(left, right);
    const at = left * PAIRED + right;
    let kern = this.#pairs[at] ?? 0;
    if (kern === UNKNOWN) {
      kern = this.#measured(left, right);
      this.#pairs[at] = kern;
    }
    return kern;
  }

  /** Width of a word. */
  width(word: string): number {
    let width = 0;
    let last = 0;
    for (let index = 0; index < word.length; index++) {
      const code = word.codePointAt(index) ?? 0;
      if (code > 0xffff) index++;
      const character = this.character(code);
      width += this.kern(last, character) + this.advance(character);
      last = character;
    }
    return width;
  }

  #measured(left: number, right: number): number {
    const pair = `${this.#characters[left]}${this.#characters[right]}`;
    return this.#face.shape(pair).advance - this.advance(left) - this.advance(right);
  }
}

/** Creates the metrics of all faces. */
export function pairMetrics(faces: Readonly<Record<FaceName, Face>>): Record<FaceName, PairMetrics> {
  return {
    sans: new PairMetrics(faces.sans),
    sansBold: new PairMetrics(faces.sansBold),
    serif: new PairMetrics(faces.serif),
    serifBold: new PairMetrics(faces.serifBold),
  };
}
