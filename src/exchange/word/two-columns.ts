import { LANGUAGES } from '../../../languages/index.ts';
import {
  buildDocument,
  type Document,
  howToSection,
  LINE_BREAK,
  type Paragraph,
  type Row,
  type Run,
  type Section,
} from '../../document/index.ts';
import type { Lang, Programme, RichParagraph } from '../../model/index.ts';
import type { Unit, UnitGroup } from '../xliff/index.ts';

/** Id of the section with instructions for translators. */
const HOW_TO = '_translation';

/** Link target of the row of a unit. Word hides such names in its list of bookmarks. */
export const unitTarget = (id: string): string => `_unit-${id}`;

/**
 * The texts of a programme as a document for a translator: instructions at the top in the target language, then a
 * table for each group of texts, with the source on the left and space for the translation on the right.
 */
export function translationDocument(
  programme: Programme,
  lang: Lang,
  groups: readonly UnitGroup[],
): Document {
  const { facets: _, ...document } = buildDocument(programme, lang);
  const { source, target } = LANGUAGES[lang].translation;
  const instruction = howToSection(HOW_TO, LANGUAGES[lang].translation);
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-translation` },
    sections: [
      instruction,
      ...groups.map(
        ({ theme, title, units }, index): Section => ({
          id: `${HOW_TO}-${theme ?? ''}`,
          title: [{ text: title }],
          layout: 'table',
          accent: index,
          blocks: [
            {
              kind: 'table',
              table: {
                title,
                description: `${source}, ${target}`,
                columns: [source, target].map((words, index) => ({
                  kind: index === 0 ? 'before' : 'after',
                  share: 1,
                  heading: [{ text: words }],
                })),
                header: 0,
                rows: units.map((unit) => rowOf(unit, lang)),
              },
            },
          ],
        }),
      ),
    ],
  };
}

function rowOf({ id, lang: from, source, target = [], where }: Unit, lang: Lang): Row {
  return {
    id: unitTarget(id),
    cells: [
      { paragraphs: [[{ text: where, quiet: true }], ...linesOf(source, from === lang ? undefined : from)] },
      { paragraphs: linesOf(target, undefined) },
    ],
  };
}

/** Splits runs into paragraphs, one per line. */
function linesOf(runs: RichParagraph, lang: Lang | undefined): Paragraph[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    if (run.text === LINE_BREAK || lines.length === 0) lines.push([]);
    if (run.text !== LINE_BREAK) lines.at(-1)?.push({ ...run, ...(lang === undefined ? {} : { lang }) });
  }
  return lines;
}
