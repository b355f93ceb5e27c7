import type { ReactElement } from 'react';
import { type Design, measure } from '../../src/design/index.ts';
import type { FindingSeverity } from '../../src/model/index.ts';
import { Fill, Rule, type SetText, Text } from './marks.tsx';

export interface RemarksHeadProps {
  design: Design;
  text: SetText;
  /** Height of the heading row. */
  height: number;
}

/** The heading of the margin column with remarks. */
export function RemarksHead({ design, text, height }: RemarksHeadProps): ReactElement {
  const { left, width, rule } = design.remarks;
  const edge = measure(design) + left;
  return (
    <>
      <Text of={text} x={edge} y={height - design.table.headPadding.bottom - text.height} />
      <Rule x={edge} y={height} width={width} weight={rule.weight} colour={design.colours[rule.colour]} />
    </>
  );
}

export interface RemarksProps {
  design: Design;
  text: SetText;
  /** Top and bottom of each remark, measured from the top of the text. */
  remarks: readonly { severity: FindingSeverity; top: number; bottom: number }[];
}

/** The remarks on a row, in the margin: each has a bar in the colour of its severity, with rules between them. */
export function Remarks({ design, text, remarks }: RemarksProps): ReactElement {
  const { left, width, bar, indent, gap, rule } = design.remarks;
  const edge = measure(design) + left;
  const from = design.table.padding.top;
  return (
    <>
      {remarks.map(({ severity, top, bottom }, index) => (
        <>
          <Fill x={edge} y={from + top} width={bar} height={bottom - top} colour={design.colours[severity]} />
          {index > 0 && (
            <Rule
              x={edge}
              y={from + top - gap / 2}
              width={width}
              weight={rule.weight}
              colour={design.colours[rule.colour]}
            />
          )}
        </>
      ))}
      <Text of={text} x={edge + indent} y={from} />
    </>
  );
}
