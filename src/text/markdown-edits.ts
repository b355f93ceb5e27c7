/** Edits a Markdown text: replaces, inserts and removes paragraphs, and leaves the rest of the source unchanged. */
import { oneLine, type RichParagraph } from '../model/index.ts';
import { plainWords } from './inline.ts';
import { type Container, type MarkdownParagraph, readMarkdown } from './markdown.ts';
import { markdownOf, withParagraphs } from './markdown-words.ts';

/** A paragraph to be inserted. */
export interface Addition {
  runs: RichParagraph;
  /**
   * Whether the paragraph is inserted into the list or quote of the preceding paragraph, rather than after that list or
   * quote.
   */
  inside: boolean;
}

/** The edits to be made to the paragraphs of a text. */
export interface MarkdownEdits {
  /** The new words of paragraphs. */
  words: ReadonlyMap<MarkdownParagraph, RichParagraph>;
  /** Paragraphs to be inserted, by the paragraph after which they are inserted. */
  added: ReadonlyMap<MarkdownParagraph, readonly Addition[]>;
  /** Paragraphs to be removed. An item, row, list, quote or table that becomes empty is removed as well. */
  gone: ReadonlySet<MarkdownParagraph>;
}

export interface EditedMarkdown {
  source: string;
  /**
   * Paragraphs that were not removed, because without them Markdown would parse the rest of the text differently.
   * `left` are the additions that were not inserted for the same reason.
   */
  stays: readonly MarkdownParagraph[];
  left: readonly Addition[];
}

type Paragraph = MarkdownParagraph | Addition;

/**
 * An intermediate state of a text: its paragraphs, each with the original paragraph or addition to which it
 * corresponds.
 */
interface State {
  source: string;
  paragraphs: readonly MarkdownParagraph[];
  keys: readonly Paragraph[];
  /** The words that the paragraphs must have in this state. */
  words: readonly string[];
}

/**
 * Edits the paragraphs of a text. An insertion or removal is made only if the result is parsed as expected. For
 * example, the first paragraph of a list item with more content is not removed, and no table row is left incomplete.
 *
 * @param paragraphs the paragraphs of the text from `readMarkdown`
 */
export function editMarkdown(
  source: string,
  paragraphs: readonly MarkdownParagraph[],
  { words, added, gone }: MarkdownEdits,
): EditedMarkdown {
  const wordsAt = (index: number): RichParagraph | undefined => {
    const paragraph = paragraphs[index];
    return paragraph && words.get(paragraph);
  };
  const reworded = withParagraphs(source, (_, index) => wordsAt(index));
  const reread = readMarkdown(reworded).paragraphs;
  const keys = reread.length === paragraphs.length ? paragraphs : reread;
  const begun: State = { source: reworded, paragraphs: reread, keys, words: reread.map(plain) };
  const more = inSteps(begun, [...added], withAdditions);
  // A text is never removed as a whole; this is left to the editors.
  if (gone.size === paragraphs.length) return { source, stays: paragraphs, left: [...added.values()].flat() };
  const fewer = inSteps(more.state, [...gone], withoutParagraphs);
  return {
    source: fewer.state.source,
    stays: fewer.left,
    left: more.left.flatMap(([, rejected]) => rejected),
  };
}

const plain = ({ runs }: { runs: RichParagraph }): string => oneLine(plainWords(runs));

/** Performs all steps at once or, if that fails, one by one. `left` contains the steps that failed. */
function inSteps<T>(
  before: State,
  steps: readonly T[],
  make: (state: State, steps: readonly T[]) => State | undefined,
): { state: State; left: T[] } {
  const all = steps.length === 0 ? before : make(before, steps);
  if (all !== undefined) return { state: all, left: [] };
  let state = before;
  const left = steps.filter((step, index) => {
    const next = index < MAX_STEPS ? make(state, [step]) : undefined;
    state = next ?? state;
    return next === undefined;
  });
  return { state, left };
}

/** Maximum number of steps that are tried one by one, because the text is parsed again after each step. */
const MAX_STEPS = 100;

/** The state of a text with a new source. Undefined unless its paragraphs have the expected words. */
function readAs(source: string, wished: readonly { key: Paragraph; words: string }[]): State | undefined {
  const { paragraphs, problems } = readMarkdown(source);
  const plainWords = paragraphs.map(plain);
  const isWished =
    plainWords.length === wished.length && wished.every(({ words }, at) => words === plainWords[at]);
  if (problems.length > 0 || !isWished) return undefined;
  return { source, paragraphs, keys: wished.map(({ key }) => key), words: plainWords };
}

const listed = ({ keys, words }: State): { key: Paragraph; words: string }[] =>
  keys.map((key, at) => ({ key, words: words[at] ?? '' }));

