import { pictureIn, type Text } from '../model/index.ts';
import type { Block, Cell, Document, Figure, Table } from './model.ts';
import type { Runs } from './runs.ts';

/** The pictures of a document in reading order; a picture that is shown several times is returned several times. */
export function figuresIn({ sections }: Pick<Document, 'sections'>): Figure[] {
  return sections.flatMap(({ opening = [], blocks }) => [...opening, ...blocks].flatMap(figuresOf));
}

function figuresOf(block: Block): Figure[] {
  if (block.kind === 'picture') return [block.figure];
  if (block.kind === 'events') return block.events.flatMap(({ pictures, codes }) => [...pictures, ...codes]);
  if (block.kind !== 'table' || !hasPictures(block.table)) return [];
  return block.table.rows.flatMap(({ cells }) => cells.flatMap(({ picture }) => picture ?? []));
}

/** Whether cells of a table can have pictures or QR codes. */
export const hasPictures = ({ columns }: Pick<Table, 'columns'>): boolean =>
  columns.some(({ kind }) => kind === 'picture' || kind === 'link');

/**
 * The picture that a text names, and its alternative text in the language of the document or, if there is none in that
 * language, in another language.
 */
export function figureOf(text: Text, runs: Runs): Figure {
  const { text: words, ...run } = runs.run(text);
  const { file, alt } = pictureIn(words) ?? { file: words };
  return alt === undefined ? { file } : { file, alt: { ...run, text: alt } };
}

/** The cell of a picture of an event: the picture, and its caption below it. */
export function pictureCell(text: Text, runs: Runs): Cell {
  const { text: words, ...run } = runs.run(text);
  const caption = pictureIn(words)?.caption;
  return {
    picture: figureOf(text, runs),
    paragraphs: caption === undefined ? [] : [[{ ...run, text: caption, quiet: true }]],
  };
}
