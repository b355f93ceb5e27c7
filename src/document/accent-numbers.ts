import type { Document, Target } from './model.ts';

/** The accent colour of each theme and its events, as an index into the accents of the design. */
export function accentNumbersOf({ sections }: Pick<Document, 'sections'>): ReadonlyMap<Target, number> {
  const accents = new Map<Target, number>();
  for (const { id, accent, blocks } of sections) {
    if (accent === undefined) continue;
    accents.set(id, accent);
    for (const block of blocks) {
      const events = block.kind === 'table' ? block.table.rows : block.kind === 'events' ? block.events : [];
      for (const event of events) accents.set(event.id, accent);
    }
  }
  return accents;
}
