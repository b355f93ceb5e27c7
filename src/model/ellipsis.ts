/** Characters of a user's words in a message. */
const IN_MESSAGES = 60;

/** A text, or its beginning with an ellipsis, so that it has no more than `most` UTF-16 units. */
export function ellipsis(text: string, most: number = IN_MESSAGES): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** A text, or its beginning and its end, for words whose ends are what matters, such as a quotation with its marks. */
export function withoutMiddle(text: string, most: number = IN_MESSAGES): string {
  const half = Math.floor(most / 2);
  return text.length <= most ? text : `${text.slice(0, half)} … ${text.slice(-half)}`;
}
