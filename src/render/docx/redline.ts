/** Two editions as one, with tracked changes: whoever rejects them all has the old edition, whoever accepts them all the new one. */
import { diffArrays } from 'diff';
import type { ParagraphDiff } from '../../compare/change.ts';
import { diffText } from '../../compare/text-diff.ts';
import type { Target } from '../../document/model.ts';
import { wordsOf } from '../../document/texts.ts';
import type { Lang } from '../../model/text.ts';
import type {
  Revision,
  WordBlock,
  WordCover,
  WordEntry,
  WordParagraph,
  WordRow,
  WordRun,
  WordSection,
  WordTable,
} from './blocks.ts';

/** The new cover with the words of the old one tracked as deleted. */
export function redlineCover(before: WordCover, after: WordCover, lang: Lang): WordCover {
  const kicker = mergeParagraphs(listed(before.kicker), listed(after.kicker), lang)[0];
  return {
    ...(kicker === undefined ? {} : { kicker }),
    title: mergeLine(before.title, after.title, lang),
    lines: mergeParagraphs(before.lines, after.lines, lang),
    publisher: mergeLine(before.publisher, after.publisher, lang),
  };
}

/**
 * The sections of both editions. What both have in the same order is merged word by word; what moved is deleted and inserted. Every
 * target must be unique: give what moved another name in the old edition (see `movedTargets`).
 *
 * @throws Error when the last sections are not versions of one: the end of a Word file cannot be tracked
 */
export function redlineSections(
  before: readonly WordSection[],
  after: readonly WordSection[],
  lang: Lang,
): WordSection[] {
  const merged = align(before, after, sectionKey).flatMap((stretch) =>
    'pair' in stretch
      ? [mergeSection(...stretch.pair, lang)]
      : [
          ...stretch.old.map((section) => reviseSection(section, 'deleted')),
          ...stretch.new.map((section) => reviseSection(section, 'inserted')),
        ],
  );
  if (merged.at(-1)?.revision !== undefined) throw new Error('the editions end in different sections');
  return merged;
}

/** Sections and rows that both editions have, but not in the same order or not in the same form: they are deleted and inserted. */
export function movedTargets(before: readonly WordSection[], after: readonly WordSection[]): Set<Target> {
  const kept = new Set<Target>();
  for (const [old, now] of pairsOf(align(before, after, sectionKey))) {
    kept.add(now.id);
    for (const [block, other] of pairsOf(align(old.blocks, now.blocks, blockKey)))
      if (block.kind === 'table' && other.kind === 'table')
        for (const [, row] of pairsOf(align(block.rows, other.rows, rowKey))) kept.add(row.id);
  }
  const now = new Set(after.flatMap(targetsIn));
  return new Set(before.flatMap(targetsIn).filter((target) => now.has(target) && !kept.has(target)));
}

function targetsIn({ id, blocks }: WordSection): Target[] {
  return [id, ...blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.id) : []))];
}

/** Things that are versions of one, or those between two such pairs. */
type Stretch<T> = { pair: readonly [T, T] } | { old: readonly T[]; new: readonly T[] };

/** Pairs the things of two lists that have the same key, as many as can be without a change of order. */
function align<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Stretch<T>[] {
  const stretches: Stretch<T>[] = [];
  let old = 0;
  let now = 0;
  for (const { added, removed, count } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    const last = stretches.at(-1);
    const gap = last !== undefined && 'old' in last ? last : { old: [], new: [] };
    if (added || removed) {
      if (gap !== last) stretches.push(gap);
      stretches[stretches.length - 1] = {
        old: removed ? [...gap.old, ...before.slice(old, old + count)] : gap.old,
        new: added ? [...gap.new, ...after.slice(now, now + count)] : gap.new,
      };
    } else {
      for (const [index, item] of before.slice(old, old + count).entries())
        stretches.push({ pair: [item, after[now + index] ?? item] });
    }
    if (!added) old += count;
    if (!removed) now += count;
  }
  return stretches;
}

function pairsOf<T>(stretches: readonly Stretch<T>[]): (readonly [T, T])[] {
  return stretches.flatMap((stretch) => ('pair' in stretch ? [stretch.pair] : []));
}

/** What cannot be tracked must be the same, or the section is another: how its pages are set, the columns of its tables. */
function sectionKey({ id, layout, blocks }: WordSection): string {
  const tables = blocks.flatMap((block) =>
    block.kind === 'table' ? [[block.columns.map((column) => column.kind), block.styles, block.header]] : [],
  );
  return JSON.stringify([id, layout, tables]);
}

function blockKey(block: WordBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'entry':
      return JSON.stringify([block.kind, block.style, block.target, textOf(block.text)]);
    default:
      return block.kind;
  }
}

/** The bar beside a row cannot be tracked: with another bar it is another row. */
const rowKey = ({ id, marked }: WordRow): string => JSON.stringify([id, marked]);

const textOf = ({ runs }: WordParagraph): string => wordsOf(runs);

