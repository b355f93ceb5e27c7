import type { Block, Document, Figure } from './model.ts';

/** The pictures that a document shows, in reading order; one may stand in several places. */
export function figuresIn({ sections }: Pick<Document, 'sections'>): Figure[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(figuresOf));
}

function figuresOf(block: Block): Figure[] {
  if (block.kind === 'picture') return [block.figure];
  if (block.kind === 'events') return block.events.flatMap(({ pictures }) => pictures);
  if (block.kind !== 'table' || !block.table.columns.some(({ kind }) => kind === 'picture')) return [];
  return block.table.rows.flatMap(({ cells }) => cells.flatMap(({ picture }) => picture ?? []));
}
