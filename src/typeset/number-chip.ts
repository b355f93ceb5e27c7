import type { Design } from '../design/index.ts';
import type { FindingSeverity } from '../model/index.ts';
import type { Piece } from './break-lines.ts';
import { type Face, type ShapedWord, widthOfWords } from './face.ts';
import type { SetRun } from './typesetter.ts';

/** Lengths of the box around a number, as shares of the font size. */
type NumberBox = Design['remarks']['number'];

/** The number of a remark in its box, ready to be placed on a line. */
export interface NumberChip {
  /** The box and the space after it. */
  piece: Piece<SetRun>;
  /** In points. */
  width: number;
}

/**
 * The number of a remark, in a box with the colour of its severity.
 *
 * @param label text in the box: a number, or the first and last of several
 * @param spoken text for screen readers
 * @param face face of the digits
 * @param size size of the surrounding text, in points
 * @param box lengths of the box
 */
export function numberChip(
  label: string,
  severity: FindingSeverity,
  spoken: string,
  face: Face,
  size: number,
  box: NumberBox,
): NumberChip {
  const units = face.font.unitsPerEm;
  const padding = spaceOf(face, box.padding * units);
  const words = [padding, face.shape(label), padding, gapBeside(face, box)];
  const source: SetRun = { text: label, strong: true, spoken, remark: { severity, part: 'number' } };
  return {
    piece: { text: words.map((word) => word.text).join(''), words, face, source },
    width: widthOfWords(words, face, size),
  };
}

/** The space between a number and the adjacent text, in a face. */
export function gapBeside(face: Face, { gap }: NumberBox): ShapedWord {
  return spaceOf(face, gap * face.font.unitsPerEm);
}

/** A space with a width in font units. */
function spaceOf({ space }: Face, width: number): ShapedWord {
  return { ...space, advance: width, kerns: [width - space.advance] };
}