function mergeSection(before: WordSection, after: WordSection, lang: Lang): WordSection {
  return {
    ...after,
    title: mergeLine(before.title, after.title, lang),
    blocks: mergeBlocks(before.blocks, after.blocks, lang),
  };
}

function mergeBlocks(before: readonly WordBlock[], after: readonly WordBlock[], lang: Lang): WordBlock[] {
  return align(before, after, blockKey).flatMap((stretch) =>
    'pair' in stretch ? mergeBlock(...stretch.pair, lang) : replaceBlocks(stretch.old, stretch.new, lang),
  );
}

function mergeBlock(before: WordBlock, after: WordBlock, lang: Lang): WordBlock[] {
  if (before.kind === 'paragraph' && after.kind === 'paragraph')
    return [{ ...after, text: mergeLine(before.text, after.text, lang) }];
  if (before.kind === 'entry' && after.kind === 'entry') return mergeEntry(before, after, lang);
  if (before.kind === 'contents' && after.kind === 'contents')
    return [{ ...after, entries: mergeEntries(before.entries, after.entries, lang) }];
  if (before.kind === 'table' && after.kind === 'table') return [mergeTable(before, after, lang)];
  return replaceBlocks([before], [after], lang);
}

/** Paragraphs of one style are compared word by word; anything else is deleted and inserted. */
function replaceBlocks(before: readonly WordBlock[], after: readonly WordBlock[], lang: Lang): WordBlock[] {
  const [first] = [...before, ...after];
  if (first?.kind === 'paragraph') {
    const texts = (blocks: readonly WordBlock[]): WordParagraph[] =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph' && block.style === first.style && block.target === undefined
          ? [block.text]
          : [],
      );
    const [old, now] = [texts(before), texts(after)];
    if (old.length === before.length && now.length === after.length)
      return mergeParagraphs(old, now, lang).map((text) => ({ ...first, text }));
  }
  return [
    ...before.map((block) => reviseBlock(block, 'deleted')),
    ...after.map((block) => reviseBlock(block, 'inserted')),
  ];
}

function mergeEntries(before: readonly WordEntry[], after: readonly WordEntry[], lang: Lang): WordEntry[] {
  return align(before, after, blockKey).flatMap((stretch) =>
    'pair' in stretch
      ? mergeEntry(...stretch.pair, lang)
      : [
          ...stretch.old.map((entry) => reviseEntry(entry, 'deleted')),
          ...stretch.new.map((entry) => reviseEntry(entry, 'inserted')),
        ],
  );
}

/** An entry on whose page the target no longer is, is another one. */
function mergeEntry(before: WordEntry, after: WordEntry, lang: Lang): WordEntry[] {
  return before.page === after.page
    ? [{ ...after, text: mergeLine(before.text, after.text, lang) }]
    : [reviseEntry(before, 'deleted'), reviseEntry(after, 'inserted')];
}

function mergeTable(before: WordTable, after: WordTable, lang: Lang): WordTable {
  return {
    ...after,
    columns: after.columns.map((column, index) => {
      const old = before.columns[index] ?? column;
      return { ...column, heading: mergeLine(old.heading, column.heading, lang) };
    }),
    rows: align(before.rows, after.rows, rowKey).flatMap((stretch) =>
      'pair' in stretch
        ? [mergeRow(...stretch.pair, lang)]
        : [
            ...stretch.old.map((row) => reviseRow(row, 'deleted')),
            ...stretch.new.map((row) => reviseRow(row, 'inserted')),
          ],
    ),
  };
}

function mergeRow(before: WordRow, after: WordRow, lang: Lang): WordRow {
  return {
    ...after,
    cells: after.cells.map((cell, column) =>
      closeCell(mergeParagraphs(before.cells[column] ?? [], cell, lang)),
    ),
  };
}

/**
 * The end of a cell's last paragraph can neither come nor go: the last paragraph that both editions have ends with the revision
 * instead, or the last deleted and the last inserted paragraph end as one.
 */
function closeCell(paragraphs: readonly WordParagraph[]): WordParagraph[] {
  const kept = paragraphs.findLastIndex(({ revision }) => revision === undefined);
  const tail = paragraphs.slice(kept + 1);
  const deleted = tail.filter(({ revision }) => revision === 'deleted');
  const inserted = tail.filter(({ revision }) => revision === 'inserted');
  const [oldLast, newLast] = [deleted.at(-1), inserted.at(-1)];
  const revision: Revision = oldLast === undefined ? 'inserted' : 'deleted';
  const head = paragraphs
    .slice(0, kept + 1)
    .map((paragraph, index) =>
      index === kept && tail.length > 0 && (oldLast === undefined || newLast === undefined)
        ? { ...paragraph, revision }
        : paragraph,
    );
  if (tail.length === 0) return head;
  return [
    ...head,
    ...deleted.slice(0, -1),
    ...inserted.slice(0, -1),
    { runs: [...(oldLast?.runs ?? []), ...(newLast?.runs ?? [])] },
  ];
}

const listed = (paragraph: WordParagraph | undefined): WordParagraph[] =>
  paragraph === undefined ? [] : [paragraph];

