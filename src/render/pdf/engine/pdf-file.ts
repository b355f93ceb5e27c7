/**
 * Wraps a pdfkit document so that its output conforms to PDF/UA-1 and PDF/A-2a, is small, and is the same for the same
 * input. All access to pdfkit's private members is in this file; for this reason the version of pdfkit is pinned.
 */

import PDFDocument from 'pdfkit';
import { escapeXml, type Picture, valueAt } from '../../../model/index.ts';
import type { ShapedWord } from '../../../typeset/index.ts';
import { MarkedContent, requireCharacters, requireOpening } from './assertions.ts';
import { CODE_MAP, codeMap } from './cff-subset.ts';
import { compress } from './deflate.ts';
import { type Form, formOf } from './drawing.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { type ImageStream, imageOf } from './image.ts';
import { ObjectPack } from './object-pack.ts';
import { narrow, pdfNumber, raw } from './pdf-text.ts';
import { claimsXmp } from './xmp.ts';

export interface FileInfo {
  title: string;
  author: string;
  subject: string;
  lang: string;
  /** Creation and modification date; if undefined, the file has none. */
  date?: Date;
  /** Fingerprint of the frozen edition from which the file was made. */
  fingerprint?: string;
}

const PRODUCT = 'programme';

/** The members of pdfkit's objects that this project uses. */
export interface Reference {
  id: number;
  data: unknown;
  buffer: Uint8Array[];
  compress: boolean;
  finalize(): void;
  end(content?: string): void;
}

interface KitFont {
  id: string;
  name: string;
  subset: { includeGlyph(glyph: number): number };
  widths: (number | undefined)[];
  unicode: (readonly number[] | undefined)[];
  ref(): Reference;
}

/** The entries of font dictionaries that this project changes. */
interface FontData {
  W?: readonly unknown[];
  CIDSystemInfo?: unknown;
  DescendantFonts?: readonly { data: FontData }[];
  Encoding?: unknown;
}

interface KitPage {
  dictionary: Reference & { data: Record<string, unknown> };
  content: { write(chunk: Uint8Array): void };
  fonts: Record<string, Reference>;
  xobjects: Record<string, unknown>;
  height: number;
}

interface Outline {
  dictionary: Reference;
  addItem(title: string, options: { top: number; left: number; expanded?: boolean }): Outline;
}

/** The private interface of a pdfkit document. */
export interface Kit {
  page: KitPage;
  outline: Outline;
  info: Record<string, unknown>;
  _root: Reference & { data: Record<string, unknown> };
  _info: Reference;
  _id: Uint8Array;
  _font: KitFont;
  _fontSource: unknown;
  _offsets: (number | null)[];
  _waiting: number;
  ref(data?: Record<string, unknown>): Reference;
  read(): Uint8Array | null;
  addContent(operators: string): Kit;
  flushPages(): void;
  font(source: unknown, family?: unknown, size?: number): Kit;
  fontSize(size: number): Kit;
  appendXML(xml: string): void;
  endMetadata(): void;
  endMarkings(): void;
  end(): void;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
  _refEnd(reference: Reference): void;
  addPage(options: { size: [number, number]; margin: number; userUnit?: number }): Kit;
}

/**
 * Objects per object stream. More objects per stream make the file smaller (with 1,000 objects instead of 200, the tags
 * take a fifth less space; more objects than that save hardly any space), but a reader must decompress more data to
 * read a single object.
 */
const OBJECTS_PER_STREAM = 1000;

/**
 * Position of an object (ISO 32000-1, table 18): an offset in the file (type 1), or an index in an object stream
 * (type 2).
 */
interface Entry {
  type: number;
  place: number;
  index: number;
}

/** Entry of object 0, the head of the list of free objects. */
const FREE: Entry = { type: 0, place: 0, index: 0xffff };

/** A stream object, in file order. */
interface Stream {
  id: number;
  /** Writes the dictionary for a compressed body of this length. */
  dictionary(length: number): string;
  body: Uint8Array | readonly Uint8Array[];
}

const NO_BYTES = new Uint8Array();

/** Opening operators of artifacts: decoration, and content that is repeated on many pages. */
export const DECORATION = '/Artifact <</Type/Layout>> BDC';
export const PAGINATION = '/Artifact <</Type/Pagination>> BDC';

function sequence(opening: string, operators: string): string {
  requireOpening(opening);
  return `${opening} ${operators} EMC`;
}

