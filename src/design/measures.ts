/** What follows from a design; lengths are points. */
import type { ColourName, Design, FaceName, FittedText, TextStyle } from './schema.ts';

/** Width between the margins. */
export function measure({ paper, margins }: Design): number {
  return paper.width - margins.left - margins.right;
}

/** Height between the margins. */
export function bodyHeight({ paper, margins }: Design): number {
  return paper.height - margins.top - margins.bottom;
}

/** Width of a column where the measure holds several. */
export function columnWidth(design: Design, columns: number): number {
  return (measure(design) - (columns - 1) * design.index.gap) / columns;
}

/** Width of a column of an index. */
export function indexWidth(design: Design): number {
  return columnWidth(design, design.index.columns);
}

/** Whether the titles of running text stand beside it, in the space left of its column. */
export function titleIsBeside({ text }: Design): boolean {
  return text.left > 0;
}

/** Accent number `index`, counted round; the brand colour where there is none. */
export function accentColour({ accents, colours }: Design, index: number | undefined): string {
  return index === undefined ? colours.brand : (accents[index % accents.length] ?? colours.brand);
}

/** Colour of the sheets, where it is not that of paper itself. */
export function groundOf({ colours }: Design): string | undefined {
  return colours.paper === '#ffffff' ? undefined : colours.paper;
}

export function colourOf({ colours }: Design, name: ColourName): string {
  return colours[name];
}

/** Face of words that stand out in a face. */
export function strongFace(face: FaceName): FaceName {
  return face === 'sans' || face === 'sansBold' ? 'sansBold' : 'serifBold';
}

/** Name of the font file of a face, without its ending. */
export function fontFile({ faces: { sans, serif } }: Design, face: FaceName): string {
  return { sans: sans.regular, sansBold: sans.bold, serif: serif.regular, serifBold: serif.bold }[face];
}

/** The same for its italic letters, where its family has some. */
export function italicFile({ faces: { sans, serif } }: Design, face: FaceName): string | undefined {
  const { italic, boldItalic } = face.startsWith('serif') ? serif : sans;
  return face.endsWith('Bold') ? boldItalic : italic;
}

const OWN_FOLDER = 'fonts/';

/** Whether a font file is one of the publisher's own, in the folder fonts/ of the dataset. */
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

/** The styles that a text may be fitted in, largest first. */
export function fittedStyles({ face, colour, leading, sizes }: FittedText): TextStyle[] {
  return sizes.map((size) => ({ face, size, leading: size * leading, colour }));
}

const OTHER_WIDTH = { share: 1 };
/** Columns of points give way where they would leave the others less than a quarter of the measure. */
const MOST_FIXED = 0.75;

/** Width of each column of a table whose columns are of these kinds; together the measure. */
export function columnWidths(design: Design, kinds: readonly string[]): number[] {
  const widths = kinds.map((kind) => design.columns[kind] ?? OTHER_WIDTH);
  const fixed = widths.reduce((sum, width) => sum + ('points' in width ? width.points : 0), 0);
  const shares = widths.reduce((sum, width) => sum + ('share' in width ? width.share : 0), 0);
  const whole = measure(design);
  if (shares === 0) return widths.map((width) => ('points' in width ? (width.points * whole) / fixed : 0));
  const kept = Math.min(1, (MOST_FIXED * whole) / fixed);
  return widths.map((width) =>
    'points' in width ? width.points * kept : (width.share * (whole - fixed * kept)) / shares,
  );
}

/** Widths of columns that each have a share of so wide a place; undefined where they have none. */
export function sharedWidths(columns: readonly { share?: number }[], whole: number): number[] | undefined {
  const shares = columns.flatMap(({ share }) => (share === undefined ? [] : [share]));
  if (shares.length < columns.length) return undefined;
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share * whole) / sum);
}

/** Of each row, whether it is one of those that may have a ground: every other, and with it those that carry down what it begins. */
export function bandsOf(rows: readonly { carried?: boolean }[]): boolean[] {
  let banded = true;
  return rows.map(({ carried }) => {
    if (!carried) banded = !banded;
    return banded;
  });
}

/** Style of the cells of a column: that of event numbers, of what names the row or is carried down, or of all else. */
export function cellStyle(
  { columns, header, group }: { columns: readonly { kind: string }[]; header: number; group?: number },
  column: number,
): 'number' | 'cellStrong' | 'cell' {
  const kind = columns[column]?.kind ?? '';
  if (kind === 'event-number') return 'number';
  // Two texts side by side are set alike, so that what is strong in them is seen.
  if (kind === 'before' || kind === 'after') return 'cell';
  return column === header || column === group ? 'cellStrong' : 'cell';
}
