/** Pictures of a document that look coarse in print. */
import { pictureInList } from '../design/event-lists.ts';
import { figureSize, IN_CELL, resolutionOf, SHARP, type Size, sizeInText } from '../design/figures.ts';
import { bodyHeight, columnWidths } from '../design/measures.ts';
import { areaOf } from '../design/parts.ts';
import type { Design } from '../design/schema.ts';
import type { Block, Document, Section } from '../document/model.ts';
import type { PicturePath } from '../model/picture.ts';
import type { SizeOf } from './flow.ts';

/** A picture, and how many dots an inch it has where it is largest. */
export interface Coarse {
  file: PicturePath;
  resolution: number;
}

/** Pictures with fewer dots an inch than look sharp, each once, in reading order. */
export function coarsePictures(
  { sections }: Pick<Document, 'sections'>,
  design: Design,
  sizeOf: SizeOf,
): Coarse[] {
  const lowest = new Map<PicturePath, number>();
  for (const section of sections)
    for (const block of section.blocks)
      for (const { file, size } of placed(block, section, design, sizeOf)) {
        const resolution = Math.round(resolutionOf(sizeOf(file), size));
        if (resolution < SHARP) lowest.set(file, Math.min(resolution, lowest.get(file) ?? resolution));
      }
  return [...lowest].map(([file, resolution]) => ({ file, resolution }));
}

interface PlacedPicture {
  file: PicturePath;
  size: Size;
}

function placed(block: Block, section: Section, design: Design, sizeOf: SizeOf): PlacedPicture[] {
  const { width } = areaOf(design, section);
  const height = bodyHeight(design);
  switch (block.kind) {
    case 'picture': {
      const { file } = block.figure;
      return [{ file, size: sizeInText(sizeOf(file), { width, height }, block.style) }];
    }
    case 'events':
      return block.events.flatMap(({ pictures }) =>
        pictures.map(({ file }) => ({ file, size: pictureInList(sizeOf(file), design, width) })),
      );
    case 'table': {
      const kinds = block.table.columns.map(({ kind }) => kind);
      if (!kinds.includes('picture')) return [];
      const inner = columnWidths(design, kinds).map((column) => column - 2 * design.table.padding.side);
      return block.table.rows.flatMap(({ cells }) =>
        cells.flatMap(({ picture }, column): PlacedPicture[] => {
          if (picture === undefined) return [];
          const { file } = picture;
          const size = figureSize(sizeOf(file), { width: inner[column] ?? 0, height }, IN_CELL);
          return [{ file, size }];
        }),
      );
    }
    default:
      return [];
  }
}
