/** The families of a Word file: those that it holds, and those that it may only name. */
import type { FontInfo, TrueType } from '../../typeset/index.ts';
import { FONT_TABLE, type Shell } from './shell.ts';
import { xmlText } from './xml.ts';

/** A family that a document is set in. */
export interface Family {
  family: string;
  regular: TrueType;
  bold?: TrueType;
}

/** A family whose files a Word file holds. */
export interface EmbeddedFamily {
  family: string;
  regular: Uint8Array;
  bold?: Uint8Array;
}

/** A family that a Word file only names. */
export interface NamedFamily {
  family: string;
  /** Its regular font. */
  font: TrueType;
  /** The family that Word takes where this one is not installed; left out where none has its characters. */
  instead?: string;
}

export interface FontTable {
  embedded: readonly EmbeddedFamily[];
  named: readonly NamedFamily[];
}

/** Why a Word file, which can be edited, may only name a font, and what helps; undefined when it may hold it. */
export function whyOnlyNamed({
  outlines,
  rights,
}: TrueType): 'font-for-preview' | 'font-with-cff' | undefined {
  if (rights.embedding !== 'editing') return 'font-for-preview';
  return outlines === 'PostScript' ? 'font-with-cff' : undefined;
}

/**
 * The font table of a design's families.
 *
 * @param families the families of the design, by its faces
 * @param standIns families that the program may hand on, for those that a Word file may only name
 */
export function designFontTable(
  families: Readonly<Record<'sans' | 'serif', Family>>,
  standIns: Readonly<Partial<Record<'sans' | 'serif', EmbeddedFamily>>>,
): FontTable {
  const table = withFamilies({ embedded: [], named: [] }, [families.sans, families.serif]);
  const named = table.named.map((each) => {
    const standIn = standIns[likeness(each.font.info)];
    return { standIn, named: standIn === undefined ? each : { ...each, instead: standIn.family } };
  });
  const known = new Set(table.embedded.map(({ family }) => family));
  const added = new Map(
    named.flatMap(({ standIn }): [string, EmbeddedFamily][] =>
      standIn === undefined || known.has(standIn.family) ? [] : [[standIn.family, standIn]],
    ),
  );
  return { embedded: [...table.embedded, ...added.values()], named: named.map((each) => each.named) };
}

/** A font table with more families, each once. */
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

/** PANOSE: text with Latin letters; styles of serifs from which on there are none. */
const LATIN_TEXT = 2;
const SANS_SERIF_FROM = 11;
/** Classes of families in OS/2: sans serif, ornamental, script; those below are serif, but for one that is reserved. */
const SANS_SERIF_CLASS = 8;
const ORNAMENTAL_CLASS = 9;
const SCRIPT_CLASS = 10;

type Kind = 'roman' | 'swiss' | 'modern' | 'script' | 'decorative' | 'auto';

/** The kind of a family as a font table says it. */
function kindOf({ panose: [type = 0, serif = 0], familyClass, fixedPitch }: FontInfo): Kind {
  if (fixedPitch) return 'modern';
  if (type === LATIN_TEXT && serif > 1) return serif < SANS_SERIF_FROM ? 'roman' : 'swiss';
  const group = familyClass >> 8;
  if (group === SANS_SERIF_CLASS) return 'swiss';
  if (group === ORNAMENTAL_CLASS) return 'decorative';
  if (group === SCRIPT_CLASS) return 'script';
  return group > 0 && group < SANS_SERIF_CLASS ? 'roman' : 'auto';
}

/** The face of the program that a font is most like. */
export function likeness(info: FontInfo): 'sans' | 'serif' {
  return kindOf(info) === 'roman' ? 'serif' : 'sans';
}

/** The entry of a family that is only named, with what helps Word to find one like it (ISO/IEC 29500-1, 17.8.3). */
function namedFamilyXml({ family, font: { info, outlines }, instead }: NamedFamily): string {
  const panose = info.panose.map((each) => each.toString(16).padStart(2, '0').toUpperCase()).join('');
  const other = instead === undefined ? '' : `<w:altName w:val="${xmlText(instead)}"/>`;
  const pitch = info.fixedPitch ? 'fixed' : 'variable';
  const outline = outlines === 'PostScript' ? '<w:notTrueType/>' : '';
  return `<w:font w:name="${xmlText(family)}">${other}<w:panose1 w:val="${panose}"/><w:family w:val="${kindOf(info)}"/>${outline}<w:pitch w:val="${pitch}"/></w:font>`;
}

/** A package whose font table names families too that it does not hold, which the library cannot write. */
export function withNamedFamilies(shell: Shell, named: readonly NamedFamily[]): Shell {
  const xml = shell.parts.get(FONT_TABLE);
  if (xml === undefined || named.length === 0) return shell;
  const whole = xml.replace('</w:fonts>', `${named.map(namedFamilyXml).join('')}</w:fonts>`);
  return { ...shell, parts: new Map([...shell.parts, [FONT_TABLE, whole]]) };
}
