import type { ReactElement } from 'react';
import type { Design, TextStyle } from '../../src/design/index.ts';
import { Rule, type SetText, type SetWord, Text } from './marks.tsx';

export interface EntryProps {
  design: Design;
  text: SetText;
  style: TextStyle;
  /** Width of the column; points. */
  width: number;
  /** The page number if the entry ends here; undefined if it continues on the next page. */
  page: SetWord | undefined;
}

/** A line of the contents or an index: its text, leader dots, and the page number at the right edge. */
export function Entry({ design, text, style, width, page }: EntryProps): ReactElement {
  if (page === undefined) return <Text of={text} x={0} y={0} />;
  const { dot, step, gap, level, colour } = design.leader;
  const left = text.lastWidth + gap;
  const right = width - page.width;
  return (
    <>
      <Text of={text} x={0} y={0} tail={{ word: page, x: right }} />
      {right - gap - left >= 2 * step && (
        <Rule
          x={left}
          y={(text.lines - 1 + level) * style.leading}
          width={right - gap - left}
          weight={dot}
          dots={step}
          colour={design.colours[colour]}
        />
      )}
    </>
  );
}
