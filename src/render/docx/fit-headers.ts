import type { DocumentOutline } from '../../../templates/docx/package.ts';
import { measure } from '../../design/measures.ts';
import type { Design, FaceName } from '../../design/schema.ts';
import { wordsOf } from '../../document/texts.ts';
import type { Face } from '../../typeset/face.ts';
import { shortened, widthOf } from '../../typeset/one-line.ts';

/**
 * An outline whose running headers stand on one line each, as in the PDF: a second line would push the text of every page down.
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
  const sections = outline.sections.map((section) => {
    const full = wordsOf(section.title);
    const right = shortened(face, full, size, sectionShare * whole);
    return {
      ...section,
      ...(right === full ? {} : { title: [{ text: right }] }),
      edition: shortened(face, section.edition, size, whole - widthOf(face, right, size) - gap),
    };
  });
  return { ...outline, sections };
}
