/**
 * The layouts of a cover for a sheet of any size. On A4 landscape with the default margins, the layout `panel` equals
 * the default.
 */
import type { CoverLayout } from './file.ts';
import type { Rectangle } from './picture-rows.ts';
import type { Design, FittedText, PictureRow, PictureUse, TextStyle } from './schema.ts';

type Cover = Design['cover'];

/** Area of A4, the sheet for which the default lengths are defined, in square points. */
const A4_AREA = 841.89 * 595.28;

/** The pictures of a cover: the logos of publishers and partners, and the large picture of the layout `picture`. */
export interface CoverPictures {
  emitters: readonly PictureUse[];
  partners: readonly PictureUse[];
  picture?: PictureUse;
}

/** A cover in a layout, with the styles and proportions of another cover. */
export function coverOf(
  layout: CoverLayout,
  { paper, margins, cover }: Pick<Design, 'paper' | 'margins' | 'cover'>,
  pictures: CoverPictures,
): Cover {
  const scale = Math.sqrt((paper.width * paper.height) / A4_AREA);
  const { panel: _, ...plain } = cover;
  return LAYOUTS[layout]({ paper, margins, cover: plain, scale, pictures });
}

/** The cover of a design on another sheet, in its current layout and without the logos of partners. */
export function coverOn(
  { cover, margins }: Pick<Design, 'margins' | 'cover'>,
  sheet: Pick<Design['paper'], 'width' | 'height'>,
): Cover {
  const { picture, marks: [row] = [], ...plain } = cover;
  const pictures = { emitters: row?.pictures ?? [], partners: [], ...(picture && { picture }) };
  return coverOf(layoutOf(cover), { paper: { ...sheet }, margins, cover: plain }, pictures);
}

/**
 * The top edge of the title. On a cover with a picture but without a period, the title is printed where the period
 * would be.
 */
export const titleTop = ({ picture, period, title }: Cover, hasPeriod: boolean): number =>
  picture === undefined || hasPeriod ? title.top : period.top;

function layoutOf({ picture, panel }: Cover): CoverLayout {
  if (picture !== undefined) return 'picture';
  if (panel === undefined) return 'plain';
  return panel.height === undefined ? 'panel' : 'band';
}

interface Scaled extends Pick<Design, 'paper' | 'margins'> {
  cover: Cover;
  scale: number;
  pictures: CoverPictures;
}

const LAYOUTS: Readonly<Record<CoverLayout, (scaled: Scaled) => Cover>> = {
  panel: panelCover,
  band: (scaled) => bandCover(scaled, true),
  picture: pictureCover,
  plain: (scaled) => bandCover(scaled, false),
};

function panelCover(scaled: Scaled): Cover {
  const { paper, margins, cover, scale } = scaled;
  const panel = Math.round(0.28 * paper.width);
  const inner = panel / 236;
  const left = panel + Math.round(56 * inner);
  const width = Math.min(Math.round(500 * scale), paper.width - left - margins.right);
  const top = Math.round(0.252 * paper.height);
  return {
    ...common(
      scaled,
      { left, top, width, height: Math.round(0.386 * paper.height) },
      emitters(scaled, { left, top: Math.max(24 * scale, top - 98 * scale), width, height: 64 * scale }),
    ),
    panel: { width: panel, colour: 'area' },
    period: {
      ...cover.period,
      left: Math.round(40 * inner),
      top: Math.round(0.215 * paper.height),
      width: Math.round(176 * inner),
      height: Math.round(110 * scale),
      colour: 'onArea',
      sizes: sizes(cover.period, inner),
    },
  };
}

function bandCover(scaled: Scaled, area: boolean): Cover {
  const { paper, margins, cover, scale, pictures } = scaled;
  const left = Math.max(margins.left, Math.round(56 * scale));
  const width = Math.min(Math.round(600 * scale), paper.width - 2 * left);
  const above = pictures.emitters.length > 0 && !area ? 214 * scale : 0;
  const height = Math.round(Math.max((area ? 0.32 : 0.3) * paper.height, above));
  const periodHeight = Math.round(100 * scale);
  const marks = area
    ? tab(scaled, left)
    : emitters(scaled, { left, top: 40 * scale, width, height: 60 * scale });
  const top = height + Math.round(36 * scale);
  return {
    ...common(scaled, { left, top, width, height: Math.round(0.28 * paper.height) }, marks),
    ...(area ? { panel: { width: paper.width, height, colour: 'area' } } : {}),
    period: {
      ...cover.period,
      left,
      top: Math.round(height - periodHeight + 4 * scale),
      width,
      height: periodHeight,
      colour: area ? 'onArea' : 'brand',
      sizes: sizes(cover.period, scale),
    },
  };
}

