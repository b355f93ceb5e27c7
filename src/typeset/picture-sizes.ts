/** Printed sizes of pictures, from the column widths of a design. */
import {
  areaOf,
  bodyHeight,
  columnWidths,
  type Design,
  figureSize,
  IN_CELL,
  pictureInList,
  type Size,
  sizeInText,
} from '../design/index.ts';
import type { Block, Document, Section } from '../document/index.ts';
import type { PicturePath } from '../model/index.ts';
import type { SizeOf } from './flow.ts';

export interface PlacedPicture {
  file: PicturePath;
  /** Points. */
  size: Size;
}

/** The pictures of texts and events, once per use, in reading order. */
export const placedPictures = (
  { sections }: Pick<Document, 'sections'>,
  design: Design,
  sizeOf: SizeOf,
): PlacedPicture[] =>
  sections.flatMap((section) => section.blocks.flatMap((block) => placed(block, section, design, sizeOf)));

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
