import type { ReactElement } from 'react';
import { type Design, TIMETABLE_CELL } from '../../src/design/index.ts';
import { Fill, Rule, type SetText, Text } from './marks.tsx';

/** A cell with its distance from the upper left corner of the timetable, in points. */
export interface TimetableCellProps {
  left: number;
  top: number;
  width: number;
  height: number;
  /** The texts, one below the other. */
  texts: readonly SetText[];
  /** Colour of the bar of an event. */
  accent?: string | undefined;
}

export interface TimetableProps {
  design: Design;
  /** The cells with words, in the order in which they are read. */
  cells: readonly TimetableCellProps[];
  /** Top edges of the rows. */
  rows: readonly number[];
  width: number;
}

/** Space between two consecutive or adjacent events. */
const BETWEEN = 1;

/**
 * A timetable: places at the top, times on the left with a rule at each time, and events as areas with a bar on the
 * left.
 */
export function Timetable({ design, cells, rows: [head = 0, ...rows], width }: TimetableProps): ReactElement {
  const { table, colours } = design;
  const { side, top: padding, bar } = TIMETABLE_CELL;
  return (
    <>
      {rows.map((top) => (
        <Rule key={top} x={0} y={top} width={width} weight={table.rule.weight} colour={colours.rule} />
      ))}
      <Rule x={0} y={head} width={width} weight={table.headRule.weight} colour={colours.brand} />
      {cells.map(({ left, top, width: cellWidth, height, accent, texts: [first, second] }) => {
        const [x, y] = [left + side + bar, top + padding];
        const area = { x: left + BETWEEN, y: top + BETWEEN, height: height - 2 * BETWEEN };
        return (
          <>
            {accent !== undefined && (
              <Fill {...area} width={cellWidth - 2 * BETWEEN} colour={colours.zebra} />
            )}
            {accent !== undefined && <Fill {...area} width={bar} colour={accent} />}
            {first && <Text of={first} x={x} y={y} />}
            {first && second && <Text of={second} x={x} y={y + first.height} />}
          </>
        );
      })}
    </>
  );
}
