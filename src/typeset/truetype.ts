import { binarySearch, valueAt } from '../model/index.ts';
import { type FontRights, rightsOf } from './font-rights.ts';

/**
 * Reads the data that typesetting simple scripts needs from a TrueType font: glyphs of characters (cmap), advances
 * (hmtx), pair kerning (GPOS feature `kern`, lookup type 2) and standard ligatures (GSUB feature `liga`, lookup type
 * 4). Sources: the OpenType specification, chapters cmap, hhea, hmtx, GPOS, GSUB and "OpenType Layout Common Table
 * Formats". All numbers are in font units unless stated.
 */
export interface TrueType {
  /** The font file. */
  bytes: Uint8Array;
  unitsPerEm: number;
  ascent: number;
  /** Position of the lowest letter parts below the baseline, as a negative number. */
  descent: number;
  glyphCount: number;
  /** Information for a font descriptor. */
  info: FontInfo;
  rights: FontRights;
  /** The kind of outlines, which are in the glyf table (TrueType) or the CFF table (PostScript). */
  outlines: 'TrueType' | 'PostScript';
  /** Glyph of a code point; 0 if the font lacks it. */
  glyph(codePoint: number): number;
  advance(glyph: number): number;
  /** Change of the space between two glyphs; mostly 0 or negative. */
  kern(left: number, right: number): number;
  /**
   * The ligature of the glyphs from `at` on: its glyph and the number of glyphs that it replaces; undefined if there is
   * no ligature.
   */
  ligature(glyphs: readonly number[], at: number): { glyph: number; length: number } | undefined;
}

/** Names and measures of a whole font, from the tables name, OS/2, post and head. */
export interface FontInfo {
  postscriptName: string;
  /** Name of the font's family in Word. */
  family: string;
  /** Height of capital letters; 0 if the font does not state it. The same applies to `xHeight`. */
  capHeight: number;
  xHeight: number;
  /** Degrees, counter-clockwise from the vertical. */
  italicAngle: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  fixedPitch: boolean;
  italic: boolean;
  familyClass: number;
  /** PANOSE classification: ten numbers. */
  panose: readonly number[];
}

/**
 * Reads a TrueType font.
 *
 * @throws Error if a required table is missing or of an unknown kind
 */
export function readTrueType(bytes: Uint8Array): TrueType {
  const data = viewOf(bytes);
  const tables = fontTables(bytes);
  const at = (tag: string): number => tableOf(tables, tag).offset;
  const hhea = at('hhea');
  const metrics = data.getUint16(hhea + 34);
  const hmtx = at('hmtx');
  const pairs = tables.has('GPOS') ? subtables(data, at('GPOS'), KERNING) : [];
  const ligatures = tables.has('GSUB')
    ? ligatureSets(data, subtables(data, at('GSUB'), LIGATURES))
    : new Map<number, Ligature[]>();
  const cmap = bestCmap(data, at('cmap'));
  const glyphs = new Map<number, number>();
  const kerns = new Map<number, number>();
  return {
    bytes,
    unitsPerEm: data.getUint16(at('head') + 18),
    ascent: data.getInt16(hhea + 4),
    descent: data.getInt16(hhea + 6),
    glyphCount: data.getUint16(at('maxp') + 4),
    info: fontInfo(data, at),
    rights: rightsOf(data.getUint16(at('OS/2') + 8)),
    outlines: tables.has('CFF ') ? 'PostScript' : 'TrueType',
    glyph(codePoint) {
      let glyph = glyphs.get(codePoint);
      if (glyph === undefined) {
        glyph = cmap.wide ? glyphOfAny(data, cmap.offset, codePoint) : glyphOf(data, cmap.offset, codePoint);
        glyphs.set(codePoint, glyph);
      }
      return glyph;
    },
    advance: (glyph) => data.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)),
    kern(left, right) {
      const key = left * 0x10000 + right;
      let value = kerns.get(key);
      if (value === undefined) {
        value = kernIfRead(data, pairs, left, right);
        kerns.set(key, value);
      }
      return value;
    },
    ligature(run, index) {
      const found = ligatures.get(run[index] ?? -1);
      return found && firstThatFits(found, run, index);
    },
  };
}

/** Name IDs of the name table. */
const POSTSCRIPT_NAME = 6;
const FAMILY_NAME = 1;
/** Lowest version of the OS/2 table that contains letter heights. */
const HEIGHTS_FROM = 2;

