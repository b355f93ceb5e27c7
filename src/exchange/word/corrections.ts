import { LANGUAGES } from '../../../languages/index.ts';
import {
  type Block,
  buildDocument,
  type Cell,
  type Document,
  type Extract,
  howToSection,
  type Section,
} from '../../document/index.ts';
import { type Lang, type Programme, pictureWords, withoutUndefined } from '../../model/index.ts';

/** Id of the section with instructions for corrections. */
const HOW_TO = '_corrections';

/**
 * The programme, or an extract of it, as a document for corrections: instructions at the top, then the texts and
 * tables, without the generated contents and indexes.
 *
 * @param lang language of the document
 */
export function correctionsDocument(programme: Programme, lang: Lang, extract?: Extract): Document {
  const document = buildDocument(programme, lang, extract === undefined ? {} : { extract });
  const instruction = howToSection(HOW_TO, LANGUAGES[lang].corrections);
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-corrections` },
    sections: [instruction, ...document.sections.filter(isText).map(withPictureWords)],
  };
}

function isText({ layout, blocks }: Section): boolean {
  return layout !== 'index' && !blocks.some(({ kind }) => kind === 'contents');
}

/** Replaces each picture with the text that names it, so that this text can be corrected. */
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
