/** Paragraphs of a Markdown text with other words: everything else of the text stays as it was typed. */

import { isDeepStrictEqual } from 'node:util';
import type { RichParagraph, RichRun } from '../model/index.ts';
import { type Inline, inlineOf, joined } from './inline.ts';
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

/**
 * A paragraph as Markdown; a line break is a space where a line is all there is. Where Markdown cannot set words so – inside a word, beside
 * some signs – they are set plainly.
 */
export function markdownOf(runs: RichParagraph, kind: MarkdownParagraph['kind'] = 'paragraph'): string {
  const oneLine = kind !== 'paragraph';
  const own = inLines(joined(runs), oneLine ? ' ' : '\n');
  if (kind === 'alt' || kind === 'caption') return wordsOfPicture(own, kind);
  const words = lineOf(own, kind);
  const again = readMarkdown(words).paragraphs.flatMap((paragraph) => paragraph.runs);
  const isKept = isDeepStrictEqual(looksOf(again), looksOf(own));
  return isKept ? words : lineOf(joined(own.map(({ text }) => ({ text }))), kind);
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

/** What each character looks like, but for spaces, whose looks nobody sees. */
const looksOf = (runs: RichParagraph): RichRun[] =>
  joined(runs.map((run) => ({ ...run, text: run.text.replace(/(?!\n)\s/g, '') })));

function lineOf(runs: RichParagraph, kind: MarkdownParagraph['kind']): string {
  const words = written(inlineOf(runs)).trim();
  const escaped = words.replace(/^(?:#{1,6}(?=\s|$)|[-+=>~|]|\d{1,9}(?=[.)](?:\s|$)))/gm, (sign) =>
    /^\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
  );
  // Number signs at the end of a heading would close it.
  if (kind === 'heading') return escaped.replace(/(?<=^|\s)#+$/, '\\$&');
  // In a cell a backslash before a bar is always the bar's.
  return kind === 'cell' ? escaped.replaceAll('\\\\', '&#92;').replace(/(?<!\\)\|/g, '\\|') : escaped;
}

function written(inline: readonly Inline[]): string {
  return inline.map(writtenItem).join('');
}

function writtenItem(item: Inline): string {
  switch (item.kind) {
    case 'words':
      return item.text.replace(/[\\`*_[\]<]|&(?=#?\w+;)/g, '\\$&');
    case 'break':
      return '\\\n';
    case 'strong':
      return around('**', written(item.children));
    case 'emphasis':
      return around('*', written(item.children));
    case 'link':
      return around(['[', `](${addressOf(item.address)})`], written(item.children));
  }
}

/** Words between marks; spaces at their ends stand outside, where the marks would mean nothing. */
function around(marks: string | readonly [string, string], words: string): string {
  const [open, close] = typeof marks === 'string' ? [marks, marks] : marks;
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  return inner === '' ? words : `${before}${open}${inner}${close}${after}`;
}

const addressOf = (address: string): string => (/[()]/.test(address) ? `<${address}>` : address);
