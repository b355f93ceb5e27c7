import { type Design, type FaceName, measure } from '../../design/index.ts';
import { type Paragraph, wordsOf } from '../../document/index.ts';
import { type Face, shortened, widthOf } from '../../typeset/index.ts';
import type { DocumentOutline } from './package.ts';

/**
 * Shortens the running heads of an outline to one line, as in the PDF. A second line would move the text on every page
 * down.
 */
export function fitHeaders(
  outline: DocumentOutline,
  design: Design,
  faces: Readonly<Record<FaceName, Face>>,
): DocumentOutline {
  const { gap, sectionShare } = design.running;
  const { size, face: name } = design.styles.running;
  const face = faces[name];
  const whole = measure(design);
  const fitted = (words: Paragraph): { words: Paragraph; width: number } => {
    const full = wordsOf(words);
    const shown = shortened(face, full, size, sectionShare * whole);
    return { words: shown === full ? words : [{ text: shown }], width: widthOf(face, shown, size) };
  };
  const sections = outline.sections.map((section) => {
    const [first, later] = [fitted(section.heads.first), fitted(section.heads.later)];
    return {
      ...section,
      heads: { first: first.words, later: later.words },
      edition: shortened(face, section.edition, size, whole - Math.max(first.width, later.width) - gap),
    };
  });
  return { ...outline, sections };
}
