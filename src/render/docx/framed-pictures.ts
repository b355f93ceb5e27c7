/** Places pictures in frames next to texts. */
import { bodyStyles, styleNamed } from '../../../templates/docx/index.ts';
import { type Design, measure } from '../../design/index.ts';
import type { HeightIn } from '../../typeset/index.ts';
import type { WordBlock } from './blocks.ts';

/** The blocks of a section; an empty paragraph separates a picture from text that begins below it. */
export function clearedBlocks(blocks: readonly WordBlock[], design: Design, heightIn: HeightIn): WordBlock[] {
  if (!blocks.some((block) => block.kind === 'paragraph' && block.frame !== undefined)) return [...blocks];
  const styles = bodyStyles(design);
  let [height, takes] = [0, 0];
  let hasEvents = false;
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
    if (target !== undefined && !hasEvents) {
      hasEvents = true;
      return [...clear(), block];
    }
    // The text next to the picture of an event ends where the event ends.
    if (above !== undefined || target !== undefined) height = 0;
    const begins = style.level !== undefined || style.fill !== undefined || style.bar !== undefined;
    if (begins || (style.before ?? 0) > 0) return [...clear(), block];
    const width = measure(design) - (style.left ?? 0) - (style.right ?? 0) - takes;
    height -= (text.picture?.height ?? heightIn(text.runs, style.text, width) ?? 0) + (style.after ?? 0);
    return [block];
  });
  return [...cleared, ...clear()];
}
