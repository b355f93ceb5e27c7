import type { ReactElement } from 'react';
import type { Design } from '../../src/design/index.ts';
import { Fill, type SetText, Text } from './marks.tsx';

export interface TitleProps {
  design: Design;
  text: SetText;
  /** Colour of the section. */
  accent: string;
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
