import { diffArrays } from 'diff';
import { countsOf, type Lang } from '../model/index.ts';
import type { ParagraphDiff, Segment } from './change.ts';
import { wordTokens } from './words.ts';

/**
 * Maximum number of differing tokens or paragraphs in a diff. If there are more, the whole text is shown as replaced,
 * because the time for a diff grows quadratically.
 */
const MAX_EDITS = 2000;
/** Maximum size of a gap (old paragraphs × new paragraphs) in which paragraphs are paired. */
const MAX_PAIRS = 2500;
/** Two paragraphs that have at least this share of words in common count as versions of the same paragraph. */
const PAIRED_FROM = 0.3;
/** Maximum number of pieces in the diff of a paragraph in which few words are unchanged. */
const MAX_PIECES = 3;
/**
 * If the diff of a paragraph has more pieces than `MAX_PIECES` and less than this share of its words is unchanged, the
 * whole paragraph is shown as replaced, because that is easier to read.
 */
const KEPT_FROM = 0.25;

/**
 * The diff of two texts, by paragraph and word. A missing text counts as empty. `oldText` and `newText` restore the two
 * texts exactly.
 *
 * @param lang the language of the text, which determines how it is split into words
 */
export function diffText(
  oldWords: string | undefined,
  newWords: string | undefined,
  lang: Lang,
): ParagraphDiff[] {
  const gaps = gapsOf(paragraphs(oldWords), paragraphs(newWords));
  return gaps.flatMap((gap) =>
    'same' in gap
      ? gap.same.map((text): ParagraphDiff => [{ kind: 'same', text }])
      : diffGap(gap.old, gap.new, lang),
  );
}

/** The old text of a diff. */
export function oldText(diff: readonly ParagraphDiff[]): string {
  return textOf(diff, 'deleted');
}

/** The new text of a diff. */
export function newText(diff: readonly ParagraphDiff[]): string {
  return textOf(diff, 'inserted');
}

function textOf(diff: readonly ParagraphDiff[], side: 'deleted' | 'inserted'): string {
  return diff
    .map((paragraph) => paragraph.filter((segment) => segment.kind === 'same' || segment.kind === side))
    .filter((segments) => segments.length > 0)
    .map((segments) => segments.map((segment) => segment.text).join(''))
    .join('\n');
}

const paragraphs = (words: string | undefined): string[] =>
  words === undefined || words === '' ? [] : words.split('\n');

type Gap = { same: readonly string[] } | { old: readonly string[]; new: readonly string[] };

/**
 * Divides two texts into sequences of equal paragraphs and, between these sequences, gaps with the old and new
 * paragraphs.
 */
function gapsOf(oldParagraphs: readonly string[], newParagraphs: readonly string[]): Gap[] {
  const runs = diffArrays([...oldParagraphs], [...newParagraphs], { maxEditLength: MAX_EDITS });
  if (runs === undefined) return [{ old: oldParagraphs, new: newParagraphs }];
  const gaps: Gap[] = [];
  for (const run of runs) {
    const last = gaps.at(-1);
    if (!run.added && !run.removed) gaps.push({ same: run.value });
    else if (last !== undefined && 'old' in last) {
      gaps[gaps.length - 1] = run.added
        ? { old: last.old, new: [...last.new, ...run.value] }
        : { old: [...last.old, ...run.value], new: last.new };
    } else gaps.push(run.added ? { old: [], new: run.value } : { old: run.value, new: [] });
  }
  return gaps;
}

function diffGap(
  oldParagraphs: readonly string[],
  newParagraphs: readonly string[],
  lang: Lang,
): ParagraphDiff[] {
  return pairs(oldParagraphs, newParagraphs, lang).map(([before, after]) => {
    if (before === undefined) return [{ kind: 'inserted', text: after ?? '' }];
    if (after === undefined) return [{ kind: 'deleted', text: before }];
    return diffParagraph(before, after, lang);
  });
}

type Pair = readonly [string | undefined, string | undefined];

/**
 * Pairs similar old and new paragraphs without changing their order, so that the pairs have as many words in common as
 * possible.
 */
