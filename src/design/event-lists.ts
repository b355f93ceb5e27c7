import { bodyHeight } from './measures.ts';
import { figureSize, IN_CELL, type Size, sizeInText } from './picture-sizes.ts';
import type { Design } from './schema.ts';

/** An event in a list is split across pages only if its height exceeds this share of a page. */
export const WHOLE_EVENT = 1 / 3;
/** Maximum length of a line in a list, as a multiple of the font size: about eighty characters. */
const LONGEST_LINE = 42;

/** Width of an event's picture in the size `full`, as a share of the width of the event's text. */
const PICTURE = 1 / 2;
/** Maximum height of an event's picture in the size `full`, as a share of the maximum height of other pictures. */
const LOW = 1 / 2;

/** The size in which a list prints the pictures of its events. */
export const listPictures = (
  { presentation }: Design,
  isCode = false,
): 'full' | 'beside' | 'small' | 'code' => (isCode ? 'code' : (presentation.pictures ?? 'full'));

/** Size of a picture of an event in a column. */
export function pictureInList(pixels: Size, design: Design, column: number, isCode = false): Size {
  const room = { width: listPlace(design, column).width, height: bodyHeight(design) };
  const style = listPictures(design, isCode);
  if (style !== 'full') return sizeInText(pixels, room, style);
  return figureSize(pixels, { width: PICTURE * room.width, height: LOW * room.height }, IN_CELL);
}

/** Mean width of a letter as a share of the font size. */
const LETTER = 0.48;

/**
 * Whether an event is probably too tall to stay on one page, estimated from the numbers of letters in the paragraphs
 * of its description.
 */
export function tallEvent(letters: readonly number[], design: Design): boolean {
  const { events, text } = design;
  const line = listPlace(design, text.width).width / (LETTER * events.text.size);
  const lines = letters.reduce((sum, count) => sum + Math.ceil(count / line), 0);
  const head = 2 * (events.title.leading + events.between);
  return head + lines * events.text.leading > WHOLE_EVENT * bodyHeight(design);
}

/**
 * The position of list text in a column: its width, and the distance of the numbers to its left. If the column is wider
 * than the longest line, the remaining space is to the left of the text, so that the text ends at the right margin. In
 * points.
 */
export function listPlace(
  { events: { text, indent } }: Pick<Design, 'events'>,
  column: number,
): { width: number; indent: number } {
  const width = Math.min(column - indent, LONGEST_LINE * text.size);
  return { width, indent: column - width };
}
