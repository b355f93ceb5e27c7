import type { ReactElement } from 'react';
import { type Design, measure } from '../../src/design/index.ts';
import { type SetText, Text } from './marks.tsx';

/** Typesets a line of a running head; a line that is too wide is cut and ends in an ellipsis. Widths are in points. */
export type SetLine = (text: string, width: number) => SetText;

export interface RunningHeaderProps {
  design: Design;
  edition: string;
  section: string;
  /** Whether the page is a left page. */
  mirrored: boolean;
  line: SetLine;
}

/** The running head: the edition on the left, the section on the right; on a left page, the other way round. */
export function RunningHeader(props: RunningHeaderProps): ReactElement {
  const { design, edition, section, mirrored, line } = props;
  const { gap, sectionShare } = design.running;
  const whole = measure(design);
  const outer = line(section, sectionShare * whole);
  const inner = line(edition, whole - outer.lastWidth - gap);
  const [left, right] = mirrored ? [outer, inner] : [inner, outer];
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
  /** Whether the page is a left page. */
  mirrored: boolean;
  line: SetLine;
}

/** The page number and the number of pages, on the right at the foot of the page; on a left page, on the left. */
export function Folio({ design, page, pages, mirrored, line }: FolioProps): ReactElement {
  const whole = measure(design);
  const folio = line(`${page} / ${pages}`, whole);
  return <Text of={folio} x={mirrored ? 0 : whole - folio.lastWidth} y={0} />;
}
