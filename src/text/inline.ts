/**
 * Inline markup of a paragraph, with the same syntax in all texts of the dataset: `*italic*`, `**bold**`, `***both***`,
 * `[words](address)`, and a backslash before an ASCII punctuation mark to print it literally. Everything else is
 * printed literally, including an asterisk or bracket without its pair. There are two differences from CommonMark.
 * Whether asterisks can open or close formatting depends only on the spaces next to them, so that any part of a text
 * can be bold. Two asterisks within different words are not a pair (Künstler*innen und Autor*innen).
 */

import { isDeepStrictEqual } from 'node:util';
import { paragraphsOf, type RichParagraph, type RichRun } from '../model/index.ts';

/** A part of a paragraph with uniform formatting, and its position in UTF-16 code units. */
export interface Piece extends RichRun {
  from: number;
}

/** Allowed link schemes. The texts of parts also allow links to unencrypted pages and telephone numbers. */
const SCHEMES: ReadonlySet<string> = new Set(['https:', 'mailto:']);
export const PART_SCHEMES: ReadonlySet<string> = new Set([...SCHEMES, 'http:', 'tel:']);
const LONGEST_ADDRESS = 2000;

/**
 * Normalises an address to a URI in ASCII characters; undefined if the address is invalid or its scheme is not allowed.
 */
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

/** Parses a paragraph into runs. Adjacent runs differ in formatting, and line breaks are separate runs. */
export function parseInline(paragraph: string, schemes = SCHEMES): RichRun[] {
  return joined(piecesOf(paragraph, schemes).map(({ from: _, ...run }) => run));
}

