import type { Design } from '../../src/design/index.ts';
import { eventParagraphStyles } from './event-styles.ts';
import { partParagraphStyles } from './part-styles.ts';
import {
  type BodyStyle,
  backHeading,
  contentsHeading,
  type ParagraphStyle,
  type ParagraphStyles,
  paragraphStyles,
} from './styles.ts';
import { timetableParagraphStyles } from './timetable-styles.ts';

/** All paragraph styles of the body, by id. */
export type BodyStyles = ParagraphStyles & Readonly<Record<string, ParagraphStyle>>;

export function bodyStyles(design: Design): BodyStyles {
  return {
    ...paragraphStyles(design),
    ...partParagraphStyles(design),
    ...eventParagraphStyles(design),
    ...timetableParagraphStyles(design),
    TOCHeading: contentsHeading(design),
    BackHeading: backHeading(design),
  };
}

export function styleNamed(styles: BodyStyles, id: BodyStyle): ParagraphStyle {
  const style = (styles as Readonly<Record<string, ParagraphStyle>>)[id];
  if (style === undefined) throw new Error(`there is no style ${id}`);
  return style;
}
