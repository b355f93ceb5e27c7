import type { ReactElement } from 'react';
import type { Design } from '../../src/design/index.ts';
import { Fill, Picture, Rule, type SetPicture, type SetText, Text } from './marks.tsx';

/** A cell of a row, from the left edge of the table; points. */
export interface CellProps {
  left: number;
  width: number;
  /** None where a cell above it stands for it. */
  text: SetText | undefined;
  /** Above the text. */
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

/** The headings of the columns, level at their feet, over a rule in the accent. */
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
  /** Index of the cell that is printed once for several rows, where the table has one. */
  group: number | undefined;
  /** Whether another row, or another group of rows, begins below. */
  endsGroup: boolean;
  /** Whether something about the row is new. */
  marked: boolean;
  /** Whether the row is one of those that may have a ground. */
  banded: boolean;
}

/** A row of a table: its cells, the rule under it, and a bar in the margin where it is new. */
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
  // The ground leaves the rule above alone.
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
