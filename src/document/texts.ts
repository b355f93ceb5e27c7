import { runningParagraphs } from '../text/index.ts';
import type { Block, Document, Paragraph, Row, Timetable } from './model.ts';
import { cellParagraphs } from './timetable-words.ts';

/** The plain text of a paragraph. */
export const wordsOf = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

/** The text of every paragraph that a document prints outside its rows, in reading order. */
export function documentTexts(document: Document): string[] {
  return outsideRows(document)
    .map(wordsOf)
    .filter((words) => words !== '');
}

/** Whether any text that a document prints passes a test. */
export function someDocumentText(document: Document, test: (text: string) => boolean): boolean {
  const { meta, words, sections } = document;
  const somePasses = (paragraphs: readonly Paragraph[]): boolean => {
    for (const runs of paragraphs) for (const { text } of runs) if (test(text)) return true;
    return false;
  };
  if (test(meta.title) || test(words.edition) || somePasses(outsideRows(document))) return true;
  for (const { blocks } of sections)
    for (const block of blocks)
      if (block.kind === 'table')
        for (const { cells, remarks = NO_REMARKS } of block.table.rows) {
          for (const { paragraphs } of cells) if (somePasses(paragraphs)) return true;
          for (const { paragraphs } of remarks) if (somePasses(paragraphs)) return true;
        }
  return false;
}

function timetableTexts({ headings, places, cells }: Timetable): Paragraph[] {
  return [
    headings.hours,
    ...places.map(({ name }) => name),
    ...cells.flatMap(({ event }) => (event === undefined ? [] : cellParagraphs(event))),
  ];
}

const NO_REMARKS: NonNullable<Row['remarks']> = [];

function outsideRows({ cover, sections }: Document): Paragraph[] {
  const { kicker, title, lines, publisher } = cover;
  return [
    ...[kicker ?? [], title, ...lines, publisher],
    ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(paragraphsOf)]),
  ];
}

/** The paragraphs of a block; for a table, its headings. */
function paragraphsOf(block: Block): readonly Paragraph[] {
  switch (block.kind) {
    case 'contents':
      return block.entries.map(({ text }) => text);
    case 'index':
      return block.groups.flatMap(({ heading, notes = [], entries }) => [
        heading,
        ...notes,
        ...entries.map(({ text }) => text),
      ]);
    case 'table':
      return block.table.columns.map(({ heading }) => heading);
    case 'timetable':
      return timetableTexts(block.timetable);
    case 'picture':
      return block.caption === undefined ? [] : [block.caption];
    case 'events':
      return block.events.flatMap(({ number, title, captions, signs, facts, description }) => [
        number,
        ...title,
        ...captions,
        ...signs,
        ...facts.flatMap(({ name, words }) => [name, ...words]),
        ...description,
      ]);
    default:
      return runningParagraphs(block);
  }
}
