import { runningParagraphs } from '../text/index.ts';
import type { Block, Document, Paragraph, Timetable } from './model.ts';
import { tablesOf } from './tables.ts';
import { cellParagraphs } from './timetable-words.ts';

/** The plain text of a paragraph. */
export const wordsOf = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');

/** The text of every paragraph that a document prints outside rows of tables, in reading order. */
export function documentTexts(document: Document): string[] {
  return outsideRows(document)
    .map(wordsOf)
    .filter((words) => words !== '');
}

/** The text of every run that a document prints. */
export function* printedTexts(document: Document): Generator<string> {
  yield document.meta.title;
  yield document.words.edition;
  for (const runs of outsideRows(document)) for (const { text } of runs) yield text;
  for (const { rows } of document.sections.flatMap(tablesOf))
    for (const { cells, remarks = [] } of rows)
      for (const { paragraphs } of [...cells, ...remarks])
        for (const runs of paragraphs) for (const { text } of runs) yield text;
}

function timetableTexts({ headings, places, cells }: Timetable): Paragraph[] {
  return [
    headings.hours,
    ...places.map(({ name }) => name),
    ...cells.flatMap(({ event }) => (event === undefined ? [] : cellParagraphs(event))),
  ];
}

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
