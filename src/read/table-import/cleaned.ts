/** Words of cells as a dataset has them. */

import type { Position, Problem } from '../../errors.ts';
import { forbiddenCharacter, paragraphsOf } from '../../model/index.ts';

/** The words of a cell in one line: all of them, since they are in no dataset. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Letters and digits of the mathematical alphabets, which social networks use for bold and italic words: no text font has them. */
const STYLED = /[\u{1D400}-\u{1D7FF}]+/gu;

/** The words of a cell that was typed for people: without stray space, line breaks only where they part paragraphs. */
export function cleaned(text: string, long: boolean, at: Position, remarks: Problem[]): string {
  let words = text.replace(/[\v\f\u2028\u2029]/g, '\n');
  for (let code = forbiddenCharacter(words); code !== undefined; code = forbiddenCharacter(words)) {
    remarks.push({ message: `the character ${code} cannot be printed and is left out`, at });
    words = words.replaceAll(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), '');
  }
  const plain = words.replace(STYLED, (letters) => letters.normalize('NFKC'));
  if (plain !== words)
    remarks.push({
      message: `letters in the look of a formula are read as plain ones: "${oneLine(plain)}"`,
      at,
    });
  words = plain;
  if (/^\s*[-–—−]\s*$/.test(words)) return '';
  if (long) return paragraphsOf(words).join('\n');
  return words.replace(/[ \t\n]+/g, ' ').trim();
}
