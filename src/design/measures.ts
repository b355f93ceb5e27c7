/** Lengths and widths derived from a design, in points. */
import { readableShade } from './colour.ts';
import type { ColourName, Design, FaceName, FittedText, TextStyle } from './schema.ts';

/** Width between the margins. */
export function measure({ paper, margins }: Design): number {
  return paper.width - margins.left - margins.right;
}

/** Whether a page is the left one of two facing pages. */
export function isLeftPage({ binding }: Pick<Design, 'binding'>, page: number): boolean {
  return binding === 'book' && page % 2 === 0;
}

/** Left margin of a page. */
export function leftMargin({ margins, binding }: Pick<Design, 'margins' | 'binding'>, page: number): number {
  return isLeftPage({ binding }, page) ? margins.right : margins.left;
}

/** Height between the margins. */
export function bodyHeight({ paper, margins }: Design): number {
  return paper.height - margins.top - margins.bottom;
}

/** Width of one column if the width between the margins is divided into several columns. */
export function columnWidth(design: Design, columns: number): number {
  return (measure(design) - (columns - 1) * design.index.gap) / columns;
}

/** Width of a column of an index. */
export function indexWidth(design: Design): number {
  return columnWidth(design, design.index.columns);
}

/** Whether titles are next to running text, to the left of its column. */
export function titleIsBeside({ text }: Design): boolean {
  return text.left > 0;
}

/** Accent number `index`, modulo the number of accents; the brand colour if the design has no accents. */
export function accentColour({ accents, colours }: Design, index: number | undefined): string {
  return index === undefined ? colours.brand : (accents[index % accents.length] ?? colours.brand);
}

/** The nearest shade of an accent that is readable as text, even on the background of rows. */
export function accentText(design: Design, index: number): string {
  const { paper, zebra, ink } = design.colours;
  return readableShade(accentColour(design, index), [paper, zebra]) ?? ink;
}

/**
 * The coloured square that marks a theme: its side as a share of the font size, and its distance from the text in
 * points.
 */
export const THEME_MARK = { size: 0.45, gap: 4 };

/** Width and maximum height of the mark of a theme at the edge of the theme's pages, in points. */
export const EDGE_TAB = { width: 9, height: 60 };

/** Background colour of the sheets; undefined if they are white. */
export function groundOf({ colours }: Design): string | undefined {
  return colours.paper === '#ffffff' ? undefined : colours.paper;
}

export function colourOf({ colours }: Design, name: ColourName): string {
  return colours[name];
}

/** The bold counterpart of a face. */
export function strongFace(face: FaceName): FaceName {
  return face === 'sans' || face === 'sansBold' ? 'sansBold' : 'serifBold';
}

/**
 * Font file of a face: the name of a file that comes with the program, without extension, or a path in the folder
 * fonts/ of the dataset.
 */
export function fontFile({ faces: { sans, serif } }: Design, face: FaceName): string {
  return { sans: sans.regular, sansBold: sans.bold, serif: serif.regular, serifBold: serif.bold }[face];
}

/** Italic font file of a face, if its family has one. */
export function italicFile({ faces: { sans, serif } }: Design, face: FaceName): string | undefined {
  const { italic, boldItalic } = face.startsWith('serif') ? serif : sans;
  return face.endsWith('Bold') ? boldItalic : italic;
}

const OWN_FOLDER = 'fonts/';

/** Whether a font file is the publisher's own, in the folder fonts/ of the dataset. */
export const isOwnFont = (file: string): boolean => file.startsWith(OWN_FOLDER);

/** The publisher's own font files that a design names, each with its family. */
export function ownFonts({ faces, fonts = [] }: Design): Map<string, string> {
  const families = [...Object.values(faces), ...fonts];
  return new Map(
    families.flatMap(({ family, regular, bold, italic, boldItalic }) =>
      [regular, bold, italic, boldItalic]
        .filter((file) => file !== undefined)
        .filter(isOwnFont)
        .map((file): [string, string] => [file, family]),
    ),
  );
}

/** The styles in which a text can be fitted, the largest first. */
export function fittedStyles({ face, colour, leading, sizes }: FittedText): TextStyle[] {
  return sizes.map((size) => ({ face, size, leading: size * leading, colour }));
}

const OTHER_WIDTH = { share: 1 };
/**
 * Columns with fixed widths become narrower if they would leave the other columns less than a quarter of the width
 * between the margins.
 */
const MAX_FIXED = 0.75;

/**
 * A more compact design: the columns of tables are as wide as their content needs, and there is less space between
 * sections and below their titles.
 */
export function closer(design: Design): Design {
  const { sections, title, table } = design;
  return {
    ...design,
    sections: { ...sections, gap: (3 / 4) * sections.gap },
    title: { ...title, below: title.below / 2 },
    table: { ...table, above: table.above / 2, columns: { ...table.columns, from: 'content' } },
  };
}

/** Width of each column of a table, by kind of column; the widths add up to the width between the margins. */
export function columnWidths(design: Design, kinds: readonly string[]): number[] {
  const widths = kinds.map((kind) => design.columns[kind] ?? OTHER_WIDTH);
  const fixed = widths.reduce((sum, width) => sum + ('points' in width ? width.points : 0), 0);
  const shares = widths.reduce((sum, width) => sum + ('share' in width ? width.share : 0), 0);
  const whole = measure(design);
  if (shares === 0) return widths.map((width) => ('points' in width ? (width.points * whole) / fixed : 0));
  const kept = Math.min(1, (MAX_FIXED * whole) / fixed);
  return widths.map((width) =>
    'points' in width ? width.points * kept : (width.share * (whole - fixed * kept)) / shares,
  );
}

/** Widths of columns that are given as shares of a total width; undefined if a column has no share. */
export function sharedWidths(columns: readonly { share?: number }[], whole: number): number[] | undefined {
  const shares = columns.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length < columns.length) return undefined;
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share * whole) / sum);
}

/**
 * For each row, whether it belongs to a shaded band, if the design shades every other band. A row that continues a cell
 * of the row above belongs to the band of that row.
 */
export function bandsOf(rows: readonly { carried?: boolean }[]): boolean[] {
  let banded = true;
  return rows.map(({ carried }) => {
    if (!carried) banded = !banded;
    return banded;
  });
}

/**
 * Style of the cells of a column: the style of event numbers, the style of columns that name the row or whose cells are
 * printed once for several rows, or the default style.
 */
export function cellStyle(
  { columns, header, group }: { columns: readonly { kind: string }[]; header: number; group?: number },
  column: number,
): 'number' | 'cellStrong' | 'cell' {
  const kind = columns[column]?.kind ?? '';
  if (kind === 'event-number') return 'number';
  // The texts before and after a change have the same style, so that the marked words stand out.
  if (kind === 'before' || kind === 'after') return 'cell';
  return column === header || column === group ? 'cellStrong' : 'cell';
}
