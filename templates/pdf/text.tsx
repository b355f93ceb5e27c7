import type { ReactElement } from 'react';
import { BOX, type Design, QUOTE, type TextStyle } from '../../src/design/index.ts';
import { Fill, type SetText, Text } from './marks.tsx';

export interface ParagraphProps {
  text: SetText;
}

/** A paragraph of running text, or a heading within it. */
export function Paragraph({ text }: ParagraphProps): ReactElement {
  return <Text of={text} x={0} y={0} />;
}

export interface QuoteProps {
  design: Design;
  text: SetText;
  /** Distance in points from the previous paragraph of the quotation; the bar or the box spans this distance. */
  gap: number;
  /** Width, in points, of the box to which the paragraph belongs, and whether the paragraph is the last in it. */
  box: { width: number; isLast: boolean } | undefined;
}

/** A paragraph of a quotation, next to a bar or in a box. */
export function Quote({ design, text, gap, box }: QuoteProps): ReactElement {
  const { height } = text;
  if (box !== undefined) {
    const [above, below] = [gap === 0 ? BOX : gap, box.isLast ? BOX : 0];
    return (
      <>
        <Fill
          x={-BOX}
          y={-above}
          width={box.width}
          height={above + height + below}
          colour={design.colours.zebra}
        />
        <Text of={text} x={0} y={0} />
      </>
    );
  }
  return (
    <>
      <Fill x={-QUOTE.indent} y={-gap} width={QUOTE.bar} height={height + gap} colour={design.colours.rule} />
      <Text of={text} x={0} y={0} />
    </>
  );
}

export interface ListItemProps {
  design: Design;
  text: SetText;
  /** Number of the item in an ordered list. */
  number: SetText | undefined;
  /** Indent of the item's words, in points. */
  indent: number;
  style: TextStyle;
  /**
   * Whether the item begins here; otherwise, this is the continuation of a paragraph or a further paragraph of the
   * item.
   */
  begins: boolean;
}

/** A list item with a dash or its number in front. */
export function ListItem({ design, text, number, indent, style, begins }: ListItemProps): ReactElement {
  const { bullet } = design.list;
  return (
    <>
      {number && <Text of={number} x={0} y={0} />}
      {begins && !number && (
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
