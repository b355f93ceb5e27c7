import type { ReactElement } from 'react';
import { accentColour, bodyHeight, type Design, EDGE_TAB } from '../../src/design/index.ts';
import { Fill, type SetText, Text } from './marks.tsx';

export interface TitleProps {
  design: Design;
  text: SetText;
  /** Colour of the section. */
  accent: string;
}

export interface EdgeTabProps {
  design: Design;
  /** Number of the accent colour, and number of themes. */
  accent: number;
  themes: number;
  /** Whether the outer edge is the left one. */
  isLeft: boolean;
}

/**
 * A mark in the colour of a theme at the outer edge of the theme's pages; the marks of all themes are one below
 * another.
 */
export function EdgeTab({ design, accent, themes, isLeft }: EdgeTabProps): ReactElement {
  const { paper, margins } = design;
  const height = Math.min(EDGE_TAB.height, bodyHeight(design) / themes);
  return (
    <Fill
      x={isLeft ? 0 : paper.width - EDGE_TAB.width}
      y={margins.top + accent * height}
      width={EDGE_TAB.width}
      height={height}
      colour={accentColour(design, accent)}
    />
  );
}

/** The title of a section at the top of its first page, below a short rule in its accent colour. */
export function Title({ design, text, accent }: TitleProps): ReactElement {
  const { above, width, height } = design.title.rule;
  return (
    <>
      <Fill x={0} y={-above} width={width} height={height} colour={accent} />
      <Text of={text} x={0} y={0} />
    </>
  );
}