/** A paragraph that both editions have. A line end in it is printed as a space, and no end of a paragraph. */
function mergeLine(before: WordParagraph, after: WordParagraph, lang: Lang): WordParagraph {
  const line = (paragraph: WordParagraph): string => textOf(paragraph).replaceAll('\n', ' ');
  const diff = diffText(line(before), line(after), lang).flat();
  return { runs: trackedRuns(diff, new RunReader([before]), new RunReader([after])) };
}

/** Paragraphs of both editions, those that are alike merged word by word. */
function mergeParagraphs(
  before: readonly WordParagraph[],
  after: readonly WordParagraph[],
  lang: Lang,
): WordParagraph[] {
  const [old, now] = [new RunReader(before), new RunReader(after)];
  const joined = (paragraphs: readonly WordParagraph[]): string => paragraphs.map(textOf).join('\n');
  return diffText(joined(before), joined(after), lang).map((diff) => {
    const revision = revisionOf(diff);
    return { runs: trackedRuns(diff, old, now), ...(revision && { revision }) };
  });
}

/** Whether a whole paragraph came or went. */
function revisionOf(diff: ParagraphDiff): Revision | undefined {
  const [first] = diff;
  if (first === undefined || first.kind === 'same') return undefined;
  return diff.every(({ kind }) => kind === first.kind) ? first.kind : undefined;
}

/** The runs of a paragraph. Words that both editions have, but in another language or look, are deleted and inserted. */
function trackedRuns(diff: ParagraphDiff, before: RunReader, after: RunReader): WordRun[] {
  return diff.flatMap(({ kind, text }) => {
    if (kind === 'deleted') return before.take(text.length).map((run) => revised(run, kind));
    if (kind === 'inserted') return after.take(text.length).map((run) => revised(run, kind));
    return sameWords(text.length, before, after);
  });
}

function sameWords(length: number, before: RunReader, after: RunReader): WordRun[] {
  const runs: WordRun[] = [];
  for (let left = length; left > 0; ) {
    const step = Math.min(left, before.room, after.room);
    const [old] = before.take(step);
    const [now] = after.take(step);
    if (old === undefined || now === undefined) throw new Error('a difference longer than its texts');
    runs.push(...(lookOf(old) === lookOf(now) ? [now] : [revised(old, 'deleted'), revised(now, 'inserted')]));
    left -= step;
  }
  return runs;
}

const lookOf = ({ lang, strong, quiet, change }: WordRun): string =>
  JSON.stringify([lang, strong, quiet, change]);

const revised = (run: WordRun, revision: Revision): WordRun => ({ ...run, revision });

/** Reads the runs of paragraphs piece by piece, a piece of each run that it goes through. */
class RunReader {
  readonly #runs: readonly WordRun[];
  #index = 0;
  #offset = 0;

  constructor(paragraphs: readonly WordParagraph[]) {
    this.#runs = paragraphs.flatMap(({ runs }) => runs).filter(({ text }) => text !== '');
  }

  /** Characters to the end of the run. */
  get room(): number {
    return (this.#runs[this.#index]?.text.length ?? 0) - this.#offset;
  }

  take(length: number): WordRun[] {
    const taken: WordRun[] = [];
    let left = length;
    for (let run = this.#runs[this.#index]; left > 0 && run !== undefined; run = this.#runs[this.#index]) {
      const text = run.text.slice(this.#offset, this.#offset + left);
      taken.push({ ...run, text });
      left -= text.length;
      this.#offset += text.length;
      if (this.#offset === run.text.length) {
        this.#index++;
        this.#offset = 0;
      }
    }
    return taken;
  }
}

function reviseParagraph({ runs }: WordParagraph, revision: Revision): WordParagraph {
  return { runs: runs.map((run) => revised(run, revision)), revision };
}

function reviseSection(section: WordSection, revision: Revision): WordSection {
  return {
    ...section,
    title: reviseParagraph(section.title, revision),
    blocks: section.blocks.map((block) => reviseBlock(block, revision)),
    revision,
  };
}

function reviseBlock(block: WordBlock, revision: Revision): WordBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: reviseParagraph(block.text, revision) };
    case 'entry':
      return reviseEntry(block, revision);
    case 'contents':
      return { ...block, entries: block.entries.map((entry) => reviseEntry(entry, revision)) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          heading: { runs: reviseParagraph(column.heading, revision).runs },
        })),
        rows: block.rows.map((row) => reviseRow(row, revision)),
        revision,
      };
  }
}

function reviseEntry(entry: WordEntry, revision: Revision): WordEntry {
  return { ...entry, text: reviseParagraph(entry.text, revision) };
}

/** A row as inserted or deleted: its words, its paragraphs but for the end of each cell, and the row itself. */
function reviseRow(row: WordRow, revision: Revision): WordRow {
  return {
    ...row,
    cells: row.cells.map((cell) => closeCell(cell.map((paragraph) => reviseParagraph(paragraph, revision)))),
    revision,
  };
}
