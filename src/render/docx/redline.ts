import type { DocxTemplates } from '../../../templates/docx/index.ts';
import type { Design } from '../../design/index.ts';
import { accept, type Change, type Document, type Run, reject, settled } from '../../document/index.ts';
import { type Measures, type WordBlock, type WordEntry, type WordSection, wordSections } from './blocks.ts';
import type { LineCounter } from './line-counter.ts';
import { layOutPages, type Pages } from './pages.ts';

/**
 * The sections of a redline, and the pages of both editions. Each section begins on a new page, because an inserted or
 * deleted section includes its page break. In contents and indexes, the page numbers of the old edition remain if all
 * changes are rejected, and those of the new edition if all changes are accepted.
 */
export function layOutRedline(
  document: Document,
  design: Design,
  templates: DocxTemplates,
  countLines: LineCounter,
  measures: Measures,
): { sections: WordSection[]; pages: Pages } {
  const [old, now] = [reject(document), accept(document)].map((edition) =>
    layOutPages(wordSections(edition, design, templates, measures), design, countLines, 'none'),
  ) as [Pages, Pages];
  return {
    sections: wordSections(document, design, templates, measures).map((section) => ({
      ...section,
      blocks: section.blocks.flatMap((block): WordBlock[] => {
        if (block.kind === 'entry') return pagedEntries(block, old, now);
        if (block.kind !== 'contents') return [block];
        return [{ ...block, entries: block.entries.flatMap((entry) => pagedEntries(entry, old, now)) }];
      }),
    })),
    pages: {
      pageOf: new Map([...old.pageOf, ...now.pageOf]),
      total: now.total,
      follows: now.follows,
      parted: new Set([...old.parted, ...now.parted]),
      again: now.again,
      // The heights are unknown: until the changes are accepted or rejected, the page contains the text of both
      // editions.
      above: new Map(),
      // An empty section below columns cannot be marked as inserted or deleted. For this reason, there is an empty
      // section below the columns of every text.
      level: new Set(document.sections.flatMap(({ id, layout }) => (layout === 'text' ? [id] : []))),
      columnStarts: new Map(),
    },
  };
}

/**
 * An entry with its page. If the target is now on a different page, the old entry is deleted and a new one inserted.
 */
function pagedEntries(entry: WordEntry, old: Pages, now: Pages): WordEntry[] {
  const { target, text } = entry;
  const [before, after] = [old.pageOf.get(target), now.pageOf.get(target)];
  const revised = (change: Change, page: number | undefined): WordEntry => ({
    ...entry,
    text: { runs: only(text.runs, change), revision: change },
    ...(page === undefined ? {} : { page }),
  });
  if (text.revision === 'deleted') return [revised('deleted', before)];
  if (text.revision === 'inserted' || before === after) return [entry];
  return [revised('deleted', before), revised('inserted', after)];
}

/** The text of one edition, all of it marked as inserted or deleted. */
function only(runs: readonly Run[], change: Change): Run[] {
  const words = settled(runs, change === 'deleted' ? 'inserted' : 'deleted') ?? [];
  return words.map((run) => ({ ...run, change }));
}
