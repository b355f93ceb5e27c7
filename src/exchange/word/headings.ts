/** Finds, by their text, section headings whose bookmarks a word processor has removed. Pure. */
import { bookmarkName, partTarget, themeTarget, wordsOf } from '../../document/index.ts';
import { paragraphsOf, textInReading, type WordBlock, type WordParagraph } from '../../read/docx/index.ts';
import { readMarkdown } from '../../text/index.ts';
import { isSectionHead } from './parts.ts';
import type { Sent } from './record.ts';

/** Restores the bookmarks of theme and part headings, which are found by their text. */
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
    const block = blocks.find((own) => !found.has(own) && says(own, words));
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
 * Restores the bookmarks of theme headings whose text has changed. Such a heading is the paragraph directly above the
 * first table of a theme, if the paragraph has the style of a known heading.
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
      .flatMap((own) => (isHead(own) && own.style !== undefined ? [own.style] : [])),
  );
  const found = new Map<WordBlock, string>();
  for (const [index, block] of blocks.entries()) {
    const theme = tables.get(block)?.theme;
    const name = theme === undefined ? undefined : bookmarkName(themeTarget(theme));
    if (name === undefined || names.has(name)) continue;
    names.add(name);
    const above = blocks
      .slice(0, index)
      .findLast((own) => own.kind === 'table' || textInReading([own.paragraph], 'accepted') !== '');
    if (above?.kind !== 'paragraph') continue;
    const { style = '' } = above.paragraph;
    const isFree = !isSectionHead(above.paragraph);
    if (isFree && (styles.has(style) || /^heading/i.test(style))) found.set(above, name);
  }
  return blocks.map((block) => withBookmark(block, found.get(block)));
}

/** Bookmark name of the heading of the introduction. */
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

function says(block: WordBlock, words: string): boolean {
  if (block.kind !== 'paragraph') return false;
  return (['accepted', 'rejected'] as const).some(
    (reading) => textInReading([block.paragraph], reading) === words,
  );
}
