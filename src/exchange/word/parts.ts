/** Texts of parts in a returned Word file: their paragraphs found again, one by one, and the Markdown that they wish. Pure. */
import { diffArrays } from 'diff';
import { bookmarkName, partTarget } from '../../document/index.ts';
import type { RichRun } from '../../model/index.ts';
import {
  paragraphsOf,
  runsIn,
  type Stamp,
  stampsOf,
  type WordBlock,
  type WordParagraph,
  wordsIn,
} from '../../read/docx/index.ts';
import {
  type Addition,
  editMarkdown,
  joined,
  type MarkdownParagraph,
  readMarkdown,
} from '../../text/index.ts';
import { ALIKE_FROM, otherWords, shareOfWords } from './leftovers.ts';
import type { SentPart } from './record.ts';

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
  /** What went and cannot be taken out of the Markdown without its neighbours. */
  gone: readonly string[];
}

/** Bookmarks that word processors put in by themselves, and those of cells. */
const NOT_HEADINGS = /^_(?:f_|GoBack|Toc|Ref|Hlk|Hlt|MON_|PictureBullets|heading=)/i;

/** Whether a paragraph is the heading of a section of the programme. */
export function isSectionHead({ bookmarks }: WordParagraph): boolean {
  return bookmarks.some((name) => name.startsWith('_') && !NOT_HEADINGS.test(name));
}

/**
 * The blocks of the section of a part, with its heading; none where its heading is not found.
 *
 * @param isOther whether a block is of none: the heading above it may be gone
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

/** A paragraph as it is when all changes are accepted: it may have been several, whose ends went. */
interface Came {
  paragraphs: readonly WordParagraph[];
  inTable: boolean;
}

/**
 * What the paragraphs of a section wish of the text that was sent. Paragraphs are matched in order: those that say what was sent in one of the
 * two readings first, the others between them by their places. What cannot be put into the Markdown – a new row of a
 * table – is left to be listed.
 *
 * @param others everything that was printed beside events
 */
export function returnedPart(
  part: SentPart,
  blocks: readonly WordBlock[],
  others: readonly string[],
): ReturnedPart {
  const { paragraphs } = readMarkdown(part.source);
  // The words of a picture are for those who do not see it: they are not on the page.
  const own = paragraphs.filter(({ kind }) => kind !== 'alt');
  const came = ofText(own, blocks, others);
  const pairs = matchParagraphs(own, came);
  const words = new Map<MarkdownParagraph, readonly RichRun[]>();
  const gone = new Set<MarkdownParagraph>();
  const changed: Came[] = [];
  for (const sent of own) {
    const found = pairs.get(sent);
    const now = runsIn(found?.paragraphs ?? [], 'accepted');
    if (isUnchanged(sent, now)) continue;
    if (found !== undefined) changed.push(found);
    if (linesOf(now) === '') gone.add(sent);
    else words.set(sent, now);
  }
  const additions = additionsIn(came, pairs);
  const added = new Map([...additions].map(([sent, list]) => [sent, list.map(({ addition }) => addition)]));
  const { source, stays, left } = editMarkdown(part.source, paragraphs, { words, added, gone });
  const made = [...additions.values()].flat().filter(({ addition }) => !left.includes(addition));
  const sentOf = new Map([...pairs].map(([sent, found]) => [found, sent]));
  const before = came.map(({ paragraphs: own }) => wordsIn(own, 'rejected'));
  const isTracked = (found: Came): boolean => {
    const said = linesOf(sentOf.get(found)?.runs ?? []);
    const rejected = wordsIn(found.paragraphs, 'rejected');
    return rejected === said || (found.paragraphs.length > 1 && rejected.includes(said));
  };
  const wasThere = ({ runs }: MarkdownParagraph): boolean =>
    before.some((said) => said.includes(linesOf(runs)));
  const all = [...changed, ...made.map((own) => own.came)];
  return {
    part,
    source,
    stamps: stampsOf(all.flatMap((own) => own.paragraphs)),
    untracked: !all.every(isTracked) || ![...gone].every(wasThere),
    placed: [...pairs.values(), ...made.map((own) => own.came)].flatMap((own) => own.paragraphs),
    gone: stays.map(({ runs }) => linesOf(runs)),
  };
}

