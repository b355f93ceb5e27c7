/** Finds pictures whose resolution is too low for print. */
import { type Design, resolutionOf, SHARP } from '../design/index.ts';
import type { Document } from '../document/index.ts';
import type { PicturePath } from '../model/index.ts';
import type { SizeOf } from './flow.ts';
import { placedPictures } from './picture-sizes.ts';

/** A picture and its resolution at its largest printed size, in dots per inch. */
export interface Coarse {
  file: PicturePath;
  resolution: number;
}

/** Pictures with a visibly low resolution, in reading order; each picture is listed once. */
export function coarsePictures(
  document: Pick<Document, 'sections'>,
  design: Design,
  sizeOf: SizeOf,
): Coarse[] {
  const lowest = new Map<PicturePath, number>();
  for (const { file, size } of placedPictures(document, design, sizeOf)) {
    const resolution = Math.round(resolutionOf(sizeOf(file), size));
    if (resolution < SHARP) lowest.set(file, Math.min(resolution, lowest.get(file) ?? resolution));
  }
  return [...lowest].map(([file, resolution]) => ({ file, resolution }));
}
