import type { Lang, ProgrammeFile } from '../model/index.ts';
import { fill, labelsOf } from '../text/index.ts';
import { editionWords } from './edition-words.ts';
import type { ListedEdition } from './editions.ts';
import { fileItems, fileListDocument } from './file-list.ts';
import type { Block, Document, Section, Sibling } from './model.ts';

/** veraPDF's result for the PDF files of an edition. */
type PdfConformance = 'passed' | 'failed' | 'not checked';

/**
 * The accessibility statement of a published edition in one language: the checks, the properties that the program
 * ensures, and the properties that a person must check. It claims nothing else.
 *
 * @param siblings the page in other languages
 */
export function accessibilityDocument(
  config: ProgrammeFile,
  edition: ListedEdition,
  conformance: PdfConformance,
  lang: Lang,
  siblings: readonly Sibling[],
): Document {
  const all = labelsOf(config, lang);
  const say = all.accessibility;
  const name = editionWords(edition.edition, edition.date, lang, all, edition.corrects);
  const result = { passed: say.passed, failed: say.failed, 'not checked': say.notChecked }[conformance];
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });
  const list = (items: Readonly<Record<string, string>>): Block => ({
    kind: 'list',
    items: Object.values(items).map((text) => ({ text: [{ text }] })),
  });
  const section = (id: string, title: string, blocks: readonly Block[]): Section => ({
    id,
    title: [{ text: title }],
    layout: 'text',
    blocks,
  });
  return fileListDocument(
    config,
    {
      heading: say.heading,
      edition: name,
      date: edition.date,
      lines: [[{ text: name }]],
      stem: 'accessibility',
      siblings,
      sections: [
        section('files', say.scope, [{ kind: 'list', items: fileItems(edition.files, lang, all) }]),
        section('state', say.state, [paragraph(result), paragraph(say.notAssessed)]),
        section('ensured', say.checked, [list(say.ensured)]),
        section('unknown', say.open, [list(say.unknown)]),
        section('contact', say.contact, [paragraph(fill(say.report, { publisher: config.author }))]),
      ],
    },
    lang,
  );
}
