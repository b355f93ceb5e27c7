import type { ReactElement } from 'react';
import { type Design, measure } from '../../src/design/index.ts';
import { type SetText, Text } from './marks.tsx';

/** Typesets a line of a running head; a line that is too wide is cut and ends in an ellipsis. Points. */
export type SetLine = (text: string, width: number) => SetText;

export interface RunningHeaderProps {
  design: Design;
  edition: string;
  section: string;
  line: SetLine;
}

/** The running head: the edition on the left, the section on the right. */
export function RunningHeader({ design, edition, section, line }: RunningHeaderProps): ReactElement {
  const { gap, sectionShare } = design.running;
  const whole = measure(design);
  const right = line(section, sectionShare * whole);
  const left = line(edition, whole - right.lastWidth - gap);
  return (
    <>
      <Text of={left} x={0} y={0} />
      <Text of={right} x={whole - right.lastWidth} y={0} />
    </>
  );
}

export interface FolioProps {
  design: Design;
  page: number;
  pages: number;
  line: SetLine;
}

/** The page number and the number of pages, at the right of the foot. */
export function Folio({ design, page, pages, line }: FolioProps): ReactElement {
  const whole = measure(design);
  const folio = line(`${page} / ${pages}`, whole);
  return <Text of={folio} x={whole - folio.lastWidth} y={0} />;
}
