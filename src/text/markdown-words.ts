/** Replaces the words of paragraphs in a Markdown text and leaves the rest of the source unchanged. */

import { paragraphsOf, type RichParagraph } from '../model/index.ts';
import { PART_SCHEMES, plainWords, writeInline } from './inline.ts';
import { type MarkdownParagraph, readMarkdown } from './markdown.ts';

/**
 * Replaces the words of some paragraphs of a Markdown text.
 *
 * @param words the new words of each paragraph, by its index; undefined leaves the paragraph unchanged
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

/**
 * Writes a paragraph as Markdown. In kinds of paragraphs that have only one line, such as headings, a line break
 * becomes a space.
 */
export function markdownOf(runs: RichParagraph, kind: MarkdownParagraph['kind'] = 'paragraph'): string {
  const between = kind === 'paragraph' ? '\\\n' : ' ';
  // Spaces at the ends of lines, and empty lines within a paragraph, cannot be expressed in Markdown.
  const lines = paragraphsOf(writtenAs(kind, runs));
  return kind === 'alt' || kind === 'caption' ? lines.join(' ') : lineOf(lines.join(between), kind);
}

/** Writes the words of a kind of paragraph with escapes. The words of a picture have no formatting. */
function writtenAs(kind: MarkdownParagraph['kind'], runs: RichParagraph): string {
  if (kind === 'alt' || kind === 'caption')
    return plainWords(runs).replace(kind === 'alt' ? /[\\[\]]/g : /[\\"'()]/g, '\\$&');
  const signs = kind === 'cell' ? /[\\`*_[\]<|]|&(?=#?\w+;)/g : /[\\`*_[\]<]|&(?=#?\w+;)/g;
  return writeInline(runs, (words) => words.replace(signs, '\\$&'), PART_SCHEMES);
}

/**
 * Escapes characters at the start of a line that would begin a block, and those at the end of a heading that would be
 * omitted.
 */
function lineOf(words: string, kind: MarkdownParagraph['kind']): string {
  const escaped = words.replace(/^(?:#{1,6}(?=\s|$)|[-+=>~|]|\d{1,9}(?=[.)](?:\s|$)))/gm, (sign) =>
    /^\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
  return kind === 'heading' ? escaped.replace(/(?<=^|\s)#+$/, '\\$&') : escaped;
}
