/**
 * Checks whether a publisher's font file can be used: its kind, its completeness, its embedding rights. Source: the
 * OpenType specification, chapters otff, OS/2, glyf, loca, hmtx. HarfBuzz checks PostScript outlines.
 */
import type { FontFiles, OwnFont } from '../design/index.ts';
import { UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { openCutting } from './harfbuzz.ts';
import { messageOf } from './messages.ts';
import {
  componentsOf,
  type FontTable,
  fontTables,
  outlineStarts,
  readTrueType,
  type TrueType,
  tableOf,
  viewOf,
} from './truetype.ts';

/** Required tables, and the number of bytes that each of them must contain at least. */
const NEEDED = { 'OS/2': 68, cmap: 4, head: 54, hhea: 36, hmtx: 4, maxp: 6, name: 6, post: 32 };
const TRUE_TYPE = { glyf: 0, loca: 4 };
const POST_SCRIPT = { 'CFF ': 8 };

/**
 * First bytes of OpenType fonts with TrueType outlines (two variants, one of them by Apple) and with PostScript
 * outlines.
 */
const OPEN_TYPE: readonly string[] = ['\0\x01\0\0', 'true', 'OTTO'];

/** Kinds of font files that are not supported, by their first four bytes. */
const OTHER_KINDS: Readonly<Record<string, 'font-is-woff' | 'font-is-woff2' | 'font-is-collection'>> = {
  wOFF: 'font-is-woff',
  wOF2: 'font-is-woff2',
  ttcf: 'font-is-collection',
};

/**
 * Maximum number of glyphs of a font that is embedded whole: a PDF can number 65,536 glyphs, and some glyphs get
 * several numbers.
 */
const MAX_WHOLE_GLYPHS = 60_000;

/**
 * Accepts a font that can be typeset and embedded.
 *
 * @throws UserError if the font cannot be used, with the reason
 */
export function checkFont(
  { path, family, bytes }: Omit<OwnFont, 'file'>,
  harfbuzz: FontFiles['harfbuzz'],
): void {
  const refusal = (message: Message): UserError => new UserError(message, { file: path });
  const kind = kindOf(bytes);
  const other = OTHER_KINDS[kind];
  if (other !== undefined) throw refusal(messageOf(other));
  if (!OPEN_TYPE.includes(kind)) throw refusal(messageOf('font-not'));
  let found: FontFacts;
  try {
    found = factsOf(bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw refusal(messageOf('font-damaged', { why: detail }));
  }
  if (found.variable) throw refusal(messageOf('font-variable'));
  if (found.font.outlines === 'PostScript') {
    const cut = openCutting(harfbuzz('harfbuzz-subset'));
    const all = Array.from({ length: found.font.glyphCount }, (_, glyph) => glyph);
    if (cut(bytes, all, true) === undefined) throw refusal(messageOf('font-outlines-damaged'));
  }
  const { rights, info, glyphCount } = found.font;
  if (rights.embedding === 'none') throw refusal(messageOf('font-embedding-forbidden'));
  if (rights.embedding === 'bitmaps') throw refusal(messageOf('font-embedding-bitmaps'));
  if (!rights.partly && glyphCount > MAX_WHOLE_GLYPHS)
    throw refusal(messageOf('font-embedding-whole', { glyphs: glyphCount }));
  if (info.family !== family)
    throw refusal(messageOf('font-of-another-family', { found: info.family, wished: family }));
}

/** The first four bytes of a file. */
const kindOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4));

type FontFacts = { variable: true } | { variable: false; font: TrueType };

/** @throws Error if a table is missing, out of bounds or invalid */
function factsOf(bytes: Uint8Array): FontFacts {
  const data = viewOf(bytes);
  const tables = fontTables(bytes);
  for (const [tag, { offset, length }] of tables)
    if (offset + length > bytes.length) throw new Error(`the table ${tag} ends after the file`);
  const at = (tag: string): FontTable => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`it has no table ${tag}`);
    return table;
  };
  if (tables.has('fvar')) return { variable: true };
  const isPostScript = tables.has('CFF ');
  if (isPostScript !== (kindOf(bytes) === 'OTTO')) throw new Error('it has other outlines than it says');
  for (const [tag, length] of Object.entries({ ...NEEDED, ...(isPostScript ? POST_SCRIPT : TRUE_TYPE) }))
    if (at(tag).length < length) throw new Error(`the table ${tag} is too short`);
  const glyphCount = data.getUint16(at('maxp').offset + 4);
  requireMetrics(data, at, glyphCount);
  if (!isPostScript) requireTrueType(data, tables, glyphCount);
  const font = readTrueType(bytes);
  const { unitsPerEm } = font;
  if (unitsPerEm < 16 || unitsPerEm > 16_384) throw new Error(`it has ${unitsPerEm} units per em`);
  for (let code = 0; code <= 0xffff; code++)
    if (font.glyph(code) >= glyphCount) throw new Error('it has characters without a glyph');
  return { variable: false, font };
}

/** Checks that the widths of all glyphs are within their table. */
function requireMetrics(data: DataView, at: (tag: string) => FontTable, count: number): void {
  const metrics = data.getUint16(at('hhea').offset + 34);
  if (count === 0 || metrics === 0 || metrics > count) throw new Error('it has no glyphs or no widths');
  if (at('hmtx').length < 4 * metrics + 2 * (count - metrics)) throw new Error('the table hmtx is too short');
}

/**
 * Checks that the outlines of all glyphs are within their table, and that composite glyphs refer to existing glyphs.
 */
function requireTrueType(data: DataView, tables: ReadonlyMap<string, FontTable>, count: number): void {
  const isLong = data.getInt16(tableOf(tables, 'head').offset + 50) === 1;
  if (tableOf(tables, 'loca').length < (count + 1) * (isLong ? 4 : 2))
    throw new Error('the table loca is too short');
  const startOf = outlineStarts(data, tables);
  const glyf = tableOf(tables, 'glyf');
  for (let glyph = 0; glyph < count; glyph++) {
    const [start, end] = [startOf(glyph), startOf(glyph + 1)];
    if (start > end || end > glyf.length) throw new Error(`glyph ${glyph} lies outside of the table glyf`);
    if (end - start < 10 || data.getInt16(glyf.offset + start) >= 0) continue;
    for (const at of componentsOf(data, glyf.offset + start + 10, glyf.offset + end))
      if (data.getUint16(at) >= count) throw new Error('a composite glyph is made of one that is missing');
  }
}
