/** The cover of the Word file. */
import {
  alternativeOf,
  backCoverIsArea,
  type Design,
  type PictureUse,
  picturesInRow,
} from '../../src/design/index.ts';
import { areaXml, backgroundXml, inlinePictureXml, type WordPicture } from './drawing.ts';
import type { CoverStyle } from './styles.ts';

/** A paragraph of the cover. */
export interface CoverParagraph<P> {
  style: CoverStyle;
  /** Words of the paragraph; undefined if the paragraph only anchors a drawing. */
  text?: P;
  /** Position of the paragraph on the page, outside the text flow, in points. */
  place?: { left: number; top: number; width: number };
  /** A drawing that is anchored in the paragraph. */
  drawing?: string;
}

/** The words of a cover. */
export interface CoverWords<P> {
  kicker?: P;
  title: P;
  lines: readonly P[];
  publisher: P;
}

/** The pictures of a package, and the language of its document. */
export interface CoverPackage {
  lang: string;
  pictureOf(file: string): WordPicture;
}

/**
 * The background picture and areas of the design; logos, each in its own frame so that they form a row; the period; the
 * title, a rule and the lines below it; the publisher at the foot.
 */
export function coverParagraphs<P>(
  { kicker, title, lines, publisher }: CoverWords<P>,
  design: Design,
  { lang, pictureOf }: CoverPackage,
): CoverParagraph<P>[] {
  const { cover, paper, colours } = design;
  const { picture, panel, marks = [] } = cover;
  let drawings = 0;
  const nameOf = (use: PictureUse) => ({ number: ++drawings, alt: alternativeOf(use, lang) });
  const behind: string[] = [];
  if (picture) behind.push(backgroundXml(pictureOf(picture.file), picture, nameOf(picture)));
  if (panel) {
    const { left = 0, top = 0, width, height = paper.height - top } = panel;
    behind.push(areaXml({ left, top, width, height }, colours[panel.colour], ++drawings));
  }
  const logos: CoverParagraph<P>[] = [];
  for (const row of marks) {
    const shown = row.pictures.map(({ file }) => pictureOf(file));
    const { places, ground } = picturesInRow(
      row,
      shown.map(({ picture: { width, height } }) => width / height),
    );
    if (ground && row.ground) behind.push(areaXml(ground, colours[row.ground.colour], ++drawings));
    row.pictures.forEach((use, index) => {
      const [picture, place] = [shown[index], places[index]];
      if (picture !== undefined && place !== undefined)
        logos.push({ style: 'CoverMark', place, drawing: inlinePictureXml(picture, place, nameOf(use)) });
    });
  }
  return [
    // LibreOffice drops tracked changes in the paragraph after a frame. The paragraph of the panel, which follows the
    // frames, contains no text and thus no changes.
    ...logos,
    ...(kicker === undefined ? [] : [{ style: 'CoverPeriod', text: kicker, place: cover.period } as const]),
    { style: 'CoverPanel', ...(behind.length > 0 && { drawing: behind.join('') }) },
    { style: 'Title', text: title },
    { style: 'CoverRule' },
    ...lines.map((text) => ({ style: 'CoverLine', text }) as const),
    { style: 'CoverPublisher', text: publisher, place: cover.publisher },
  ];
}

/** Number of the drawing on the back cover; drawings on the cover have lower numbers. */
export const COVER_DRAWINGS = 1000;

/** The background of the back cover: an area if the cover has one, or a picture. */
export function backCover(design: Design): string {
  const { paper, colours } = design;
  if (!backCoverIsArea(design)) return '';
  return areaXml({ left: 0, top: 0, ...paper }, colours.area, COVER_DRAWINGS);
}
