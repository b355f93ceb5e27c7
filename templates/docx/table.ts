/** What the rows of a table look like in Word, beside what the styles of its paragraphs and of the table say. */
import type { Design } from '../../src/design/index.ts';
import type { BodyStyle, BorderRule } from './styles.ts';

/** Styles of cells, by those of the design. */
export const CELL_STYLES = {
  number: 'TableNumber',
  cellStrong: 'TableName',
  cell: 'TableText',
} as const satisfies Record<string, BodyStyle>;

/** A cell of paragraphs of some kind; its height must be that which the style of its paragraphs gives it. */
export interface WordCell<P> {
  style: BodyStyle;
  paragraphs: readonly P[];
  /** Rules that it has besides those of the table. */
  borders?: { top?: BorderRule; left?: BorderRule; bottom?: BorderRule };
  /** Colour of its ground, `#rrggbb`. */
  fill?: string;
}

export interface WordRowProps<P> {
  design: Design;
  cells: readonly WordCell<P>[];
  /** Whether something about the row is new. */
  marked: boolean;
  /** Whether the row is one of those that may have a ground. */
  banded: boolean;
}

/** The row of headings. */
export function headRow<P>({ cells }: Pick<WordRowProps<P>, 'cells'>): readonly WordCell<P>[] {
  return cells;
}

/**
 * A row: where it is new, with a bar at its left edge, since Word has no place for one in the margin. Its ground is not the table
 * style's, which counts rows where groups of rows have one ground.
 */
export function row<P>({ design, cells: plain, marked, banded }: WordRowProps<P>): readonly WordCell<P>[] {
  const fill = design.table.zebra && banded ? design.colours.zebra : undefined;
  const cells = fill === undefined ? plain : plain.map((cell) => ({ ...cell, fill }));
  if (!marked) return cells;
  const [first, ...others] = cells;
  if (first === undefined) return cells;
  const { width, colour } = design.table.bar;
  return [{ ...first, borders: { left: { height: width, colour: design.colours[colour] } } }, ...others];
}
