import type { Rectangle } from '../../design/index.ts';
import type { ExifOrientation, Picture } from '../../model/index.ts';
import { DECORATION, type Element, type PdfFile, pdfNumber, type StructureTree } from './engine/index.ts';

/** Draws pictures: as figures with alternative text, or as decoration. */

export interface DrawnPicture {
  picture: Picture;
  /** Alternative text; without an alternative text, the picture is decoration. */
  alt: string | undefined;
  /** Language of the alternative text, if it differs from that of the document. */
  lang?: string | undefined;
  /** Position and size, in points from the upper left corner of the page. */
  place: Rectangle;
  /** Height of the page, in points. */
  page: number;
  /**
   * Whether the picture covers the rectangle and is cropped to it. Otherwise the rectangle has the proportions of the
   * picture.
   */
  fills?: boolean;
}

/** Draws a picture, as a figure within a structure element or as decoration. */
export function drawPicture(
  { picture, alt, lang, place, page, fills = false }: DrawnPicture,
  file: PdfFile,
  tree: StructureTree,
  parent: Element,
): void {
  const { left, top, width, height } = place;
  const box = { left, bottom: page - top - height, right: left + width, top: page - top };
  const operators = `q ${fills ? `${numbers(left, box.bottom, width, height)} re W n ` : ''}${matrix(picture, fills ? filling(picture, place) : place, page)} cm /${file.pictureResource(picture)} Do Q`;
  if (alt === undefined) {
    file.draw(DECORATION, operators);
    return;
  }
  const figure = tree.open(parent, 'Figure', { alt, box, ...(lang === undefined ? {} : { lang }) });
  file.draw(tree.content(figure), operators);
  tree.close(figure);
}

/** The smallest rectangle that has the proportions of a picture, covers a given rectangle and has the same centre. */
function filling(picture: Picture, { left, top, width, height }: Rectangle): Rectangle {
  const scale = Math.max(width / picture.width, height / picture.height);
  const whole = { width: picture.width * scale, height: picture.height * scale };
  return { left: left + (width - whole.width) / 2, top: top + (height - whole.height) / 2, ...whole };
}

/** Transformation of the unit square by the Exif orientation of a picture: the values a to f of the matrix. */
const TURNS: Readonly<Record<ExifOrientation, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

function matrix(picture: Picture, { left, top, width, height }: Rectangle, page: number): string {
  const [a, b, c, d, e, f] = TURNS[picture.format === 'jpeg' ? picture.orientation : 1];
  return numbers(
    a * width,
    b * height,
    c * width,
    d * height,
    e * width + left,
    f * height + page - top - height,
  );
}

const numbers = (...values: readonly number[]): string => values.map(pdfNumber).join(' ');
