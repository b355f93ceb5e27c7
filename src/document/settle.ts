/** What becomes of a redline when its changes are accepted or rejected. */
import { editCover, editSections } from './edit.ts';
import type { Change, Document, Paragraph } from './model.ts';

/** The new edition of a redline: what was deleted goes, what was inserted stays. */
export const accept = (redline: Document): Document => settle(redline, 'deleted');

/** The old edition of a redline: what was inserted goes, what was deleted stays. */
export const reject = (redline: Document): Document => settle(redline, 'inserted');

/** What all words are marked as, if they are: a paragraph, row or section of such words came or went as a whole. */
export function changeOf(words: Paragraph): Change | undefined {
  const change = words[0]?.change;
  return words.every((run) => run.change === change) ? change : undefined;
}

/** The words that stay, without their marks; undefined where none do. */
export function settled(paragraph: Paragraph, gone: Change): Paragraph | undefined {
  if (changeOf(paragraph) === gone) return undefined;
  return paragraph.filter(({ change }) => change !== gone).map(({ change: _, ...run }) => run);
}

/** The words of the new edition, or of the old one where it has none: for where no change can be shown. */
export function lastWords(paragraph: Paragraph): Paragraph {
  return settled(paragraph, 'deleted') ?? settled(paragraph, 'inserted') ?? [];
}

function settle({ redline: _, ...document }: Document, gone: Change): Document {
  const edit = { text: (paragraph: Paragraph) => settled(paragraph, gone) };
  return {
    ...document,
    cover: editCover(document.cover, edit),
    sections: editSections(document.sections, edit),
  };
}
