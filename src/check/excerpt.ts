/** Number of characters of context before and after the words of a finding. */
const REACH = 40;

/**
 * The text before and after a range. The excerpt is shortened at spaces, with an ellipsis where text was omitted. Line
 * breaks become spaces.
 */
export function excerptAround(
  words: string,
  offset: number,
  length: number,
): { before: string; after: string } {
  const start = Math.max(0, offset - REACH);
  const end = Math.min(words.length, offset + length + REACH);
  const before = words.slice(start, offset);
  const after = words.slice(offset + length, end);
  return {
    before: oneLine(start === 0 ? before : `…${before.slice(firstSpace(before))}`),
    after: oneLine(end === words.length ? after : `${after.slice(0, lastSpace(after))}…`),
  };
}

function firstSpace(text: string): number {
  return Math.max(0, text.indexOf(' '));
}

function lastSpace(text: string): number {
  const space = text.lastIndexOf(' ');
  return space === -1 ? text.length : space;
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
