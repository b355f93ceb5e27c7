import type { ReactElement } from 'react';
import type { Design, Plate } from '../../src/design/index.ts';
import type { Change } from '../../src/document/index.ts';
import { Fill, Picture, type SetPicture } from './marks.tsx';

export interface FigureProps {
  design: Design;
  picture: SetPicture;
  /** In a redline, whether the picture was inserted or deleted. */
  change: Change | undefined;
  plate: Plate | undefined;
}

/**
 * A picture in a text, on a plate if it needs one. An inserted or deleted picture has a border in the colour of
 * inserted or deleted words.
 */
export function Figure({ design, picture, change, plate }: FigureProps): ReactElement {
  const { width, height } = picture;
  const edge = plate?.edge ?? 0;
  const ground = change === undefined ? plate : { colour: design.colours[change], edge: EDGE };
  return (
    <>
      {ground !== undefined && (
        <Fill
          x={edge - ground.edge}
          y={edge - ground.edge}
          width={width + 2 * ground.edge}
          height={height + 2 * ground.edge}
          colour={ground.colour}
        />
      )}
      <Picture of={picture} x={edge} y={edge} />
    </>
  );
}

/** In points. */
const EDGE = 2;
