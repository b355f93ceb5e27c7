/** Sizes, colours, faces and spaces that PDF and Word share. Lengths are points. */

/** A4 landscape, ISO 216. */
export const PAGE = { width: 841.89, height: 595.28 } as const;

export const MARGIN = { left: 42, right: 42, top: 58, bottom: 46 } as const;

/** Width between the margins. */
export const MEASURE = PAGE.width - MARGIN.left - MARGIN.right;
/** Height between the margins. */
export const BODY_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

/** Colours of text stand on white with a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3). */
export const COLOUR = {
  ink: '#1d2329',
  quiet: '#5b6470',
  brand: '#16325c',
  paper: '#ffffff',
  rule: '#c3c9d1',
  strongRule: '#8a939e',
  inserted: '#0b5d2a',
  deleted: '#9c1c1c',
} as const;

/** Colours of remarks by severity; the severity is said in words too. */
export const SEVERITY_COLOUR = { error: '#a3161c', warning: '#8a5a00', note: '#1f5aa6' } as const;

/** Accents of the themes, in order; a thin sign beside the words, never their only carrier. */
export const ACCENTS = ['#1f5aa6', '#7a3e9d', '#b3261e', '#8a5a00', '#1b6b3a', '#0b6a73'] as const;

/** Accent colour number `index`, counted round; the brand colour where there is none. */
export function accentColour(index: number | undefined): string {
  if (index === undefined) return COLOUR.brand;
  return ACCENTS[index % ACCENTS.length] ?? COLOUR.brand;
}

export const FACES = {
  sans: 'PTSans-Regular',
  sansBold: 'PTSans-Bold',
  serif: 'PTSerif-Regular',
  serifBold: 'PTSerif-Bold',
} as const;
export type FaceName = keyof typeof FACES;

/** Families that Word knows the faces by. */
export const FAMILIES = { sans: 'PT Sans', serif: 'PT Serif' } as const;

/** A way of setting text: face, size and distance of base lines. */
export interface TextStyle {
  face: FaceName;
  /** Face of words that stand out. */
  strong: FaceName;
  size: number;
  leading: number;
  colour: string;
}

const sans = (size: number, leading: number, colour: string = COLOUR.ink): TextStyle => ({
  face: 'sans',
  strong: 'sansBold',
  size,
  leading,
  colour,
});
const sansBold = (size: number, leading: number, colour: string = COLOUR.ink): TextStyle => ({
  ...sans(size, leading, colour),
  face: 'sansBold',
});
const serif = (size: number, leading: number): TextStyle => ({
  face: 'serif',
  strong: 'serifBold',
  size,
  leading,
  colour: COLOUR.ink,
});
const serifBold = (size: number, leading: number, colour: string): TextStyle => ({
  face: 'serifBold',
  strong: 'serifBold',
  size,
  leading,
  colour,
});

export const STYLE = {
  sectionTitle: serifBold(20, 25, COLOUR.brand),
  heading: sansBold(10.5, 14, COLOUR.brand),
  body: serif(12, 18),
  note: sans(9, 12.5, COLOUR.quiet),
  list: sans(10, 14),
  contents: sans(12.5, 18),
  index: sans(8.5, 11.5),
  indexHeading: sansBold(9, 12, COLOUR.brand),
  cell: sans(9, 11.75),
  cellStrong: sansBold(9, 11.75),
  columnHeading: sansBold(8.5, 11, COLOUR.brand),
  number: sans(8.5, 11.75, COLOUR.quiet),
  running: sans(8.5, 11, COLOUR.quiet),
  /** Its first line stands level with that of the cells beside it. */
  remark: sans(8.5, 11.75),
} as const satisfies Record<string, TextStyle>;

export const TABLE = {
  /** Space in a cell above, below and beside its text. */
  paddingTop: 4.5,
  paddingBottom: 5,
  paddingSide: 5,
  headPaddingTop: 5,
  headPaddingBottom: 5,
  /** Space between two paragraphs of a cell. */
  paragraphGap: 4,
  /** Columns narrower than this have their words hyphenated. */
  narrow: 130,
} as const;

