import { type Design, type FaceName, measure } from '../../design/index.ts';
import { wordsOf } from '../../document/index.ts';
import { type Face, shortened, widthOf } from '../../typeset/index.ts';
import type { DocumentOutline } from './package.ts';

/**
 * Shortens the run heads of an outline to one line, as in the PDF: a second line would move the text of every page
 * down. Titles that the word processor inserts by a field cannot be shortened: if one of them is too long, the field
 * is left out.
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
  const titles = outline.sections.map(({ title }) => {
    const full = wordsOf(title);
    const shown = shortened(face, full, size, sectionShare * whole);
    return { shown, cut: shown !== full, width: widthOf(face, shown, size) };
  });
  const sections = outline.sections.map((section, index) => {
    const next = outline.sections.findIndex(({ follows }, at) => at > index && !follows);
    const run = titles.slice(index, section.header === 'page' ? (next < 0 ? undefined : next) : index + 1);
    const right = Math.max(...run.map(({ width }) => width));
    const own = titles[index];
    const tooLong = section.header === 'page' && run.some(({ cut }) => cut);
    return {
      ...section,
      ...(own?.cut ? { title: [{ text: own.shown }] } : {}),
      ...(tooLong ? { header: 'nothing' as const } : {}),
      edition: shortened(face, section.edition, size, whole - right - gap),
    };
  });
  return { ...outline, sections };
}
