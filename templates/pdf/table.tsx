import type { ReactElement } from 'react';
import type { Design } from '../../src/design/index.ts';
import { Fill, Picture, Rule, type SetPicture, type SetText, Text } from './marks.tsx';

/** A cell and its distance from the left edge of the table, in points. */
export interface CellProps {
  left: number;
  width: number;
  /** Undefined if a cell above spans this row. */
  text: SetText | undefined;
  /** Picture above the text. */
  picture?: SetPicture | undefined;
}

export interface HeadRowProps {
  design: Design;
  cells: readonly CellProps[];
  height: number;
  width: number;
  /** Colour of the section. */
  accent: string;
}

/** The column headings, aligned at the bottom, above a rule in the accent colour. */
export function HeadRow({ design, cells, height, width, accent }: HeadRowProps): ReactElement {
  const { padding, headPadding, headRule } = design.table;
  return (
    <>
      {cells.map(
        ({ left, text }) =>
          text && <Text of={text} x={left + padding.side} y={height - headPadding.bottom - text.height} />,
      )}
      <Rule x={0} y={height} width={width} weight={headRule.weight} colour={accent} />
    </>
  );
}

export interface RowProps {
  design: Design;
  cells: readonly CellProps[];
  /** Height of the row, or of its part on this page. */
  height: number;
  width: number;
  /** Index of the cell that is printed once for several rows, if the table has one. */
  group: number | undefined;
  /** Whether another row or another group of rows begins below this row. */
  endsGroup: boolean;
  /** Whether the row has changes to mark. */
  marked: boolean;
  /** Whether the row is shaded if the design shades every other row. */
  banded: boolean;
}

/** A row of a table: its cells, the rule below it, and a change bar in the margin. */
export function Row({
  design,
  cells,
  height,
  width,
  group,
  endsGroup,
  marked,
  banded,
}: RowProps): ReactElement {
  const { padding, paragraphGap, rule, groupRule, bar, zebra } = design.table;
  const inGroup = group !== undefined && !endsGroup;
  const left = inGroup ? (cells[group + 1]?.left ?? width) : 0;
  const { weight, colour } = group !== undefined && endsGroup ? groupRule : rule;
  // The background does not cover the rule above.
  const top = rule.weight / 2;
  return (
    <>
      {zebra && banded && (
        <Fill x={0} y={top} width={width} height={height - top} colour={design.colours.zebra} />
      )}
      {cells.map(({ left: edge, text, picture }) => {
        const x = edge + padding.side;
        const under = picture === undefined ? 0 : picture.height + paragraphGap;
        return (
          <>
            {picture && <Picture of={picture} x={x} y={padding.top} />}
            {text && <Text of={text} x={x} y={padding.top + under} />}
          </>
        );
      })}
      {width > left && weight > 0 && (
        <Rule x={left} y={height} width={width - left} weight={weight} colour={design.colours[colour]} />
      )}
      {marked && (
        <Fill
          x={-bar.left}
          y={bar.inset}
          width={bar.width}
          height={height - 2 * bar.inset}
          colour={design.colours[bar.colour]}
        />
      )}
    </>
  );
}
