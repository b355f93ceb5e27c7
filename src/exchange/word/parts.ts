/**
 * Matches the paragraphs of parts in a returned Word file one by one, and derives the changed Markdown. This module
 * does no I/O.
 */
import { diffArrays } from 'diff';
import { bookmarkName, partTarget, themeTarget, wordsOf } from '../../document/index.ts';
import { consecutive, type RichRun, valueAt } from '../../model/index.ts';
import {
  paragraphsOf,
  readingsOf,
  runsIn,
  type Stamp,
  stampsOf,
  textInReading,
  type WordBlock,
  type WordParagraph,
} from '../../read/docx/index.ts';
import {
  type Addition,
  editMarkdown,
  joined,
  type MarkdownParagraph,
  readMarkdown,
} from '../../text/index.ts';
import { plainWords } from '../xliff/index.ts';
import { ALIKE_FROM, otherWords, shareOfWords } from './leftovers.ts';
import type { Sent, SentPart } from './record.ts';

/** The text of a part in a returned file. */
export interface ReturnedPart {
  part: SentPart;
  /** The changed Markdown. */
  source: string;
  stamps: readonly Stamp[];
  /** Whether a user has edited the text without change tracking. */
  untracked: boolean;
  /** The paragraphs of the file that were matched with paragraphs of the text or added to it. */
  placed: readonly WordParagraph[];
  /** Deleted paragraphs that cannot be removed from the Markdown without removing their neighbours. */
  gone: readonly string[];
}

/** Matches bookmarks that are not on headings: the bookmarks that word processors insert, and those of cells. */
const NOT_HEADINGS = /^_(?:f_|GoBack|Toc|Ref|Hlk|Hlt|MON_|PictureBullets|heading=)/i;

/** Whether a paragraph is a section heading of the programme. */
export function isSectionHead({ bookmarks }: WordParagraph): boolean {
  return bookmarks.some((name) => name.startsWith('_') && !NOT_HEADINGS.test(name));
}

/**
 * The blocks in the section of a part, including its heading; empty if the heading is missing from the file.
 *
 * @param isOther whether a table does not belong to the section, because the heading above the table has been deleted
 */
export function blocksOfPart(
  blocks: readonly WordBlock[],
  part: string,
  isOther: (block: WordBlock) => boolean = () => false,
): WordBlock[] {
  const name = bookmarkName(partTarget(part));
  const start = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.paragraph.bookmarks.includes(name),
  );
  if (start < 0) return [];
  const end = blocks.findIndex(
    (block, index) =>
      index > start && (block.kind === 'paragraph' ? isSectionHead(block.paragraph) : isOther(block)),
  );
  return blocks.slice(start, end < 0 ? blocks.length : end);
}

/**
 * A paragraph of the returned file with all changes accepted. If paragraph marks were deleted, several original
 * paragraphs form one paragraph.
 */
interface Came {
  paragraphs: readonly WordParagraph[];
  inTable: boolean;
}

/**
 * Compares the paragraphs of a section with the sent text. Paragraphs are matched in order: first those whose text,
 * with the tracked changes accepted or rejected, equals the sent text; then the paragraphs between them, by position or
 * similarity. Changes that the Markdown cannot express, such as a new table row, are omitted here and listed as
 * unplaced text.
 *
 * @param others the printed paragraphs outside table rows
 */
export function returnedPart(
  part: SentPart,
  blocks: readonly WordBlock[],
  others: readonly string[],
): ReturnedPart {
  const { paragraphs } = readMarkdown(part.source);
  // The alternative text of a picture is not printed.
  const printed = paragraphs.filter(({ kind }) => kind !== 'alt');
  const came = ofText(printed, blocks, others);
  const pairs = matchParagraphs(printed, came);
  const words = new Map<MarkdownParagraph, readonly RichRun[]>();
  const deleted = new Set<MarkdownParagraph>();
  const changed: Came[] = [];
  for (const sent of printed) {
    const found = pairs.get(sent);
    const now = runsIn(found?.paragraphs ?? [], 'accepted');
    if (isUnchanged(sent, now)) continue;
    if (found !== undefined) changed.push(found);
    if (plainWords(now) === '') deleted.add(sent);
    else words.set(sent, now);
  }
  const sentOf = new Map([...pairs].map(([sent, found]) => [found, sent]));
  const additions = additionsIn(came, sentOf);
  const added = new Map([...additions].map(([sent, list]) => [sent, list.map(({ addition }) => addition)]));
  const { source, stays, left } = editMarkdown(part.source, paragraphs, { words, added, gone: deleted });
  const made = [...additions.values()].flat().filter(({ addition }) => !left.includes(addition));
  const before = came.map(({ paragraphs: blockParagraphs }) => textInReading(blockParagraphs, 'rejected'));
  const isTracked = (found: Came): boolean => {
    const sentWords = plainWords(sentOf.get(found)?.runs ?? []);
    const rejected = textInReading(found.paragraphs, 'rejected');
    return rejected === sentWords || (found.paragraphs.length > 1 && rejected.includes(sentWords));
  };
  const wasThere = ({ runs }: MarkdownParagraph): boolean =>
    before.some((earlier) => earlier.includes(plainWords(runs)));
  const all = [...changed, ...made.map((addition) => addition.came)];
  return {
    part,
    source,
    stamps: stampsOf(all.flatMap((block) => block.paragraphs)),
    untracked: !all.every(isTracked) || ![...deleted].every(wasThere),
    placed: [...pairs.values(), ...made.map((addition) => addition.came)].flatMap(
      (block) => block.paragraphs,
    ),
    gone: stays.map(({ runs }) => plainWords(runs)),
  };
}

