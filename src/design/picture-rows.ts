/** Computes the positions of the pictures in a row, so that logos of any shape appear equally large. */
import { POINTS_PER_INCH, resolutionOf, type Size } from './picture-sizes.ts';
import type { Design, PictureRow, PictureUse } from './schema.ts';

/** A rectangle on a sheet; its position is measured in points from the upper left corner of the sheet. */
export interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Maximum area of a logo as a multiple of the squared height of the row. A very wide logo is therefore lower than the
 * row.
 */
const MAX_AREA = 3;

/**
 * Positions of the pictures of a row, in their order, and of their background. The pictures have equal areas if the row
 * is wide enough, and are centred vertically.
 *
 * @param ratios width divided by height of each picture
 */
export function picturesInRow(
  row: PictureRow,
  ratios: readonly number[],
): { places: Rectangle[]; ground: Rectangle | undefined } {
  const { height, gap, align, ground } = row;
  const area = Math.min(MAX_AREA, ...ratios) * height * height;
  const widths = ratios.map((ratio) => Math.sqrt(area * ratio));
  const gaps = gap * (ratios.length - 1);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (row.width - gaps) / whole);
  const used = whole * scale + gaps;
  const from = align === 'left' ? row.left : row.left + row.width - used;
  let left = from;
  const places = widths.map((full, index): Rectangle => {
    const width = full * scale;
    const heightOfPicture = width / (ratios[index] ?? 1);
    const place = { left, top: row.top + (height - heightOfPicture) / 2, width, height: heightOfPicture };
    left += width + gap;
    return place;
  });
  if (ground === undefined) return { places, ground: undefined };
  const { padding } = ground;
  return {
    places,
    ground: {
      left: from - padding,
      top: row.top - padding,
      width: used + 2 * padding,
      height: height + 2 * padding,
    },
  };
}

/** All pictures of a design. */
export function picturesOf({ cover: { picture, marks = [] } }: Pick<Design, 'cover'>): PictureUse[] {
  return [...(picture === undefined ? [] : [picture]), ...marks.flatMap(({ pictures }) => pictures)];
}

/**
 * The alternative text of a picture in a language, or in the first available one.
 *
 * @returns undefined for decoration
 */
export function alternativeOf({ alt }: PictureUse, lang: string): string | undefined {
  return typeof alt === 'object' ? (alt[lang] ?? Object.values(alt)[0]) : alt;
}

/**
 * Resolutions of the pictures of a design at their positions on the cover, in dots per inch.
 *
 * @param sizeOf size of a picture in pixels
 */
export function resolutionsOf(
  { cover: { picture, marks = [] } }: Pick<Design, 'cover'>,
  sizeOf: (file: string) => Size,
): { file: string; resolution: number }[] {
  const pictures = (picture === undefined ? [] : [picture]).map(({ file, width, height }) => {
    const pixels = sizeOf(file);
    return { file, resolution: Math.min(pixels.width / width, pixels.height / height) * POINTS_PER_INCH };
  });
  const logos = marks.flatMap((row) => {
    const sizes = row.pictures.map(({ file }) => sizeOf(file));
    const ratios = sizes.map(({ width, height }) => width / height);
    const { places } = picturesInRow(row, ratios);
    return row.pictures.flatMap(({ file }, index) => {
      const [size, place] = [sizes[index], places[index]];
      return size && place ? [{ file, resolution: resolutionOf(size, place) }] : [];
    });
  });
  return [...pictures, ...logos];
}
