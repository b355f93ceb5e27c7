import type { BodyStyle } from './styles.ts';

/** Styles of the kinds of text of a section. */
export interface TextStyles {
  body: BodyStyle;
  note: BodyStyle;
  heading: BodyStyle;
  /** An item of a list, and its last one, which has the space below a list. */
  item: BodyStyle;
  lastItem: BodyStyle;
  /** Headings and entries of an index. */
  group: BodyStyle;
  entry: BodyStyle;
}

/** Text in the column of running text. */
const IN_COLUMN: TextStyles = {
  body: 'BodyText',
  note: 'Note',
  heading: 'Heading2',
  item: 'ListBullet',
  lastItem: 'ListEnd',
  group: 'TextIndexHeading',
  entry: 'TextIndex',
};

/** Text as wide as the page, or as a column of an index. */
const WIDE: TextStyles = {
  body: 'WideText',
  note: 'WideNote',
  heading: 'WideHeading',
  item: 'WideList',
  lastItem: 'WideListEnd',
  group: 'IndexHeading',
  entry: 'Index1',
};

/** The styles of text in a section of a layout. */
export function textStyles(layout: 'text' | 'table' | 'index'): TextStyles {
  return layout === 'text' ? IN_COLUMN : WIDE;
}