/** A PDF file that is being written. */
export class PdfFile {
  readonly kit: Kit;
  private readonly header: Uint8Array;
  private readonly streams: Stream[] = [];
  private readonly entries: (Entry | undefined)[] = [];
  /** Structure elements have their own pack: similar objects compress much better next to each other. */
  private readonly packs = { elements: new ObjectPack(), others: new ObjectPack() };
  private readonly fonts = new Map<EmbeddedFont, KitFont>();
  /**
   * Codes of the glyphs in the subset of a font, indexed by glyph and text, because a code represents only one text. A
   * code is written as characters of a string.
   */
  private readonly codes = new Map<EmbeddedFont, (Map<string, string> | undefined)[]>();
  /** The CIDs by code, indexed by the data of the font dictionary that they belong to. */
  private readonly codeMaps = new Map<FontData, readonly number[]>();
  /** Names of the fonts that are embedded as a whole. */
  private readonly wholeFonts = new Set<string>();
  /** Object numbers of the pictures in the file. */
  private readonly images = new Map<Picture, number>();
  /** Operators of the current page. */
  private operators: string[] = [];
  /** Checks the output of pdfkit and react-pdf on the current page. */
  private readonly marked = new MarkedContent();
  /** Page contents that are not yet compressed. */
  private readonly contents = new Map<object, string[]>();
  private operatorsPage: KitPage | undefined;

