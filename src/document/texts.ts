import type { Block, Document, Paragraph } from './model.ts';

/** Whether some text that a document prints passes a test. */
export function someText(document: Document, test: (text: string) => boolean): boolean {
  const { cover, meta, words, sections } = document;
  const passes = (paragraph: Paragraph): boolean => paragraph.some(({ text }) => test(text));
  return (
    test(meta.title) ||
    test(words.edition) ||
    passes([
      ...(cover.kicker === undefined ? [] : [cover.kicker]),
      cover.title,
      ...cover.lines,
      cover.publisher,
    ]) ||
    sections.some(
      ({ title, blocks }) => passes(title) || blocks.some((block) => someParagraph(block, passes)),
    )
  );
}

function someParagraph(block: Block, passes: (paragraph: Paragraph) => boolean): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return passes(block.text);
    case 'list':
      return block.items.some(passes);
    case 'contents':
      return block.entries.some(({ text }) => passes(text));
    case 'index':
      return block.groups.some(
        ({ heading, entries }) => passes(heading) || entries.some(({ text }) => passes(text)),
      );
    case 'table':
      return (
        block.table.columns.some(({ heading }) => passes(heading)) ||
        block.table.rows.some(({ cells, remarks = [] }) =>
          [...cells, ...remarks].some(({ paragraphs }) => paragraphs.some(passes)),
        )
      );
  }
}