/** The paragraphs of a section that are of its text: not its title where the text has none, not who signs it. */
function ofText(
  own: readonly MarkdownParagraph[],
  blocks: readonly WordBlock[],
  others: readonly string[],
): Came[] {
  const texts = new Set(own.map(({ runs }) => otherWords(linesOf(runs))));
  const beside = new Set(others.map(otherWords).filter((words) => !texts.has(words)));
  return settledBlocks(blocks)
    .filter((found) => readingsOf(found).some((words) => words !== ''))
    .filter(({ paragraphs }) => !beside.has(otherWords(wordsIn(paragraphs, 'rejected'))));
}

function settledBlocks(blocks: readonly WordBlock[]): Came[] {
  const came: Came[] = [];
  let open: WordParagraph[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      came.push(...paragraphsOf(block).map((paragraph) => ({ paragraphs: [paragraph], inTable: true })));
      open = undefined;
      continue;
    }
    const { paragraph } = block;
    if (open !== undefined) open.push(paragraph);
    else {
      open = [paragraph];
      came.push({ paragraphs: open, inTable: false });
    }
    if (paragraph.deleted === undefined) open = undefined;
  }
  return came;
}

/** What paragraphs say after and before their tracked changes. */
const readingsOf = ({ paragraphs }: Pick<Came, 'paragraphs'>): string[] =>
  (['accepted', 'rejected'] as const).map((reading) => wordsIn(paragraphs, reading));

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
  came: readonly Came[],
): Map<MarkdownParagraph, Came> {
  const readings = new Map(came.map((found) => [found, readingsOf(found)]));
  const says = (sent: MarkdownParagraph, found: Came): boolean =>
    readings.get(found)?.includes(linesOf(sent.runs)) === true;
  const anchors = commonOrder(own, came, says);
  const pairs = new Map<MarkdownParagraph, Came>();
  let [at, from] = [0, 0];
  for (const [i, j] of [...anchors, [own.length, came.length] as const]) {
    const [gap, found] = [own.slice(at, i), came.slice(from, j)];
    // As many as were sent: each is the one in its place. Else the likest first.
    if (gap.length === found.length) for (const [index, sent] of gap.entries()) pair(sent, found[index]);
    else for (const [sent, other] of likest(gap, found)) pair(sent, other);
    if (own[i] !== undefined) pair(own[i], came[j]);
    [at, from] = [i + 1, j + 1];
  }
  function pair(sent: MarkdownParagraph, found: Came | undefined): void {
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
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  const comparator = (own: A | B, other: A | B): boolean => isSame(own as A, other as B);
  for (const { count, added, removed } of diffArrays<A | B>([...a], [...b], { comparator })) {
    if (!added && !removed) for (let at = 0; at < count; at++) pairs.push([i + at, j + at]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

/** Pairs of paragraphs that have many words in common, in order. */
function likest(gap: readonly MarkdownParagraph[], found: readonly Came[]): [MarkdownParagraph, Came][] {
  const pairs: [MarkdownParagraph, Came][] = [];
  let from = 0;
  for (const sent of gap) {
    const shares = found
      .slice(from)
      .map((other) => Math.max(...readingsOf(other).map((words) => shareOfWords(linesOf(sent.runs), words))));
    const best = shares.indexOf(Math.max(...shares));
    const other = found[from + best];
    if (other === undefined || (shares[best] ?? 0) < ALIKE_FROM) continue;
    pairs.push([sent, other]);
    from += best + 1;
  }
  return pairs;
}

/** Paragraphs that came, by the one that they stand behind. */
function additionsIn(
  came: readonly Came[],
  pairs: ReadonlyMap<MarkdownParagraph, Came>,
): Map<MarkdownParagraph, { came: Came; addition: Addition }[]> {
  const sentOf = new Map([...pairs].map(([sent, found]) => [found, sent]));
  const added = new Map<MarkdownParagraph, { came: Came; addition: Addition }[]>();
  let before: Came | undefined;
  for (const [at, own] of came.entries()) {
    const runs = runsIn(own.paragraphs, 'accepted');
    if (sentOf.has(own)) before = own;
    const sent = before && sentOf.get(before);
    if (sentOf.has(own) || before === undefined || sent === undefined || own.inTable || linesOf(runs) === '')
      continue;
    const next = came.slice(at).find((other) => sentOf.has(other));
    const addition = { runs, inside: isOneMore(own, before, sent, next && sentOf.get(next)) };
    added.set(sent, [...(added.get(sent) ?? []), { came: own, addition }]);
  }
  return added;
}

/** Whether a new paragraph is one more of a list or quote: it is set like the one before it, or the next one is of that too. */
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
