import { BESIDE, type Size } from '../../design/index.ts';

/** The frame of a picture next to texts, in points. */
export interface WordFrame {
  /** Distance from the left margin, and width. */
  left: number;
  width: number;
  /** Height including the caption, and the width that the frame takes from the texts next to it. */
  height: number;
  takes: number;
}

/** The frame of a picture and its caption; its right edge has a given distance from the left margin. */
export const frameOf = ({ width, height }: Size, right: number, caption = 0): WordFrame => ({
  left: right - width,
  width,
  height: height + caption,
  takes: width + BESIDE,
});
