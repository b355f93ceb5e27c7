import type { ReactElement } from 'react';
import type { Design } from '../../src/design/index.ts';
import { Fill, Rule, type SetText, Text } from './marks.tsx';

export interface EventTextProps {
  design: Design;
  text: SetText;
  /** Number of the event; undefined if the text is the continuation of an event from an earlier page. */
  number: SetText | undefined;
  /** Width of the words, and the distance between them and the number on their left, in points. */
  width: number;
  indent: number;
  height: number;
  /** Distance from the text of the event above it on the page, which the change bar spans, in points. */
  gap: number;
  /** Whether the event has changes to mark. */
  marked: boolean;
  /** Whether the event ends here and another one begins below. */
  parts: boolean;
}

/** A text of an event in a list with its number; there is a rule between two events, and a change bar in the margin. */
export function EventText(props: EventTextProps): ReactElement {
  const { design, text, number, width, indent, height, gap, marked, parts } = props;
  const { events, table } = design;
  const { rule, bar } = table;
  return (
    <>
      {number && <Text of={number} x={-indent} y={0} />}
      <Text of={text} x={0} y={0} />
      {parts && rule.weight > 0 && (
        <Rule
          x={0}
          y={height + events.gap / 2}
          width={width}
          weight={rule.weight}
          colour={design.colours[rule.colour]}
        />
      )}
      {marked && (
        <Fill
          x={-indent - bar.left}
          y={-gap}
          width={bar.width}
          height={height + gap}
          colour={design.colours[bar.colour]}
        />
      )}
    </>
  );
}
