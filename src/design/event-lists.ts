import { figureSize, IN_CELL, type Size } from './figures.ts';
import { bodyHeight } from './measures.ts';
import type { Design } from './schema.ts';

/** An event of a list that takes no more of a page is kept whole. */
export const WHOLE_EVENT = 1 / 3;
/** Lines of a list are no longer than so many times the size of its letters: some eighty characters. */
const LONGEST_LINE = 42;

/** A picture of an event takes this share of the width of its words, as far as it is no higher than this share of that of others. */
const PICTURE = 1 / 2;
const LOW = 1 / 2;

/** Size of a picture of an event in a column. */
export function pictureInList(pixels: Size, design: Design, column: number): Size {
  const width = PICTURE * listPlace(design, column).width;
  return figureSize(pixels, { width, height: LOW * bodyHeight(design) }, IN_CELL);
}

/** Mean width of a letter, as a share of its size. */
const LETTER = 0.48;

/** Whether an event is likely to be higher than what is kept whole, by the number of letters of each paragraph of its description. */
export function tallEvent(letters: readonly number[], design: Design): boolean {
  const { events, text } = design;
  const line = listPlace(design, text.width).width / (LETTER * events.text.size);
  const lines = letters.reduce((sum, count) => sum + Math.ceil(count / line), 0);
  const head = 2 * (events.title.leading + events.between);
  return head + lines * events.text.leading > WHOLE_EVENT * bodyHeight(design);
}

/**
 * Where the words of a list stand in a column: their width, and how far left of them the numbers. What is wider than a line of them stands
 * left of the words, so that these end at the right margin. Points.
 */
export function listPlace(
  { events: { text, indent } }: Pick<Design, 'events'>,
  column: number,
): { width: number; indent: number } {
  const width = Math.min(column - indent, LONGEST_LINE * text.size);
  return { width, indent: column - width };
}
