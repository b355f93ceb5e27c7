import { DRAWING_PIXELS, DRAWING_SIDE, type SvgPicture } from '../../../model/index.ts';
import { Drawer } from './draw.ts';
import { readTree } from './tree.ts';
import { svgOf } from './write.ts';

/**
 * Reads an SVG file as a drawing.
 *
 * @throws UserError that lists everything that is not supported, with line numbers, or if the file is damaged or too
 * large
 */
export async function readSvg(bytes: Uint8Array): Promise<Omit<SvgPicture, 'file'>> {
  const drawing = new Drawer(await readTree(bytes)).drawing();
  const scale = DRAWING_PIXELS / DRAWING_SIDE;
  return {
    format: 'svg',
    width: Math.max(1, Math.round(drawing.width * scale)),
    height: Math.max(1, Math.round(drawing.height * scale)),
    drawing,
    chunks: [Buffer.from(svgOf(drawing))],
  };
}
