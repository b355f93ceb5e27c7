import { stripVTControlCharacters } from 'node:util';

/** Number of columns of a text, without its colour escapes. */
const widthOf = (words: string): number => [...stripVTControlCharacters(words)].length;

/** Wraps lines at a width between words; continuation lines keep the indent of their line. Longer words stay whole. */
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
