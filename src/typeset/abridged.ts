/** A text, or its beginning with an ellipsis, so that it has no more than `length` UTF-16 units. */
export function abridged(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 3)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
