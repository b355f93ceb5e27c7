/** The arrangements of a cover, for a sheet of any size. On A4 landscape with the default margins the panel is that of the default. */
import type { CoverLayout } from './file.ts';
import type { Design, FittedText } from './schema.ts';

type Cover = Design['cover'];

/** The area of the sheet that the lengths of the default are for: A4. */
const A4_AREA = 841.89 * 595.28;

/** A cover in an arrangement, with the styles and proportions of another. */
export function coverOf(
  layout: CoverLayout,
  { paper, margins, cover }: Pick<Design, 'paper' | 'margins' | 'cover'>,
): Cover {
  const scale = Math.sqrt((paper.width * paper.height) / A4_AREA);
  const scaled: Scaled = { paper, margins, cover, scale };
  return layout === 'panel' ? panelCover(scaled) : bandCover(scaled, layout === 'band');
}

interface Scaled extends Pick<Design, 'paper' | 'margins' | 'cover'> {
  scale: number;
}

function panelCover({ paper, margins, cover, scale }: Scaled): Cover {
  const panel = Math.round(0.28 * paper.width);
  const inner = panel / 236;
  const left = panel + Math.round(56 * inner);
  const width = Math.min(Math.round(500 * scale), paper.width - left - margins.right);
  return {
    ...common({ paper, margins, cover, scale }, left, width),
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
    title: {
      ...cover.title,
      left,
      top: Math.round(0.252 * paper.height),
      width,
      height: Math.round(0.386 * paper.height),
      sizes: sizes(cover.title, Math.min(scale, Math.max(0.75 * scale, width / 500))),
    },
  };
}

function bandCover({ paper, margins, cover, scale }: Scaled, area: boolean): Cover {
  const left = Math.max(margins.left, Math.round(56 * scale));
  const width = Math.min(Math.round(600 * scale), paper.width - 2 * left);
  const height = Math.round((area ? 0.32 : 0.3) * paper.height);
  const periodHeight = Math.round(100 * scale);
  const titleTop = height + Math.round(36 * scale);
  const { panel: _, ...plain } = common({ paper, margins, cover, scale }, left, width);
  return {
    ...plain,
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
    title: {
      ...cover.title,
      left,
      top: titleTop,
      width,
      height: Math.round(0.28 * paper.height),
      sizes: sizes(cover.title, Math.min(scale, Math.max(0.75 * scale, width / 500))),
    },
  };
}

/** What follows from the place of the title. */
function common({ paper, cover, scale }: Scaled, left: number, width: number): Cover {
  const line = (size: number): number => roundedSize(size * Math.max(scale, 0.8));
  return {
    ...cover,
    lines: {
      ...cover.lines,
      width,
      style: {
        ...cover.lines.style,
        size: line(cover.lines.style.size),
        leading: line(cover.lines.style.leading),
      },
    },
    publisher: {
      ...cover.publisher,
      left,
      top: Math.round(paper.height - 75.28 * scale),
      width,
      style: {
        ...cover.publisher.style,
        size: line(cover.publisher.style.size),
        leading: line(cover.publisher.style.leading),
      },
    },
  };
}

/** Sizes of letters are in half points, as Word has them. */
const roundedSize = (size: number): number => Math.round(2 * size) / 2;

function sizes({ sizes: all }: FittedText, scale: number): number[] {
  return [...new Set(all.map((size) => Math.max(8, roundedSize(size * scale))))];
}
