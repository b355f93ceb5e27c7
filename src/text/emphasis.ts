/**
 * Texts of a field that holds emphasis: `**bold**` and `*italic*` inside a paragraph, as CommonMark reads asterisks, and a backslash before an
 * asterisk or a backslash that is printed. Everything else stands for itself, and so does an asterisk without a partner.
 */

import { isDeepStrictEqual } from 'node:util';
import { paragraphsOf, type RichParagraph, type RichRun } from '../model/index.ts';
import { emphatic, type Inline, inlineOf, joined, type Look } from './inline.ts';

/** Whether words may be printed otherwise than they are written. */
const hasSigns = (words: string): boolean => /[*\\]/.test(words);

/** The runs of a paragraph that is written with signs; neighbours look different. */
export function emphasisIn(paragraph: string): RichRun[] {
  return joined(piecesIn(paragraph).map(({ from: _, escaped: __, ...run }) => run));
}

/** Words of one look without signs, and where they begin in the paragraph; UTF-16 units. */
interface Piece extends Omit<RichRun, 'link'> {
  from: number;
  /** It is an escaped sign: its place is that of the backslash. */
  escaped?: true;
}

/** A row of asterisks. */
interface Signs {
  /** Which of the pieces it is. */
  index: number;
  /** Those that are left between these offsets are printed. */
  start: number;
  end: number;
  opens: boolean;
  closes: boolean;
}

/** What lies between two rows of asterisks: the pieces after the one, before the other. */
interface Span {
  look: 'strong' | 'emphasis';
  after: number;
  before: number;
}

const TOKEN = /\*+|\\[*\\]|(?:[^*\\]|\\(?![*\\]))+/g;

function piecesIn(paragraph: string): Piece[] {
  if (!hasSigns(paragraph)) return paragraph === '' ? [] : [{ text: paragraph, from: 0 }];
  const pieces: Piece[] = [];
  const rows: Signs[] = [];
  for (const { 0: text, index: from } of paragraph.matchAll(TOKEN)) {
    if (text.startsWith('*')) rows.push(signsAt(paragraph, from, from + text.length, pieces.length));
    const escaped = /^\\[*\\]$/.test(text);
    pieces.push(escaped ? { text: text.slice(1), from, escaped } : { text, from });
  }
  const spans = spansOf(rows);
  for (const { index, start, end } of rows)
    pieces[index] = { text: paragraph.slice(start, end), from: start };
  return withLooks(pieces, spans).filter(({ text }) => text !== '');
}

/** What rows of asterisks can do, by the signs beside them. */
function signsAt(paragraph: string, start: number, end: number, index: number): Signs {
  const [before, after] = [kindOf(paragraph[start - 1]), kindOf(paragraph[end])];
  return {
    index,
    start,
    end,
    opens: after === 'word' || (after === 'sign' && before !== 'word'),
    closes: before === 'word' || (before === 'sign' && after !== 'word'),
  };
}

/** @param unit UTF-16 unit; those of astral characters are words, as in the reader of the texts of parts */
function kindOf(unit: string | undefined): 'space' | 'sign' | 'word' {
  if (unit === undefined || /\s/.test(unit)) return 'space';
  return /[\p{P}\p{S}]/u.test(unit) ? 'sign' : 'word';
}

/** Pairs each row that closes with the nearest one before it that opens; two asterisks of both are strong, one is emphasis. */
function spansOf(rows: readonly Signs[]): Span[] {
  const spans: Span[] = [];
  const open: Signs[] = [];
  /** How many of the open rows a kind of closing rows need not look at again. */
  const done = new Map<string, number>();
  for (const row of rows) {
    while (row.closes && sizeOf(row) > 0) {
      const kind = `${row.opens} ${sizeOf(row) % 3}`;
      const at = open.findLastIndex((other) => isPair(other, row));
      if (at < (done.get(kind) ?? 0)) {
        done.set(kind, open.length);
        break;
      }
      const [opener] = open.splice(at);
      if (opener === undefined) break;
      const size = Math.min(sizeOf(opener), sizeOf(row), 2);
      spans.push({ look: size === 2 ? 'strong' : 'emphasis', after: opener.index, before: row.index });
      opener.end -= size;
      row.start += size;
      if (sizeOf(opener) > 0) open.push(opener);
      for (const [known, count] of done) done.set(known, Math.min(count, at));
    }
    if (row.opens && sizeOf(row) > 0) open.push(row);
  }
  return spans;
}

const sizeOf = ({ start, end }: Signs): number => end - start;

/** CommonMark's rule of three: rows that may both open and close are a pair unless that would part a row of three. */
function isPair(open: Signs, close: Signs): boolean {
  if (!open.closes && !close.opens) return true;
  return sizeOf(close) % 3 === 0 || (sizeOf(open) + sizeOf(close)) % 3 !== 0;
}

function withLooks(pieces: readonly Piece[], spans: readonly Span[]): Piece[] {
  /** Change of the number of spans around a piece, by look. */
  const steps = pieces.map(() => ({ strong: 0, emphasis: 0 }));
  for (const { look, after, before } of spans) {
    const [first, behind] = [steps[after + 1], steps[before]];
    if (first === undefined || behind === undefined) continue;
    first[look]++;
    behind[look]--;
  }
  const around = { strong: 0, emphasis: 0 };
  return pieces.map((piece, index): Piece => {
    around.strong += steps[index]?.strong ?? 0;
    around.emphasis += steps[index]?.emphasis ?? 0;
    return {
      ...piece,
      ...(around.strong > 0 && { strong: true }),
      ...(around.emphasis > 0 && { emphasis: true }),
    };
  });
}