/** Whether a text contains characters that may be markup. */
const hasSigns = (words: string): boolean => /[*\\[]/.test(words);

/** A run of one to three asterisks. */
interface Row {
  /** Index of the run among the pieces of the paragraph. */
  index: number;
  from: number;
  length: number;
  opens: boolean;
  closes: boolean;
  /** Whether the run is a single asterisk within a word. */
  isInside: boolean;
  /** Number of the asterisks that close formatting; `begun` is the number of those that open it. */
  ended: number;
  begun: number;
}

const WORD = /[\p{L}\p{N}]/u;

/** Number of asterisks in a delimiter. */
const LENGTHS = { emphasis: 1, strong: 2 } as const;

const ESCAPE = '\\\\[!-/:-@[-`{-~]';
const TOKEN = new RegExp(`${ESCAPE}|\\*+|(?:(?!${ESCAPE})[^*])+`, 'g');
/** A link, or an escaped character, which is matched so that it cannot begin a link. */
const LINK = new RegExp(
  `${ESCAPE}|\\[(?<words>(?:\\\\[^]|[^\\\\[\\]])+)\\]\\((?<address>(?:\\\\[!-/:-@[-\`{-~]|[^\\s()\\\\<>"]|\\([^\\s()\\\\<>"]*\\)){1,${LONGEST_ADDRESS}})\\)`,
  'g',
);

/** A range of the paragraph: either the words of a link or the text outside links. */
interface LinkRange {
  from: number;
  to: number;
  link?: string;
}

/** The pieces of a paragraph, in order; a text without markup is one piece. */
export function piecesOf(paragraph: string, schemes = SCHEMES): Piece[] {
  if (!hasSigns(paragraph)) return paragraph === '' ? [] : [{ text: paragraph, from: 0 }];
  const pieces: Piece[] = [];
  const rows: Row[] = [];
  for (const { from, to, link } of stretchesOf(paragraph, schemes))
    for (const { 0: token, index } of paragraph.slice(from, to).matchAll(TOKEN)) {
      const at = from + index;
      if (/^\*{1,3}$/.test(token)) rows.push(rowAt(paragraph, at, token.length, pieces.length));
      const isEscaped = token.length === 2 && new RegExp(`^${ESCAPE}$`).test(token);
      const piece = isEscaped ? { text: token.slice(1), from: at + 1 } : { text: token, from: at };
      pieces.push({ ...piece, ...(link !== undefined && { link }) });
    }
  pair(rows, 'strong', paragraph);
  pair(rows, 'emphasis', paragraph);
  return withLooks(pieces, rows);
}

/** Splits a paragraph into the words of links and the text between them. */
function stretchesOf(paragraph: string, schemes: ReadonlySet<string>): LinkRange[] {
  const stretches: LinkRange[] = [];
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

/**
 * Pairs the delimiters of one kind: each closing delimiter is paired with the last unpaired opening delimiter before
 * it.
 */
function pair(rows: readonly Row[], look: keyof typeof LENGTHS, paragraph: string): void {
  const length = LENGTHS[look];
  let open: Row | undefined;
  for (const row of rows) {
    if ((row.length & length) === 0) continue;
    const isApart = open?.isInside && row.isInside && /\s/.test(paragraph.slice(open.from, row.from));
    if (open !== undefined && row.closes && !isApart) {
      open.begun += length;
      row.ended += length;
      open = undefined;
    } else if (row.opens) open = row;
  }
}

/** Adds formatting to the pieces; unpaired asterisks stay in the text. */
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

/** The text of runs, without their formatting. */
export const plainWords = (runs: RichParagraph): string => runs.map(({ text }) => text).join('');

/** Removes the markup from a text; each line is a paragraph. */
export function plainInline(words: string): string {
  if (!hasSigns(words)) return words;
  return paragraphsOf(words)
    .map((paragraph) => plainWords(piecesOf(paragraph)))
    .join('\n');
}

/**
 * For each character of the printed words, and for their end, its position in the text with markup, in UTF-16 code
 * units.
 */
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

/** Parses a text whose lines are paragraphs; line breaks and spaces are unchanged. */
export function parseInlineLines(words: string): RichRun[] {
  return joined(
    words
      .split('\n')
      .flatMap((line, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...parseInline(line)]),
  );
}

/** Whether two texts print the same characters with the same formatting; the formatting of spaces is ignored. */
export function isSameInline(a: string, b: string): boolean {
  return a === b || isSameRuns(parseInlineLines(a), parseInlineLines(b));
}

/** Whether runs print the same characters with the same formatting; the formatting of spaces is ignored. */
export function isSameRuns(a: RichParagraph, b: RichParagraph): boolean {
  return plainWords(a) === plainWords(b) && isDeepStrictEqual(looksOf(a), looksOf(b));
}

/** The characters of runs except spaces, each with its formatting. */
const looksOf = (runs: RichParagraph): RichRun[] =>
  joined(runs.map((run) => ({ ...run, text: run.text.replace(/(?!\n)\s/g, '') })));

/**
 * Writes runs as a paragraph that parses to the same runs. A link with an address that is not allowed is omitted (see
 * `isWritable`).
 */
export function writeInline(runs: RichParagraph, escapeWords: Escape = escaped, schemes = SCHEMES): string {
  const rich = runs.map(({ link, ...run }): RichRun => {
    const address = link && safeAddress(link, schemes);
    return address === undefined ? run : { ...run, link: address };
  });
  return written(joined(rich), escapeWords);
}

/** Escapes characters that could be markup. */
type Escape = (words: string) => string;

const escaped: Escape = (words) => words.replace(/[\\*[\]]/g, '\\$&');

/**
 * Escape functions, from one that escapes nothing to one that escapes all special characters. The second function
 * escapes brackets only where they could form a link, which is sufficient unless formatting changes within the link.
 */
const ESCAPES: readonly Escape[] = [
  (words) => words,
  (words) => words.replace(/\\(?=[!-/:-@[-`{-~]|$)|\*|\[(?=[^[]*\]\()/g, '\\$&'),
  escaped,
];

/**
 * Writes runs as a text whose lines are paragraphs. Characters are escaped only in lines in which they would otherwise
 * be parsed as markup.
 */
export function writeInlineLines(runs: RichParagraph): string {
  const lines: RichRun[][] = [[]];
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  return lines
    .map((line) => {
      const parsed = parseInline(writeInline(line));
      const texts = ESCAPES.map((escapeWords) => writeInline(line, escapeWords));
      return texts.find((text) => isSameRuns(parseInline(text), parsed)) ?? '';
    })
    .join('\n');
}

/** Escapes a text so that it is printed literally. */
export function escapeInline(words: string): string {
  return hasSigns(words) ? writeInlineLines([{ text: words }]) : words;
}

/** Whether a run can be written without changes, that is, unless it links to an address that is not allowed. */
export function isWritable({ link }: RichRun): boolean {
  return link === undefined || safeAddress(link) !== undefined;
}

/**
 * Writes runs with their links. Asterisks are written inside the brackets of a link, so that each link can be parsed on
 * its own. Spaces at the ends of a link are moved outside the link.
 */
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

/**
 * Writes runs with asterisks at the start and end of formatting. Opening asterisks never precede a space and closing
 * asterisks never follow one, because they would then not be parsed as markup.
 */
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
      // Formatting that begins within a word ends at the end of that word.
      const stay = space === '' ? 0 : open & looks & ~inside;
      if (space !== '') inside = 0;
      else if (text !== '') inside |= looks & ~open;
      text += space === '' ? row(open ^ looks) : row(open ^ stay) + space + row(looks ^ stay);
      text += part;
      [space, open] = ['', looks];
    }
  return text + row(open) + space;
}

/** A link address for use within parentheses. If it contains unpaired parentheses, they are escaped. */
const addressOf = (address: string): string =>
  /^(?:[^()\\]|\([^()\\]*\))*$/.test(address) ? address : address.replace(/[\\()]/g, '\\$&');

/** Merges adjacent runs with the same formatting; line breaks are separate runs without formatting. */
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

/** Removes from runs the formatting that all their words have in common, because it belongs to the text as a whole. */
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

/** Whether a run is bold, italic or a link. */
export function hasLook({ strong, emphasis, link }: Omit<RichRun, 'text'>): boolean {
  return strong === true || emphasis === true || link !== undefined;
}

/** The bold or italic runs. */
export function emphatic(runs: RichParagraph): RichRun[] {
  return runs.filter(({ text, strong, emphasis }) => text.trim() !== '' && (strong ?? emphasis));
}

/**
 * Copies links from one list of runs to another that contains the words of these links in the same order.
 *
 * @returns the runs with links, and the links whose words were not found
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
