import type { Lang, ProgrammeFile } from '../model/index.ts';
import { fill } from '../text/index.ts';
import { editionWords } from './edition-words.ts';
import type { ListedEdition } from './editions.ts';
import { fileItems, fileListDocument } from './file-list.ts';
import type { Document, ListItem, Section, Sibling } from './model.ts';
import { listSection, plainText, textSection } from './text-section.ts';
import { wordingIn } from './wording.ts';

/** veraPDF's result for the PDF files of an edition. */
type PdfConformance = 'passed' | 'failed' | 'not checked';

/**
 * The accessibility statement of a published edition in one language. The statement lists the results of checks, the
 * properties that the program ensures, and the properties that a person must check; it makes no other claims.
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
  const wording = wordingIn(config, lang);
  const say = wording.say.accessibility;
  const name = editionWords(edition, wording);
  const result = { passed: say.passed, failed: say.failed, 'not checked': say.notChecked }[conformance];
  const paragraphs = (id: string, title: string, texts: readonly string[]): Section =>
    textSection(
      id,
      [{ text: title }],
      texts.map((text) => ({ kind: 'paragraph', ...plainText(text) })),
    );
  const list = (id: string, title: string, items: readonly ListItem[]): Section[] =>
    listSection(id, [{ text: title }], items);
  return fileListDocument(wording, {
    heading: say.heading,
    edition: name,
    date: edition.date,
    lines: [[{ text: name }]],
    stem: 'accessibility',
    siblings,
    sections: [
      ...list('files', say.scope, fileItems(edition.files, wording)),
      paragraphs('state', say.state, [result, say.notAssessed]),
      ...list('ensured', say.checked, Object.values(say.ensured).map(plainText)),
      ...list('unknown', say.open, Object.values(say.unknown).map(plainText)),
      paragraphs('contact', say.contact, [fill(say.report, { publisher: config.author })]),
    ],
  });
}
