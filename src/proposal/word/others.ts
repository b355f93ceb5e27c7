/** What stands in a Word file outside the texts that are found again. */
import type { WordBlock, WordParagraph } from '../../read/docx/model.ts';

/** A paragraph without the number of its page. */
export function otherWords(words: string): string {
  return words
    .replaceAll('\n', ' ')
    .replace(/(?:\s+\d+)+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The paragraphs of a block, also those in the cells of a table. */
export function paragraphsOf(block: WordBlock): WordParagraph[] {
  return block.kind === 'paragraph'
    ? [block.paragraph]
    : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
}
