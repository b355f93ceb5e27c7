import { LANGUAGES } from '../../../languages/index.ts';
import {
  type Block,
  buildDocument,
  type Cell,
  type Document,
  type Extract,
  howToSection,
  LINE_BREAK,
  type Paragraph,
  type Row,
  type Run,
  type Section,
} from '../../document/index.ts';
import {
  type Lang,
  type Programme,
  pictureWords,
  type RichParagraph,
  withoutUndefined,
} from '../../model/index.ts';
import type { Unit, UnitGroup } from '../xliff/index.ts';

/** Id of the section that contains the instructions for making corrections. */
const HOW_TO = '_corrections';

/**
 * The programme, or an extract of it, as a document for corrections: instructions, followed by the texts and tables.
 * The generated table of contents and the indexes are omitted.
 *
 * @param lang language of the document
 */
export function correctionsDocument(programme: Programme, lang: Lang, extract?: Extract): Document {
  const document = buildDocument(programme, lang, extract === undefined ? {} : { extract });
  const instruction = howToSection(HOW_TO, LANGUAGES[lang].corrections);
  const texts = document.sections.filter(
    ({ layout, blocks }) => layout !== 'index' && !blocks.some(({ kind }) => kind === 'contents'),
  );
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-corrections` },
    sections: [instruction, ...texts.map(withPictureWords)],
  };
}

/**
 * Replaces each picture in a table with a text that contains its file name, alternative text and caption, so that these
 * can be corrected.
 */
function withPictureWords(section: Section): Section {
  const blocks = section.blocks.map((block): Block => {
    if (block.kind !== 'table' || !block.table.columns.some(({ kind }) => kind === 'picture')) return block;
    const rows = block.table.rows.map((row) => ({ ...row, cells: row.cells.map(asWords) }));
    return { ...block, table: { ...block.table, rows } };
  });
  return { ...section, blocks };
}

function asWords({ picture, paragraphs }: Cell): Cell {
  if (picture === undefined) return { paragraphs };
  const { file, alt } = picture;
  const caption = paragraphs[0]?.[0];
  const text = pictureWords(withoutUndefined({ file, alt: alt?.text, caption: caption?.text }));
  return { paragraphs: [[{ ...withoutUndefined({ lang: (alt ?? caption)?.lang }), text }]] };
}

/** Id of the section that contains the instructions for translators. */
const HOW_TO_TRANSLATE = '_translation';

/** The bookmark of the row for a unit, which begins with an underscore so that Word hides it. */
export const unitTarget = (id: string): string => `_unit-${id}`;

/**
 * The texts of a programme as a document for a translator. The document begins with instructions in the target
 * language. A table for each group of texts follows, with the source texts on the left and space for the translations
 * on the right.
 */
export function translationDocument(
  programme: Programme,
  lang: Lang,
  groups: readonly UnitGroup[],
): Document {
  const { facets: _, ...document } = buildDocument(programme, lang);
  const { source, target } = LANGUAGES[lang].translation;
  const instruction = howToSection(HOW_TO_TRANSLATE, LANGUAGES[lang].translation);
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-translation` },
    sections: [
      instruction,
      ...groups.map(
        ({ theme, title, units }, index): Section => ({
          id: `${HOW_TO_TRANSLATE}-${theme ?? ''}`,
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

/** Splits runs into lines, each of which becomes a paragraph. */
function linesOf(runs: RichParagraph, lang: Lang | undefined): Paragraph[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    if (run.text === LINE_BREAK || lines.length === 0) lines.push([]);
    if (run.text !== LINE_BREAK) lines.at(-1)?.push({ ...run, ...(lang === undefined ? {} : { lang }) });
  }
  return lines;
}
