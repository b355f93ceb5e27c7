import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { coverHolds, type SetCoverLine, setCover } from '../../../templates/pdf/index.ts';
import {
  coverOn,
  type Design,
  type PictureUse,
  picturesInRow,
  type Rectangle,
  strongFace,
  titleTop,
} from '../../design/index.ts';
import type { Document } from '../../document/index.ts';
import { dataUri, type Picture, type Pictures, pictureAt } from '../../model/index.ts';
import {
  baselineOf,
  createTypesetter,
  cutsWords,
  type Faces,
  heightOf,
  loadHyphenation,
  type Stack,
} from '../../typeset/index.ts';

/** The sheet in points; it has the proportions of previews, 1,200 × 630 pixels. */
const SHEET = { width: 900, height: 472.5 };

/**
 * The cover of a document on a sheet in the proportions of previews, as SVG; its texts name the faces of the design.
 * Lines that do not fit are left out.
 */
export async function previewOf(
  { cover, meta }: Document,
  given: Design,
  faces: Faces,
  pictures: Pictures,
): Promise<string> {
  const design = { ...given, paper: { ...given.paper, ...SHEET }, cover: coverOn(given, SHEET) };
  const { colours, cover: look } = design;
  const typesetter = createTypesetter(design, faces, await loadHyphenation([]), meta.lang);
  const drawn: ReactElement[] = [];
  const add = (name: string, props: Record<string, unknown>, ...children: readonly ReactElement[]): void => {
    drawn.push(createElement(name, { key: drawn.length, ...props }, ...children));
  };
  const area = ({ left, top, ...size }: Rectangle, colour: string): void =>
    add('rect', { x: left, y: top, ...size, fill: colour });
  const picture = ({ file }: PictureUse, { left, top, width, height }: Rectangle, fills: boolean): void => {
    const preserveAspectRatio = fills ? 'xMidYMid slice' : 'xMidYMid meet';
    const href = dataUri(pictureAt(pictures, file));
    // The renderer does not clip a drawing to its view box, so a nested element clips it.
    const image = createElement('image', { key: 0, width, height, preserveAspectRatio, href });
    add('svg', { x: left, y: top, width, height }, image);
  };
  const set: SetCoverLine = (line, style, width) => {
    const stack = typesetter.stack([line], style, width, 'display');
    return {
      height: heightOf(stack),
      cut: cutsWords(stack.lines),
      paint: (x, y) => drawn.push(...textsOf(stack, x, y, faces, colours[style.colour])),
    };
  };

  area({ left: 0, top: 0, ...SHEET }, colours.paper);
  if (look.picture !== undefined) picture(look.picture, look.picture, true);
  const { panel, rule } = look;
  if (panel !== undefined) {
    const { left = 0, top = 0, width, height = SHEET.height - top } = panel;
    area({ left, top, width, height }, colours[panel.colour]);
  }
  for (const row of look.marks ?? []) {
    const ratios = row.pictures.map(({ file }) => {
      const { width, height } = pictureAt(pictures, file);
      return width / height;
    });
    const { places, ground } = picturesInRow(row, ratios);
    if (ground !== undefined && row.ground !== undefined) area(ground, colours[row.ground.colour]);
    for (const [index, use] of row.pictures.entries()) picture(use, places[index] ?? row, false);
  }
  const whole = setCover(cover, design, set);
  const texts = coverHolds(whole, design) ? whole : setCover({ ...cover, lines: [] }, design, set);
  texts.kicker?.paint(look.period.left, look.period.top);
  const { left } = look.title;
  const top = titleTop(look, texts.kicker !== undefined);
  texts.title.paint(left, top);
  let y = top + texts.title.height + rule.above;
  area({ left, top: y, width: rule.width, height: rule.height }, colours[rule.colour]);
  y += rule.height + rule.below;
  for (const line of texts.lines) {
    line.paint(left, y);
    y += line.height + look.lines.gap;
  }
  texts.publisher.paint(look.publisher.left, look.publisher.top);
  return renderToStaticMarkup(
    createElement(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${SHEET.width} ${SHEET.height}`, ...SHEET },
      ...drawn,
    ),
  );
}

/** A logo in the middle of a square, as SVG. */
export function iconOf(logo: Picture): string {
  const image = createElement('image', { width: 64, height: 64, href: dataUri(logo) });
  const box = { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 64 64', width: 64, height: 64 };
  return renderToStaticMarkup(createElement('svg', box, image));
}

/** The lines of a stack as SVG texts. */
function textsOf(
  { style, lines, tops }: Stack,
  x: number,
  y: number,
  faces: Faces,
  fill: string,
): ReactElement[] {
  const face = faces[style.face];
  return lines.map(({ pieces }, index) =>
    createElement(
      'text',
      {
        key: `${x} ${y} ${index}`,
        x,
        y: y + (tops[index] ?? 0) + baselineOf(face, style),
        fill,
        fontFamily: face.font.info.family,
        fontSize: style.size,
        'xml:space': 'preserve',
      },
      ...pieces.map(({ text, source }, piece) => {
        const name = source.strong ? strongFace(style.face) : style.face;
        return createElement('tspan', { key: piece, fontWeight: name.endsWith('Bold') ? 700 : 400 }, text);
      }),
    ),
  );
}
