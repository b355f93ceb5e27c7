/** Looks of the parts that are texts, which follow from the others of a design. */
import { columnWidth, titleIsBeside } from './measures.ts';
import type { Design, TextStyle } from './schema.ts';

/** A style of paragraphs: its text, and the space above one that something stands over. */
export type BlockStyle = TextStyle & { above: number };

/** Styles of the blocks of a text. */
export interface PartStyles {
  body: BlockStyle;
  heading: BlockStyle;
  subheading: BlockStyle;
  item: BlockStyle;
  quote: BlockStyle;
  signature: BlockStyle;
  /** Words under a picture. */
  caption: BlockStyle;
}

export type PartLayout = 'text' | 'colophon' | 'back';

/** Space above a signature beside that above a paragraph; shares of it. */
export const ABOVE_SIGNATURE = 1.5;
/** Between a picture and its words; likewise. */
const ABOVE_CAPTION = 0.5;

/** The styles of a text: that of a colophon is small, that of the back cover has the colour of words on areas. */
export function partStyles(design: Design, layout: PartLayout): PartStyles {
  const { styles } = design;
  if (layout === 'colophon') {
    const body: BlockStyle = { ...styles.note, colour: 'ink', above: styles.note.leading / 2 };
    const heading: BlockStyle = { ...body, face: styles.heading.face, colour: styles.heading.colour };
    return alike(body, {
      heading,
      subheading: { ...heading, colour: 'ink' },
      caption: body,
      list: styles.list.above / 2,
    });
  }
  const colour = layout === 'back' ? onBackCover(design) : undefined;
  const inColour = (style: BlockStyle): BlockStyle => (colour === undefined ? style : { ...style, colour });
  const body = inColour(styles.body);
  const heading = inColour(styles.heading);
  const subheading = inColour({ ...styles.heading, colour: 'ink', above: styles.body.above });
  const caption = inColour(styles.note);
  return alike(body, { heading, subheading, caption, list: styles.list.above });
}

function alike(
  body: BlockStyle,
  {
    heading,
    subheading,
    caption,
    list,
  }: { heading: BlockStyle; subheading: BlockStyle; caption: BlockStyle; list: number },
): PartStyles {
  return {
    body,
    heading,
    subheading,
    item: { ...body, above: list },
    quote: body,
    signature: { ...body, above: ABOVE_SIGNATURE * body.above },
    caption: { ...caption, above: ABOVE_CAPTION * body.above },
  };
}

/** The back cover is an area where the cover has one, or a picture. */
export function backCoverIsArea({ cover }: Design): boolean {
  return cover.panel?.colour === 'area' || cover.picture !== undefined;
}

/** Colour of words on the back cover. */
export function onBackCover(design: Design): TextStyle['colour'] {
  return backCoverIsArea(design) ? 'onArea' : 'ink';
}

/** The bar beside a quote, and how far its words stand from it; points. */
export const QUOTE = { bar: 2, indent: 14 };
/** A signature begins so far into the column: a share of its width. */
export const SIGNATURE_FROM = 0.5;

/** Space between a number of a list and its words, and the room of both where it is fixed; shares of the size. */
export const AFTER_NUMBER = 0.4;
export const NUMBER_ROOM = 1.8;

/** A section, as far as its place on the page depends on it. */
export interface Laid {
  layout: 'text' | 'table' | 'list' | 'index' | PartLayout;
  part?: string;
}

/** Where the words of a section stand on its pages; points. */
export interface Area {
  /** Columns that follow each other, and the width of one. */
  columns: number;
  width: number;
  /** Distance of the first from the left margin. */
  left: number;
  /** Whether the title stands beside the words, left of them. */
  beside: boolean;
}

/** The area of a section: running text has its column, tables the measure, indexes and texts in columns a share of it. */
export function areaOf(design: Design, { layout, part }: Laid): Area {
  const { text, index } = design;
  const columns =
    layout === 'index' ? index.columns : part === undefined ? 1 : (design.parts?.[part]?.columns ?? 1);
  if (layout === 'table' || layout === 'index' || columns > 1)
    return { columns, width: columnWidth(design, columns), left: 0, beside: false };
  if (layout === 'back') return { columns, width: text.width, left: 0, beside: false };
  return { columns, width: text.width, left: text.left, beside: titleIsBeside(design) };
}