/** Maximum font size of the period if it is above the title, as a share of its default font size. */
const SMALL_PERIOD = 0.56;

/** A picture at the top of the sheet, and a paper-coloured panel that overlaps it and contains all text. */
function pictureCover(scaled: Scaled): Cover {
  const { paper, margins, cover, scale, pictures } = scaled;
  const { picture } = pictures;
  const upright = paper.height > paper.width;
  const partners = pictures.partners.length > 0;
  const edge = Math.max(margins.left, Math.round(28 * scale));
  const padding = Math.round(30 * scale);
  const panel = {
    left: edge,
    top: Math.round((upright ? 0.46 : partners ? 0.3 : 0.37) * paper.height),
    width: Math.round((upright ? 0.8 : 0.62) * paper.width),
    colour: 'paper',
  } as const;
  const left = panel.left + padding;
  const width = panel.width - 2 * padding;
  const periodTop = panel.top + Math.round(22 * scale);
  const periodHeight = Math.round(46 * scale);
  const top = periodTop + periodHeight + Math.round(8 * scale);
  return {
    ...common(
      scaled,
      { left, top, width, height: Math.round(0.28 * paper.height) },
      tab(scaled, edge),
      paper.width - left - edge,
    ),
    ...(picture && {
      picture: {
        ...picture,
        left: 0,
        top: 0,
        width: paper.width,
        height: Math.round((upright ? 0.6 : 0.58) * paper.height),
      },
    }),
    panel,
    period: {
      ...cover.period,
      left,
      top: periodTop,
      width,
      height: periodHeight,
      colour: 'brand',
      sizes: sizes(cover.period, SMALL_PERIOD * scale),
    },
  };
}

const GAP = 22;

/** The logos of the publishers as a row; empty if there are no logos. */
function emitters({ scale, pictures }: Scaled, { left, top, width, height }: Rectangle): PictureRow[] {
  if (pictures.emitters.length === 0) return [];
  return [
    {
      left,
      top: Math.round(top),
      width,
      height: Math.round(height),
      gap: Math.round(GAP * scale),
      align: 'left',
      pictures: [...pictures.emitters],
    },
  ];
}

/**
 * Draws the logos on a paper-coloured tab in the upper right corner, because some logos would be invisible on a
 * coloured area or a picture.
 */
function tab(scaled: Scaled, side: number): PictureRow[] {
  const { paper, scale } = scaled;
  const padding = Math.round(14 * scale);
  const width = paper.width - 2 * (side + padding);
  const [row] = emitters(scaled, { left: side + padding, top: padding, width, height: 54 * scale });
  return row === undefined ? [] : [{ ...row, align: 'right', ground: { padding, colour: 'paper' } }];
}

/** Space for the rule and the lines below a title, in points on an A4 sheet. */
const BELOW_TITLE = 128;

/**
 * The parts that all layouts share: the title at its position, the lines below it, and at the foot the publisher and
 * the logos of partners.
 */
function common(
  { paper, cover, scale, pictures }: Scaled,
  title: Rectangle,
  marks: readonly PictureRow[],
  foot: number = title.width,
): Cover {
  const line = (style: TextStyle): TextStyle => {
    const size = (points: number): number => roundedSize(points * Math.max(scale, 0.8));
    return { ...style, size: size(style.size), leading: size(style.leading) };
  };
  const row: PictureRow = {
    left: title.left,
    top: Math.round(paper.height - 84 * scale),
    width: foot,
    height: Math.round(44 * scale),
    gap: Math.round(GAP * scale),
    align: 'left',
    pictures: [...pictures.partners],
  };
  const partners = row.pictures.length > 0;
  const publisherTop = partners ? row.top - Math.round(32 * scale) : Math.round(paper.height - 75.28 * scale);
  const all = [...marks, ...(partners ? [row] : [])];
  return {
    ...cover,
    ...(all.length > 0 ? { marks: all } : {}),
    title: {
      ...cover.title,
      ...title,
      height:
        all.length === 0 && pictures.picture === undefined
          ? title.height
          : Math.min(title.height, Math.round(publisherTop - title.top - BELOW_TITLE * scale)),
      sizes: sizes(cover.title, Math.min(scale, Math.max(0.75 * scale, title.width / 500))),
    },
    lines: { ...cover.lines, width: title.width, style: line(cover.lines.style) },
    publisher: {
      ...cover.publisher,
      left: title.left,
      top: publisherTop,
      width: title.width,
      style: line(cover.publisher.style),
    },
  };
}

/** Font sizes are in half points, as in Word. */
const roundedSize = (size: number): number => Math.round(2 * size) / 2;

function sizes({ sizes: all }: FittedText, scale: number): number[] {
  return [...new Set(all.map((size) => Math.max(8, roundedSize(size * scale))))];
}
