/**
 * The design: the complete styling of a programme as one value with every length, colour and face of PDF and Word.
 * Lengths are in points; a share is relative to the font size or to the width between the margins.
 */
import * as z from 'zod';
import { EVENT_LISTS } from './list-styles.ts';

/** Sizes of pictures: as wide as their column, next to the text, or small. */
export const PICTURE_SIZES = ['full', 'beside', 'small'] as const;

/** Settings of a text part. */
export const partStyle = {
  columns: z.int().min(1).max(4).optional(),
  pictures: z.enum(PICTURE_SIZES).optional(),
  quotes: z.literal('box').optional(),
};

/** A length in points. The maximum is larger than any sheet (PDF 1.7 allows 14,400). */
const length = z.number().min(0).max(14_400);
const share = z.number().min(-2).max(2);

const ColoursSchema = z.strictObject({
  ink: hexColour(),
  /** Colour of secondary text. */
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
  /**
   * Colours of areas, such as the cover's panel, and of text on areas. Designs that were saved before these three
   * colours were introduced lack them.
   */
  area: hexColour().default('#16325c'),
  onArea: hexColour().default('#ffffff'),
  /** Background colour of every other row. */
  zebra: hexColour().default('#f3f5f8'),
});

function hexColour() {
  return z.string().regex(/^#[0-9a-f]{6}$/);
}

const colour = ColoursSchema.keyof();
const face = z.enum(['sans', 'sansBold', 'serif', 'serifBold']);

/**
 * A family by its name in Word, and its font files: names of files that come with the program, or paths in the folder
 * fonts/ of the dataset. Without italic files, emphasised words are bold. `web` states that web pages may contain the
 * publisher's font files.
 */
const family = z.strictObject({
  family: z.string(),
  regular: z.string(),
  bold: z.string(),
  italic: z.string().optional(),
  boldItalic: z.string().optional(),
  web: z.literal(true).optional(),
});

const TextStyleSchema = z.strictObject({ face, size: length, leading: length, colour });

/** A paragraph style with the space above each paragraph except the first. */
const block = TextStyleSchema.extend({ above: length });

const rule = z.strictObject({ weight: length, colour });
const place = { left: length, top: length, width: length };

/** A picture by its path in the folder of the dataset; without an alternative text it is decoration. */
const pictureUse = {
  file: z.string(),
  alt: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
};

/**
 * Pictures side by side, as large as the space allows and visually equal in size. The pictures can have a background.
 */
const PictureRowSchema = z.strictObject({
  ...place,
  height: length,
  gap: length,
  align: z.enum(['left', 'right']),
  ground: z.strictObject({ padding: length, colour }).optional(),
  pictures: z.array(z.strictObject(pictureUse)).min(1),
});

/** A text that is printed in the largest of its sizes that fits the height; its leading is a share of the font size. */
const FittedTextSchema = z.strictObject({
  ...place,
  height: length,
  face,
  colour,
  leading: z.number().min(0.5).max(3),
  sizes: z.array(length).min(1),
});

/** A width in points, or a share of the width that remains after the columns with widths in points. */
const columnWidth = z.union([
  z.strictObject({ points: length }),
  z.strictObject({ share: z.number().positive() }),
]);

const presentation = z.strictObject({
  as: z.enum(['table', 'list', 'timetable']),
  groups: z.string().optional(),
});

/** Lists of events. Designs that were saved before lists were introduced lack them. */
const EventsSchema = z.strictObject({
  /** Heading of a group of events, above a list or a table. */
  group: block,
  title: TextStyleSchema,
  facts: TextStyleSchema,
  text: TextStyleSchema,
  /** Distance of the numbers to the left of the text. */
  indent: length,
  /** Space between two paragraphs of an event. */
  between: length,
  /**
   * Space between two events; in its middle there is a rule like those between rows. Word limits the distance between a
   * rule and the text to 31 pt.
   */
  gap: length.max(62),
});

const CodesSchema = z.strictObject({
  /** Addresses, by theme id or by name of the part. */
  sections: z.record(z.string(), z.string()).optional(),
  /** The field whose addresses are also printed as QR codes next to events. */
  events: z.string().optional(),
});

export const DesignSchema = z.strictObject({
  paper: z.strictObject({ width: length, height: length }),
  margins: z.strictObject({ left: length, right: length, top: length, bottom: length }),
  /** `book`: pages with even numbers are left pages, whose left and right margins are swapped. */
  binding: z.literal('book').optional(),
  colours: ColoursSchema,
  /** Accents of the themes, in order: thin marks next to text, which are never the only source of information. */
  accents: z.array(hexColour()).min(1),
  faces: z.strictObject({ sans: family, serif: family }),
  /**
   * The publisher's fallback families for characters that the faces lack; they are used before those that come with the
   * program.
   */
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
    /** Style of a remark. The first line of the remark should align with the first line of the adjacent cells. */
    remark: TextStyleSchema,
  }),
  /**
   * The running head is measured from the top of the sheet, the folio from its bottom; `sectionShare` limits the
   * section name to a share of the width between the margins.
   */
  running: z.strictObject({
    top: length,
    bottom: length,
    gap: length,
    sectionShare: z.number().min(0).max(1),
  }),
  /** Space under a section's title, and the short accent rule above it, measured from the top of the body. */
  title: z.strictObject({
    below: length,
    rule: z.strictObject({ above: length, width: length, height: length }),
  }),
  /**
   * Whether a section can begin on the page on which the previous section ends, with `gap` between the two. With
   * `auto`, long themes do not share pages.
   */
  sections: z
    .strictObject({ follow: z.enum(['apart', 'together', 'auto']), gap: length })
    .default({ follow: 'apart', gap: 0 }),
  /**
   * Column of running text. If the column does not begin at the left margin, the title is to the left of the column, at
   * a distance of `gap`.
   */
  text: z.strictObject({ left: length, width: length, gap: length }),
  /** Items begin with a dash, whose lower edge is `drop` below the middle of the line. */
  list: z.strictObject({
    indent: length,
    bullet: z.strictObject({ left: length, drop: length, width: length, height: length, colour }),
  }),
  /** Width of the page numbers on the right. */
  contents: z.strictObject({ numberWidth: length }),
  index: z.strictObject({ columns: z.int().min(1).max(10), gap: length, numberWidth: length }),
  /** Dots between an entry and its page number. The dots are aligned to a grid; `level` is a share of the leading. */
  leader: z.strictObject({ dot: length, step: z.number().positive(), gap: length, level: share, colour }),
  table: z.strictObject({
    /** Space above a table. */
    above: length,
    padding: z.strictObject({ top: length, bottom: length, side: length }),
    headPadding: z.strictObject({ top: length, bottom: length }),
    /** Space between two paragraphs of a cell. */
    paragraphGap: length,
    /** Words are hyphenated in columns narrower than this. */
    narrow: length,
    /** Rule under the headings, in the accent colour. */
    headRule: z.strictObject({ weight: length }),
    rule,
    /** Rule under the last row of a group. */
    groupRule: rule,
    /** Whether every other row, or group of rows, has a background. */
    zebra: z.boolean().default(false),
    /** Rows that are higher than this share of the body can be split by a page break. */
    splitFrom: z.number().min(0).max(1).default(1),
    /** Whether a column without content in all rows of a table is printed. */
    emptyColumns: z.enum(['kept', 'dropped']).default('kept'),
    /**
     * Whether columns have the widths of the design, or widths that minimise the height of tables. Columns of the kinds
     * in `kept` always have the widths of the design. By default, tables are set as they were before this option was
     * introduced.
     */
    columns: z
      .strictObject({ from: z.enum(['design', 'content']), kept: z.array(z.string()) })
      .default({ from: 'design', kept: [] }),
    /** The bar in the margin next to a new or changed row: its distance from the table and from the ends of the row. */
    bar: z.strictObject({ left: length, width: length, inset: length, colour }),
  }),
  /**
   * Whether words can be hyphenated at the end of a line. Words that are wider than their column are always
   * hyphenated.
   */
  hyphenation: z.boolean().default(true),
  /** How themes present their events, with exceptions by theme id. */
  presentation: presentation
    .extend({
      themes: z.record(z.string(), presentation).optional(),
      places: z.string().optional(),
      pictures: z.enum(PICTURE_SIZES).optional(),
    })
    .default({ as: 'table' }),
  events: EventsSchema.default(EVENT_LISTS),
  /**
   * Widths of table columns by kind; any other kind has a share of 1. `table.columns` determines which of these widths
   * apply.
   */
  columns: z.record(z.string(), columnWidth),
  /**
   * Lines under or through inserted, deleted and doubtful words; their positions are distances from the baseline, as
   * shares of the font size.
   */
  wordRules: z.strictObject({
    inserted: z.strictObject({ weight: length, level: share }),
    deleted: z.strictObject({ weight: length, level: share }),
    remark: z.strictObject({ weight: length, level: share }),
  }),
  /** The additional margin on the right of the page, for the remarks in a proof sheet. */
  remarks: z.strictObject({
    /** Additional width of the page. */
    margin: length,
    /** Distance of the remarks from the body, and their width. */
    left: length,
    width: length,
    /** Bar in the colour of the severity to the left of each remark, and the indent of the text. */
    bar: length,
    indent: length,
    /** Space between two remarks on a row, with a rule in it. */
    gap: length,
    rule,
    /** Distance by which the number of a remark in a line of a cell can extend into the space next to the cell. */
    hang: length,
    /**
     * The box around the number of a remark, as fractions of the font size: horizontal space inside and outside the box,
     * and the positions of its bottom and top edges.
     */
    number: z.strictObject({ padding: share, gap: share, foot: share, head: share }),
    /** Minimum letter spacing, as a share of the font size, if the numbers of a line need space. */
    closest: share,
  }),
  /**
   * The cover: the period, which can be on a coloured area; the title and the lines below it; the publisher at the
   * foot.
   */
  cover: z.strictObject({
    /** A picture that fills its rectangle and is cropped to it. */
    picture: z.strictObject({ ...place, height: length, ...pictureUse }).optional(),
    /**
     * A coloured area. The area begins at the upper left corner if it has no position, and extends to the bottom of the
     * sheet if it has no height.
     */
    panel: z
      .strictObject({
        left: length.optional(),
        top: length.optional(),
        width: length,
        height: length.optional(),
        colour,
      })
      .optional(),
    /** Logos of the publishers and of partners. */
    marks: z.array(PictureRowSchema).optional(),
    period: FittedTextSchema,
    /** The title, in capitals by default. */
    title: FittedTextSchema.extend({ capitals: z.boolean().default(true) }),
    /** Short rule under the title. */
    rule: z.strictObject({ above: length, width: length, height: length, below: length, colour }),
    lines: z.strictObject({ width: length, gap: length, style: TextStyleSchema }),
    publisher: z.strictObject({ ...place, style: TextStyleSchema }),
  }),
  /** Web addresses that are also printed as QR codes in documents for paper. */
  codes: CodesSchema.optional(),
  /** Settings of text parts by name. */
  parts: z.record(z.string(), z.strictObject(partStyle)).optional(),
});

export type Family = z.infer<typeof family>;
export type Design = z.infer<typeof DesignSchema>;
/** A text style: face, font size and distance between baselines. */
export type TextStyle = z.infer<typeof TextStyleSchema>;
export type FittedText = z.infer<typeof FittedTextSchema>;
export type PictureRow = z.infer<typeof PictureRowSchema>;
export type PictureUse = PictureRow['pictures'][number];
export type FaceName = z.infer<typeof face>;
export type ColourName = z.infer<typeof colour>;