/**
 * The paragraphs of a section that belong to the text of the part. Signatures are omitted, and so is the title if it is
 * not part of the text.
 */
function ofText(sent: readonly MarkdownParagraph[], blocks: readonly WordBlock[], others: readonly string[]) {
  const texts = new Set(sent.map(({ runs }) => otherWords(plainWords(runs))));
  const beside = new Set(others.map(otherWords).filter((words) => !texts.has(words)));
  return settledBlocks(blocks)
    .filter(({ paragraphs }) => readingsOf(paragraphs).some((words) => words !== ''))
    .filter(({ paragraphs }) => !beside.has(otherWords(textInReading(paragraphs, 'rejected'))));
}

function settledBlocks(blocks: readonly WordBlock[]): Came[] {
  const all = blocks.flatMap((block) =>
    paragraphsOf(block).map((paragraph) => ({ paragraph, inTable: block.kind === 'table' })),
  );
  const isMerged = (item: (typeof all)[number], _: unknown, last: (typeof all)[number]): boolean =>
    !item.inTable && !last.inTable && last.paragraph.deleted !== undefined;
  return consecutive(all, isMerged).map((group) => ({
    paragraphs: group.map(({ paragraph }) => paragraph),
    inTable: group[0].inTable,
  }));
}

/** Whether text and formatting are unchanged. Formatting is compared only in body paragraphs. */
function isUnchanged({ kind, runs }: MarkdownParagraph, now: readonly RichRun[]): boolean {
  if (plainWords(runs) !== plainWords(now)) return false;
  const looks = (given: readonly RichRun[]): string =>
    JSON.stringify(joined(given.map((run) => ({ ...run, text: run.text.replace(/\s/gu, '') }))));
  return kind !== 'paragraph' || looks(runs) === looks(now);
}

function matchParagraphs(sentParagraphs: readonly MarkdownParagraph[], came: readonly Came[]) {
  const readings = new Map(came.map((found) => [found, readingsOf(found.paragraphs)]));
  const says = (sent: MarkdownParagraph, found: Came): boolean =>
    readings.get(found)?.includes(plainWords(sent.runs)) === true;
  const anchors = commonOrder(sentParagraphs, came, says);
  const pairs = new Map<MarkdownParagraph, Came>();
  let [at, from] = [0, 0];
  for (const [i, j] of [...anchors, [sentParagraphs.length, came.length] as const]) {
    const [gap, found] = [sentParagraphs.slice(at, i), came.slice(from, j)];
    // If as many paragraphs were returned as were sent, they are matched by position, otherwise by similarity.
    if (gap.length === found.length) for (const [index, sent] of gap.entries()) pair(sent, found[index]);
    else for (const [sent, other] of likest(gap, found)) pair(sent, other);
    if (sentParagraphs[i] !== undefined) pair(sentParagraphs[i], came[j]);
    [at, from] = [i + 1, j + 1];
  }
  function pair(sent: MarkdownParagraph, found: Came | undefined): void {
    if (found !== undefined) pairs.set(sent, found);
  }
  return pairs;
}

