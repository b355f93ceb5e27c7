/** Styles and lengths of timetables, derived from those of tables, in points. */
import type { Design, TextStyle } from './schema.ts';

export interface TimetableLook {
  /** Styles of the texts of a timetable: place headings, times, and the facts and title of an event. */
  place: TextStyle;
  hour: TextStyle;
  facts: TextStyle;
  title: TextStyle;
  /** Width of the time column, and minimum width of a place column. */
  hours: number;
  column: number;
  /** Maximum height of one minute in the grid, so that a grid with few events does not fill a page. */
  minute: number;
}

/** Padding of cells. The words of an event begin to the right of the bar, which has the colour of the theme. */
export const TIMETABLE_CELL = { top: 2, side: 3, bottom: 2, bar: 2.5 } as const;

/** The font sizes that are tried for a timetable, as shares of the font sizes of tables. */
const SCALES = [1, 0.9, 0.8];
/** Minimum font size to which texts are reduced, in points. */
const LEAST = 7;
/** Font size from which text counts as large print, whose size is not reduced. */
const LARGE = 16;
/** Width of the time column, and minimum width of the other columns, as multiples of the font size. */
const HOURS = 4;
const COLUMN = 7;
/** Maximum height of one minute in the grid, as a multiple of the line distance. */
const MINUTE = 0.16;

/** The styles of a timetable in all sizes, from the largest to the smallest. */
export function timetableLooks({ styles }: Design): TimetableLook[] {
  const { cell, cellStrong, columnHeading, number } = styles;
  const smaller = SCALES.filter((scale) => scale === 1 || (cell.size < LARGE && scale * cell.size >= LEAST));
  return smaller.map((scale) => {
    const scaled = (style: TextStyle): TextStyle => ({
      ...style,
      size: toHalf(Math.max(scale * style.size, Math.min(style.size, LEAST))),
      leading: toHalf(scale * style.leading),
    });
    const title = scaled(cellStrong);
    return {
      place: scaled(columnHeading),
      hour: scaled(number),
      facts: scaled({ ...number, face: cell.face }),
      title,
      hours: HOURS * title.size + 2 * TIMETABLE_CELL.side,
      column: COLUMN * title.size,
      minute: MINUTE * title.leading,
    };
  });
}

/** Word supports sizes in half points. */
const toHalf = (points: number): number => Math.round(2 * points) / 2;
