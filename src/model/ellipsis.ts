/** A text, or its beginning with an ellipsis, so that it has no more than `most` UTF-16 units. */
export function ellipsis(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
