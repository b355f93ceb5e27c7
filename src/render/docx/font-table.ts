/** The font families of a Word file: those that it embeds, and those that it names without embedding them. */
import type { FontInfo, TrueType } from '../../typeset/index.ts';
import { append, type Parts } from './parts.ts';
import { FONT_TABLE } from './shell.ts';
import { xmlText } from './xml.ts';

/** A family in which a document is typeset. */
export interface Family {
  family: string;
  regular: TrueType;
  bold?: TrueType;
}

/** A family that a Word file embeds. */
export interface EmbeddedFamily {
  family: string;
  regular: Uint8Array;
  bold?: Uint8Array;
}

/** A family that a Word file names without embedding it. */
export interface NamedFamily {
  family: string;
  /** The regular font of the family. */
  font: TrueType;
  /**
   * The family that Word substitutes if this one is not installed; undefined if no other family has the required
   * characters.
   */
  instead?: string | undefined;
}

export interface FontTable {
  embedded: readonly EmbeddedFamily[];
  named: readonly NamedFamily[];
}

/**
 * The reason why a Word file, which is editable, may name a font but not embed it.
 *
 * @returns undefined if the file may embed the font
 */
export function whyOnlyNamed({
  outlines,
  rights,
}: TrueType): 'font-for-preview' | 'font-with-cff' | undefined {
  if (rights.embedding !== 'editing') return 'font-for-preview';
  return outlines === 'PostScript' ? 'font-with-cff' : undefined;
}

/**
 * Builds the font table of a design's families.
 *
 * @param families families of the design, by face
 * @param standIns families whose licence permits distribution; they replace families that a Word file may name but not
 * embed
 */
export function designFontTable(
  families: Readonly<Record<'sans' | 'serif', Family>>,
  standIns: Readonly<Partial<Record<'sans' | 'serif', EmbeddedFamily>>>,
): FontTable {
  const table = withFamilies({ embedded: [], named: [] }, [families.sans, families.serif]);
  const standInOf = ({ font }: NamedFamily): EmbeddedFamily | undefined => standIns[likeness(font.info)];
  const all = [...table.embedded, ...table.named.flatMap((each) => standInOf(each) ?? [])];
  return {
    embedded: all.filter(({ family }, at) => all.findIndex((each) => each.family === family) === at),
    named: table.named.map((each) => ({ ...each, instead: standInOf(each)?.family })),
  };
}

/** Adds families to a font table; each family is added only once. */
export function withFamilies(table: FontTable, families: readonly Family[]): FontTable {
  const known = new Set([...table.embedded, ...table.named].map(({ family }) => family));
  const added = families.filter(({ family }) => !known.has(family));
  const isNamed = ({ regular, bold = regular }: Family): boolean =>
    [regular, bold].some((font) => whyOnlyNamed(font) !== undefined);
  return {
    embedded: [...table.embedded, ...added.filter((each) => !isNamed(each)).map(embeddedOf)],
    named: [...table.named, ...added.filter(isNamed).map(({ family, regular: font }) => ({ family, font }))],
  };
}

const embeddedOf = ({ family, regular, bold }: Family): EmbeddedFamily => ({
  family,
  regular: regular.bytes,
  ...(bold === undefined ? {} : { bold: bold.bytes }),
});

/** PANOSE: the family kind "Latin Text", and the lowest serif style that denotes a sans serif. */
const LATIN_TEXT = 2;
const SANS_SERIF_FROM = 11;
/**
 * Family classes of the OS/2 table: sans serif, ornamental, script. All lower classes are serif, except for one that is
 * reserved.
 */
const SANS_SERIF_CLASS = 8;
const ORNAMENTAL_CLASS = 9;
const SCRIPT_CLASS = 10;

type Kind = 'roman' | 'swiss' | 'modern' | 'script' | 'decorative' | 'auto';

/** The w:family value of a font table. */
function kindOf({ panose: [type = 0, serif = 0], familyClass, fixedPitch }: FontInfo): Kind {
  if (fixedPitch) return 'modern';
  if (type === LATIN_TEXT && serif > 1) return serif < SANS_SERIF_FROM ? 'roman' : 'swiss';
  const group = familyClass >> 8;
  if (group === SANS_SERIF_CLASS) return 'swiss';
  if (group === ORNAMENTAL_CLASS) return 'decorative';
  if (group === SCRIPT_CLASS) return 'script';
  return group > 0 && group < SANS_SERIF_CLASS ? 'roman' : 'auto';
}

/** The face of the default design to which a font is most similar. */
export function likeness(info: FontInfo): 'sans' | 'serif' {
  return kindOf(info) === 'roman' ? 'serif' : 'sans';
}

/**
 * The entry of a family that is only named, with the properties by which Word finds a similar font (ISO/IEC 29500-1,
 * 17.8.3).
 */
function namedFamilyXml({ family, font: { info, outlines }, instead }: NamedFamily): string {
  const panose = info.panose.map((each) => each.toString(16).padStart(2, '0').toUpperCase()).join('');
  const other = instead === undefined ? '' : `<w:altName w:val="${xmlText(instead)}"/>`;
  const pitch = info.fixedPitch ? 'fixed' : 'variable';
  const outline = outlines === 'PostScript' ? '<w:notTrueType/>' : '';
  return `<w:font w:name="${xmlText(family)}">${other}<w:panose1 w:val="${panose}"/><w:family w:val="${kindOf(info)}"/>${outline}<w:pitch w:val="${pitch}"/></w:font>`;
}

/** Adds families that are not embedded to the font table of a package, which the docx library cannot do. */
export function addNamedFamilies(parts: Parts, named: readonly NamedFamily[]): void {
  if (named.length > 0) append(parts, FONT_TABLE, '</w:fonts>', named.map(namedFamilyXml).join(''));
}
