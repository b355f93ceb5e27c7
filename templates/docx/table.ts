/** Formatting of rows in Word that the styles of paragraphs and tables cannot express. */
import type { Design } from '../../src/design/index.ts';
import type { BodyStyle, BorderRule } from './styles.ts';

/** Paragraph styles of cells, by the styles of the design. */
export const CELL_STYLES = {
  number: 'TableNumber',
  cellStrong: 'TableName',
  cell: 'TableText',
} as const satisfies Record<string, BodyStyle>;

/** A cell whose paragraphs can be of any type; its height must match the style of its paragraphs. */
export interface WordCell<P> {
  style: BodyStyle;
  paragraphs: readonly P[];
  /** Rules in addition to the rules of the table. */
  borders?: { top?: BorderRule; left?: BorderRule; bottom?: BorderRule };
  /** Background colour, `#rrggbb`. */
  fill?: string;
}

export interface WordRowProps<P> {
  design: Design;
  cells: readonly WordCell<P>[];
  /** Whether the row has changes to mark. */
  marked: boolean;
  /** Whether the row is shaded if the design shades every other row. */
  banded: boolean;
}

/** The row of headings. */
export function headRow<P>({ cells }: Pick<WordRowProps<P>, 'cells'>): readonly WordCell<P>[] {
  return cells;
}

/**
 * A row. If the event of the row has changes, there is a bar at the left edge of the row, because Word cannot place a
 * bar in the margin. The background is set for each cell, because the banding of a table style counts rows instead of
 * groups.
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
