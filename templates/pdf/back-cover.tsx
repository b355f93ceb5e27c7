import type { ReactElement } from 'react';
import { backCoverIsArea, type Design } from '../../src/design/index.ts';
import { Fill } from './marks.tsx';

/** The background of the back cover: an area if the cover has one, or a picture. */
export function BackCover({ design }: { design: Design }): ReactElement {
  const { paper, colours } = design;
  return (
    <>
      {backCoverIsArea(design) && (
        <Fill x={0} y={0} width={paper.width} height={paper.height} colour={colours.area} />
      )}
    </>
  );
}
