/** Maximum number of characters of a text that is quoted in a message. */
const IN_MESSAGES = 60;

/** Truncates a text to at most `most` UTF-16 code units, and adds an ellipsis. */
export function ellipsis(text: string, most: number = IN_MESSAGES): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/**
 * Shortens a text by omitting its middle. This function is used if both ends are important, as in a quotation with its
 * quotation marks.
 */
export function withoutMiddle(text: string, most: number = IN_MESSAGES): string {
  const half = Math.floor(most / 2);
  return text.length <= most ? text : `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/** Converts a text to a single line: each sequence of white space becomes one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
