import { type Document, eventsIn, type Target } from './model.ts';

/** The accent colour of each theme and of its events, as an index into the accents of the design. */
export function accentNumbersOf({ sections }: Pick<Document, 'sections'>): ReadonlyMap<Target, number> {
  const accents = new Map<Target, number>();
  for (const { id, accent, blocks } of sections) {
    if (accent === undefined) continue;
    accents.set(id, accent);
    for (const { id } of blocks.flatMap(eventsIn)) accents.set(id, accent);
  }
  return accents;
}
