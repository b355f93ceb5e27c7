import type { Paragraph } from '../document/model.ts';

/** The words of a paragraph, without marks. */
export const wordsOf = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

/** A text, or its beginning with an ellipsis, so that it has no more than `length` UTF-16 units. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 3)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
