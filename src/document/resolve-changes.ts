/** Accepts or rejects the changes of a redline. */
import { editCover, editSections } from './edit.ts';
import type { Change, Document, Paragraph } from './model.ts';

/** The new edition of a redline: removes deleted text, keeps inserted text. */
export const accept = (redline: Document): Document => resolved(redline, 'deleted');

/** The old edition of a redline: removes inserted text, keeps deleted text. */
export const reject = (redline: Document): Document => resolved(redline, 'inserted');

/**
 * The change that all runs have in common, if there is one: such a paragraph, row or section was inserted or deleted
 * as a whole.
 */
export function changeOf(words: Paragraph): Change | undefined {
  const change = words[0]?.change;
  return words.every((run) => run.change === change) ? change : undefined;
}

/** The remaining text without change marks; undefined if none remains. */
export function settled(paragraph: Paragraph, gone: Change): Paragraph | undefined {
  if (changeOf(paragraph) === gone) return undefined;
  return paragraph.filter(({ change }) => change !== gone).map(({ change: _, ...run }) => run);
}

/** The text of the new edition, or of the old one if the new edition has none: for output that cannot show changes. */
export function lastWords(paragraph: Paragraph): Paragraph {
  return settled(paragraph, 'deleted') ?? settled(paragraph, 'inserted') ?? [];
}

function resolved({ redline: _, ...document }: Document, gone: Change): Document {
  const edit = { text: (paragraph: Paragraph) => settled(paragraph, gone) };
  return {
    ...document,
    cover: editCover(document.cover, edit),
    sections: editSections(document.sections, edit),
  };
}
