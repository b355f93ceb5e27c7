/**
 * Assertions on every page that is written, so that a bug in the program makes the build fail instead of producing an
 * inaccessible file. The assertions are rules of PDF/UA-1 (ISO 14289-1, 7.1, 7.18, 7.21). Only a validator can check
 * whether a file conforms to all of them.
 */

/** Operators that paint: paths, text, images and shadings (ISO 32000-1, table 51). */
const PAINTS = /^(?:[fFSsbB]\*?|Tj|TJ|'|"|Do|sh|BI)$/;

/**
 * Checks consecutive operators: everything that is painted must be in a marked-content sequence, either an artifact
 * or content with the number of its element.
 */
export class MarkedContent {
  #open: string[] = [];

  /**
   * Checks operators of any kind, which can be passed in pieces of any length.
   *
   * @throws Error if something is painted outside a sequence, or if a sequence is closed that was not opened
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

  /** @throws Error if a sequence is still open at the end of a page */
  end(): void {
    if (this.#open.length > 0) throw new Error('marked content without end');
  }
}

const OPENING =
  /^\/(?:Artifact <<\/Type\/\w+>>|Span <<\/MCID \d+\/ActualText[(<].*[)>]>>|\w+ <<\/MCID \d+>>) BDC$/;

/**
 * Checks an operator that opens one of the program's own sequences.
 *
 * @throws Error if it opens neither an artifact nor numbered content
 */
export function requireOpening(operator: string): void {
  if (!OPENING.test(operator)) throw new Error(`neither tagged nor an artifact: ${operator.slice(0, 60)}`);
}

/** @throws Error if an annotation would belong to an element that is not a link */
export function requireLink(type: string): void {
  if (type !== 'Link') throw new Error(`a link in a ${type} element`);
}

/** @throws Error if a glyph represents no characters, or a character that the font lacks */
export function requireCharacters(glyph: number, codePoints: readonly number[]): void {
  if (glyph === 0) throw new Error('the glyph of a missing character is printed');
  if (codePoints.length === 0) throw new Error(`glyph ${glyph} stands for no characters`);
}