  constructor(info: FileInfo) {
    const document: unknown = new PDFDocument({
      autoFirstPage: false,
      font: null,
      displayTitle: true,
      lang: info.lang,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Creator: PRODUCT,
        Producer: PRODUCT,
        // pdfkit derives the file identifier from this date; without it, pdfkit uses the current date.
        CreationDate: info.date ?? new Date(0),
        ...(info.date === undefined ? {} : { ModDate: info.date }),
        ...(info.fingerprint === undefined ? {} : { Fingerprint: info.fingerprint }),
      },
    });
    this.kit = document as Kit;
    this.batchOperators();
    this.keepFonts();
    this.escapeMetadata(info);
    this.packObjects();
    this.kit.endMarkings = () => {};
    // The output of pdfkit's constructor is buffered in its stream. From Node 26 on, each read call returns only one
    // chunk of the output.
    const pieces: Uint8Array[] = [];
    for (let piece = this.kit.read(); piece !== null; piece = this.kit.read()) pieces.push(piece);
    this.header = Buffer.concat(pieces);
  }

  /** Reserves the number of an indirect object for `add` to write. */
  allocate(): number {
    this.kit._offsets.push(null);
    return this.kit._offsets.length;
  }

  /** Writes an object that is not a stream. */
  add(id: number, body: string): void {
    this.pack(this.packs.others, id, body);
  }

  /** Writes an element of the structure tree. */
  addElement(id: number, body: string): void {
    this.pack(this.packs.elements, id, body);
  }

  private pack(pack: ObjectPack, id: number, body: string): void {
    pack.add(id, body);
    if (pack.ids.length >= OBJECTS_PER_STREAM) this.flushObjects(pack);
  }

  /**
   * Appends a marked-content sequence to the content of the current page.
   *
   * @param opening operator that opens the sequence: for content of an element (`StructureTree.content`), or for an
   * artifact
   * @throws Error if `opening` opens neither of these kinds of sequence
   */
  draw(opening: string, operators: string): void {
    this.append(sequence(opening, operators));
  }

  /**
   * Reserves a position in the content of the current page for a sequence, which is painted behind everything that is
   * drawn after this call.
   *
   * @returns a function that inserts the sequence at the reserved position
   */
  reserve(): (opening: string, operators: string) => void {
    this.append('');
    const { operators } = this;
    const at = operators.length - 1;
    return (opening, behind) => {
      operators[at] = sequence(opening, behind);
    };
  }

  private append(operators: string): void {
    const { page } = this.kit;
    if (page !== this.operatorsPage) {
      this.flushOperators();
      this.operatorsPage = page;
    }
    this.operators.push(operators);
  }

  /** Resource name of a font on the current page. */
  fontResource(font: EmbeddedFont): string {
    const embedded = this.embedded(font);
    this.kit.page.fonts[embedded.id] ??= embedded.ref();
    return embedded.id;
  }

  /** Resource name of a picture on the current page; the picture fills the unit square and is stored once per file. */
  pictureResource(picture: Picture): string {
    const id = valueAt(this.images, picture, () => this.addPicture(picture));
    const name = `Im${id}`;
    const reference = `${id} 0 R`;
    this.kit.page.xobjects[name] ??= raw(() => reference);
    return name;
  }

  private addPicture(picture: Picture): number {
    if (picture.format === 'svg') return this.addForm(formOf(picture.drawing, (form) => this.addForm(form)));
    const { mask, ...image } = imageOf(picture);
    return this.addImage(image, mask === undefined ? '' : `/SMask ${this.addImage(mask, '')} 0 R`);
  }

  private addForm({ entries, operators }: Form): number {
    const id = this.allocate();
    this.streams.push({
      id,
      dictionary: (length) => `<</Type/XObject/Subtype/Form${entries}/Filter/FlateDecode/Length ${length}>>`,
      body: compress(operators),
    });
    return id;
  }

  private addImage({ entries, body }: ImageStream, more: string): number {
    const id = this.allocate();
    this.streams.push({
      id,
      dictionary: (length) => `<</Type/XObject/Subtype/Image${entries}${more}/Length ${length}>>`,
      body,
    });
    return id;
  }

  /**
   * Encodes glyphs of a word, from `from` up to but not including `end`, as the part of a TJ array that is between `(`
   * and `)`: codes of the embedded subset, with kerning in between.
   *
   * @param unitsPerEm number of units per em in which the word is measured
   */
  encode(
    font: EmbeddedFont,
    { glyphs, texts, kerns, lead = 0 }: ShapedWord,
    unitsPerEm: number,
    from = 0,
    end = glyphs.length,
  ): string {
    const codes = this.codesOf(font);
    const scale = 1000 / unitsPerEm;
    let text = from === 0 && lead !== 0 ? `)${pdfNumber(-lead * scale)}(` : '';
    for (let index = from; index < end; index++) {
      const glyph = glyphs[index] ?? 0;
      const glyphText = texts[index] ?? '';
      text += codes[glyph]?.get(glyphText) ?? this.newCode(font, glyph, glyphText);
      const kern = kerns[index] ?? 0;
      if (kern !== 0) text += `)${pdfNumber(-kern * scale)}(`;
    }
    return text;
  }

  /** Adds a glyph to the subset of a font for a text, and returns its code. */
  private newCode(font: EmbeddedFont, glyph: number, text: string): string {
    const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    requireCharacters(glyph, codePoints);
    const { subset, widths, unicode } = this.embedded(font);
    const number = subset.includeGlyph(glyph);
    widths[number] = font.advance(glyph) * (1000 / font.unitsPerEm);
    unicode[number] = codePoints;
    const code = literal(number);
    const codes = this.codesOf(font);
    codes[glyph] = (codes[glyph] ?? new Map<string, string>()).set(text, code);
    return code;
  }

  private codesOf(font: EmbeddedFont): (Map<string, string> | undefined)[] {
    return valueAt(this.codes, font, () => []);
  }

  /** Ends the document and returns its bytes in chunks; pictures are not copied. */
  finish(): readonly Uint8Array[] {
    const { kit } = this;
    kit.end();
    this.flushObjects(this.packs.elements);
    this.flushObjects(this.packs.others);
    const chunks: Uint8Array[] = [this.header];
    let offset = this.header.length;
    const write = (part: string | Uint8Array): void => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      chunks.push(bytes);
      offset += bytes.length;
    };
    const writeStream = ({ id, dictionary, body }: Stream): void => {
      const parts = body instanceof Uint8Array ? [body] : body;
      this.entries[id] = { type: 1, place: offset, index: 0 };
      write(`${id} 0 obj\n${dictionary(parts.reduce((sum, { length }) => sum + length, 0))}\nstream\n`);
      parts.forEach(write);
      write('\nendstream\nendobj\n');
    };
    for (const stream of this.streams) writeStream(stream);
    const start = offset;
    writeStream(this.crossReferences(start));
    write(`startxref\n${start}\n%%EOF\n`);
    return chunks;
  }

  private embedded(font: EmbeddedFont): KitFont {
    let embedded = this.fonts.get(font);
    if (embedded === undefined) {
      this.kit.font(font, null, 10);
      embedded = this.kit._font;
      // pdfkit maps the glyph for missing characters to U+0000, which no text may contain (PDF/A-2, 6.2.11.7.2).
      embedded.unicode[0] = [0xfffd];
      if (font.whole) this.wholeFonts.add(embedded.name);
    }
    return embedded;
  }

  /**
   * Collects the operators of a page as text, which is converted to bytes only when it is compressed; pdfkit would
   * create a byte array for each operator.
   */
  private batchOperators(): void {
    const { kit } = this;
    kit.addContent = (operators) => {
      // Most calls only save or restore the graphics state, which needs no check.
      if (operators === 'q' || operators === 'Q') this.append(operators);
      else {
        this.marked.take(operators);
        this.append(narrow(operators));
      }
      return kit;
    };
    const flushPages = kit.flushPages.bind(kit);
    kit.flushPages = () => {
      this.flushOperators();
      flushPages();
    };
  }

  private flushOperators(): void {
    this.marked.end();
    const content = this.operatorsPage?.content;
    if (this.operators.length === 0 || content === undefined) return;
    // Tells pdfkit that the stream has content.
    content.write(NO_BYTES);
    const lines = this.contents.get(content);
    if (lines === undefined) this.contents.set(content, this.operators);
    else lines.push(...this.operators);
    this.operators = [];
  }

  /** Opens each font once; pdfkit would open and compare a font again at each use of the font object. */
  private keepFonts(): void {
    const { kit, fonts } = this;
    const open = kit.font.bind(kit);
    kit.font = (source, family, size) => {
      const points = typeof family === 'number' ? family : size;
      const font = source as EmbeddedFont;
      const known = fonts.get(font);
      if (known === undefined) {
        open(source, null, points);
        fonts.set(font, kit._font);
        return kit;
      }
      kit._font = known;
      kit._fontSource = source;
      if (points !== undefined) kit.fontSize(points);
      return kit;
    };
  }

  /**
   * Replaces how metadata is written: pdfkit writes it without escaping and without a modification date, and can claim
   * only one standard.
   */
  private escapeMetadata(claims: Pick<FileInfo, 'date' | 'fingerprint'>): void {
    const { kit } = this;
    const endMetadata = kit.endMetadata.bind(kit);
    kit.endMetadata = () => {
      const { info } = kit;
      kit.info = Object.fromEntries(
        Object.entries(info).map(([key, value]) => [
          key,
          typeof value === 'string' ? escapeXml(value) : value,
        ]),
      );
      kit.appendXML(claimsXmp(claims));
      endMetadata();
      kit.info = info;
    };
  }

  /**
   * Writes all objects except streams to object streams, and the table of offsets to a cross-reference stream (ISO
   * 32000-1, 7.5.7, 7.5.8).
   */
  private packObjects(): void {
    const { kit } = this;
    const Plain = kit._root.constructor as new (kit: Kit, id: number, data: unknown) => Reference;
    const file = this;
    class PackedReference extends Plain {
      override finalize(): void {
        file.nameWholeFont(this.data);
        file.mapCodes(this.data);
        if (this.buffer.length === 0) file.add(this.id, this.text().replaceAll('\n', ' '));
        else {
          const bytes = Buffer.concat(this.buffer);
          const content = file.contents.get(this);
          this.buffer = [];
          file.contents.delete(this);
          file.streams.push({
            id: this.id,
            dictionary: (length) => {
              (this.data as { Length: number }).Length = length;
              return this.text();
            },
            body: this.compress
              ? compress(content === undefined ? bytes.toString('latin1') : `${content.join('\n')}\n`)
              : bytes,
          });
        }
        kit._refEnd(this);
      }

      /** Returns the text that pdfkit writes for the object. */
      private text(): string {
        const written: string[] = [];
        capturing(kit, written, () => super.finalize());
        return written[1] ?? '';
      }
    }
    const packed = (reference: Reference): void => {
      Object.setPrototypeOf(reference, PackedReference.prototype);
    };
    // Also packs the catalogue, the page tree, the outline and the other objects that pdfkit's constructor created.
    for (const value of [kit._root, kit.outline.dictionary, ...Object.values(kit._root.data)]) {
      if (value instanceof Plain) packed(value);
    }
    kit.ref = (data = {}) => {
      const reference = new PackedReference(kit, kit._offsets.length + 1, data);
      kit._offsets.push(null);
      kit._waiting++;
      return reference;
    };
    kit._finalize = () => {};
  }

  /**
   * Restores the name of a font that is embedded as a whole; pdfkit names every font as a subset (ISO 32000-1, 9.6.4).
   */
  private nameWholeFont(data: unknown): void {
    if (this.wholeFonts.size === 0) return;
    const names = data as { BaseFont?: unknown; FontName?: unknown };
    for (const key of ['BaseFont', 'FontName'] as const) {
      const name = String(names[key] ?? '').replace(SUBSET_TAG, '');
      if (this.wholeFonts.has(name)) names[key] = name;
    }
  }

  /** Adds a map from codes to CIDs if they differ; pdfkit uses the codes of a font as its CIDs. */
  private mapCodes(data: unknown): void {
    const font = data as FontData;
    for (const [{ cids }, { widths }] of this.fonts) {
      if (cids === undefined || font.W?.[1] !== widths) continue;
      const byCid = new Map(cids().map((cid, code) => [cid, widths[code] ?? 0]));
      font.W = [...byCid].sort(([a], [b]) => a - b).flatMap(([cid, width]) => [cid, [width]]);
      this.codeMaps.set(font, cids());
    }
    const [descendant] = font.DescendantFonts ?? [];
    const cids = descendant && this.codeMaps.get(descendant.data);
    if (cids === undefined) return;
    const map = this.kit.ref({
      Type: 'CMap',
      CMapName: CODE_MAP,
      CIDSystemInfo: descendant?.data.CIDSystemInfo,
    });
    map.end(codeMap(cids));
    font.Encoding = map;
  }

  private flushObjects(pack: ObjectPack): void {
    if (pack.ids.length === 0) return;
    const stream = this.allocate();
    const { ids, first, body } = pack.take();
    ids.forEach((id, index) => {
      this.entries[id] = { type: 2, place: stream, index };
    });
    this.streams.push({
      id: stream,
      dictionary: (length) =>
        `<</Type/ObjStm/N ${ids.length}/First ${first}/Filter/FlateDecode/Length ${length}>>`,
      body: compress(body),
    });
  }

  /** The stream with the positions of all objects, including itself at the offset `start`. */
  private crossReferences(start: number): Stream {
    const { kit } = this;
    const id = this.allocate();
    this.entries[id] = { type: 1, place: start, index: 0 };
    const size = id + 1;
    const hex = Buffer.from(kit._id).toString('hex');
    return {
      id,
      dictionary: (length) =>
        `<</Type/XRef/Size ${size}/W[1 4 2]/Root ${kit._root.id} 0 R/Info ${kit._info.id} 0 R/ID[<${hex}><${hex}>]` +
        `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ROW}>>/Length ${length}>>`,
      body: compress(crossReferenceRows(this.entries, size).toString('latin1')),
    };
  }
}