function withAdditions(
  state: State,
  steps: readonly (readonly [MarkdownParagraph, readonly Addition[]])[],
): State | undefined {
  const added = new Map<Paragraph, readonly Addition[]>(steps);
  const cuts: Cut[] = [];
  for (const [at, key] of state.keys.entries()) {
    const before = state.paragraphs[at];
    for (const addition of added.get(key) ?? []) {
      const cut = before && insertion(state.source, before, addition);
      if (cut === undefined) return undefined;
      cuts.push(cut);
    }
  }
  return readAs(
    withCuts(state.source, cuts),
    listed(state).flatMap((item) => [
      item,
      ...(added.get(item.key) ?? []).map((key) => ({ key, words: plain(key) })),
    ]),
  );
}

function withoutParagraphs(state: State, steps: readonly MarkdownParagraph[]): State | undefined {
  const removed = new Set<Paragraph | undefined>(steps);
  const { keys, paragraphs } = state;
  const left = paragraphs.filter((_, at) => !removed.has(keys[at]));
  const kept = new Set(left.flatMap(({ within }) => within));
  const empty = new Set<Span>(
    paragraphs
      .filter((_, at) => removed.has(keys[at]))
      .map((paragraph) => paragraph.within.find((container) => !kept.has(container)) ?? paragraph),
  );
  const cuts = [...empty].map((span) => removal(state.source, span));
  const rest = withCuts(state.source, cuts);
  const end = /\n*$/.exec(state.source)?.[0] ?? '';
  return readAs(
    rest.replace(/\s+$/, '') + end,
    listed(state).filter(({ key }) => !removed.has(key)),
  );
}

/** A range of the source, and the text that replaces it. */
interface Cut extends Span {
  text: string;
}
type Span = Pick<Container, 'from' | 'to'>;

/**
 * Applies edits from the end of the source to its start, so that positions remain valid. Insertions at the same
 * position keep their order. Where ranges overlap, the text is removed only once.
 */
function withCuts(source: string, cuts: readonly Cut[]): string {
  const ordered = [...cuts.entries()].sort(([i, a], [j, b]) => b.from - a.from || j - i);
  let [done, at] = ['', source.length];
  for (const [, { from, to, text }] of ordered) {
    done = text + source.slice(Math.min(to, at), at) + done;
    at = from;
  }
  return source.slice(0, at) + done;
}

const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1;

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** A line that contains only quote markers and spaces. */
const BLANK = /^[ \t>]*$/;

/**
 * The range to remove together with a container, so that the text before and after it stays separated. If there is
 * other text on the same line, only the container itself is removed.
 */
function removal(source: string, { from, to }: Span): Cut {
  const start = lineStart(source, from);
  const end = lineEnd(source, to);
  if (!BLANK.test(source.slice(start, from)) || !BLANK.test(source.slice(to, end)))
    return { from, to, text: '' };
  const next = Math.min(end + 1, source.length);
  const after = lineEnd(source, next);
  const before = lineStart(source, start - 1);
  const isParted = start === 0 || BLANK.test(source.slice(before, start - 1));
  // An empty line before or after the container is removed as well; in a quote, such a line contains the quote marker.
  const margin = source.slice(start, from).trim();
  const isEmpty = (line: string): boolean => BLANK.test(line) && line.trim() === margin;
  if (isParted && isEmpty(source.slice(next, after)))
    return { from: start, to: Math.min(after + 1, source.length), text: '' };
  const isLast = margin !== '' && isEmpty(source.slice(before, start - 1));
  return { from: isLast ? before : start, to: next, text: '' };
}

/** The position of an inserted paragraph and its Markdown; undefined if it cannot be inserted. */
function insertion(source: string, before: MarkdownParagraph, { runs, inside }: Addition): Cut | undefined {
  const { within } = before;
  const item = within.findLast(({ kind }) => kind === 'item');
  const quote = within.find(({ kind }) => kind === 'quote');
  if (within.some(({ kind }) => kind === 'table')) return undefined;
  const words = markdownOf(runs);
  const behind = ({ to }: Span, lines: readonly string[]): Cut => ({
    from: to,
    to,
    text: lines.map((line) => `\n${line}`).join(''),
  });
  if (inside && item !== undefined) {
    const margin = source.slice(lineStart(source, item.from), item.from);
    const [marker = '', sign = ''] = /^(?:([-*+])|\d{1,9}[.)])[ \t]+/.exec(source.slice(item.from)) ?? [];
    const list = within.findLast(({ kind }) => kind === 'list') ?? item;
    const isLoose = source
      .slice(list.from, list.to)
      .split('\n')
      .some((line) => BLANK.test(line));
    const next = sign === '' ? marker.replace(/^\d+/, (number) => String(Number(number) + 1)) : marker;
    const [first = '', ...rest] = words.split('\n');
    const indent = margin + ' '.repeat(next.length);
    return behind(item, [
      ...(isLoose ? [margin.trimEnd()] : []),
      margin + next + first,
      ...rest.map((line) => indent + line),
    ]);
  }
  const [outer] = within;
  if (inside && quote !== undefined)
    return behind(before, ['>', ...words.split('\n').map((line) => `> ${line}`)]);
  return outer && behind(outer, ['', words]);
}
