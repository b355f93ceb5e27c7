import type { Block, Document, Paragraph } from './model.ts';

/** All texts of a document, in any order: what its fonts must be able to print. */
export function* textsOf(document: Document): Generator<string> {
  const { cover, meta, words } = document;
  yield meta.title;
  yield words.edition;
  for (const run of [cover.kicker, cover.title, ...cover.lines, cover.publisher])
    if (run !== undefined) yield run.text;
  for (const section of document.sections) {
    yield* paragraphTexts(section.title);
    for (const block of section.blocks) yield* blockTexts(block);
  }
}

function* blockTexts(block: Block): Generator<string> {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      yield* paragraphTexts(block.text);
      break;
    case 'list':
      for (const item of block.items) yield* paragraphTexts(item);
      break;
    case 'contents':
      for (const { text } of block.entries) yield* paragraphTexts(text);
      break;
    case 'index':
      for (const { heading, entries } of block.groups) {
        yield* paragraphTexts(heading);
        for (const { text } of entries) yield* paragraphTexts(text);
      }
      break;
    case 'table':
      for (const { heading } of block.table.columns) yield* paragraphTexts(heading);
      for (const { cells } of block.table.rows) {
        for (const { paragraphs } of cells)
          for (const paragraph of paragraphs) yield* paragraphTexts(paragraph);
      }
      break;
  }
}

function* paragraphTexts(paragraph: Paragraph): Generator<string> {
  for (const { text } of paragraph) yield text;
}
