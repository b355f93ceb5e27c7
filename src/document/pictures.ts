import type { Block, Document, Figure } from './model.ts';

/** The pictures that a document shows, in reading order; one may stand in several places. */
export function figuresIn({ sections }: Pick<Document, 'sections'>): Figure[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(figuresOf));
}

function figuresOf(block: Block): Figure[] {
  return block.kind === 'picture' ? [block.figure] : [];
}