function pairs(before: readonly string[], after: readonly string[], lang: Lang): Pair[] {
  if (before.length === 1 && after.length === 1) return [[before[0], after[0]]];
  if (before.length * after.length > MAX_PAIRS)
    return [
      ...before.map((text): Pair => [text, undefined]),
      ...after.map((text): Pair => [undefined, text]),
    ];
  const oldBags = before.map((text) => wordBag(text, lang));
  const newBags = after.map((text) => wordBag(text, lang));
  const gain = (i: number, j: number): number => {
    const common = likeness(oldBags[i] ?? [], newBags[j] ?? []);
    return common < PAIRED_FROM ? 0 : common;
  };
  const best = bestSums(before.length, after.length, gain);
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const found: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const paired = i < before.length && j < after.length ? gain(i, j) : 0;
    if (paired > 0 && at(i, j) === paired + at(i + 1, j + 1)) found.push([before[i++], after[j++]]);
    else if (i < before.length && (j === after.length || at(i, j) === at(i + 1, j)))
      found.push([before[i++], undefined]);
    else found.push([undefined, after[j++]]);
  }
  return found;
}

/**
 * Returns a table: `best[i][j]` is the highest total score for pairing the old paragraphs from `i` on with the new ones
 * from `j` on.
 */
function bestSums(rows: number, columns: number, gain: (i: number, j: number) => number): number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = best[i];
      if (row !== undefined) row[j] = Math.max(gain(i, j) + at(i + 1, j + 1), at(i + 1, j), at(i, j + 1));
    }
  }
  return best;
}

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token);

function wordBag(text: string, lang: Lang): string[] {
  return wordTokens(text, lang)
    .filter(isWord)
    .map((word) => word.toLowerCase());
}

/** The similarity of two lists of words (Dice coefficient; repeated words count each time). */
function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = countsOf(a);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

/** Tokens that both texts contain, or the old tokens and the new tokens that replace them. */
interface Piece {
  same: boolean;
  old: string;
  new: string;
}

function diffParagraph(before: string, after: string, lang: Lang): ParagraphDiff {
  const oldTokens = wordTokens(before, lang);
  const newTokens = wordTokens(after, lang);
  const replaced: Piece = { same: false, old: before, new: after };
  const runs = diffArrays(oldTokens, newTokens, { maxEditLength: MAX_EDITS });
  if (runs === undefined) return segments([replaced]);
  const pieces = joinChanges(
    runs.map(({ added, removed, value }) => pieceOf(value.join(''), added, removed)),
  );
  const kept = runs.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value);
  const share = countWords(kept) / Math.max(countWords(oldTokens), countWords(newTokens), 1);
  const isConfetti = pieces.filter((piece) => !piece.same).length > MAX_PIECES && share < KEPT_FROM;
  return segments(isConfetti ? [replaced] : pieces);
}

function countWords(tokens: readonly string[]): number {
  return tokens.filter(isWord).length;
}

function pieceOf(text: string, added: boolean, removed: boolean): Piece {
  return { same: !added && !removed, old: added ? '' : text, new: removed ? '' : text };
}

/**
 * Merges changes that are adjacent or separated by a single space, because several new words in a row are easier to
 * read as one change.
 */
function joinChanges(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  pieces.forEach((piece, index) => {
    const last = joined.at(-1);
    const bridge = piece.same && piece.old.trim() === '' && pieces[index + 1]?.same === false;
    if (last !== undefined && !last.same && (!piece.same || bridge)) {
      joined[joined.length - 1] = { same: false, old: last.old + piece.old, new: last.new + piece.new };
    } else joined.push(piece);
  });
  return joined;
}

/** Moves spaces that both versions have at the start or end of a change to the unchanged text. */
function withoutSpaces(piece: Piece): Piece[] {
  if (piece.same) return [piece];
  const start = common(piece.old, piece.new, (text) => text.slice(0, text.length - text.trimStart().length));
  const before = piece.old.slice(start.length);
  const after = piece.new.slice(start.length);
  const end = common(before, after, (text) => text.slice(text.trimEnd().length));
  const inner = (text: string): string => text.slice(0, text.length - end.length);
  return [kept(start), { same: false, old: inner(before), new: inner(after) }, kept(end)];
}

function kept(text: string): Piece {
  return { same: true, old: text, new: text };
}

function common(a: string, b: string, part: (text: string) => string): string {
  const found = part(a);
  return found === part(b) ? found : '';
}

function segments(pieces: readonly Piece[]): Segment[] {
  const list: Segment[] = [];
  const add = (kind: Segment['kind'], text: string): void => {
    const last = list.at(-1);
    if (kind === 'same' && last?.kind === 'same') list[list.length - 1] = { kind, text: last.text + text };
    else if (text !== '') list.push({ kind, text });
  };
  for (const piece of pieces.flatMap(withoutSpaces)) {
    if (piece.same) add('same', piece.old);
    else {
      add('deleted', piece.old);
      add('inserted', piece.new);
    }
  }
  return list;
}
