/** Styles of text parts, derived from the other styles of a design. */

import { columnWidth, titleIsBeside } from './measures.ts';
import type { PictureStyle } from './picture-sizes.ts';
import type { Design, TextStyle } from './schema.ts';

/** A paragraph style with the space above each paragraph except the first. */
export type BlockStyle = TextStyle & { above: number };

/** Styles of the blocks of a text. */
export interface PartStyles {
  body: BlockStyle;
  heading: BlockStyle;
  subheading: BlockStyle;
  item: BlockStyle;
  quote: BlockStyle;
  signature: BlockStyle;
  /** Caption of a picture. */
  caption: BlockStyle;
}

export type PartLayout = 'text' | 'colophon' | 'back';

/** Space above a signature as a multiple of the space above a paragraph. */
export const ABOVE_SIGNATURE = 1.5;
/** Space between a picture and its caption, as a multiple of the space above a paragraph. */
const ABOVE_CAPTION = 0.5;

/**
 * The styles of a text: a colophon is printed in small type, and a back cover in the text colour for coloured areas.
 */
export function partStyles(design: Design, layout: PartLayout): PartStyles {
  const { styles } = design;
  if (layout === 'colophon') {
    const body: BlockStyle = { ...styles.note, colour: 'ink', above: styles.note.leading / 2 };
    const heading: BlockStyle = { ...body, face: styles.heading.face, colour: styles.heading.colour };
    const subheading: BlockStyle = { ...heading, colour: 'ink' };
    return alike({ body, heading, subheading, caption: body }, styles.list.above / 2);
  }
  const colour = layout === 'back' ? onBackCover(design) : undefined;
  const inColour = (style: BlockStyle): BlockStyle => (colour === undefined ? style : { ...style, colour });
  const body = inColour(styles.body);
  const heading = inColour(styles.heading);
  const subheading = inColour({ ...styles.heading, colour: 'ink', above: styles.body.above });
  const caption = inColour(styles.note);
  return alike({ body, heading, subheading, caption }, styles.list.above);
}

/** @param list space above each item of a list, in points */
function alike(
  styles: Pick<PartStyles, 'body' | 'heading' | 'subheading' | 'caption'>,
  list: number,
): PartStyles {
  const { body, caption } = styles;
  return {
    ...styles,
    item: { ...body, above: list },
    quote: body,
    signature: { ...body, above: ABOVE_SIGNATURE * body.above },
    caption: { ...caption, above: ABOVE_CAPTION * body.above },
  };
}

/**
 * Whether the back cover is filled with the colour of areas, which is the case if the cover has an area or a picture.
 */
export function backCoverIsArea({ cover }: Design): boolean {
  return cover.panel?.colour === 'area' || cover.picture !== undefined;
}

/** A coloured area behind a picture: its colour, and how far it extends beyond the picture, in points. */
export interface Plate {
  colour: string;
  edge: number;
}

/**
 * The plate behind a picture on a coloured back cover, where dark logos would otherwise be invisible; undefined for
 * pictures elsewhere.
 */
export function plateUnder(design: Design, { layout }: Pick<Laid, 'layout'>): Plate | undefined {
  return layout === 'back' && backCoverIsArea(design) ? { colour: design.colours.paper, edge: 4 } : undefined;
}

/** Colour of text on the back cover. */
export function onBackCover(design: Design): TextStyle['colour'] {
  return backCoverIsArea(design) ? 'onArea' : 'ink';
}

/** The width of the bar next to a quotation, and the distance of the text from the left edge of the bar, in points. */
export const QUOTE = { bar: 2, indent: 14 };
/** Space between the edge of a box and its text, in points. */
export const BOX = 9;
/** Width of the border that Word needs to extend a background, in points. */
export const BOX_EDGE = 0.25;

/** Whether the quotations of a section are printed in boxes. */
export const hasBoxes = ({ parts }: Design, { part }: Pick<Laid, 'part'>): boolean =>
  part !== undefined && parts?.[part]?.quotes === 'box';

/** Position at which a signature begins, as a share of the width of its column. */
export const SIGNATURE_FROM = 0.5;

/** Space between a list number and its text, as a share of the font size. */
export const AFTER_NUMBER = 0.4;
/** Fixed width of a list number including the space after it, as a share of the font size. */
export const NUMBER_ROOM = 1.8;

/** The properties of a section that determine its position on the page. */
export interface Laid {
  layout: 'text' | 'table' | 'list' | 'timetable' | 'index' | PartLayout;
  part?: string;
  /** Whether a text is set in the same columns as indexes. */
  columns?: 'index';
}

/** How a picture of a section is printed. Only text in a single column can have pictures next to it. */
export function pictureStyle(
  design: Design,
  section: Laid,
  { figure, style }: { figure: { isCode?: true }; style?: 'portrait' | 'beside' },
): PictureStyle {
  if (figure.isCode) return 'code';
  if (style !== undefined) return style;
  const wish = (section.part === undefined ? undefined : design.parts?.[section.part]?.pictures) ?? 'full';
  return wish === 'beside' && areaOf(design, section).columns > 1 ? 'small' : wish;
}

/** The area of a section's text on its pages, in points. */
export interface Area {
  /** Number of columns next to each other, and the width of each. */
  columns: number;
  width: number;
  /** Distance of the first column from the left margin. */
  left: number;
  /** Whether the title is next to the text, to its left. */
  beside: boolean;
}

/**
 * The area of a section: running text has its own column, tables have the whole width between the margins, and each
 * column of an index or of a text in columns has a share of that width.
 */
export function areaOf(design: Design, { layout, part, columns: wished }: Laid): Area {
  const { text, index } = design;
  const ofPart = part === undefined ? undefined : design.parts?.[part]?.columns;
  const columns = layout === 'index' || wished === 'index' ? index.columns : (ofPart ?? 1);
  if (layout === 'table' || layout === 'timetable' || layout === 'index' || columns > 1)
    return { columns, width: columnWidth(design, columns), left: 0, beside: false };
  if (layout === 'back') return { columns, width: text.width, left: 0, beside: false };
  return { columns, width: text.width, left: text.left, beside: titleIsBeside(design) };
}
