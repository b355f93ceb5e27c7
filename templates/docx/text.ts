import { areaOf, type Design, hasBoxes, type Laid } from '../../src/design/index.ts';
import type { ListItem } from '../../src/document/index.ts';
import { type PartVariant, partStyleOf } from './part-styles.ts';
import type { BodyStyle } from './styles.ts';

/** Styles of the kinds of text of a section. */
export interface TextStyles {
  body: BodyStyle;
  note: BodyStyle;
  heading: BodyStyle;
  subheading: BodyStyle;
  quote: BodyStyle;
  signature: BodyStyle;
  /** A picture, a picture with a caption, and the caption. */
  figure: BodyStyle;
  captioned: BodyStyle;
  caption: BodyStyle;
  portrait: BodyStyle;
  /** A list item, which may be numbered; the last one includes the space below a list. */
  item(item: ListItem, list: { numbered: boolean; last: boolean }): BodyStyle;
  /** Headings and entries of an index, and the lines of a group without entries. */
  group: BodyStyle;
  entry: BodyStyle;
  listed: BodyStyle;
}

/** Styles of pictures and captions. */
function ofPictures(variant: PartVariant): Pick<TextStyles, 'figure' | 'captioned' | 'caption' | 'portrait'> {
  const style = partStyleOf(variant);
  return {
    figure: style('figure'),
    captioned: style('captioned'),
    caption: style('caption'),
    portrait: style('portrait'),
  };
}

/** Text in the column of running text. */
const IN_COLUMN: TextStyles = {
  body: 'BodyText',
  note: 'Note',
  heading: 'Heading2',
  subheading: 'Heading2',
  quote: 'BodyText',
  signature: 'BodyText',
  ...ofPictures('text'),
  item: (_, { last }) => (last ? 'ListEnd' : 'ListBullet'),
  group: 'TextIndexHeading',
  entry: 'TextIndex',
  listed: 'TextIndexList',
};

/** Text as wide as the page, or as a column of an index. */
const WIDE: TextStyles = {
  body: 'WideText',
  note: 'WideNote',
  heading: 'WideHeading',
  subheading: 'WideHeading',
  quote: 'WideText',
  signature: 'WideText',
  ...ofPictures('columns'),
  item: () => 'IndexList',
  group: 'IndexHeading',
  entry: 'Index1',
  listed: 'IndexList',
};

/** Text of a part, which has its own styles. */
function ofPart(variant: PartVariant, boxes: boolean): TextStyles {
  const style = partStyleOf(variant);
  return {
    ...IN_COLUMN,
    body: style('body'),
    heading: style('heading'),
    subheading: style('subheading'),
    quote: style(boxes ? 'box' : 'quote'),
    signature: style('signature'),
    ...ofPictures(variant),
    item: ({ level = 0, continues }, { numbered, last }) => {
      if (continues) return style(numbered ? 'numberContinue' : 'bulletContinue', level, last);
      return style(numbered ? 'number' : 'bullet', level, last);
    },
  };
}

/** The styles of text in a section. */
export function textStyles(design: Design, section: Laid): TextStyles {
  const { layout, part, columns } = section;
  if (layout === 'table' || layout === 'timetable' || layout === 'index' || columns === 'index') return WIDE;
  if (layout === 'list' || part === undefined) return IN_COLUMN;
  const boxes = hasBoxes(design, section);
  if (layout !== 'text') return ofPart(layout, boxes);
  return ofPart(areaOf(design, section).columns > 1 ? 'columns' : 'text', boxes);
}
