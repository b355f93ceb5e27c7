import type { ReactElement } from 'react';
import type { Design } from '../../src/design/index.ts';
import type { Change } from '../../src/document/index.ts';
import { Fill, Picture, type SetPicture } from './marks.tsx';

export interface FigureProps {
  design: Design;
  picture: SetPicture;
  /** In a redline, whether the picture was inserted or deleted. */
  change: Change | undefined;
}

/** A picture in a text. An inserted or deleted one has an edge in the colour of inserted or deleted words. */
export function Figure({ design, picture, change }: FigureProps): ReactElement {
  const { width, height } = picture;
  const edge = change === undefined ? 0 : EDGE;
  return (
    <>
      {change !== undefined && (
        <Fill
          x={-edge}
          y={-edge}
          width={width + 2 * edge}
          height={height + 2 * edge}
          colour={design.colours[change]}
        />
      )}
      <Picture of={picture} x={0} y={0} />
    </>
  );
}

/** Points. */
const EDGE = 2;
