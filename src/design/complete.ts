import type { Position, Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import { accentsFrom, isReadable, mixed, readableShade } from './colour.ts';
import { type CoverPictures, coverOf } from './cover.ts';
import { DEFAULT_DESIGN } from './default.ts';
import { brandLetters, type Letters, namesIn, ownLetters, whyNotTaken } from './families.ts';
import type {
  BrandFile,
  BrandFont,
  CoverLayout,
  DesignFile,
  FontOfFile,
  PictureFile,
  PresentationWish,
} from './file.ts';
import { inLargePrint, MIN_LARGE } from './large.ts';
import { isNamedPaper, paperOf, pointsOf } from './length.ts';
import { messageOf } from './messages.ts';
import type { Design, FaceName, Family, PictureUse, TextStyle } from './schema.ts';

/** Returns the position of a key in a design file. */
type PlaceOf = (path: readonly string[], ofBrand?: boolean) => Position;

/** A design with notes on deviations from the design file, and problems that prevent its use. */
export interface Completed {
  design: Design;
  /** Text colours that were shaded, and settings that are not used. */
  notes: readonly Problem[];
  problems: readonly Problem[];
}

/**
 * Collects notes and problems that concern keys of the design file. A key is looked up in the design file, or in the
 * brand.yml file if `ofBrand` is set or the design file lacks the key.
 */
interface Remarks {
  note(path: readonly string[], message: Message, ofBrand?: true): void;
  fault(path: readonly string[], message: Message): void;
}

/** Minimum width and height of the area between the margins, so that tables are readable: 70 mm, in points. */
const MIN_BODY = 198;
/** Maximum side length of a page in Word: 22 in, in points. */
const LONGEST_SIDE = 1584;
/** Font sizes that are readable and allow several words per line, in points. */
const LETTERS = { least: 4, most: 48 };
/** Minimum number of lines of running text on a page. */
const MIN_LINES = 3;

/**
 * Completes a design file: values of the file override the defaults, and further values are derived from these.
 *
 * @param brand the brand.yml file that the design file extends; values of the design file take precedence
 */
export function completed(
  file: DesignFile,
  brand: BrandFile = {},
  placeOf: PlaceOf = (path) => ({ field: path.join('.') }),
): Completed {
  const notes: Problem[] = [];
  const problems: Problem[] = [];
  const remarks: Remarks = {
    note: (path, message, ofBrand) => notes.push({ ...message, at: placeOf(path, ofBrand) }),
    fault: (path, message) => problems.push({ ...message, at: placeOf(path) }),
  };
  const sheet = sheetOf(file, remarks);
  const cover = coverWish(file, brand, remarks);
  const fitted = fittedTo(sheet, file, cover, remarks);
  const lettered = withLetters(fitted, file, brand, remarks);
  const sized = withSizes(file.size === 'large' ? inLargePrint(lettered) : lettered, file, remarks);
  const { rule, groupRule } = sized.table;
  const ruled = file.table?.rules !== 'none';
  const design: Design = {
    ...sized,
    ...coloursOf(file, brand, remarks),
    sections: { ...sized.sections, follow: file.sections ?? sized.sections.follow },
    table: {
      ...sized.table,
      rule: { ...rule, weight: ruled ? rule.weight : 0 },
      groupRule: { ...groupRule, weight: ruled ? groupRule.weight : 0 },
      zebra: file.table?.zebra ?? false,
    },
    presentation: presentationOf(file),
    ...(file.binding === undefined ? {} : { binding: file.binding }),
    ...(file.codes === undefined ? {} : { codes: file.codes }),
    ...(file.parts === undefined ? {} : { parts: file.parts }),
  };
  return { design, notes, problems };
}

/** How themes are presented. A presentation of a single theme replaces the general one entirely. */
function presentationOf({ size, presentation = {} }: DesignFile): Design['presentation'] {
  const whole = (wish: PresentationWish): Presentation => {
    const { as = size === 'large' ? 'list' : 'table', groups } =
      typeof wish === 'string' ? { as: wish } : wish;
    const grouping = groups ?? (as === 'timetable' ? 'day' : undefined);
    return { as, ...(grouping === undefined ? {} : { groups: grouping }) };
  };
  const { themes, places, pictures } = typeof presentation === 'string' ? {} : presentation;
  const entries = Object.entries(themes ?? {}).map(([theme, wish]) => [theme, whole(wish)] as const);
  return {
    ...whole(presentation),
    ...(entries.length === 0 ? {} : { themes: Object.fromEntries(entries) }),
    ...(places === undefined ? {} : { places }),
    ...(pictures === undefined ? {} : { pictures }),
  };
}

type Presentation = Omit<Design['presentation'], 'themes' | 'places' | 'pictures'>;

type Sheet = Pick<Design, 'paper' | 'margins'>;

function sheetOf({ paper, orientation, margins }: DesignFile, remarks: Remarks): Sheet {
  const size = paper === undefined ? DEFAULT_DESIGN.paper : (paperOf(paper) ?? DEFAULT_DESIGN.paper);
  const sides = [size.width, size.height].sort((a, b) => a - b) as [number, number];
  const upright = { width: sides[0], height: sides[1] };
  const lying = { width: sides[1], height: sides[0] };
  const turned = orientation ?? (paper === undefined || isNamedPaper(paper) ? 'landscape' : 'as written');
  const sheet = turned === 'portrait' ? upright : turned === 'landscape' ? lying : size;
  if (sides[1] > LONGEST_SIDE) remarks.fault(['paper'], messageOf('paper-too-large'));
  const side = Math.round(Math.min(42, Math.max(28, 0.06 * sheet.width)));
  const points = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : (pointsOf(text) ?? otherwise);
  const all = {
    left: points(margins?.left, side),
    right: points(margins?.right, side),
    top: points(margins?.top, DEFAULT_DESIGN.margins.top),
    bottom: points(margins?.bottom, DEFAULT_DESIGN.margins.bottom),
  };
  const least = { top: 36, bottom: 32, left: 0, right: 0 };
  for (const edge of ['top', 'bottom', 'left', 'right'] as const)
    if (all[edge] < least[edge])
      remarks.fault(
        ['margins', edge],
        messageOf(edge === 'top' ? 'margin-without-running-header' : 'margin-without-page-number', {
          least: least[edge],
        }),
      );
  if (sheet.width - all.left - all.right < MIN_BODY || sheet.height - all.top - all.bottom < MIN_BODY)
    remarks.fault(margins === undefined ? ['paper'] : ['margins'], messageOf('margins-too-wide'));
  return { paper: sheet, margins: all };
}

/** Minimum width between the margins at which layouts for wide sheets are used, in points. */
const WIDE = { title: 700, cells: 600 };

/** Adapts the defaults to a sheet: columns, indents and sizes depend on its width. */
function fittedTo(
  sheet: Sheet,
  { columns = {} }: DesignFile,
  { layout, pictures, capitals }: CoverWish,
  remarks: Remarks,
): Design {
  const { styles, table, text, index, cover } = DEFAULT_DESIGN;
  const { paper, margins } = sheet;
  const whole = paper.width - margins.left - margins.right;
  const narrow = whole < WIDE.cells;
  const tight = (style: TextStyle, size: number, leading: number): TextStyle => ({ ...style, size, leading });
  const share = Math.min(1, Math.max(0.72, whole / 757));
  const widths = Object.entries(DEFAULT_DESIGN.columns).map(
    ([kind, width]) =>
      [kind, 'points' in width ? { points: Math.ceil(width.points * share) } : width] as const,
  );
  for (const [kind, width] of Object.entries(columns))
    if (typeof width === 'string' && (pointsOf(width) ?? 0) > LONGEST_SIDE)
      remarks.fault(['columns', kind], messageOf('column-too-wide'));
  const wished = Object.entries(columns).map(
    ([kind, width]) =>
      [kind, typeof width === 'number' ? { share: width } : { points: pointsOf(width) ?? 0 }] as const,
  );
  return {
    ...DEFAULT_DESIGN,
    ...sheet,
    styles: narrow
      ? {
          ...styles,
          cell: tight(styles.cell, 8.5, 10.75),
          cellStrong: tight(styles.cellStrong, 8.5, 10.75),
          number: tight(styles.number, 8.5, 10.75),
          columnHeading: tight(styles.columnHeading, 8.5, 10.5),
          remark: tight(styles.remark, 8.5, 10.75),
        }
      : styles,
    text:
      whole < WIDE.title
        ? { left: 0, width: Math.min(whole, 560), gap: 0 }
        : { ...text, width: Math.min(text.width, whole - text.left) },
    index: { ...index, columns: Math.min(4, Math.max(1, Math.round(whole / 250))) },
    table: {
      ...table,
      ...(narrow ? { padding: { ...table.padding, side: 3 } } : {}),
      columns: { ...table.columns, kept: Object.keys(columns) },
    },
    columns: Object.fromEntries([...widths, ...wished]),
    cover: coverOf(
      layout,
      { paper, margins, cover: { ...cover, title: { ...cover.title, capitals } } },
      pictures,
    ),
  };
}

interface CoverWish {
  layout: CoverLayout;
  pictures: CoverPictures;
  capitals: boolean;
}

/** The cover that the design file specifies: its layout, its pictures, and whether its title is in capitals. */
function coverWish({ cover = {}, logo }: DesignFile, brand: BrandFile, remarks: Remarks): CoverWish {
  const wish = typeof cover === 'string' ? { layout: cover } : cover;
  const { picture, partners = [] } = wish;
  const layout = wish.layout ?? (picture === undefined ? 'panel' : 'picture');
  if (layout === 'picture' && picture === undefined)
    remarks.fault(['cover'], messageOf('cover-picture-missing'));
  if (layout !== 'picture' && picture !== undefined)
    remarks.fault(['cover', 'picture'], messageOf('cover-without-picture', { layout }));
  const emitters = [logo ?? brandLogo(brand, remarks), wish['co-emitter']].filter((one) => one !== undefined);
  return {
    layout,
    capitals: wish.capitals ?? true,
    pictures: {
      emitters: emitters.map(pictureUse),
      partners: partners.map(pictureUse),
      ...(picture === undefined ? {} : { picture: pictureUse(picture) }),
    },
  };
}

const pictureUse = ({ path, alt }: PictureFile): PictureUse => ({
  file: path,
  ...(alt === undefined ? {} : { alt }),
});

/** The logo of a brand.yml file, if it has one with an alternative text. */
function brandLogo({ logo }: BrandFile, remarks: Remarks): PictureFile | undefined {
  if (logo === undefined) return undefined;
  const { path, alt } = logo;
  if (alt !== undefined && alt !== '') return { path, alt };
  remarks.note(['logo'], messageOf('brand-logo-without-text'));
  return undefined;
}

type Slot = 'sans' | 'serif';

/** The font families that are part of the program, by face. */
const FAMILIES = DEFAULT_DESIGN.faces;

function withLetters(design: Design, file: DesignFile, brand: BrandFile, remarks: Remarks): Design {
  const listed = (file.typography?.fonts ?? []).flatMap((font, index) => ownFamily(font, index, remarks));
  const taken = new Map<BrandFont, Letters>();
  const wished = (part: 'base' | 'headings'): Family | undefined => {
    const name = familyOf(file.typography?.[part]) ?? familyOf(brand.typography?.[part]);
    if (name === undefined) return undefined;
    const found = familyNamed(part, name, [...Object.values(FAMILIES), ...listed], brand.typography?.fonts);
    if ('family' in found) return found.family;
    if ('why' in found) remarks.fault(['typography', part], found.why);
    else taken.set(found.font, taken.get(found.font) ?? found.letters);
    return 'font' in found ? taken.get(found.font)?.family : undefined;
  };
  const isLarge = file.size === 'large';
  const headingsFamily = wished('headings') ?? (isLarge ? FAMILIES.sans : undefined);
  const wishedBase = wished('base');
  const fonts = [...listed, ...[...taken.values()].map(({ family }) => family)];
  const isOwn = headingsFamily !== undefined && fonts.includes(headingsFamily);
  // All text is printed in at most two font families. If the design names a family for headings, all other text is in a
  // single second family.
  const baseFamily = wishedBase ?? (isOwn || isLarge ? FAMILIES.sans : undefined);
  const faces = facesOf([baseFamily, headingsFamily]);
  const left = (brand.typography?.fonts ?? [])
    .filter(({ family }) => !listed.some((font) => font.family === family))
    .flatMap((font) => taken.get(font)?.unused ?? [font.family]);
  if (left.length > 0)
    remarks.note(['typography', 'fonts'], messageOf('brand-fonts-not-used', { fonts: left }), true);
  const slotOf = (family: Family | undefined): Slot | undefined =>
    family === undefined ? undefined : faces.sans === family ? 'sans' : 'serif';
  const base = slotOf(baseFamily);
  const headings = slotOf(headingsFamily);
  const inFaces = <T extends object>(styles: T, headingNames: readonly string[]): T =>
    Object.fromEntries(
      Object.entries(styles).map(([name, style]) => [
        name,
        isStyle(style) ? inFace(style, headingNames.includes(name) ? headings : base) : style,
      ]),
    ) as T;
  const { cover, events } = design;
  return {
    ...design,
    faces,
    ...(fonts.length === 0 ? {} : { fonts }),
    styles: inFaces(design.styles, ['sectionTitle', 'heading', 'columnHeading', 'indexHeading']),
    events: inFaces(events, ['group']),
    cover: {
      ...inFaces(cover, ['period', 'title']),
      lines: { ...cover.lines, style: inFace(cover.lines.style, base) },
      publisher: { ...cover.publisher, style: inFace(cover.publisher.style, base) },
    },
  };
}

const isStyle = (value: unknown): value is { face: FaceName } =>
  typeof value === 'object' && value !== null && 'face' in value;

/**
 * The two families for the faces of a design: the requested families and, where none is requested, families that are
 * part of the program.
 */
function facesOf(wished: readonly (Family | undefined)[]): Design['faces'] {
  const { sans, serif } = FAMILIES;
  const chosen = [...new Set(wished)].filter(
    (family) => family !== undefined && family !== sans && family !== serif,
  );
  const [first, second] = chosen;
  if (first === undefined) return FAMILIES;
  if (second !== undefined) return { sans: first, serif: second };
  return wished.includes(sans) ? { sans, serif: first } : { sans: first, serif };
}

/** A family of the publisher from the design file. */
function ownFamily(font: FontOfFile, index: number, remarks: Remarks): Family[] {
  const path = ['typography', 'fonts', String(index), 'files'];
  const letters = ownLetters(font);
  if (letters === undefined)
    remarks.fault(path, messageOf('family-without-regular', { family: font.family }));
  else if (letters.unused.length > 0)
    remarks.fault(path, messageOf('family-letters-twice', { family: font.family, files: letters.unused }));
  return letters === undefined ? [] : [letters.family];
}

/** A known family; or a font from a brand.yml file, with its font files; or the reason why neither was found. */
type FoundFamily = { family: Family } | { font: BrandFont; letters: Letters } | { why: Message };

/**
 * The first available family of a list of names.
 *
 * @param brandFonts the fonts of the brand.yml file
 */
function familyNamed(
  part: 'base' | 'headings',
  list: string,
  known: readonly Family[],
  brandFonts: readonly BrandFont[] = [],
): FoundFamily {
  const names = namesIn(list);
  let why: Message | undefined;
  for (const name of names) {
    const family = known.find((each) => each.family === name);
    if (family !== undefined) return { family };
    const font = brandFonts.find((each) => each.family === name);
    if (font === undefined) continue;
    const letters = brandLetters(font);
    const refusal = whyNotTaken(font);
    if (refusal === undefined && letters !== undefined) return { font, letters };
    why ??= refusal ?? messageOf('family-without-regular', { family: name });
  }
  return {
    why:
      why ??
      messageOf('family-unknown', {
        family: names[0] ?? list,
        part,
        sans: FAMILIES.sans.family,
        serif: FAMILIES.serif.family,
      }),
  };
}

function familyOf(letters: string | { family?: string | undefined } | undefined): string | undefined {
  return typeof letters === 'string' ? letters : letters?.family;
}

function inFace<T extends { face: FaceName }>(style: T, family: 'sans' | 'serif' | undefined): T {
  if (family === undefined) return style;
  return { ...style, face: style.face.endsWith('Bold') ? `${family}Bold` : family };
}

function withSizes(design: Design, { size, sizes = {}, typography }: DesignFile, remarks: Remarks): Design {
  const base = typeof typography?.base === 'object' ? typography.base : {};
  const wishes = [
    ...Object.entries(sizes).map(([name, wish]) => ({ path: ['sizes', name], wish })),
    { path: ['typography', 'base', 'size'], wish: base.size },
  ];
  for (const { path, wish } of size === 'large' ? wishes : [])
    if (wish !== undefined && (pointsOf(wish) ?? 0) < MIN_LARGE)
      remarks.fault(path, messageOf('letters-too-small', { least: MIN_LARGE }));
  for (const { path, wish } of wishes) {
    const points = wish === undefined ? undefined : pointsOf(wish);
    if (points !== undefined && (points < LETTERS.least || points > LETTERS.most))
      remarks.fault(path, messageOf('letters-out-of-range', { least: LETTERS.least, most: LETTERS.most }));
  }
  const { styles } = design;
  /** Scales a style by the ratio of a requested font size to the font size of the style `of`. */
  const at = <T extends TextStyle>(style: T, wished: string | undefined, of: TextStyle = style): T => {
    const size = wished === undefined ? undefined : pointsOf(wished);
    if (size === undefined) return style;
    const factor = size / of.size;
    return { ...style, size: rounded(style.size * factor), leading: rounded(style.leading * factor) };
  };
  const body = at(styles.body, base.size);
  const lineHeight = base['line-height'];
  const lettered = lineHeight === undefined ? body : { ...body, leading: rounded(body.size * lineHeight) };
  const { paper, margins } = design;
  if (MIN_LINES * lettered.leading > paper.height - margins.top - margins.bottom)
    remarks.fault(['typography', 'base'], messageOf('page-too-small-for-letters', { least: MIN_LINES }));
  return {
    ...design,
    styles: {
      ...styles,
      sectionTitle: at(styles.sectionTitle, sizes.titles),
      body: lettered,
      cell: at(styles.cell, sizes.tables),
      cellStrong: at(styles.cellStrong, sizes.tables, styles.cell),
      number: at(styles.number, sizes.tables, styles.cell),
      columnHeading: at(styles.columnHeading, sizes.tables, styles.cell),
      contents: at(styles.contents, sizes.contents),
      index: at(styles.index, sizes.indexes),
      indexHeading: at(styles.indexHeading, sizes.indexes, styles.index),
      note: at(styles.note, sizes.notes),
      running: at(styles.running, sizes.notes, styles.note),
    },
  };
}

/** Rounds a length in points to the nearest quarter of a point. */
const rounded = (points: number): number => Math.round(points * 4) / 4;

type Palette = ReadonlyMap<string, string>;

function coloursOf(
  file: DesignFile,
  brand: BrandFile,
  remarks: Remarks,
): Pick<Design, 'colours' | 'accents'> {
  const { colours: before, accents } = DEFAULT_DESIGN;
  const palette: Palette = new Map(Object.entries({ ...brand.color?.palette, ...file.color?.palette }));
  const resolve = (name: string | undefined, path: readonly string[]): string | undefined => {
    if (name === undefined) return undefined;
    const found = colourNamed(name, palette);
    if (found === undefined) remarks.fault(path, messageOf('colour-unknown', { name }));
    return found;
  };
  for (const name of palette.keys()) resolve(name, ['color', 'palette', name]);
  const named = (key: 'foreground' | 'background' | 'primary' | 'secondary'): string | undefined =>
    resolve(file.color?.[key] ?? brand.color?.[key], ['color', key]);
  const paper = named('background') ?? before.paper;
  const primary = named('primary');
  const area = primary ?? before.area;
  const foreground = named('foreground');
  const secondary = named('secondary');
  const zebra = mixed(paper, area, 0.07);
  const grounds = file.table?.zebra ? [paper, zebra] : [paper];
  /** The backgrounds on which text in a colour is not readable. */
  const failing = (colour: string): string[] => grounds.filter((ground) => !isReadable(colour, [ground]));
  /** The colour in which text is printed: the given colour or its nearest readable shade. */
  const words = (colour: string, path?: readonly string[]): string => {
    const shade = readableShade(colour, grounds) ?? colour;
    if (shade !== colour && path !== undefined)
      remarks.note(path, messageOf('colour-shaded', { colour, grounds: { and: failing(colour) }, shade }));
    return shade;
  };
  /** Checks a colour that was requested for text, and reports a problem if the text would not be readable. */
  const asked = (colour: string, path: readonly string[]): string => {
    if (!isReadable(colour, grounds))
      remarks.fault(
        path,
        messageOf('colour-unreadable', {
          colour,
          grounds: { and: failing(colour) },
          shade: readableShade(colour, grounds) ?? messageOf('another-shade'),
        }),
      );
    return colour;
  };
  const headings = file.typography?.headings ?? brand.typography?.headings;
  const heading =
    typeof headings === 'object' ? resolve(headings.color, ['typography', 'headings', 'color']) : undefined;
  const ink = foreground === undefined ? words(before.ink) : asked(foreground, ['color', 'foreground']);
  const plain = foreground === undefined && paper === before.paper;
  return {
    accents:
      file.accents?.map((name, index) => resolve(name, ['accents', String(index)]) ?? area) ??
      (primary === undefined ? [...accents] : accentsFrom(primary, grounds)),
    colours: {
      ink,
      quiet: words(
        secondary ?? (plain ? before.quiet : mixed(ink, paper, 0.3)),
        secondary === undefined ? undefined : ['color', 'secondary'],
      ),
      brand:
        heading === undefined
          ? words(area, primary === undefined ? undefined : ['color', 'primary'])
          : asked(heading, ['typography', 'headings', 'color']),
      paper,
      rule: plain ? before.rule : mixed(paper, ink, 0.25),
      strongRule: plain ? before.strongRule : mixed(paper, ink, 0.5),
      inserted: words(before.inserted),
      deleted: words(before.deleted),
      error: words(before.error),
      warning: words(before.warning),
      note: words(before.note),
      area,
      onArea: [paper, ink, '#ffffff', '#000000'].find((colour) => isReadable(colour, [area])) ?? '#000000',
      zebra: plain && primary === undefined && !file.table?.zebra ? before.zebra : zebra,
    },
  };
}

const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** Resolves a colour or the name of a palette colour to `#rrggbb`; a palette colour can refer to another by name. */
function colourNamed(name: string, palette: Palette): string | undefined {
  let found = name;
  for (let step = 0; step <= palette.size; step++) {
    const next = palette.get(found);
    if (next === undefined) break;
    found = next;
  }
  const [, digits] = HEX.exec(found.trim()) ?? [];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return `#${six.toLowerCase()}`;
}
