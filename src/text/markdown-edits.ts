/** A Markdown text with other words, with new paragraphs and without some: everything else of it stays as it was typed. */
import type { RichParagraph } from '../model/index.ts';
import { type Container, type MarkdownParagraph, readMarkdown } from './markdown.ts';
import { markdownOf, withParagraphs } from './markdown-words.ts';

/** A paragraph that comes. */
export interface Addition {
  runs: RichParagraph;
  /** It is one more of the list or quote that the one before it stands in; else it stands behind that. */
  inside: boolean;
}

/** What becomes of the paragraphs that a text was read as. */
export interface MarkdownEdits {
  /** Other words. */
  words: ReadonlyMap<MarkdownParagraph, RichParagraph>;
  /** Paragraphs that come, by those that they stand behind. */
  added: ReadonlyMap<MarkdownParagraph, readonly Addition[]>;
  /** Paragraphs that go, with the item, row, list, quote or table that then says nothing more. */
  gone: ReadonlySet<MarkdownParagraph>;
}

export interface EditedMarkdown {
  source: string;
  /** What Markdown would understand otherwise, and is not done: paragraphs that stay, and new ones that have no place. */
  stays: readonly MarkdownParagraph[];
  left: readonly Addition[];
}

type Paragraph = MarkdownParagraph | Addition;

/** A text on its way: its paragraphs, and which of the edits each of them is. */
interface State {
  source: string;
  paragraphs: readonly MarkdownParagraph[];
  keys: readonly Paragraph[];
  /** What they are to say. */
  words: readonly string[];
}

/**
 * A text with other words in its paragraphs, with new ones and without some. New and missing paragraphs are tried: they are made only if
 * the text is then read as it is wished. So the first words of an item that goes on do not go, and a row is not half there.
 *
 * @param paragraphs what `readMarkdown` found in the text
 */
export function editMarkdown(
  source: string,
  paragraphs: readonly MarkdownParagraph[],
  { words, added, gone }: MarkdownEdits,
): EditedMarkdown {
  const wordsAt = (index: number): RichParagraph | undefined => {
    const own = paragraphs[index];
    return own && words.get(own);
  };
  const reworded = withParagraphs(source, (_, index) => wordsAt(index));
  const said = readMarkdown(reworded).paragraphs;
  const keys = said.length === paragraphs.length ? paragraphs : said;
  const begun: State = { source: reworded, paragraphs: said, keys, words: said.map(plain) };
  const more = inSteps(begun, [...added], withAdditions);
  // A text that goes as a whole is taken out by hand.
  if (gone.size === paragraphs.length) return { source, stays: paragraphs, left: [...added.values()].flat() };
  const fewer = inSteps(more.state, [...gone], withoutParagraphs);
  return { source: fewer.state.source, stays: fewer.left, left: more.left.flatMap(([, own]) => own) };
}

const plain = ({ runs }: { runs: RichParagraph }): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Steps that can be made, all at once or else one by one; `left` are the others. */
function inSteps<T>(
  before: State,
  steps: readonly T[],
  make: (state: State, steps: readonly T[]) => State | undefined,
): { state: State; left: T[] } {
  const all = steps.length === 0 ? before : make(before, steps);
  if (all !== undefined) return { state: all, left: [] };
  let state = before;
  const left = steps.filter((step, index) => {
    const next = index < MOST_STEPS ? make(state, [step]) : undefined;
    state = next ?? state;
    return next === undefined;
  });
  return { state, left };
}

/** Steps that are tried one by one: each reads the text anew. */
const MOST_STEPS = 100;

/** The state with another source, if that is read as paragraphs of these words. */
function readAs(source: string, wished: readonly { key: Paragraph; words: string }[]): State | undefined {
  const { paragraphs, problems } = readMarkdown(source);
  const said = paragraphs.map(plain);
  const isWished = said.length === wished.length && wished.every(({ words }, at) => words === said[at]);
  if (problems.length > 0 || !isWished) return undefined;
  return { source, paragraphs, keys: wished.map(({ key }) => key), words: said };
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
    listed(state).flatMap((own) => [
      own,
      ...(added.get(own.key) ?? []).map((key) => ({ key, words: plain(key) })),
    ]),
  );
}

function withoutParagraphs(state: State, steps: readonly MarkdownParagraph[]): State | undefined {
  const gone = new Set<Paragraph | undefined>(steps);
  const { keys, paragraphs } = state;
  const left = paragraphs.filter((_, at) => !gone.has(keys[at]));
  const kept = new Set(left.flatMap(({ within }) => within));
  const empty = new Set<Span>(
    paragraphs
      .filter((_, at) => gone.has(keys[at]))
      .map((own) => own.within.find((container) => !kept.has(container)) ?? own),
  );
  const cuts = [...empty].map((span) => removal(state.source, span));
  const rest = withCuts(state.source, cuts);
  const end = /\n*$/.exec(state.source)?.[0] ?? '';
  return readAs(
    rest.replace(/\s+$/, '') + end,
    listed(state).filter(({ key }) => !gone.has(key)),
  );
}

/** A stretch of the source, and what takes its place. */
interface Cut extends Span {
  text: string;
}
type Span = Pick<Container, 'from' | 'to'>;

/** From the end, so that places stay right; of those at one place the first comes first, and what two cut out goes once. */
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

/** Nothing but the signs of quotes and spaces. */
const BLANK = /^[ \t>]*$/;

/** What is cut out with a container, so that what stood around it is parted as before; the words alone where they share a line. */
function removal(source: string, { from, to }: Span): Cut {
  const start = lineStart(source, from);
  const end = lineEnd(source, to);
  if (!BLANK.test(source.slice(start, from)) || !BLANK.test(source.slice(to, end)))
    return { from, to, text: '' };
  const next = Math.min(end + 1, source.length);
  const after = lineEnd(source, next);
  const before = lineStart(source, start - 1);
  const isParted = start === 0 || BLANK.test(source.slice(before, start - 1));
  // One of the empty lines around it goes too; those of a quote have its sign.
  const margin = source.slice(start, from).trim();
  const isEmpty = (line: string): boolean => BLANK.test(line) && line.trim() === margin;
  if (isParted && isEmpty(source.slice(next, after)))
    return { from: start, to: Math.min(after + 1, source.length), text: '' };
  const isLast = margin !== '' && isEmpty(source.slice(before, start - 1));
  return { from: isLast ? before : start, to: next, text: '' };
}

/** Where a new paragraph goes, and as what; undefined where it has no place. */
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
