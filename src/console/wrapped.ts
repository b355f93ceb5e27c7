import { stripVTControlCharacters } from 'node:util';

/** Columns that words take; the escapes that colour them take none. */
const widthOf = (words: string): number => [...stripVTControlCharacters(words)].length;

/** A text whose lines are no longer than a width, broken between words; what goes on below a line has its indent. Longer words stay whole. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => linesOf(line, width))
    .join('\n');
}

function linesOf(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = ' '.repeat(line.length - line.trimStart().length);
  const lines: string[] = [];
  let now = indent;
  for (const word of line.trimStart().split(' ')) {
    if (now !== indent && widthOf(now) + 1 + widthOf(word) > width) {
      lines.push(now);
      now = indent;
    }
    now += now === indent ? word : ` ${word}`;
  }
  return [...lines, now];
}
