/** Texts of parts in a returned Word file: their paragraphs found again, one by one, and the Markdown that they wish. Pure. */
import { bookmarkName } from '../../document/bookmarks.ts';
import { partTarget } from '../../document/parts.ts';
import type { RichRun } from '../../model/part.ts';
import { paragraphsOf, type Stamp, type WordBlock, type WordParagraph } from '../../read/docx/model.ts';
import { runsIn, stampsOf, wordsIn } from '../../read/docx/settle.ts';
import { joined } from '../../text/inline.ts';
import { type MarkdownParagraph, readMarkdown } from '../../text/markdown.ts';
import { markdownOf } from '../../text/markdown-words.ts';
import { otherWords } from './others.ts';
import type { SentPart } from './sent.ts';

/** What a file wishes of the text of a part. */
export interface ReturnedPart {
  part: SentPart;
  /** The Markdown that it wishes. */
  source: string;
  stamps: readonly Stamp[];
  /** Somebody wrote without tracking. */
  untracked: boolean;
  /** Paragraphs of the file that are of the text, and found their place. */
  placed: readonly WordParagraph[];
  /** What went and cannot be taken out of the Markdown without its neighbours: items of lists, cells. */
  gone: readonly string[];
}

/** Bookmarks that word processors put in by themselves, and those of cells. */
const NOT_HEADINGS = /^_(?:f_|GoBack|Toc|Ref|Hlk|Hlt|MON_|PictureBullets)/i;

/** Whether a paragraph is the heading of a section of the programme. */
export function isSectionHead({ bookmarks }: WordParagraph): boolean {
  return bookmarks.some((name) => name.startsWith('_') && !NOT_HEADINGS.test(name));
}

/** The blocks of the section of a part, with its heading; none where its heading is not found. */
export function blocksOfPart(blocks: readonly WordBlock[], part: string): WordBlock[] {
  const name = bookmarkName(partTarget(part));
  const start = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.paragraph.bookmarks.includes(name),
  );
  if (start < 0) return [];
  const end = blocks.findIndex(
    (block, index) => index > start && block.kind === 'paragraph' && isSectionHead(block.paragraph),
  );
  return blocks.slice(start, end < 0 ? blocks.length : end);
}

/**
 * What the paragraphs of a section wish of the text that was sent. Paragraphs are matched in order: those that say what was sent in one of the
 * two readings first, the others between them by their places. What cannot be put into the Markdown – a new item in the middle of a list, a row of a
 * table – is left to be listed.
 *
 * @param others everything that was printed beside events
 */
export function returnedPart(
  part: SentPart,
  blocks: readonly WordBlock[],
  others: readonly string[],
): ReturnedPart {
  const { source } = part;
  // The words of a picture are for those who do not see it: they are not on the page.
  const own = readMarkdown(source).paragraphs.filter(({ kind }) => kind !== 'alt');
  const came = ofText(own, blocks, others);
  const pairs = matchParagraphs(own, came);
  const wishes = new Map<MarkdownParagraph, readonly RichRun[]>();
  const gone = new Set<MarkdownParagraph>();
  const changed: WordParagraph[] = [];
  for (const sent of own) {
    const found = pairs.get(sent);
    const now = runsIn(found === undefined ? [] : [found], 'accepted');
    if (isUnchanged(sent, now)) continue;
    if (found !== undefined) changed.push(found);
    if (linesOf(now) === '') gone.add(sent);
    else wishes.set(sent, now);
  }
  const added = additions(source, came, pairs);
  const all = [...changed, ...[...added.values()].flat()];
  const sentOf = new Map([...pairs].map(([sent, found]) => [found, sent]));
  const isTracked = (found: WordParagraph): boolean =>
    wordsIn([found], 'rejected') === linesOf(sentOf.get(found)?.runs ?? []);
  const blocksGone = [...gone].filter((sent) => isBlock(source, sent));
  return {
    part,
    source: rewritten(source, { wishes, added, gone: new Set(blocksGone) }),
    stamps: stampsOf(all),
    untracked: !all.every(isTracked),
    placed: [...pairs.values(), ...[...added.values()].flat()],
    gone: [...gone].filter((sent) => !blocksGone.includes(sent)).map(({ runs }) => linesOf(runs)),
  };
}

