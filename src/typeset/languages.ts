import { type Document, tablesOf } from '../document/index.ts';
import type { Lang } from '../model/index.ts';

/** Languages of the text in a document's tables. Words in these languages are hyphenated in narrow columns. */
export function cellLanguages({ meta, sections }: Document): Set<Lang> {
  const langs = new Set<Lang>();
  for (const { rows } of sections.flatMap(tablesOf))
    for (const { cells } of rows)
      for (const { paragraphs } of cells)
        for (const runs of paragraphs) for (const { lang } of runs) langs.add(lang ?? meta.lang);
  return langs;
}