function fontInfo(data: DataView, at: (tag: string) => number): FontInfo {
  const [os2, post, head] = [at('OS/2'), at('post'), at('head')];
  const hasHeights = data.getUint16(os2) >= HEIGHTS_FROM;
  return {
    postscriptName: nameOf(data, at('name'), POSTSCRIPT_NAME),
    family: nameOf(data, at('name'), FAMILY_NAME),
    capHeight: hasHeights ? data.getInt16(os2 + 88) : 0,
    xHeight: hasHeights ? data.getInt16(os2 + 86) : 0,
    italicAngle: data.getInt32(post + 4) / 0x10000,
    bbox: {
      minX: data.getInt16(head + 36),
      minY: data.getInt16(head + 38),
      maxX: data.getInt16(head + 40),
      maxY: data.getInt16(head + 42),
    },
    fixedPitch: data.getUint32(post + 12) !== 0,
    italic: (data.getUint16(head + 44) & 2) !== 0,
    familyClass: data.getInt16(os2 + 30),
    panose: Array.from({ length: 10 }, (_, index) => data.getUint8(os2 + 32 + index)),
  };
}

/** A name of the font in the Windows encoding (platform 3, UTF-16BE). */
function nameOf(data: DataView, table: number, id: number): string {
  const strings = table + data.getUint16(table + 4);
  for (let index = 0; index < data.getUint16(table + 2); index++) {
    const record = table + 6 + 12 * index;
    if (data.getUint16(record) !== 3 || data.getUint16(record + 6) !== id) continue;
    const start = strings + data.getUint16(record + 10);
    const units = data.getUint16(record + 8) / 2;
    return Array.from({ length: units }, (_, unit) =>
      String.fromCharCode(data.getUint16(start + 2 * unit)),
    ).join('');
  }
  throw new Error(`the font has no name ${id}`);
}

/** A byte range of a font file. */
export interface FontTable {
  offset: number;
  length: number;
}

/** The tables of a font, indexed by tag. */
export function fontTables(bytes: Uint8Array): Map<string, FontTable> {
  const data = viewOf(bytes);
  return new Map(
    Array.from({ length: data.getUint16(4) }, (_, index) => {
      const entry = 12 + 16 * index;
      const table = { offset: data.getUint32(entry + 8), length: data.getUint32(entry + 12) };
      return [tagAt(data, entry), table];
    }),
  );
}

/** @throws Error if the font has no such table */
export function tableOf(tables: ReadonlyMap<string, FontTable>, tag: string): FontTable {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return table;
}

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** Returns a function that finds the start of the outline of a glyph in the glyf table. */
export function outlineStarts(
  data: DataView,
  tables: ReadonlyMap<string, FontTable>,
): (glyph: number) => number {
  const isLong = data.getInt16(tableOf(tables, 'head').offset + 50) === 1;
  const { offset } = tableOf(tables, 'loca');
  return (glyph) => (isLong ? data.getUint32(offset + 4 * glyph) : 2 * data.getUint16(offset + 2 * glyph));
}

/** Flags of a component of a composite glyph. */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_TWO_BY_TWO = 0x0080;

/**
 * The offsets of the glyph numbers in the components of a composite glyph.
 *
 * @param from offset of its first component; its outline ends at `end`
 * @throws Error if a component is incomplete
 */
export function* componentsOf(data: DataView, from: number, end: number): Generator<number> {
  let at = from;
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    if (at + 4 > end) throw new Error('a composite glyph is cut short');
    flags = data.getUint16(at);
    yield at + 2;
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6;
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_XY_SCALE) at += 4;
    else if (flags & HAS_TWO_BY_TWO) at += 8;
  }
}

function tagAt(data: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => data.getUint8(offset + index)));
}

/** A cmap subtable: format 12 (`wide`) with all of Unicode, or format 4 with the Basic Multilingual Plane. */
interface Cmap {
  offset: number;
  wide: boolean;
}

/** Platform, encoding and format of the Unicode subtables, the best first (0 and 3 are Unicode and Windows). */
const CMAPS = [
  [3, 10, 12],
  [0, 4, 12],
  [0, 6, 12],
  [3, 1, 4],
  [0, 3, 4],
  [0, 4, 4],
] as const;

