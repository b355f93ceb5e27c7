/** The position at which an event or part begins, in points from the lower left corner of its page. */
export interface PagePoint {
  /** Id of an event, or id of a part preceded by an underscore. */
  name: string;
  /** Index of the page, starting from 0. */
  page: number;
  x: number;
  y: number;
}

/** Maximum difference, in points, between coordinates that are treated as equal. */
const TOLERANCE = 2;

/**
 * The event or part at a position on a page: the last one that begins before this position in the same column. If no
 * event or part begins there, the position is in one that continues from an earlier column or page.
 *
 * @param spots in page order and, on each page, from top to bottom
 */
export function spotAt(
  spots: readonly PagePoint[],
  page: number,
  x: number,
  y: number,
): PagePoint | undefined {
  const here = spots.filter((spot) => spot.page === page);
  const left = here.filter((spot) => spot.x <= x + TOLERANCE);
  // Content to the left of all columns, such as a number, is treated as part of the first column.
  const column =
    left.length > 0 ? Math.max(...left.map((spot) => spot.x)) : Math.min(...here.map((spot) => spot.x));
  const inColumn = here.filter((spot) => Math.abs(spot.x - column) <= TOLERANCE);
  return (
    inColumn.findLast((spot) => spot.y >= y - TOLERANCE) ??
    spots.findLast((spot) => spot.page < page || (spot.page === page && spot.x < column - TOLERANCE))
  );
}
