/** Headings of sections whose bookmarks a word processor has dropped, found by their words. Pure. */
import { bookmarkName, partTarget, themeTarget, wordsOf } from '../../document/index.ts';
import { paragraphsOf, type WordBlock, wordsIn } from '../../read/docx/index.ts';
import { readMarkdown } from '../../text/index.ts';
import type { Sent } from './record.ts';

/** The blocks of a file, in which each heading of a theme or part that is found has its bookmark. */
export function withHeadings(blocks: readonly WordBlock[], sent: Pick<Sent, 'texts' | 'parts'>): WordBlock[] {
  const there = new Set(blocks.flatMap(paragraphsOf).flatMap(({ bookmarks }) => bookmarks));
  const lost = [...headingsOf(sent)].filter(([name]) => !there.has(name));
  const found = new Map<WordBlock, string>();
  for (const [name, words] of lost) {
    const block = blocks.find((own) => !found.has(own) && says(own, words));
    if (block !== undefined) found.set(block, name);
  }
  return blocks.map((block) => {
    const name = found.get(block);
    if (name === undefined || block.kind !== 'paragraph') return block;
    const { paragraph } = block;
    return { ...block, paragraph: { ...paragraph, bookmarks: [...paragraph.bookmarks, name] } };
  });
}

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
  return (['accepted', 'rejected'] as const).some((reading) => wordsIn([block.paragraph], reading) === words);
}
