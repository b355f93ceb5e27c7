/** Printed sizes of pictures, from the column widths of a design. */
import {
  areaOf,
  bodyHeight,
  columnWidths,
  type Design,
  pictureInList,
  pictureStyle,
  type Size,
  sizeInCell,
  sizeInText,
} from '../design/index.ts';
import { type Block, type Document, hasPictures, type Section } from '../document/index.ts';
import type { PicturePath } from '../model/index.ts';
import type { SizeOf } from './flow.ts';

export interface PlacedPicture {
  file: PicturePath;
  /** In points. */
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
      const style = pictureStyle(design, section, block);
      return [{ file, size: sizeInText(sizeOf(file), { width, height }, style) }];
    }
    case 'events':
      return block.events.flatMap(({ pictures, codes }) =>
        [...pictures, ...codes].map(({ file, isCode }) => ({
          file,
          size: pictureInList(sizeOf(file), design, width, isCode),
        })),
      );
    case 'table': {
      const kinds = block.table.columns.map(({ kind }) => kind);
      if (!hasPictures(block.table)) return [];
      const inner = columnWidths(design, kinds).map((column) => column - 2 * design.table.padding.side);
      return block.table.rows.flatMap(({ cells }) =>
        cells.flatMap(({ picture }, column): PlacedPicture[] => {
          if (picture === undefined) return [];
          const { file, isCode } = picture;
          const size = sizeInCell(sizeOf(file), { width: inner[column] ?? 0, height }, isCode);
          return [{ file, size }];
        }),
      );
    }
    default:
      return [];
  }
}
