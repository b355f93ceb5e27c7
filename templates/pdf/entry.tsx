import type { ReactElement } from 'react';
import { type Design, type TextStyle, THEME_MARK } from '../../src/design/index.ts';
import { Fill, Rule, type SetText, type SetWord, Text } from './marks.tsx';

export interface EntryProps {
  design: Design;
  text: SetText;
  style: TextStyle;
  /** Width of the column, in points. */
  width: number;
  /** The page number if the entry ends here; undefined if it continues on the next page. */
  page: SetWord | undefined;
  /** Colour of the theme to which the entry belongs; undefined on every page but the first of the entry. */
  accent: string | undefined;
}

/**
 * A line of the contents or an index: a square in the colour of the theme to the left of its text, leader dots, and the
 * page number at the right edge.
 */
export function Entry({ design, text, style, width, page, accent }: EntryProps): ReactElement {
  const size = THEME_MARK.size * style.size;
  const theme = accent !== undefined && (
    <Fill
      x={-THEME_MARK.gap - size}
      y={(style.leading - size) / 2 + 1}
      width={size}
      height={size}
      colour={accent}
    />
  );
  if (page === undefined)
    return (
      <>
        {theme}
        <Text of={text} x={0} y={0} />
      </>
    );
  const { dot, step, gap, level, colour } = design.leader;
  const left = text.lastWidth + gap;
  const right = width - page.width;
  return (
    <>
      {theme}
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
