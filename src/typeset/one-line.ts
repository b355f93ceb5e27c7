/** Measures and shortens texts that are printed on one line. */
import { type Design, measure } from '../design/index.ts';
import { binarySearch } from '../model/index.ts';
import { type Face, shapeText, widthOfWords } from './face.ts';
import type { Faces } from './faces.ts';

/** Width of a text on one line with its spaces, in points. */
export function widthOf(face: Face, text: string, size: number): number {
  return widthOfWords(shapeText(face, text), face, size);
}

/** Whether words fit in the right part of a running head. */
export function fitsHead(design: Design, faces: Faces): (words: string) => boolean {
  const { face, size } = design.styles.running;
  const most = design.running.sectionShare * measure(design);
  return (words) => widthOf(faces[face], words, size) <= most;
}

/**
 * The text if it fits into `width` points; otherwise the longest beginning of the text that fits together with an
 * ellipsis.
 */
export function shortened(face: Face, text: string, size: number, width: number): string {
  if (widthOf(face, text, size) <= width) return text;
  const characters = [...text];
  const cut = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…`;
  const isTooWide = (count: number): boolean => widthOf(face, cut(count), size) > width;
  return cut(binarySearch(1, characters.length + 1, isTooWide) - 1);
}
