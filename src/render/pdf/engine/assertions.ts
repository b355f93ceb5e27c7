/**
 * What the writer holds itself to on every page, so that no file leaves it that a reader cannot follow: a fault of the program ends
 * the build. Rules of PDF/UA-1 (ISO 14289-1, 7.1, 7.18, 7.21); whether a file keeps all of them is for a validator to say.
 */

/** Operators that paint: paths, text, images and shadings (ISO 32000-1, table 51). */
const PAINTS = /^(?:[fFSsbB]\*?|Tj|TJ|'|"|Do|sh|BI)$/;

/**
 * Checks operators that come one after another: whatever is painted lies in one marked-content sequence, which is an artifact or has
 * the number that leads to its element.
 */
export class MarkedContent {
  #open: string[] = [];

  /**
   * Operators of any kind, in any pieces.
   *
   * @throws Error when something is painted outside a sequence, or sequences are not closed in turn
   */
  take(operators: string): void {
    for (const token of operators.split(/\s+/)) {
      if (token === 'BDC' || token === 'BMC') this.#open.push(token);
      else if (token === 'EMC') {
        if (this.#open.pop() === undefined) throw new Error('EMC without BDC');
      } else if (PAINTS.test(token) && this.#open.length === 0)
        throw new Error(`${token} paints outside marked content`);
    }
  }

  /** @throws Error when a sequence goes on after the end of a page */
  end(): void {
    if (this.#open.length > 0) throw new Error('marked content without end');
  }
}

const OPENING =
  /^\/(?:Artifact <<\/Type\/\w+>>|Span <<\/MCID \d+\/ActualText[(<].*[)>]>>|\w+ <<\/MCID \d+>>) BDC$/;

/**
 * The operator that opens a sequence of our own.
 *
 * @throws Error when it opens neither an artifact nor numbered content
 */
export function requireOpening(operator: string): void {
  if (!OPENING.test(operator)) throw new Error(`neither tagged nor an artifact: ${operator.slice(0, 60)}`);
}

/** @throws Error when an annotation would stand in an element that is no link */
export function requireLink(type: string): void {
  if (type !== 'Link') throw new Error(`a link in a ${type} element`);
}

/** @throws Error when a glyph stands for no characters, or for one that the font lacks */
export function requireCharacters(glyph: number, codePoints: readonly number[]): void {
  if (glyph === 0) throw new Error('the glyph of a missing character is printed');
  if (codePoints.length === 0) throw new Error(`glyph ${glyph} stands for no characters`);
}
