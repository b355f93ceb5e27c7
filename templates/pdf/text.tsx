import type { ReactElement } from 'react';
import type { Design, TextStyle } from '../../src/design/schema.ts';
import { Fill, type SetText, Text } from './marks.tsx';

export interface ParagraphProps {
  text: SetText;
}

/** A paragraph of running text, or a heading in it. */
export function Paragraph({ text }: ParagraphProps): ReactElement {
  return <Text of={text} x={0} y={0} />;
}

export interface ListItemProps {
  design: Design;
  text: SetText;
  style: TextStyle;
  /** Whether the item begins here; else it goes on from the page before. */
  begins: boolean;
}

/** An item of a list, after a dash. */
export function ListItem({ design, text, style, begins }: ListItemProps): ReactElement {
  const { indent, bullet } = design.list;
  return (
    <>
      {begins && (
        <Fill
          x={bullet.left}
          y={style.leading / 2 + bullet.drop - bullet.height}
          width={bullet.width}
          height={bullet.height}
          colour={design.colours[bullet.colour]}
        />
      )}
      <Text of={text} x={indent} y={0} />
    </>
  );
}
