/**
 * Subsets a TrueType font for embedding in PDF as a CIDFontType2 (ISO 32000-1, 9.9): the tables glyf, loca, head,
 * hhea, hmtx, maxp and the hinting programs. Source: the OpenType specification, chapters glyf, loca, head, maxp.
 */
import { componentsOf, fontTables, outlineStarts, tableOf, viewOf } from '../../../typeset/index.ts';

/** A font reduced to the glyphs that a document uses, or with all glyphs, the used ones first. */
export interface Subset {
  /**
   * Adds a glyph and returns its number in the subset. A glyph that is added again gets another number, which can
   * represent a different text.
   */
  add(glyph: number): number;
  /** Returns the font program. */
  encode(): Uint8Array;
  /** The CIDs of the assigned glyph numbers; absent if the CIDs equal these numbers. */
  cids?(): readonly number[];
}

const KEPT_TABLES = ['cvt ', 'fpgm', 'prep'] as const;

/**
 * Creates a subset of a font, which initially contains only the glyph for missing characters, as number 0.
 *
 * @param whole whether all glyphs of the font are embedded: the remaining ones come after those that are added
 */
export function trueTypeSubset(font: Uint8Array, whole: boolean): Subset {
  const data = viewOf(font);
  const tables = fontTables(font);
  const table = (tag: string) => tableOf(tables, tag);
  const startOf = outlineStarts(data, tables);
  const glyphCount = data.getUint16(table('maxp').offset + 4);
  const glyphs: number[] = [];
  const numbers = new Map<number, number>();
  const add = (glyph: number): number => {
    const number = glyphs.length;
    glyphs.push(glyph);
    if (!numbers.has(glyph)) numbers.set(glyph, number);
    return number;
  };
  /**
   * Returns a number of a glyph in the subset, so that other glyphs can use it as a component; if it has several
   * numbers, any of them will do.
   */
  const include = (glyph: number): number => numbers.get(glyph) ?? add(glyph);
  add(0);

  const glyphRange = (glyph: number): [number, number] => {
    const { offset } = table('glyf');
    return [offset + startOf(glyph), offset + startOf(glyph + 1)];
  };
  const metric = (glyph: number): [number, number] => {
    const count = data.getUint16(table('hhea').offset + 34);
    const { offset } = table('hmtx');
    if (glyph < count) return [data.getUint16(offset + 4 * glyph), data.getInt16(offset + 4 * glyph + 2)];
    return [
      data.getUint16(offset + 4 * (count - 1)),
      data.getInt16(offset + 4 * count + 2 * (glyph - count)),
    ];
  };

  return {
    add,
    encode() {
      if (whole) for (let glyph = 0; glyph < glyphCount; glyph++) include(glyph);
      const outlines: Uint8Array[] = [];
      // Components can add glyphs during this loop.
      for (let index = 0; index < glyphs.length; index++) {
        const [start, end] = glyphRange(glyphs[index] ?? 0);
        const outline = copyOf(font, start, end);
        if (outline.length > 0) renumberComponents(outline, include);
        outlines.push(outline);
      }
      const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
      const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length));
      const padded = outlines.map((outline) => padTo4(outline));
      let offset = 0;
      padded.forEach((outline, index) => {
        loca.setUint32(4 * index, offset);
        offset += outline.length;
        const [advance, bearing] = metric(glyphs[index] ?? 0);
        hmtx.setUint16(4 * index, advance);
        hmtx.setInt16(4 * index + 2, bearing);
      });
      loca.setUint32(4 * glyphs.length, offset);
      const copy = (tag: string): Uint8Array =>
        copyOf(font, table(tag).offset, table(tag).offset + table(tag).length);
      const head = copy('head');
      new DataView(head.buffer).setInt16(50, 1);
      const hhea = copy('hhea');
      new DataView(hhea.buffer).setUint16(34, glyphs.length);
      const maxp = copy('maxp');
      new DataView(maxp.buffer).setUint16(4, glyphs.length);
      const parts: [string, Uint8Array][] = [
        ...KEPT_TABLES.filter((tag) => tables.has(tag)).map((tag): [string, Uint8Array] => [tag, copy(tag)]),
        ['glyf', Buffer.concat(padded)],
        ['head', head],
        ['hhea', hhea],
        ['hmtx', new Uint8Array(hmtx.buffer)],
        ['loca', new Uint8Array(loca.buffer)],
        ['maxp', maxp],
      ];
      return fontFile(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/** Copies a range of bytes; `slice` of a Buffer would share its memory. */
function copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.subarray(start, end));
}

/** Replaces the glyph numbers in the components of a composite glyph with those of the subset. */
function renumberComponents(outline: Uint8Array, include: (glyph: number) => number): void {
  const data = viewOf(outline);
  if (data.getInt16(0) >= 0) return;
  for (const at of componentsOf(data, 10, data.byteLength)) data.setUint16(at, include(data.getUint16(at)));
}

function padTo4(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes;
  const padded = new Uint8Array(bytes.length + 4 - (bytes.length % 4));
  padded.set(bytes);
  return padded;
}

/** Builds a font file from tables that are sorted by tag. */
function fontFile(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const power = Math.floor(Math.log2(parts.length));
  const range = 16 * 2 ** power;
  const directory = Buffer.alloc(12 + 16 * parts.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(parts.length, 4);
  directory.writeUInt16BE(range, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * parts.length - range, 10);
  let offset = directory.length;
  let headAt = 0;
  const bodies = parts.map(([tag, bytes], index) => {
    const body = padTo4(bytes);
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    if (tag === 'head') {
      headAt = offset;
      // While the checksum of the whole file is computed, this field is zero.
      viewOf(body).setUint32(8, 0);
    }
    directory.writeUInt32BE(checksum(body), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    offset += body.length;
    return body;
  });
  const file = Buffer.concat([directory, ...bodies]);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

/** Sum of the 32-bit words of a table, as stored in the font directory. */
function checksum(bytes: Uint8Array): number {
  const data = viewOf(bytes);
  let sum = 0;
  // The sum is signed, because V8 allocates an object for each number from 2³¹ on.
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + data.getInt32(at)) | 0;
  return sum >>> 0;
}
