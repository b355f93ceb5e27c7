import { LANGUAGES } from '../../languages/index.ts';
import type { Programme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { buildDocument } from './build.ts';
import type { Extract } from './extract.ts';
import type { Document, Section } from './model.ts';

/** Id of the section that says how to correct. */
const HOW_TO = '_corrections';

/**
 * The programme, or an extract of it, as a document that others write their corrections into: what to do on top, then the texts and tables,
 * without what follows from them – contents and indexes.
 *
 * @param lang language of the document
 */
export function correctionsDocument(programme: Programme, lang: Lang, extract?: Extract): Document {
  const document = buildDocument(programme, lang, extract === undefined ? {} : { extract });
  const { heading, howTo } = LANGUAGES[lang].corrections;
  const instruction: Section = {
    id: HOW_TO,
    title: [{ text: heading }],
    layout: 'text',
    blocks: howTo.map((text) => ({ kind: 'paragraph', text: [{ text }] })),
  };
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-corrections` },
    sections: [instruction, ...document.sections.filter(isText)],
  };
}

/** Texts that are parts are corrected as the Markdown that they are. */
function isText({ layout, part, blocks }: Section): boolean {
  return layout !== 'index' && part === undefined && !blocks.some(({ kind }) => kind === 'contents');
}