/** Widths of table columns: points, or shares of what the others leave. */
const COLUMN_WIDTHS: Readonly<Record<string, { points: number } | { share: number }>> = {
  'event-number': { points: 27 },
  region: { points: 92 },
  category: { points: 66 },
  date: { points: 84 },
  title: { share: 1.35 },
  description: { share: 2.75 },
  time: { points: 56 },
  price: { points: 66 },
  number: { points: 56 },
  phone: { points: 92 },
  change: { points: 86 },
  event: { points: 150 },
  count: { points: 74 },
};
const OTHER_WIDTH = { share: 1 };

/** Width of each column of a table whose columns are of these kinds; together the measure; points. */
export function columnWidths(kinds: readonly string[]): number[] {
  const widths = kinds.map((kind) => COLUMN_WIDTHS[kind] ?? OTHER_WIDTH);
  const fixed = widths.reduce((sum, width) => sum + ('points' in width ? width.points : 0), 0);
  const shares = widths.reduce((sum, width) => sum + ('share' in width ? width.share : 0), 0);
  if (shares === 0) return widths.map((width) => ('points' in width ? (width.points * MEASURE) / fixed : 0));
  return widths.map((width) =>
    'points' in width ? width.points : (width.share * (MEASURE - fixed)) / shares,
  );
}

/** The margin right of the page in which a proof sheet has its remarks; points. */
export const REMARKS = {
  /** What it adds to the width of the page. */
  margin: 206,
  /** Its left edge, from that of the body, and its width. */
  left: MEASURE + 18,
  width: 206,
  /** Bar in the colour of the severity at the left of each remark, and where the text begins. */
  bar: 2,
  indent: 8,
  /** Space between two remarks of a row; a rule stands in it. */
  gap: 10,
} as const;

/** The number of a remark, white on the colour of its severity; lengths are shares of the font size. */
export const REMARK_NUMBER = {
  /** Space beside the digits inside the box, and outside of it. */
  padding: 0.14,
  gap: 0.12,
  /** The box from its foot to its head, from the base line. */
  foot: -0.17,
  head: 0.83,
} as const;

/** Running text stands right of its heading, in a column that the eye can follow. */
export const TEXT_COLUMN = { left: 218, width: 500 } as const;
/** Columns of an index page. */
export const INDEX_COLUMNS = { count: 3, gap: 26, topGap: 16 } as const;
/** Space between two paragraphs of running text. */
export const PARAGRAPH_GAP = 9;

/** A text set in the largest of its styles in which it is no higher than `height`. */
export interface FittedText {
  width: number;
  height: number;
  styles: readonly TextStyle[];
}

const fitted = (colour: string, leading: number, sizes: readonly number[]): TextStyle[] =>
  sizes.map((size) => serifBold(size, size * leading, colour));

/** The cover: a panel down the left edge with the period on it, right of it the title and what stands under it. */
export const COVER = {
  /** Width of the panel. */
  panel: 236,
  kicker: {
    left: 40,
    top: 128,
    width: 176,
    height: 110,
    styles: fitted(COLOUR.paper, 1.1, [72, 48, 30, 18]),
  },
  title: {
    left: 292,
    top: 150,
    width: 500,
    height: 230,
    styles: fitted(COLOUR.brand, 1.25, [36, 30, 24, 18, 13, 9]),
  },
  /** Short rule under the title. */
  rule: { above: 22, width: 64, height: 2.5, below: 20 },
  line: { width: 500, gap: 2, style: sans(14, 21) },
  publisher: { top: 520, width: 500, style: sans(10.5, 14, COLOUR.quiet) },
} as const;

/** Short rule above a section's title, in its accent; lengths from the top of the body. */
export const SECTION_RULE = { above: 8.5, width: 34, height: 2.5 } as const;
/** Space under a section's title. */
export const TITLE_GAP = 16;
/** Distance of the running header from the top of the page, and of the folio from its foot. */
export const RUNNING = { top: 24, bottom: 32 } as const;
