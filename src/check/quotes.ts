import { LANGUAGES, type QuotationMarks } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';

/** A pair of quotation marks in a text, and the pairs nested in it. */
export interface Quotation {
  /** Offset of the opening mark. */
  start: number;
  /** Offset of the closing mark. */
  end: number;
  inner: Quotation[];
}

/** The quotations in a text, and the unpaired quotation marks. */
export interface Quotations {
  pairs: Quotation[];
  alone: number[];
}

/** A quotation mark or the end of a paragraph. The sign for seconds after minutes (17’ 30”) is not a quotation mark. */
const MARKS = /(?<!\d[’'′] ?\d{1,2})["”]|[“„«»]|\n+/g;

/** A mark after a number, which may be an inch mark. */
const INCHES = /\d["”]/;

/** Maximum depth of nested quotations. A mark that would open a deeper quotation counts as unpaired. */
const DEEPEST = 50;

/**
 * Pairs the double quotation marks in a text, regardless of their style. The two marks of a pair may be the same
 * character. A quotation ends with its paragraph unless the next paragraph starts with the same mark or the next mark of
 * the text closes it; in both cases, the mark is neither paired nor alone. A » opens a quotation after any character only
 * in languages where it is an alternative opening mark; elsewhere, it must be before a word. A straight mark after a
 * number, with nothing to close, is an inch mark.
 */
export function quotationsIn(words: string, lang: Lang): Quotations {
  const reversed = LANGUAGES[lang].typography.otherQuotes?.open === '»';
  const result: Quotations = { pairs: [], alone: [] };
  let open: Quotation[] = [];
  let unclosed: number[] = [];
  const close = (position: number) => {
    const quotation = open.pop();
    if (quotation === undefined) {
      if (unclosed.pop() === undefined && !INCHES.test(words.slice(position - 1, position + 1)))
        result.alone.push(position);
    } else {
      quotation.end = position;
      (open.at(-1)?.inner ?? result.pairs).push(quotation);
    }
  };
  for (const { 0: mark, index } of words.matchAll(MARKS)) {
    if (mark.startsWith('\n')) {
      const next = words.charAt(index + mark.length);
      unclosed.push(...open.map(({ start }) => start).filter((start) => words.charAt(start) !== next));
      open = [];
      continue;
    }
    const opening = words[open.at(-1)?.start ?? unclosed.at(-1) ?? -1];
    if (isClosing(mark, opening, reversed, sideOf(words, index))) close(index);
    else if (open.length === DEEPEST) result.alone.push(index);
    else {
      result.alone.push(...unclosed);
      unclosed = [];
      open.push({ start: index, end: index, inner: [] });
    }
  }
  result.alone.push(...unclosed, ...open.map(({ start }) => start));
  return result;
}

/** Whether a quotation mark is before or after a word; undefined if there is a word on both sides or on neither. */
function sideOf(words: string, position: number): 'before' | 'after' | undefined {
  const isAtStart = /[\s([«„]/.test(words[position - 1] ?? ' ');
  const next = words[position + 1] ?? ' ';
  if (isAtStart) return /\s/.test(next) ? undefined : /[.,;:!?)\]]/.test(next) ? 'after' : 'before';
  return /[\p{L}\p{N}]/u.test(next) ? undefined : 'after';
}

function isClosing(
  mark: string,
  open: string | undefined,
  reversed: boolean,
  side: 'before' | 'after' | undefined,
): boolean {
  switch (mark) {
    case '”':
      return side !== 'before' || (open !== undefined && open !== '«');
    case '»':
      return open === '«' || (!reversed && side !== 'before');
    case '«':
      return open === '»';
    case '"':
      return side === undefined ? open !== undefined : side === 'after';
    case '“':
      // In German, this mark closes quotations, including those opened with a straight mark.
      return open === '„' || ((open === '“' || open === '"') && side !== 'before');
    default:
      // A mark may be used incorrectly to close a quotation, as in "Stimmen am Fluss„.
      return open !== undefined && side === 'after';
  }
}

/** Finds the outermost quotations that do not have the quotation marks of the language. */
export function wrongQuotations(words: string, lang: Lang): Quotation[] {
  const wrongAt = (pairs: readonly Quotation[], depth: number): Quotation[] =>
    pairs.flatMap((pair) => {
      const right = marksAt(lang, depth).some(
        ({ open, close }) => words[pair.start] === open && words[pair.end] === close,
      );
      return right ? wrongAt(pair.inner, depth + 1) : [pair];
    });
  return wrongAt(quotationsIn(words, lang).pairs, 0);
}

/** Rewrites a quotation, and the quotations nested in it, with the quotation marks of the language. */
export function requoted(words: string, { start, end, inner }: Quotation, lang: Lang, depth = 0): string {
  const [marks] = marksAt(lang, depth);
  let text = '';
  let from = start + 1;
  for (const quotation of inner) {
    text += words.slice(from, quotation.start) + requoted(words, quotation, lang, depth + 1);
    from = quotation.end + 1;
  }
  text += words.slice(from, end);
  return `${marks.open}${marks.space}${text.trim()}${marks.space}${marks.close}`;
}

/**
 * The quotation marks that are correct in a language at a nesting depth. Nested quotations may also have the marks of
 * outer quotations.
 */
function marksAt(lang: Lang, depth: number): readonly [QuotationMarks, ...QuotationMarks[]] {
  const [outer, inner] = LANGUAGES[lang].typography.quotes;
  return depth === 0 ? [outer] : [inner, outer];
}