/** The paragraphs of a section that are of its text: not its title where the text has none, not who signs it. */
function ofText(
  own: readonly MarkdownParagraph[],
  blocks: readonly WordBlock[],
  others: readonly string[],
): WordParagraph[] {
  const texts = new Set(own.map(({ runs }) => otherWords(linesOf(runs))));
  const beside = new Set(others.map(otherWords).filter((words) => !texts.has(words)));
  return blocks
    .flatMap((block) => paragraphsOf(block))
    .filter(isSaid)
    .filter((paragraph) => !beside.has(otherWords(wordsIn([paragraph], 'rejected'))));
}

/** Whether a paragraph says something in one of its readings. */
const isSaid = (paragraph: WordParagraph): boolean =>
  wordsIn([paragraph], 'accepted') !== '' || wordsIn([paragraph], 'rejected') !== '';

const linesOf = (runs: readonly RichRun[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .normalize('NFC');

/** The words are the same, and so are their looks, where headings and cells have none of their own. */
function isUnchanged({ kind, runs }: MarkdownParagraph, now: readonly RichRun[]): boolean {
  if (linesOf(runs) !== linesOf(now)) return false;
  const looks = (own: readonly RichRun[]): string =>
    JSON.stringify(joined(own.map((run) => ({ ...run, text: run.text.replace(/\s/gu, '') }))));
  return kind !== 'paragraph' || looks(runs) === looks(now);
}

function matchParagraphs(
  own: readonly MarkdownParagraph[],
  came: readonly WordParagraph[],
): Map<MarkdownParagraph, WordParagraph> {
  const says = (sent: MarkdownParagraph, found: WordParagraph): boolean =>
    [wordsIn([found], 'accepted'), wordsIn([found], 'rejected')].includes(linesOf(sent.runs));
  const anchors = commonOrder(own, came, says);
  const pairs = new Map<MarkdownParagraph, WordParagraph>();
  let [at, from] = [0, 0];
  for (const [i, j] of [...anchors, [own.length, came.length] as const]) {
    const [gap, found] = [own.slice(at, i), came.slice(from, j)];
    // As many as were sent: each is the one in its place. Else the likest first.
    if (gap.length === found.length) for (const [index, sent] of gap.entries()) pair(sent, found[index]);
    else for (const [sent, other] of likest(gap, found)) pair(sent, other);
    if (own[i] !== undefined) pair(own[i], came[j]);
    [at, from] = [i + 1, j + 1];
  }
  function pair(sent: MarkdownParagraph, found: WordParagraph | undefined): void {
    if (found !== undefined) pairs.set(sent, found);
  }
  return pairs;
}

/** Pairs of the longest common order of two lists. */
function commonOrder<A, B>(
  a: readonly A[],
  b: readonly B[],
  isSame: (a: A, b: B) => boolean,
): [number, number][] {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const row = (i: number): Uint16Array => longest[i] ?? new Uint16Array();
  const same = a.map((one) => b.map((other) => isSame(one, other)));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      row(i)[j] = same[i]?.[j]
        ? (row(i + 1)[j + 1] ?? 0) + 1
        : Math.max(row(i + 1)[j] ?? 0, row(i)[j + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; )
    if (same[i]?.[j]) pairs.push([i++, j++]);
    else if ((row(i + 1)[j] ?? 0) >= (row(i)[j + 1] ?? 0)) i++;
    else j++;
  return pairs;
}

/** Share of common words from which two paragraphs are versions of one. */
const ALIKE_FROM = 0.3;

/** Pairs of paragraphs that have many words in common, in order. */
function likest(
  gap: readonly MarkdownParagraph[],
  found: readonly WordParagraph[],
): [MarkdownParagraph, WordParagraph][] {
  const pairs: [MarkdownParagraph, WordParagraph][] = [];
  let from = 0;
  for (const sent of gap) {
    const shares = found
      .slice(from)
      .map((other) =>
        Math.max(
          ...(['accepted', 'rejected'] as const).map((reading) =>
            shareOf(linesOf(sent.runs), wordsIn([other], reading)),
          ),
        ),
      );
    const best = shares.indexOf(Math.max(...shares));
    const other = found[from + best];
    if (other === undefined || (shares[best] ?? 0) < ALIKE_FROM) continue;
    pairs.push([sent, other]);
    from += best + 1;
  }
  return pairs;
}

function shareOf(a: string, b: string): number {
  const [own, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (own === undefined || other === undefined || own.size === 0 || other.size === 0) return 0;
  const common = [...own].filter((word) => other.has(word)).length;
  return common / Math.max(own.size, other.size);
}

/** Whether a paragraph is one for itself: in no list, quote or table. */
function isBlock(source: string, own: MarkdownParagraph): boolean {
  const [start, end] = lineAround(source, own);
  const before = source.slice(start, own.from);
  const isAlone = before === '' || (own.kind === 'heading' && /^#+\s+$/.test(before));
  return (
    own.kind !== 'cell' && own.kind !== 'caption' && isAlone && /^[\s#]*$/.test(source.slice(own.to, end))
  );
}

/** Paragraphs that came, by the one that they stand behind: where that is one for itself. */
function additions(
  source: string,
  came: readonly WordParagraph[],
  pairs: ReadonlyMap<MarkdownParagraph, WordParagraph>,
): Map<MarkdownParagraph, WordParagraph[]> {
  const sentOf = new Map([...pairs].map(([sent, found]) => [found, sent]));
  const added = new Map<MarkdownParagraph, WordParagraph[]>();
  let before: MarkdownParagraph | undefined;
  for (const paragraph of came) {
    const sent = sentOf.get(paragraph);
    if (sent !== undefined) before = sent;
    else if (before !== undefined && isBlock(source, before) && wordsIn([paragraph], 'accepted') !== '')
      added.set(before, [...(added.get(before) ?? []), paragraph]);
  }
  return added;
}

interface Edits {
  wishes: ReadonlyMap<MarkdownParagraph, readonly RichRun[]>;
  added: ReadonlyMap<MarkdownParagraph, readonly WordParagraph[]>;
  gone: ReadonlySet<MarkdownParagraph>;
}

/** The Markdown with other words, with paragraphs behind others, and without those that went; from its end, so that places stay right. */
function rewritten(source: string, { wishes, added, gone }: Edits): string {
  const edits = [...new Set([...wishes.keys(), ...added.keys(), ...gone])].sort((a, b) => b.from - a.from);
  return edits.reduce((text, own) => {
    const [start, end] = lineAround(text, own);
    const behind = (added.get(own) ?? []).map(
      (paragraph) => `\n\n${markdownOf(runsIn([paragraph], 'accepted'))}`,
    );
    const now = wishes.get(own);
    const words = now === undefined ? text.slice(own.from, own.to) : markdownOf(now, own.kind);
    if (!gone.has(own))
      return text.slice(0, own.from) + words + text.slice(own.to, end) + behind.join('') + text.slice(end);
    const before = text.slice(0, start).replace(/\n+$/, '');
    const rest = text.slice(end).replace(/^\n+/, '');
    return [before + behind.join(''), rest].filter((part) => part !== '').join('\n\n');
  }, source);
}

/** Where the lines of a paragraph begin and end. */
function lineAround(text: string, { from, to }: MarkdownParagraph): [number, number] {
  const end = text.indexOf('\n', to);
  return [text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length : end];
}
