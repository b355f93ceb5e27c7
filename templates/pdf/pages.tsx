import { Page } from '@react-pdf/primitives';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { bodyHeight, type Design, groundOf, measure } from '../../src/design/index.ts';
import { Box, Leaf, type Paint } from './leaf.tsx';

export interface SheetProps {
  design: Design;
  /** Width of a margin to the right of the page, for remarks, in points. */
  margin?: number;
}

/**
 * A page with the size of the paper. React-PDF shrinks a page with `wrap={false}` to its content, so a box keeps the
 * size.
 */
export function Sheet({ design, margin = 0, children }: SheetProps & { children: ReactNode }): ReactElement {
  const size = { width: design.paper.width + margin, height: design.paper.height };
  const ground = groundOf(design);
  const style = ground === undefined ? size : { ...size, backgroundColor: ground };
  return createElement(
    Page,
    { size: [size.width, size.height], wrap: false },
    <Box style={style}>{children}</Box>,
  );
}

export interface BodyPageProps extends SheetProps {
  header: Paint;
  body: Paint;
  folio: Paint;
}

/**
 * The master of all pages except the cover: running head, body, folio. The master is laid out once and drawn for each
 * page.
 */
export function BodyPage({ header, body, folio, ...sheet }: BodyPageProps): ReactElement {
  const { paper, margins, running, styles } = sheet.design;
  const width = measure(sheet.design);
  const line = { position: 'absolute', left: margins.left, width, height: styles.running.leading } as const;
  return (
    <Sheet {...sheet}>
      <Leaf style={{ ...line, top: running.top }} paint={header} />
      <Leaf style={{ ...line, top: margins.top, height: bodyHeight(sheet.design) }} paint={body} />
      <Leaf style={{ ...line, top: paper.height - running.bottom }} paint={folio} />
    </Sheet>
  );
}
