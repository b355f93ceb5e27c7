import type { Position } from '../errors.ts';
import { binarySearch } from '../model/index.ts';

/**
 * Returns a function that maps an offset in a text to its line and column. The line endings of the text must be line
 * feeds.
 */
export function positionsIn(text: string): (offset: number) => Required<Pick<Position, 'line' | 'column'>> {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const { length } = starts;
    const line = binarySearch(1, length, (next) => (starts?.[next] ?? 0) > offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
