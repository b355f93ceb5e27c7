/** Paragraphs of a Markdown text with other words: everything else of the text stays as it was typed. */

import type { RichParagraph } from '../model/index.ts';
import { PART_SCHEMES, plainWords, writeInline } from './inline.ts';
import { type MarkdownParagraph, readMarkdown } from './markdown.ts';

/**
 * A Markdown text with other words in some of its paragraphs.
 *
 * @param words of a paragraph, by its place among all of them: undefined leaves it as it is
 */
export function withParagraphs(
  source: string,
  words: (paragraph: MarkdownParagraph, index: number) => RichParagraph | undefined,
): string {
  let text = source;
  const { paragraphs } = readMarkdown(source);
  for (const [index, paragraph] of [...paragraphs.entries()].reverse()) {
    const now = words(paragraph, index);
    if (now === undefined) continue;
    text = text.slice(0, paragraph.from) + markdownOf(now, paragraph.kind) + text.slice(paragraph.to);
  }
  return text;
}

/** A paragraph as Markdown; a line break is a space where a line is all there is. */
export function markdownOf(runs: RichParagraph, kind: MarkdownParagraph['kind'] = 'paragraph'): string {
  const between = kind === 'paragraph' ? '\\\n' : ' ';
  // Spaces at the ends of lines, and empty lines, Markdown does not have.
  const lines = writtenAs(kind, runs)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return kind === 'alt' || kind === 'caption' ? lines.join(' ') : lineOf(lines.join(between), kind);
}

/** Words with the signs of a kind of paragraph escaped; those of a picture have no looks. */
function writtenAs(kind: MarkdownParagraph['kind'], runs: RichParagraph): string {
  if (kind === 'alt' || kind === 'caption')
    return plainWords(runs).replace(kind === 'alt' ? /[\\[\]]/g : /[\\"'()]/g, '\\$&');
  const signs = kind === 'cell' ? /[\\`*_[\]<|]|&(?=#?\w+;)/g : /[\\`*_[\]<]|&(?=#?\w+;)/g;
  return writeInline(runs, (words) => words.replace(signs, '\\$&'), PART_SCHEMES);
}

/** A line whose beginning, and of a heading its end, begins or ends no block. */
function lineOf(words: string, kind: MarkdownParagraph['kind']): string {
  const escaped = words.replace(/^(?:#{1,6}(?=\s|$)|[-+=>~|]|\d{1,9}(?=[.)](?:\s|$)))/gm, (sign) =>
    /^\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
  return kind === 'heading' ? escaped.replace(/(?<=^|\s)#+$/, '\\$&') : escaped;
}
