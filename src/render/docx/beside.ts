/** Pictures in frames next to texts. */
import { bodyStyles, styleNamed } from '../../../templates/docx/index.ts';
import { BESIDE, type Design, measure, type Size } from '../../design/index.ts';
import type { HeightIn } from '../../typeset/index.ts';
import type { WordBlock } from './blocks.ts';

/** The frame of a picture next to texts; points. */
export interface WordFrame {
  /** Distance from the left margin, and width. */
  left: number;
  width: number;
  /** Height with the caption, and the width that the frame takes from the texts next to it. */
  height: number;
  takes: number;
}

/** The frame of a picture and its caption whose right edge is at a distance from the left margin. */
export const frameOf = ({ width, height }: Size, right: number, caption = 0): WordFrame => ({
  left: right - width,
  width,
  height: height + caption,
  takes: width + BESIDE,
});

/** The blocks of a section; an empty paragraph separates a picture from text that begins below it. */
export function clearedBlocks(blocks: readonly WordBlock[], design: Design, heightIn: HeightIn): WordBlock[] {
  if (!blocks.some((block) => block.kind === 'paragraph' && block.frame !== undefined)) return [...blocks];
  const styles = bodyStyles(design);
  let [height, takes] = [0, 0];
  const clear = (): WordBlock[] => {
    const above = height + design.styles.body.above;
    const isNeeded = height > 0;
    height = 0;
    return isNeeded ? [{ kind: 'paragraph', style: 'SectionEnd', text: { runs: [] }, above }] : [];
  };
  const cleared = blocks.flatMap((block): WordBlock[] => {
    if (block.kind !== 'paragraph') return [...clear(), block];
    const { frame, style: id, text, target, above } = block;
    const style = styleNamed(styles, id);
    if (frame !== undefined) {
      if (text.picture === undefined) return [block];
      const before = clear();
      [height, takes] = [frame.height, frame.takes];
      return [...before, block];
    }
    // What an event has next to its picture ends with the event.
    if (above !== undefined || target !== undefined) height = 0;
    const begins = style.level !== undefined || style.fill !== undefined || style.bar !== undefined;
    if (begins || (style.before ?? 0) > 0) return [...clear(), block];
    const width = measure(design) - (style.left ?? 0) - (style.right ?? 0) - takes;
    height -= (heightIn(text.runs, style.text, width) ?? 0) + (style.after ?? 0);
    return [block];
  });
  return [...cleared, ...clear()];
}