/**
 * The two bytes of a code as characters of a literal string (ISO 32000-1, 7.3.4.2), which takes half the space of
 * hexadecimal digits.
 */
function literal(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff).replace(/[\\()\r]/g, (sign) =>
    sign === '\r' ? '\\r' : `\\${sign}`,
  );
}

const SUBSET_TAG = /^[A-Z]{6}\+/;

/**
 * Number of bytes per row of the cross-reference stream: one for the type, four for the position, two for the index.
 */
const ROW = 7;

/**
 * The rows of the cross-reference stream for the objects from 0 up to but not including `size`. Each row is stored as
 * the difference from the row above, as in PNG's "up" filter.
 */
function crossReferenceRows(entries: readonly (Entry | undefined)[], size: number): Buffer {
  const rows = Buffer.alloc(size * (ROW + 1));
  let above = { type: 0, place: 0, index: 0 };
  for (let number = 0, at = 0; number < size; number++) {
    const row = number === 0 ? FREE : entries[number];
    if (row === undefined) throw new Error(`object ${number} was never written`);
    rows[at++] = 2;
    rows[at++] = row.type - above.type;
    for (let bits = 24; bits >= 0; bits -= 8) rows[at++] = (row.place >>> bits) - (above.place >>> bits);
    for (let bits = 8; bits >= 0; bits -= 8) rows[at++] = (row.index >>> bits) - (above.index >>> bits);
    above = row;
  }
  return rows;
}

/** Runs pdfkit's own writer of an object, but captures its output and does not count the object as written. */
function capturing(kit: Kit, written: string[], finalize: () => void): void {
  const { _write, _refEnd } = kit;
  kit._write = (data) => {
    written.push(String(data));
  };
  kit._refEnd = () => {};
  finalize();
  kit._write = _write;
  kit._refEnd = _refEnd;
}