/** Pairs of indexes that form the longest common subsequence of two lists. */
function commonOrder<A, B>(a: readonly A[], b: readonly B[], isSame: (a: A, b: B) => boolean) {
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  const comparator = (one: A | B, other: A | B): boolean => isSame(one as A, other as B);
  for (const { count, added, removed } of diffArrays<A | B>([...a], [...b], { comparator })) {
    if (!added && !removed) for (let at = 0; at < count; at++) pairs.push([i + at, j + at]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

/** Pairs of paragraphs that have many words in common, in the order of the text. */
function likest(gap: readonly MarkdownParagraph[], found: readonly Came[]): [MarkdownParagraph, Came][] {
  const pairs: [MarkdownParagraph, Came][] = [];
  let from = 0;
  for (const sent of gap) {
    const shares = found
      .slice(from)
      .map(({ paragraphs }) =>
        Math.max(...readingsOf(paragraphs).map((words) => shareOfWords(plainWords(sent.runs), words))),
      );
    const best = shares.indexOf(Math.max(...shares));
    const other = found[from + best];
    if (other === undefined || (shares[best] ?? 0) < ALIKE_FROM) continue;
    pairs.push([sent, other]);
    from += best + 1;
  }
  return pairs;
}

/** The inserted paragraphs, keyed by the sent paragraph that they follow. */
function additionsIn(came: readonly Came[], sentOf: ReadonlyMap<Came, MarkdownParagraph>) {
  const anchors = came.filter((block) => sentOf.has(block));
  const added = new Map<MarkdownParagraph, { came: Came; addition: Addition }[]>();
  let passed = 0;
  for (const block of came) {
    const [before, next] = [anchors[passed - 1], anchors[passed]];
    if (block === next) {
      passed += 1;
      continue;
    }
    const runs = runsIn(block.paragraphs, 'accepted');
    const sent = before && sentOf.get(before);
    if (before === undefined || sent === undefined || block.inTable || plainWords(runs) === '') continue;
    const addition = { runs, inside: isOneMore(block, before, sent, next && sentOf.get(next)) };
    valueAt(added, sent, () => []).push({ came: block, addition });
  }
  return added;
}

/**
 * Whether a new paragraph after an item of a list or quotation continues that list or quotation: it has the same style
 * as the paragraph before it, or the paragraph after it is in the same list or quotation.
 */
function isOneMore(
  { paragraphs }: Came,
  before: Came,
  { within }: MarkdownParagraph,
  next: MarkdownParagraph | undefined,
): boolean {
  const around = within.findLast(({ kind }) => kind === 'list' || kind === 'quote');
  if (around === undefined) return false;
  const style = paragraphs[0]?.style;
  const isAlike = style !== undefined && style === before.paragraphs.at(-1)?.style;
  return isAlike || next?.within.includes(around) === true;
}

/** Restores missing bookmarks of theme and part headings, which are found by their text. */
export function withHeadings(
  blocks: readonly WordBlock[],
  sent: Pick<Sent, 'texts' | 'parts'>,
  introduction: string,
): WordBlock[] {
  const there = new Set(blocks.flatMap(paragraphsOf).flatMap(({ bookmarks }) => bookmarks));
  const lost = [[INTRODUCTION, introduction] as const, ...headingsOf(sent)].filter(
    ([name]) => !there.has(name),
  );
  const found = new Map<WordBlock, string>();
  for (const [name, words] of lost) {
    const says = (block: WordBlock): boolean =>
      block.kind === 'paragraph' && readingsOf([block.paragraph]).includes(words);
    const block = blocks.find((candidate) => !found.has(candidate) && says(candidate));
    if (block !== undefined) found.set(block, name);
  }
  return blocks.map((block) => withBookmark(block, found.get(block)));
}

function withBookmark(block: WordBlock, name: string | undefined): WordBlock {
  if (name === undefined || block.kind !== 'paragraph') return block;
  const { paragraph } = block;
  return { ...block, paragraph: { ...paragraph, bookmarks: [...paragraph.bookmarks, name] } };
}

/**
 * Restores missing bookmarks of theme headings whose text has changed. The paragraph directly above the first table of
 * a theme is its heading if it has the style of a known theme heading or a heading style of Word.
 */
export function withHeadingsAbove(
  blocks: readonly WordBlock[],
  tables: ReadonlyMap<WordBlock, { theme: string | undefined }>,
): WordBlock[] {
  const names = new Set(blocks.flatMap(paragraphsOf).flatMap(({ bookmarks }) => bookmarks));
  const isHead = ({ bookmarks }: WordParagraph): boolean => bookmarks.some((name) => THEME.test(name));
  const styles = new Set(
    blocks
      .flatMap(paragraphsOf)
      .flatMap((paragraph) => (isHead(paragraph) && paragraph.style !== undefined ? [paragraph.style] : [])),
  );
  const found = new Map<WordBlock, string>();
  for (const [index, block] of blocks.entries()) {
    const theme = tables.get(block)?.theme;
    const name = theme === undefined ? undefined : bookmarkName(themeTarget(theme));
    if (name === undefined || names.has(name)) continue;
    names.add(name);
    const above = blocks
      .slice(0, index)
      .findLast((before) => before.kind === 'table' || textInReading([before.paragraph], 'accepted') !== '');
    if (above?.kind !== 'paragraph') continue;
    const { style = '' } = above.paragraph;
    const isFree = !isSectionHead(above.paragraph);
    if (isFree && (styles.has(style) || /^heading/i.test(style))) found.set(above, name);
  }
  return blocks.map((block) => withBookmark(block, found.get(block)));
}

/** The name of the bookmark of the introduction's heading. */
export const INTRODUCTION = bookmarkName('_introduction');
const THEME = new RegExp(`^${bookmarkName(themeTarget(''))}`);

function headingsOf({ texts, parts }: Pick<Sent, 'texts' | 'parts'>): Map<string, string> {
  const themes = texts.flatMap(({ about, of = '', field, words }): [string, string][] =>
    about === 'theme' && field === 'title' ? [[bookmarkName(themeTarget(of)), words]] : [],
  );
  const titles = parts.flatMap(({ part, source }): [string, string][] => {
    const { title } = readMarkdown(source).text;
    return title === undefined ? [] : [[bookmarkName(partTarget(part)), wordsOf(title)]];
  });
  return new Map([...themes, ...titles]);
}
