/** Maximum number of characters of a quoted text in a message. */
const IN_MESSAGES = 60;

/** Truncates a text with an ellipsis to at most `most` UTF-16 units. */
export function ellipsis(text: string, most: number = IN_MESSAGES): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** Truncates the middle of a text, for texts whose ends matter, such as quotations with their marks. */
export function withoutMiddle(text: string, most: number = IN_MESSAGES): string {
  const half = Math.floor(most / 2);
  return text.length <= most ? text : `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/** A text in one line: each run of white space is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
