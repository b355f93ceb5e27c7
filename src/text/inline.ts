/**
 * Text inside a paragraph, with one meaning wherever the dataset has such text: `*italic*`, `**bold**`, `***both***`, `[words](address)`, and
 * a backslash before an ASCII punctuation mark that is printed. Everything else is printed as it stands, and so is an asterisk or a bracket
 * that is not part of a pair. Unlike in CommonMark, only spaces decide what asterisks can begin and end, so that any words can be bold; and two
 * asterisks inside different words are no pair (Künstler*innen und Autor*innen).
 */

import { isDeepStrictEqual } from 'node:util';
import { paragraphsOf, type RichParagraph, type RichRun } from '../model/index.ts';

/** Words of one look, and where they stand in the paragraph; UTF-16 units. */
export interface Piece extends RichRun {
  from: number;
}

/** Schemes of the addresses that links lead to: in texts of parts also those of a page without encryption and of a call. */
const SCHEMES: ReadonlySet<string> = new Set(['https:', 'mailto:']);
export const PART_SCHEMES: ReadonlySet<string> = new Set([...SCHEMES, 'http:', 'tel:']);
const LONGEST_ADDRESS = 2000;

/** An address as a URI of ASCII characters; undefined where it is none, or has another scheme. */
export function safeAddress(address: string, schemes = SCHEMES): string | undefined {
  if (address.length > LONGEST_ADDRESS || /[\s<>"\p{Cc}]/u.test(address)) return undefined;
  try {
    const { href, protocol, username, password, pathname } = new URL(address);
    const isSafe = schemes.has(protocol) && username === '' && password === '' && pathname !== '';
    return isSafe ? href.replaceAll("'", '%27') : undefined;
  } catch {
    return undefined;
  }
}

/** The runs of a paragraph; neighbours look different, and line breaks are runs of their own. */
export function parseInline(paragraph: string, schemes = SCHEMES): RichRun[] {
  return joined(piecesOf(paragraph, schemes).map(({ from: _, ...run }) => run));
}

/** Whether words may be printed otherwise than they are written. */
const hasSigns = (words: string): boolean => /[*\\[]/.test(words);

/** A row of one to three asterisks. */
interface Row {
  /** Its index among the tokens, and its place in the paragraph. */
  index: number;
  from: number;
  length: number;
  opens: boolean;
  closes: boolean;
  /** It is one asterisk inside a word. */
  isInside: boolean;
  /** How many of its asterisks end and begin a look. */
  ended: number;
  begun: number;
}

const WORD = /[\p{L}\p{N}]/u;

/** The asterisks that begin or end a look. */
const LENGTHS = { emphasis: 1, strong: 2 } as const;

const ESCAPE = '\\\\[!-/:-@[-`{-~]';
const TOKEN = new RegExp(`${ESCAPE}|\\*+|(?:(?!${ESCAPE})[^*])+`, 'g');
/** A link, or an escaped sign, which begins none. */
const LINK = new RegExp(
  `${ESCAPE}|\\[(?<words>(?:\\\\[^]|[^\\\\[\\]])+)\\]\\((?<address>(?:\\\\[!-/:-@[-\`{-~]|[^\\s()\\\\<>"]|\\([^\\s()\\\\<>"]*\\)){1,${LONGEST_ADDRESS}})\\)`,
  'g',
);

/** What a stretch of the paragraph is: words that lead somewhere or nowhere, or the signs of a link. */
interface Stretch {
  from: number;
  to: number;
  link?: string;
}

/** The pieces of a paragraph, in order; words without a sign are one. */
export function piecesOf(paragraph: string, schemes = SCHEMES): Piece[] {
  if (!hasSigns(paragraph)) return paragraph === '' ? [] : [{ text: paragraph, from: 0 }];
  const pieces: Piece[] = [];
  const rows: Row[] = [];
  for (const { from, to, link } of stretchesOf(paragraph, schemes))
    for (const { 0: token, index } of paragraph.slice(from, to).matchAll(TOKEN)) {
      const at = from + index;
      if (/^\*{1,3}$/.test(token)) rows.push(rowAt(paragraph, at, token.length, pieces.length));
      const isEscaped = token.length === 2 && new RegExp(`^${ESCAPE}$`).test(token);
      const own = isEscaped ? { text: token.slice(1), from: at + 1 } : { text: token, from: at };
      pieces.push({ ...own, ...(link !== undefined && { link }) });
    }
  pair(rows, 'strong', paragraph);
  pair(rows, 'emphasis', paragraph);
  return withLooks(pieces, rows);
}

/** The words of links and those between them. */
function stretchesOf(paragraph: string, schemes: ReadonlySet<string>): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { 0: whole, index, groups: { words, address } = {} } of paragraph.matchAll(LINK)) {
    if (words === undefined || address === undefined || words.trim() === '') continue;
    const link = safeAddress(
      address.replace(new RegExp(ESCAPE, 'g'), (sign) => sign.slice(1)),
      schemes,
    );
    if (link === undefined) continue;
    stretches.push({ from: end, to: index }, { from: index + 1, to: index + 1 + words.length, link });
    end = index + whole.length;
  }
  return [...stretches, { from: end, to: paragraph.length }];
}

function rowAt(paragraph: string, from: number, length: number, index: number): Row {
  const [before = ' ', after = ' '] = [paragraph[from - 1], paragraph[from + length]];
  const isInside = length === 1 && WORD.test(before) && WORD.test(after);
  return {
    index,
    from,
    length,
    opens: /\S/.test(after),
    closes: /\S/.test(before),
    isInside,
    ended: 0,
    begun: 0,
  };
}

/** Pairs the rows of a look: each that can end it does so where it was begun, and the last that can begin it before an end does so. */
function pair(rows: readonly Row[], look: keyof typeof LENGTHS, paragraph: string): void {
  const own = LENGTHS[look];
  let open: Row | undefined;
  for (const row of rows) {
    if ((row.length & own) === 0) continue;
    const isApart = open?.isInside && row.isInside && /\s/.test(paragraph.slice(open.from, row.from));
    if (open !== undefined && row.closes && !isApart) {
      open.begun += own;
      row.ended += own;
      open = undefined;
    } else if (row.opens) open = row;
  }
}

/** The pieces with their looks; of rows those asterisks are left that are not part of a pair. */
function withLooks(pieces: readonly Piece[], rows: readonly Row[]): Piece[] {
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  let looks = 0;
  const lookOf = (bits: number): Pick<RichRun, 'strong' | 'emphasis'> => ({
    ...((bits & LENGTHS.strong) !== 0 && { strong: true }),
    ...((bits & LENGTHS.emphasis) !== 0 && { emphasis: true }),
  });
  return pieces.flatMap((piece, index): Piece[] => {
    const row = byIndex.get(index);
    if (row === undefined) return [{ ...piece, ...lookOf(looks) }];
    const { from, length, ended, begun } = row;
    const around = looks & ~ended;
    looks = around | begun;
    const left = length - ended - begun;
    return left === 0 ? [] : [{ ...piece, text: '*'.repeat(left), from: from + ended, ...lookOf(around) }];
  });
}

/** The words of runs. */
export const plainWords = (runs: RichParagraph): string => runs.map(({ text }) => text).join('');

/** Words without signs, as they are printed; each paragraph on a line. */
export function plainInline(words: string): string {
  if (!hasSigns(words)) return words;
  return paragraphsOf(words)
    .map((paragraph) => plainWords(piecesOf(paragraph)))
    .join('\n');
}

/** Where each character of the words without signs, and what follows the last, stands in the words with them; UTF-16 units. */
export function placesInInline(words: string): number[] {
  if (!hasSigns(words)) return Array.from({ length: words.length + 1 }, (_, index) => index);
  const places: number[] = [];
  let end = 0;
  for (const paragraph of paragraphsOf(words)) {
    if (places.length > 0) places.push(end);
    const start = words.indexOf(paragraph, end);
    for (const { text, from } of piecesOf(paragraph))
      places.push(...Array.from({ length: text.length }, (_, index) => start + from + index));
    end = start + paragraph.length;
  }
  return [...places, end];
}

/** The runs of a text whose lines are paragraphs; line breaks and spaces stay. */
export function parseInlineLines(words: string): RichRun[] {
  return joined(
    words
      .split('\n')
      .flatMap((line, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...parseInline(line)]),
  );
}

/** Whether two texts print the same, letter by letter; looks of spaces nobody sees. */
export function isSameInline(a: string, b: string): boolean {
  return a === b || isSameRuns(parseInlineLines(a), parseInlineLines(b));
}

/** Whether runs print the same; looks of spaces nobody sees. */
export function isSameRuns(a: RichParagraph, b: RichParagraph): boolean {
  return plainWords(a) === plainWords(b) && isDeepStrictEqual(looksOf(a), looksOf(b));
}

/** What each character looks like, but for spaces. */
const looksOf = (runs: RichParagraph): RichRun[] =>
  joined(runs.map((run) => ({ ...run, text: run.text.replace(/(?!\n)\s/g, '') })));

/** A paragraph that is read as these runs again. A link to an address that it cannot have is left out: see `isWritable`. */
export function writeInline(runs: RichParagraph, escapeWords: Escape = escaped, schemes = SCHEMES): string {
  const own = runs.map(({ link, ...run }): RichRun => {
    const address = link && safeAddress(link, schemes);
    return address === undefined ? run : { ...run, link: address };
  });
  return written(joined(own), escapeWords);
}

/** Gives words with the signs escaped that could mean something. */
type Escape = (words: string) => string;

const escaped: Escape = (words) => words.replace(/[\\*[\]]/g, '\\$&');

/** Ways of escaping, from none to all; where looks do not part them, brackets that make no link mean nothing. */
const ESCAPES: readonly Escape[] = [
  (words) => words,
  (words) => words.replace(/\\(?=[!-/:-@[-`{-~]|$)|\*|\[(?=[^[]*\]\()/g, '\\$&'),
  escaped,
];

/** Runs as a text whose lines are paragraphs. Signs are escaped only in lines where they would mean something. */
export function writeInlineLines(runs: RichParagraph): string {
  const lines: RichRun[][] = [[]];
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  return lines
    .map((line) => {
      const own = parseInline(writeInline(line));
      const texts = ESCAPES.map((escapeWords) => writeInline(line, escapeWords));
      return texts.find((text) => isSameRuns(parseInline(text), own)) ?? '';
    })
    .join('\n');
}

/** Words that print these words as they stand. */
export function escapeInline(words: string): string {
  return hasSigns(words) ? writeInlineLines([{ text: words }]) : words;
}

/** Whether a run can be written as it is: it is no link, or one to an address that texts can have. */
export function isWritable({ link }: RichRun): boolean {
  return link === undefined || safeAddress(link) !== undefined;
}

/** Looks stand inside links, so that each link is written for itself; spaces at its ends stand outside. */
function written(runs: RichParagraph, escapeWords: Escape): string {
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const link = runs[at]?.link;
    let end = at + 1;
    while (end < runs.length && runs[end]?.link === link) end++;
    const words = withRows(runs.slice(at, end), escapeWords);
    const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
    text += link === undefined || inner === '' ? words : `${before}[${inner}](${addressOf(link)})${after}`;
    at = end;
  }
  return text;
}

/** Words with rows of asterisks where a look begins or ends; none stands at the wrong side of a space, where it would mean nothing. */
function withRows(runs: RichParagraph, escapeWords: Escape): string {
  const row = (looks: number): string => '*'.repeat(looks);
  let [text, space, open, inside] = ['', '', 0, 0];
  for (const run of runs)
    for (const part of escapeWords(run.text).split(/(\s+)/)) {
      if (part.trim() === '') {
        space += part;
        continue;
      }
      const looks = (run.strong ? LENGTHS.strong : 0) + (run.emphasis ? LENGTHS.emphasis : 0);
      // What begins inside a word ends with it.
      const stay = space === '' ? 0 : open & looks & ~inside;
      if (space !== '') inside = 0;
      else if (text !== '') inside |= looks & ~open;
      text += space === '' ? row(open ^ looks) : row(open ^ stay) + space + row(looks ^ stay);
      text += part;
      [space, open] = ['', looks];
    }
  return text + row(open) + space;
}

/** An address between parentheses; its own are escaped where they are no pairs. */
const addressOf = (address: string): string =>
  /^(?:[^()\\]|\([^()\\]*\))*$/.test(address) ? address : address.replace(/[\\()]/g, '\\$&');

/** Neighbouring runs of one look as one; line breaks stand alone and have none. */
export function joined(runs: RichParagraph): RichRun[] {
  const result: RichRun[] = [];
  for (const run of runs.flatMap(atBreaks)) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (run.text === '\n') result.push({ text: '\n' });
    else if (last !== undefined && last.text !== '\n' && LOOKS.every((look) => last[look] === run[look]))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function atBreaks(run: RichRun): RichRun[] {
  if (!run.text.includes('\n')) return [run];
  return run.text.split(/(\n)/).map((text) => ({ ...run, text }));
}

const LOOKS = ['link', 'strong', 'emphasis'] as const;

/** Runs without the looks that all of their words have: these are the look of the whole. */
export function looksAmong(runs: RichParagraph): RichRun[] {
  const words = runs.filter(({ text }) => text.trim() !== '');
  const [isStrong, isEmphasis] = [
    words.every(({ strong }) => strong),
    words.every(({ emphasis }) => emphasis),
  ];
  return joined(
    runs.map(({ strong, emphasis, ...run }) => ({
      ...run,
      ...(strong && !isStrong && { strong }),
      ...(emphasis && !isEmphasis && { emphasis }),
    })),
  );
}

/** The runs of words that are bold or italic. */
export function emphatic(runs: RichParagraph): RichRun[] {
  return runs.filter(({ text, strong, emphasis }) => text.trim() !== '' && (strong ?? emphasis));
}

/**
 * Runs with the links of other runs, where they have the words of these in the same order.
 *
 * @returns also the links whose words they do not have
 */
export function withLinksOf(
  runs: RichParagraph,
  others: RichParagraph,
): { runs: RichRun[]; lost: RichRun[] } {
  const words = plainWords(runs);
  const lost: RichRun[] = [];
  let letters = runs.flatMap((run) => run.text.split('').map((text): RichRun => ({ ...run, text })));
  let from = 0;
  for (const { text, link } of joined(others.map(({ strong: _, emphasis: __, ...run }) => run))) {
    if (link === undefined) continue;
    const at = words.indexOf(text, from);
    if (at < 0) lost.push({ text, link });
    else {
      const end = at + text.length;
      letters = letters.map((letter, index) => (index >= at && index < end ? { ...letter, link } : letter));
      from = end;
    }
  }
  return { runs: joined(letters), lost };
}
