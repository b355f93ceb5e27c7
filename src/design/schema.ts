/**
 * The design: the whole look of a programme as one value, which PDF and Word take every length, colour and face from. Lengths are points;
 * what is called a share is a share of the font size or the measure.
 */
import * as z from 'zod';
import { EVENT_LISTS } from './list-styles.ts';

/** No sheet is larger (PDF 1.7 holds 14,400). */
const length = z.number().min(0).max(14_400);
const share = z.number().min(-2).max(2);

const ColoursSchema = z.strictObject({
  ink: hexColour(),
  /** Secondary words. */
  quiet: hexColour(),
  brand: hexColour(),
  paper: hexColour(),
  rule: hexColour(),
  strongRule: hexColour(),
  inserted: hexColour(),
  deleted: hexColour(),
  error: hexColour(),
  warning: hexColour(),
  note: hexColour(),
  /** Areas, such as the cover's panel, and words on them. Designs written before there were these three name none of them. */
  area: hexColour().default('#16325c'),
  onArea: hexColour().default('#ffffff'),
  /** Ground of every other row. */
  zebra: hexColour().default('#f3f5f8'),
});

function hexColour() {
  return z.string().regex(/^#[0-9a-f]{6}$/);
}

const colour = ColoursSchema.keyof();
const face = z.enum(['sans', 'sansBold', 'serif', 'serifBold']);

/**
 * A family as Word knows it, and its font files: names of those of the program, or paths in the folder fonts/ of the dataset. Without
 * italic ones emphasis is bold.
 */
const family = z.strictObject({
  family: z.string(),
  regular: z.string(),
  bold: z.string(),
  italic: z.string().optional(),
  boldItalic: z.string().optional(),
});

const TextStyleSchema = z.strictObject({ face, size: length, leading: length, colour });

/** A style of paragraphs, with the space above one that something stands over. */
const block = TextStyleSchema.extend({ above: length });

const rule = z.strictObject({ weight: length, colour });
const place = { left: length, top: length, width: length };

/** A picture, by its path in the folder of the dataset; without words for those who do not see it, it is decoration. */
const pictureUse = {
  file: z.string(),
  alt: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
};

/** Pictures beside each other, as large as fit; each looks as large as the others. They may stand on a ground of their own. */
const MarksSchema = z.strictObject({
  ...place,
  height: length,
  gap: length,
  align: z.enum(['left', 'right']),
  ground: z.strictObject({ padding: length, colour }).optional(),
  pictures: z.array(z.strictObject(pictureUse)).min(1),
});

/** A text in the largest of its sizes in which it is no higher than its place; leading is a share of the size. */
const FittedTextSchema = z.strictObject({
  ...place,
  height: length,
  face,
  colour,
  leading: z.number().min(0.5).max(3),
  sizes: z.array(length).min(1),
});

/** Points, or a share of what the columns of points leave. */
const columnWidth = z.union([
  z.strictObject({ points: length }),
  z.strictObject({ share: z.number().positive() }),
]);

const presentation = z.strictObject({ as: z.enum(['table', 'list']), groups: z.string().optional() });

/** Lists of events; designs written before there were any say nothing of them. */
const EventsSchema = z.strictObject({
  /** Name of a group of events, which may stand over a table too. */
  group: block,
  title: TextStyleSchema,
  facts: TextStyleSchema,
  text: TextStyleSchema,
  /** Numbers stand so far left of the words. */
  indent: length,
  /** Space between two paragraphs of an event. */
  between: length,
  /** Space between two events; a rule as between rows stands in its middle, which in Word is 31 pt from words at most. */
  gap: length.max(62),
});

export const DesignSchema = z.strictObject({
  paper: z.strictObject({ width: length, height: length }),
  margins: z.strictObject({ left: length, right: length, top: length, bottom: length }),
  colours: ColoursSchema,
  /** Of the themes, in order; a thin sign beside the words, never their only carrier. */
  accents: z.array(hexColour()).min(1),
  faces: z.strictObject({ sans: family, serif: family }),
  /** Families of the publisher that stand in for what the faces lack, before those of the program. */
  fonts: z.array(family).max(20).optional(),
  styles: z.strictObject({
    sectionTitle: TextStyleSchema,
    heading: block,
    body: block,
    note: block,
    list: block,
    contents: block,
    index: block,
    indexHeading: block,
    cell: TextStyleSchema,
    cellStrong: TextStyleSchema,
    columnHeading: TextStyleSchema,
    number: TextStyleSchema,
    running: TextStyleSchema,
    /** Its first line should stand level with that of the cells beside it. */
    remark: TextStyleSchema,
  }),
  /** The running header from the top of the sheet and the folio from its foot; the section has at most a share of the measure. */
  running: z.strictObject({
    top: length,
    bottom: length,
    gap: length,
    sectionShare: z.number().min(0).max(1),
  }),
  /** Space under a section's title, and the short rule above it in the accent, from the top of the body. */
  title: z.strictObject({
    below: length,
    rule: z.strictObject({ above: length, width: length, height: length }),
  }),
  /** Whether a section may begin on the page where another ends, so far below it: `auto` where themes are short. */
  sections: z
    .strictObject({ follow: z.enum(['apart', 'together', 'auto']), gap: length })
    .default({ follow: 'apart', gap: 0 }),
  /**
   * Column of running text. Where it does not begin at the left margin, the title stands beside it, and ends so far before it as `gap`
   * says.
   */
  text: z.strictObject({ left: length, width: length, gap: length }),
  /** Items begin with a dash, whose foot lies so far below the middle of the line as `drop` says. */
  list: z.strictObject({
    indent: length,
    bullet: z.strictObject({ left: length, drop: length, width: length, height: length, colour }),
  }),
  /** Room for the page number at the right. */
  contents: z.strictObject({ numberWidth: length }),
  index: z.strictObject({ columns: z.int().min(1).max(10), gap: length, numberWidth: length }),
  /** Dots between an entry and its number. They stand on a grid, so that they line up; `level` is a share of the leading. */
  leader: z.strictObject({ dot: length, step: z.number().positive(), gap: length, level: share, colour }),
  table: z.strictObject({
    /** Space above a table. */
    above: length,
    padding: z.strictObject({ top: length, bottom: length, side: length }),
    headPadding: z.strictObject({ top: length, bottom: length }),
    /** Space between two paragraphs of a cell. */
    paragraphGap: length,
    /** In columns narrower than this words are hyphenated. */
    narrow: length,
    /** Under the headings, in the accent. */
    headRule: z.strictObject({ weight: length }),
    rule,
    /** Under the last row of a group. */
    groupRule: rule,
    /** Whether every other row, or group of rows, has a ground. */
    zebra: z.boolean().default(false),
    /** Rows that are higher than this share of the body may be parted by the end of a page. */
    splitFrom: z.number().min(0).max(1).default(1),
    /** Whether a column stays where no row of a table says anything in it. */
    emptyColumns: z.enum(['kept', 'dropped']).default('kept'),
    /**
     * Whether all columns have the widths of the design, or those with which tables are lowest, but for the kinds that are kept. What designs
     * written before there was a choice do not say, is as it was then.
     */
    columns: z
      .strictObject({ from: z.enum(['design', 'content']), kept: z.array(z.string()) })
      .default({ from: 'design', kept: [] }),
    /** The bar in the margin beside a row that is new or changed: its distance from the table, and from the ends of the row. */
    bar: z.strictObject({ left: length, width: length, inset: length, colour }),
  }),
  /** Whether words may be parted where a line ends. */
  hyphenation: z.boolean().default(true),
  /** How the events of themes are presented, and of some themes, by their ids, otherwise. */
  presentation: presentation
    .extend({ themes: z.record(z.string(), presentation).optional() })
    .default({ as: 'table' }),
  events: EventsSchema.default(EVENT_LISTS),
  /** Widths of table columns by what they hold; any other kind has a share of 1. Which of them count, `table.columns` says. */
  columns: z.record(z.string(), columnWidth),
  /** Lines at inserted, deleted and doubtful words; levels are shares of the font size from the base line. */
  wordRules: z.strictObject({
    inserted: z.strictObject({ weight: length, level: share }),
    deleted: z.strictObject({ weight: length, level: share }),
    remark: z.strictObject({ weight: length, level: share }),
  }),
  /** The margin right of the page in which a proof sheet has its remarks. */
  remarks: z.strictObject({
    /** What it adds to the width of the page. */
    margin: length,
    /** Its distance from the body, and its width. */
    left: length,
    width: length,
    /** Bar in the colour of the severity at the left of each remark, and where the text begins. */
    bar: length,
    indent: length,
    /** Space between two remarks of a row; a rule stands in it. */
    gap: length,
    rule,
    /** A number in a line of a cell may reach so far into the space beside the cell. */
    hang: length,
    /** The box of a number: space beside the digits inside and outside of it, its foot and head; shares of the font size. */
    number: z.strictObject({ padding: share, gap: share, foot: share, head: share }),
    /** Closest that letters are set where the numbers of a line need room; share of the font size for each. */
    closest: share,
  }),
  /** The period, which may stand on an area; the title and what stands under it; the publisher at the foot. */
  cover: z.strictObject({
    /** A picture that fills its place, and is cut to it. */
    picture: z.strictObject({ ...place, height: length, ...pictureUse }).optional(),
    /** An area, from the upper left corner where it has no place, down to the foot of the sheet where it has no height. */
    panel: z
      .strictObject({
        left: length.optional(),
        top: length.optional(),
        width: length,
        height: length.optional(),
        colour,
      })
      .optional(),
    /** Logos: of who publishes, and of partners. */
    marks: z.array(MarksSchema).optional(),
    period: FittedTextSchema,
    title: FittedTextSchema,
    /** Short rule under the title. */
    rule: z.strictObject({ above: length, width: length, height: length, below: length, colour }),
    lines: z.strictObject({ width: length, gap: length, style: TextStyleSchema }),
    publisher: z.strictObject({ ...place, style: TextStyleSchema }),
  }),
  /** Parts that are texts, by their names. */
  parts: z.record(z.string(), z.strictObject({ columns: z.int().min(1).max(4) })).optional(),
});

export type Family = z.infer<typeof family>;
export type Design = z.infer<typeof DesignSchema>;
/** A way of setting text: face, size and distance of base lines. */
export type TextStyle = z.infer<typeof TextStyleSchema>;
export type FittedText = z.infer<typeof FittedTextSchema>;
export type Marks = z.infer<typeof MarksSchema>;
export type PictureUse = Marks['pictures'][number];
export type FaceName = z.infer<typeof face>;
export type ColourName = z.infer<typeof colour>;