/** Words without the signs of their emphasis, as they are printed; each paragraph on a line. */
export function withoutEmphasis(words: string): string {
  if (!hasSigns(words)) return words;
  return paragraphsOf(words)
    .map((paragraph) => plainWords(piecesIn(paragraph)))
    .join('\n');
}

const plainWords = (runs: RichParagraph): string => runs.map(({ text }) => text).join('');

/** Where each character of the words without signs, and what follows the last, stands in the words with them; UTF-16 units. */
export function placesInEmphasis(words: string): number[] {
  const places: number[] = [];
  if (!hasSigns(words)) return Array.from({ length: words.length + 1 }, (_, index) => index);
  let end = 0;
  for (const paragraph of paragraphsOf(words)) {
    if (places.length > 0) places.push(end);
    const start = words.indexOf(paragraph, end);
    for (const { text, from, escaped } of piecesIn(paragraph)) {
      const first = start + from + (escaped ? 1 : 0);
      places.push(...Array.from({ length: text.length }, (_, index) => first + index));
    }
    end = start + paragraph.length;
  }
  return [...places, end];
}

/** Words that print these words as they stand: where signs would mean something, they are escaped. */
export function withSignsEscaped(words: string): string {
  return hasSigns(words) ? words.split('\n').map(escapedLine).join('\n') : words;
}

function escapedLine(line: string): string {
  return plainWords(emphasisIn(line)) === line ? line : escaped(line);
}

const escaped = (words: string): string => words.replace(/[\\*]/g, '\\$&');

/** Whether two texts with signs print the same, letter by letter; looks of spaces nobody sees. */
export function isSameEmphasis(a: string, b: string): boolean {
  if (a === b) return true;
  const [own, other] = [emphasisInLines(a), emphasisInLines(b)];
  return plainWords(own) === plainWords(other) && isDeepStrictEqual(looksOf(own), looksOf(other));
}

/** The runs of a text with signs, whose paragraphs are parted by line breaks; spaces stay. */
export function emphasisInLines(words: string): RichRun[] {
  return joined(
    words
      .split('\n')
      .flatMap((line, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...emphasisIn(line)]),
  );
}

/** Runs as words with signs. */
export interface WrittenEmphasis {
  words: string;
  /** The runs whose looks could not be written: inside of words and beside some signs CommonMark has no emphasis. */
  lost: readonly RichRun[];
}

/** Writes runs with signs; their line breaks part paragraphs, and links are no looks of such texts. */
export function writtenEmphasis(runs: RichParagraph): WrittenEmphasis {
  const lines = linesOf(runs).map(writtenLine);
  return { words: lines.map(({ words }) => words).join('\n'), lost: lines.flatMap(({ lost }) => lost) };
}

function linesOf(runs: RichParagraph): RichRun[][] {
  const lines: RichRun[][] = [[]];
  for (const { link: _, ...run } of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  return lines.map(joined);
}

/** What may lie inside the other: the one or the other order may be what CommonMark reads. */
const ORDERS: readonly (readonly Look[])[] = [
  ['strong', 'emphasis'],
  ['emphasis', 'strong'],
];

/** Runs of a line that are looked at one by one where they cannot be written together: no sentence has more. */
const MOST_RUNS = 60;

function writtenLine(line: readonly RichRun[]): WrittenEmphasis {
  const whole = tryToWrite(line);
  if (whole !== undefined) return { words: whole, lost: [] };
  const none = { words: withSignsEscaped(plainWords(line)), lost: emphatic(line) };
  if (line.length > MOST_RUNS) return none;
  const plain = line.map(({ text }): RichRun => ({ text }));
  const canStand = line.map((run, at) => tryToWrite(plain.with(at, run)) !== undefined);
  const some = tryToWrite(line.map((run, at) => (canStand[at] ? run : { text: run.text })));
  return some === undefined ? none : { words: some, lost: line.filter((_, at) => !canStand[at]) };
}

/** A line with signs, if it is read so again. */
function tryToWrite(line: readonly RichRun[]): string | undefined {
  const wanted = looksOf(line);
  for (const write of [(words: string) => words, escaped])
    for (const order of ORDERS) {
      const words = withSigns(inlineOf(line, order), write);
      if (isDeepStrictEqual(looksOf(emphasisIn(words.trim())), wanted)) return words;
    }
  return undefined;
}

/** What each character looks like, but for spaces, whose looks nobody sees. */
const looksOf = (runs: RichParagraph): RichRun[] =>
  joined(runs.map((run) => ({ ...run, text: run.text.replace(/(?!\n)\s/g, '') })));

function withSigns(inline: readonly Inline[], write: (words: string) => string): string {
  return inline
    .map((item): string => {
      if (item.kind === 'words') return write(item.text);
      if (item.kind === 'break' || item.kind === 'link') return '';
      return around(item.kind === 'strong' ? '**' : '*', withSigns(item.children, write));
    })
    .join('');
}

/** Words between signs; spaces at their ends stand outside, where the signs would mean nothing. */
function around(sign: string, words: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  return inner === '' ? words : `${before}${sign}${inner}${sign}${after}`;
}
