/** Accepts or rejects the changes in a redline. */
import { editCover, editSections } from './edit.ts';
import type { Change, Document, Paragraph } from './model.ts';

/** The new edition of a redline: removes deleted text, keeps inserted text. */
export const accept = (redline: Document): Document => resolved(redline, 'deleted');

/** The old edition of a redline: removes inserted text, keeps deleted text. */
export const reject = (redline: Document): Document => resolved(redline, 'inserted');

/**
 * The change that all runs have in common, if there is one: the paragraph, row or section of these runs was then
 * inserted or deleted as a whole.
 */
export function changeOf(words: Paragraph): Change | undefined {
  const change = words[0]?.change;
  return words.every((run) => run.change === change) ? change : undefined;
}

/**
 * The text that remains when text marked as `dropped` is removed, without change marks; undefined if the whole paragraph
 * is marked as `dropped`.
 */
export function settled(paragraph: Paragraph, dropped: Change): Paragraph | undefined {
  if (changeOf(paragraph) === dropped) return undefined;
  return paragraph.filter(({ change }) => change !== dropped).map(({ change: _, ...run }) => run);
}

/** The text of the new edition or, if that has none, of the old edition; for output that cannot show changes. */
export function lastWords(paragraph: Paragraph): Paragraph {
  return settled(paragraph, 'deleted') ?? settled(paragraph, 'inserted') ?? [];
}

function resolved({ redline: _, ...document }: Document, dropped: Change): Document {
  const edit = { text: (paragraph: Paragraph) => settled(paragraph, dropped) };
  return {
    ...document,
    cover: editCover(document.cover, edit),
    sections: editSections(document.sections, edit),
  };
}
