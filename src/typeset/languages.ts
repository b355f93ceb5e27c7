import type { Document } from '../document/index.ts';
import type { Lang } from '../model/index.ts';

/** Languages of the cells of a document's tables, whose words are hyphenated in narrow columns. */
export function cellLanguages({ meta, sections }: Document): Set<Lang> {
  const langs = new Set<Lang>();
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      for (const { cells } of block.table.rows)
        for (const { paragraphs } of cells)
          for (const runs of paragraphs) for (const run of runs) langs.add(run.lang ?? meta.lang);
    }
  }
  return langs;
}
