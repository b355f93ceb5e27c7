/** Styles of timetables, by the size in which they fit. A file contains only the styles that it uses. */
import { type Design, timetableLooks } from '../../src/design/index.ts';
import { hairline, type ParagraphStyle, type TimetableStyle } from './styles.ts';

const KINDS = {
  place: 'Timetable Place',
  hour: 'Timetable Hour',
  facts: 'Timetable Facts',
  title: 'Timetable Title',
} as const;

export type TimetableKind = keyof typeof KINDS;

/** Style id of one kind of text in a timetable. Scale 0 is the largest size. */
export function timetableStyle(kind: TimetableKind, scale: number): TimetableStyle {
  return nameOf(kind, scale).replaceAll(' ', '') as TimetableStyle;
}

const nameOf = (kind: TimetableKind, scale: number): string => `${KINDS[kind]} ${scale + 1}`;

/** The style of empty cells. */
export const TIMETABLE_EMPTY: TimetableStyle = 'TimetableEmpty';

/** The styles by their ids. */
export function timetableParagraphStyles(design: Design): Record<TimetableStyle, ParagraphStyle> {
  const styles: Record<TimetableStyle, ParagraphStyle> = {
    [TIMETABLE_EMPTY]: { name: 'Timetable Empty', text: hairline(design) },
  };
  timetableLooks(design).forEach((look, scale) => {
    for (const kind of Object.keys(KINDS) as TimetableKind[])
      styles[timetableStyle(kind, scale)] = { name: nameOf(kind, scale), text: look[kind] };
  });
  return styles;
}
