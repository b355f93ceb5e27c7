/** Paragraphs of a Markdown text with other words: everything else of the text stays as it was typed. */

import type { RichParagraph, RichRun } from '../model/index.ts';
import { joined, PART_SCHEMES, writeInline } from './inline.ts';
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
  const oneLine = kind !== 'paragraph';
  const own = inLines(joined(runs), oneLine ? ' ' : '\n');
  return kind === 'alt' || kind === 'caption' ? wordsOfPicture(own, kind) : lineOf(own, kind);
}

/** The words of a picture have no looks. */
function wordsOfPicture(runs: RichParagraph, kind: 'alt' | 'caption'): string {
  const words = runs.map(({ text }) => text).join('');
  return words.replace(kind === 'alt' ? /[\\[\]]/g : /[\\"'()]/g, '\\$&');
}

/** Runs without the spaces at the ends of lines, and without empty lines, which Markdown does not keep. */
function inLines(runs: readonly RichRun[], between: string): RichRun[] {
  const lines: RichRun[][] = [[]];
  for (const run of runs)
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  return joined(
    lines
      .map(trimmed)
      .filter((line) => line.length > 0)
      .flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line])),
  );
}

function trimmed(line: readonly RichRun[]): RichRun[] {
  const from = line.findIndex(({ text }) => text.trim() !== '');
  const to = line.findLastIndex(({ text }) => text.trim() !== '');
  return line.slice(Math.max(from, 0), to + 1).map((run, index, { length }) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === length - 1 ? text.trimEnd() : text };
  });
}

function lineOf(runs: RichParagraph, kind: MarkdownParagraph['kind']): string {
  const signs = kind === 'cell' ? /[\\`*_[\]<|]|&(?=#?\w+;)/g : /[\\`*_[\]<]|&(?=#?\w+;)/g;
  const written = writeInline(runs, (words) => words.replace(signs, '\\$&'), PART_SCHEMES);
  const escaped = written
    .trim()
    .replaceAll('\n', '\\\n')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+=>~|]|\d{1,9}(?=[.)](?:\s|$)))/gm, (sign) =>
      /^\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
    );
  // Number signs at the end of a heading would close it.
  return kind === 'heading' ? escaped.replace(/(?<=^|\s)#+$/, '\\$&') : escaped;
}