function bestCmap(data: DataView, cmap: number): Cmap {
  const tables = Array.from({ length: data.getUint16(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + 8 * index;
    const offset = cmap + data.getUint32(record + 4);
    const key = [data.getUint16(record), data.getUint16(record + 2), data.getUint16(offset)].join();
    return { key, offset };
  });
  for (const wanted of CMAPS) {
    const found = tables.find(({ key }) => key === wanted.join());
    if (found !== undefined) return { offset: found.offset, wide: wanted[2] === 12 };
  }
  throw new Error('the font has no cmap of format 4 or 12 for Unicode');
}

/** Glyph of a code point by a subtable of format 12. */
function glyphOfAny(data: DataView, table: number, code: number): number {
  const count = data.getUint32(table + 12);
  const groupAt = (index: number): number => table + 16 + 12 * index;
  const index = binarySearch(0, count, (index) => data.getUint32(groupAt(index) + 4) >= code);
  const first = index < count ? data.getUint32(groupAt(index)) : code + 1;
  return first > code ? 0 : data.getUint32(groupAt(index) + 8) + code - first;
}

/** Glyph of a code point by a subtable of format 4. */
function glyphOf(data: DataView, table: number, code: number): number {
  if (code > 0xffff) return 0;
  const double = data.getUint16(table + 6);
  const segment = recordFrom(data, table + 14, 2, double / 2 - 1, code);
  const start = data.getUint16(table + 16 + double + 2 * segment);
  if (code < start) return 0;
  const delta = data.getUint16(table + 16 + 2 * double + 2 * segment);
  const rangeAt = table + 16 + 3 * double + 2 * segment;
  const range = data.getUint16(rangeAt);
  if (range === 0) return (code + delta) & 0xffff;
  const glyph = data.getUint16(rangeAt + range + 2 * (code - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** Features, their lookup types, and the types of extension lookups. */
const KERNING = { feature: 'kern', type: 2, extension: 9 } as const;
const LIGATURES = { feature: 'liga', type: 4, extension: 7 } as const;

/** Offsets of the subtables of all lookups of one type that a feature uses, in order, without contextual lookups. */
function subtables(
  data: DataView,
  table: number,
  { feature, type, extension }: typeof KERNING | typeof LIGATURES,
): number[] {
  const features = table + data.getUint16(table + 6);
  const lookups = table + data.getUint16(table + 8);
  const wanted = new Set<number>();
  const step = bounded();
  for (let index = 0; index < data.getUint16(features); index++) {
    const record = features + 2 + 6 * index;
    if (tagAt(data, record) !== feature) continue;
    const offset = features + data.getUint16(record + 4);
    for (let entry = 0; entry < data.getUint16(offset + 2); entry++) {
      step();
      wanted.add(data.getUint16(offset + 4 + 2 * entry));
    }
  }
  return [...wanted]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const lookup = lookups + data.getUint16(lookups + 2 + 2 * index);
      const count = data.getUint16(lookup + 4);
      const found = Array.from({ length: count }, (_, entry) => {
        step();
        return { type: data.getUint16(lookup), offset: lookup + data.getUint16(lookup + 6 + 2 * entry) };
      });
      return found
        .map((table) => (table.type === extension ? extended(data, table.offset) : table))
        .filter((table) => table.type === type)
        .map(({ offset }) => offset);
    });
}

/** Maximum number of entries of a kerning or ligature table; none of 90 fonts had more than 100 of one type. */
const MAX_LISTED = 5_000;

/** Counts the entries that are read, because a damaged table can list the same entries endlessly. */
function bounded(): () => void {
  let listed = 0;
  return () => {
    if (++listed > MAX_LISTED) throw new Error('its kerning and ligatures are more than those of any font');
  };
}

/** The subtable of an extension lookup. */
function extended(data: DataView, offset: number): { type: number; offset: number } {
  return { type: data.getUint16(offset + 2), offset: offset + data.getUint32(offset + 4) };
}

/** Index of a glyph in a coverage table, or −1. */
function coverageIndex(data: DataView, coverage: number, glyph: number): number {
  if (data.getUint16(coverage) !== 1) {
    const range = rangeOf(data, coverage, glyph);
    return range === undefined ? -1 : data.getUint16(range + 4) + glyph - data.getUint16(range);
  }
  const count = data.getUint16(coverage + 2);
  const index = recordFrom(data, coverage + 4, 2, count, glyph);
  return index < count && data.getUint16(coverage + 4 + 2 * index) === glyph ? index : -1;
}

/** Offset of the range of glyphs that contains a glyph, in a table of ranges (format 2); undefined if there is none. */
function rangeOf(data: DataView, table: number, glyph: number): number | undefined {
  const count = data.getUint16(table + 2);
  const index = recordFrom(data, table + 6, 6, count, glyph);
  const range = table + 4 + 6 * index;
  return index < count && data.getUint16(range) <= glyph ? range : undefined;
}

/**
 * Index of the first of sorted records whose 16-bit number is at least `wanted`; `count` if there is none. The search
 * is a plain loop for speed, because each pair of glyphs requires several searches.
 *
 * @param first offset of the number in the first record
 */
function recordFrom(data: DataView, first: number, size: number, count: number, wanted: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (data.getUint16(first + size * middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function classOf(data: DataView, table: number, glyph: number): number {
  if (data.getUint16(table) === 1) {
    const index = glyph - data.getUint16(table + 2);
    return index >= 0 && index < data.getUint16(table + 4) ? data.getUint16(table + 6 + 2 * index) : 0;
  }
  const range = rangeOf(data, table, glyph);
  return range === undefined ? 0 : data.getUint16(range + 4);
}

const X_ADVANCE = 0x0004;

/** Kerning of a pair; 0 if a table points outside the file. */
function kernIfRead(...pair: Parameters<typeof kernOf>): number {
  try {
    return kernOf(...pair);
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

function kernOf(data: DataView, pairs: readonly number[], left: number, right: number): number {
  for (const table of pairs) {
    const index = coverageIndex(data, table + data.getUint16(table + 2), left);
    if (index < 0) continue;
    const format = data.getUint16(table + 4);
    // The displacement of the second glyph is ignored.
    const size = 2 * (popCount(format) + popCount(data.getUint16(table + 6)));
    const advanceAt = 2 * popCount(format & (X_ADVANCE - 1));
    let value: number | undefined;
    if (data.getUint16(table) === 1) {
      const set = table + data.getUint16(table + 10 + 2 * index);
      const record = findPair(data, set, size, right);
      if (record !== undefined) value = record + 2;
    } else {
      const first = classOf(data, table + data.getUint16(table + 8), left);
      const second = classOf(data, table + data.getUint16(table + 10), right);
      value = table + 16 + size * (first * data.getUint16(table + 14) + second);
    }
    if (value !== undefined) return format & X_ADVANCE ? data.getInt16(value + advanceAt) : 0;
  }
  return 0;
}

function findPair(data: DataView, set: number, valueSize: number, right: number): number | undefined {
  const [count, size] = [data.getUint16(set), 2 + valueSize];
  const index = recordFrom(data, set + 2, size, count, right);
  const record = set + 2 + size * index;
  return index < count && data.getUint16(record) === right ? record : undefined;
}

function popCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

interface Ligature {
  glyph: number;
  length: number;
  rest: readonly number[];
}

function firstThatFits(
  ligatures: readonly Ligature[],
  run: readonly number[],
  index: number,
): Ligature | undefined {
  return ligatures.find(({ rest }) => rest.every((glyph, step) => run[index + 1 + step] === glyph));
}

/** Ligatures by their first glyph, in the font's order of preference. */
function ligatureSets(data: DataView, tables: readonly number[]): Map<number, Ligature[]> {
  const sets = new Map<number, Ligature[]>();
  const step = bounded();
  for (const table of tables) {
    const coverage = table + data.getUint16(table + 2);
    for (const first of coveredGlyphs(data, coverage)) {
      step();
      const set = table + data.getUint16(table + 6 + 2 * coverageIndex(data, coverage, first));
      for (let index = 0; index < data.getUint16(set); index++) {
        const entry = set + data.getUint16(set + 2 + 2 * index);
        const length = data.getUint16(entry + 2);
        if (length === 0) throw new Error('it has a ligature of nothing');
        const rest = Array.from({ length: length - 1 }, (_, glyph) => {
          step();
          return data.getUint16(entry + 4 + 2 * glyph);
        });
        valueAt(sets, first, () => []).push({ glyph: data.getUint16(entry), length, rest });
      }
    }
  }
  return sets;
}

function coveredGlyphs(data: DataView, coverage: number): number[] {
  const count = data.getUint16(coverage + 2);
  if (data.getUint16(coverage) === 1)
    return Array.from({ length: count }, (_, index) => data.getUint16(coverage + 4 + 2 * index));
  const glyphs: number[] = [];
  for (let entry = coverage + 4; entry < coverage + 4 + 6 * count; entry += 6) {
    const last = data.getUint16(entry + 2);
    for (let glyph = data.getUint16(entry); glyph <= last; glyph++) glyphs.push(glyph);
    if (glyphs.length > MAX_LISTED) throw new Error('it has ligatures of more letters than any font');
  }
  return glyphs;
}
