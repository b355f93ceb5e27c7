/**
 * Subsets a font with PostScript outlines for embedding in PDF as a CIDFontType0 (ISO 32000-1, 9.7.4.2 and 9.9). In
 * such a font a glyph cannot have two numbers, so a map converts the codes on a page to CIDs. The CFF table is
 * described in Adobe Technical Note 5176.
 */
import { type CutCff, type TrueType, tableCff, viewOf } from '../../../typeset/index.ts';
import type { Subset } from './truetype-subset.ts';

/** Creates a subset that initially contains only the glyph for missing characters, as number 0. */
export function cffSubset({ bytes, glyphCount, rights }: TrueType, cut: CutCff): Subset {
  const cff = tableCff(bytes);
  if (cff === undefined) throw new Error('the font has no table CFF');
  const charset = charsetOf(viewOf(cff), glyphCount);
  const glyphs = [0];
  return {
    add: (glyph) => glyphs.push(glyph) - 1,
    cids: () => glyphs.map((glyph) => charset?.[glyph] ?? glyph),
    encode() {
      if (!rights.partly) return cff;
      const part = cut(bytes, glyphs, charset === undefined);
      if (part === undefined) throw new Error('the outlines of the font are damaged');
      return part;
    },
  };
}

/** Operators of the top DICT; in this notation, 0x0c00 is added to operators of two bytes. */
const CHARSET = 15;
const ROS = 0x0c1e;
/** First bytes of the tokens of a DICT, except for numbers of one or two bytes. */
const [ESCAPE, LAST_OPERATOR, INT_16, INT_32, REAL] = [12, 21, 28, 29, 30];

/**
 * The CIDs of the glyphs.
 *
 * @returns undefined for a font whose glyphs have names: in such a font, the glyph numbers are the CIDs
 */
function charsetOf(cff: DataView, glyphCount: number): Uint16Array | undefined {
  const tops = endOfIndex(cff, cff.getUint8(2));
  const size = cff.getUint8(tops + 2);
  const operands = topOperands(cff, tops + 3 + 2 * size, endOfIndex(cff, tops));
  if (!operands.has(ROS)) return undefined;
  const cids = new Uint16Array(glyphCount);
  let at = operands.get(CHARSET) ?? 0;
  const format = cff.getUint8(at++);
  for (let glyph = 1; glyph < glyphCount; ) {
    const first = cff.getUint16(at);
    at += 2;
    const more = format === 0 ? 0 : format === 1 ? cff.getUint8(at) : cff.getUint16(at);
    at += format;
    for (let step = 0; step <= more && glyph < glyphCount; step++) cids[glyph++] = first + step;
  }
  return cids;
}

/** Offset of the end of an INDEX. */
function endOfIndex(cff: DataView, at: number): number {
  const count = cff.getUint16(at);
  if (count === 0) return at + 2;
  const size = cff.getUint8(at + 2);
  let last = 0;
  for (let byte = 0; byte < size; byte++) last = last * 256 + cff.getUint8(at + 3 + count * size + byte);
  return at + 2 + (count + 1) * size + last;
}

/** The last operand of each operator of a DICT. */
function topOperands(cff: DataView, from: number, end: number): Map<number, number> {
  const operands = new Map<number, number>();
  let at = from;
  const next = (): number => cff.getUint8(at++);
  for (let last = 0; at < end; ) {
    const byte = next();
    if (byte === ESCAPE) operands.set(0x0c00 + next(), last);
    else if (byte <= LAST_OPERATOR) operands.set(byte, last);
    else if (byte === REAL) {
      // A real number has two digits per byte, up to the end marker.
      for (let digits = 0; digits !== 0xf; ) digits = next() & 0xf;
    } else if (byte === INT_16 || byte === INT_32) {
      last = byte === INT_16 ? cff.getInt16(at) : cff.getInt32(at);
      at += byte === INT_16 ? 2 : 4;
    } else if (byte < 247) last = byte - 139;
    else last = byte < 251 ? (byte - 247) * 256 + next() + 108 : (251 - byte) * 256 - next() - 108;
  }
  return operands;
}

/**
 * The map from codes to CIDs as a CMap (ISO 32000-1, 9.7.5): a code represents one glyph and one text, a CID only one
 * glyph.
 */
export function codeMap(cids: readonly number[]): string {
  const hex = (code: number): string => code.toString(16).padStart(4, '0');
  const blocks: string[] = [];
  for (let from = 0; from < cids.length; from += MAX_IN_BLOCK) {
    const block = cids.slice(from, from + MAX_IN_BLOCK);
    const lines = block.map((cid, index) => `<${hex(from + index)}> ${cid}`);
    blocks.push(`${block.length} begincidchar\n${lines.join('\n')}\nendcidchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def
/CMapName /${CODE_MAP} def
/CMapType 1 def
/WMode 0 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Name of the CMap. */
export const CODE_MAP = 'Programme-H';
/** Maximum number of codes in a block of a CMap. */
const MAX_IN_BLOCK = 100;
