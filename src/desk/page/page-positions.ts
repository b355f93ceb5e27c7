/** The position where an event or part begins, in points from the lower left corner of its page. */
export interface PagePoint {
  /** Id of an event, or id of a part with an underscore as prefix. */
  name: string;
  /** Counted from 0. */
  page: number;
  x: number;
  y: number;
}

/** Maximum difference in points between positions that count as equal. */
const TOLERANCE = 2;

/**
 * The event or part at a position of a page: the last one that begins before it in the same column. A column may begin
 * in the middle of an event from an earlier column or page.
 *
 * @param spots in the order of the pages, and from the top to the bottom of each
 */
export function spotAt(
  spots: readonly PagePoint[],
  page: number,
  x: number,
  y: number,
): PagePoint | undefined {
  const here = spots.filter((spot) => spot.page === page);
  const left = here.filter((spot) => spot.x <= x + TOLERANCE);
  // Content to the left of all columns, such as a number, belongs to the first column.
  const column =
    left.length > 0 ? Math.max(...left.map((spot) => spot.x)) : Math.min(...here.map((spot) => spot.x));
  const inColumn = here.filter((spot) => Math.abs(spot.x - column) <= TOLERANCE);
  return (
    inColumn.findLast((spot) => spot.y >= y - TOLERANCE) ??
    spots.findLast((spot) => spot.page < page || (spot.page === page && spot.x < column - TOLERANCE))
  );
}
