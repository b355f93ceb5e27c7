import type { Block, Document, Paragraph, Section } from './model.ts';

/** The words of a paragraph, without marks. */
export const wordsOf = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

/** The words of every paragraph that a document prints outside its rows, in reading order. */
export function documentTexts({ cover, sections }: Document): string[] {
  const { kicker, title, lines, publisher } = cover;
  return [
    ...[kicker ?? [], title, ...lines, publisher],
    ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(paragraphsOutsideRows)]),
  ]
    .map(wordsOf)
    .filter((words) => words !== '');
}

function paragraphsOutsideRows(block: Block): readonly Paragraph[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'quote':
      return block.paragraphs;
    case 'contents':
      return block.entries.map(({ text }) => text);
    case 'index':
      return block.groups.flatMap(({ heading, entries }) => [heading, ...entries.map(({ text }) => text)]);
    case 'table':
      return block.table.columns.map(({ heading }) => heading);
  }
}

/** Whether some text that a document prints passes a test. */
export function someDocumentText(
  { cover, meta, words, sections }: Document,
  test: (text: string) => boolean,
): boolean {
  const { kicker, title, lines, publisher } = cover;
  const runs = [kicker ?? [], title, ...lines, publisher].flat();
  return (
    test(meta.title) ||
    test(words.edition) ||
    runs.some(({ text }) => test(text)) ||
    sections.some((section) => someText(section, test))
  );
}

function someText({ title, blocks }: Section, test: (text: string) => boolean): boolean {
  const passes = (paragraph: Paragraph): boolean => paragraph.some(({ text }) => test(text));
  return passes(title) || blocks.some((block) => someParagraph(block, passes));
}

function someParagraph(block: Block, passes: (paragraph: Paragraph) => boolean): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return passes(block.text);
    case 'list':
      return block.items.some(({ text }) => passes(text));
    case 'quote':
      return block.paragraphs.some(passes);
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
