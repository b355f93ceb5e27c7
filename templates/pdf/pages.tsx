import { Page } from '@react-pdf/primitives';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { MARGIN, MEASURE, PAGE, RUNNING, STYLE } from '../tokens.ts';
import { Box, Leaf, type Paint } from './leaf.tsx';

export interface SheetProps {
  /** Width of a margin right of the page, for remarks; points. */
  margin?: number;
}

/** A page of the paper's size. react-pdf shrinks a page that does not wrap to its content, so a box keeps the size. */
export function Sheet({ margin = 0, children }: SheetProps & { children: ReactNode }): ReactElement {
  const size = { width: PAGE.width + margin, height: PAGE.height };
  return createElement(
    Page,
    { size: [size.width, size.height], wrap: false },
    <Box style={size}>{children}</Box>,
  );
}

export interface BodyPageProps extends SheetProps {
  /** Running header: edition left, section right. */
  header: Paint;
  body: Paint;
  folio: Paint;
}

/** Every page but the cover: running header, body, folio. Laid out once and drawn for each page with what it holds. */
export function BodyPage({ header, body, folio, ...sheet }: BodyPageProps): ReactElement {
  return (
    <Sheet {...sheet}>
      <Leaf
        style={{
          position: 'absolute',
          left: MARGIN.left,
          top: RUNNING.top,
          width: MEASURE,
          height: STYLE.running.leading,
        }}
        paint={header}
      />
      <Leaf
        style={{
          position: 'absolute',
          left: MARGIN.left,
          top: MARGIN.top,
          width: MEASURE,
          height: PAGE.height - MARGIN.top - MARGIN.bottom,
        }}
        paint={body}
      />
      <Leaf
        style={{
          position: 'absolute',
          left: MARGIN.left,
          top: PAGE.height - RUNNING.bottom,
          width: MEASURE,
          height: STYLE.running.leading,
        }}
        paint={folio}
      />
    </Sheet>
  );
}
