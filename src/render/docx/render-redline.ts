import type { Document, Section, Target } from '../../document/model.ts';
import { type WordBlock, type WordEntry, type WordSection, wordCover, wordSections } from './blocks.ts';
import type { WordFonts } from './fonts.ts';
import type { LineCounter } from './line-counter.ts';
import { layOutPages, type Pages } from './pages.ts';
import { movedTargets, redlineCover, redlineSections } from './redline.ts';
import { packWord, type RenderedDocx } from './render.ts';
import type { Reviser } from './writer.ts';

/**
 * The new edition as a Word file with tracked changes: Reject All gives the old edition, Accept All the new one, each with its own
 * printed pages in contents and indexes. Word cannot track what is not in the body: running headers, properties, the size of the
 * title and the descriptions of tables are those of the new edition.
 *
 * @returns the file, and the pages of the new edition
 */
export async function renderRedline(
  before: Document,
  after: Document,
  reviser: Reviser,
  fonts: WordFonts,
): Promise<RenderedDocx> {
  const { lang } = after.meta;
  const { countLines } = fonts;
  const old = layOut(before, countLines);
  const now = layOut(after, countLines);
  const moved = movedTargets(old.sections, now.sections);
  const nameOf = (target: Target): Target => (moved.has(target) ? `${MOVED}${target}` : target);
  const sections = redlineSections(renamed(old.sections, nameOf), now.sections, lang);
  const pages: Pages = {
    pageOf: new Map([...old.pages.pageOf].map(([target, page]) => [nameOf(target), page] as const)),
    total: now.pages.total,
    tall: new Set([...[...old.pages.tall].map(nameOf), ...now.pages.tall]),
  };
  const known = new Map<Target, Section>([
    ...before.sections.map((section) => [nameOf(section.id), section] as const),
    ...after.sections.map((section) => [section.id, section] as const),
  ]);
  return packWord(
    {
      document: { ...after, sections: sections.flatMap(({ id }) => known.get(id) ?? []) },
      cover: redlineCover(wordCover(before), wordCover(after), lang),
      sections,
      pages: { ...pages, pageOf: new Map([...pages.pageOf, ...now.pages.pageOf]) },
      reviser,
    },
    fonts,
  );
}

/** Begins the old name of what moved; the id of an event cannot begin with an underscore. */
const MOVED = '_was-';

/** The sections of an edition, with the pages in its entries. */
function layOut(document: Document, countLines: LineCounter): { sections: WordSection[]; pages: Pages } {
  const sections = wordSections(document);
  const pages = layOutPages(sections, countLines);
  const paged = (entry: WordEntry): WordEntry => {
    const page = pages.pageOf.get(entry.target);
    return page === undefined ? entry : { ...entry, page };
  };
  return { sections: onEntries(sections, paged), pages };
}

function renamed(sections: readonly WordSection[], nameOf: (target: Target) => Target): WordSection[] {
  const entries = onEntries(sections, (entry) => ({ ...entry, target: nameOf(entry.target) }));
  return entries.map((section) => ({
    ...section,
    id: nameOf(section.id),
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map((row) => ({ ...row, id: nameOf(row.id) })) }
        : block,
    ),
  }));
}

function onEntries(sections: readonly WordSection[], edit: (entry: WordEntry) => WordEntry): WordSection[] {
  const inBlock = (block: WordBlock): WordBlock => {
    if (block.kind === 'entry') return edit(block);
    return block.kind === 'contents' ? { ...block, entries: block.entries.map(edit) } : block;
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(inBlock) }));
}
