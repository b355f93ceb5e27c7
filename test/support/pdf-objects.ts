/**
 * Reads the objects of a PDF file through its cross-reference streams (ISO 32000-1, 7.3 and 7.5). It shares no code
 * with the PDF writer, so that a mistake there is not repeated here.
 */
import { inflateSync } from 'node:zlib';

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A reference to an indirect object. */
export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

/** A string object: its bytes, one per character. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }

  /** The characters of a text string (7.9.2.2): UTF-16BE after a byte order mark, otherwise Latin-1. */
  get text(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes;
    return Buffer.from(this.bytes.slice(2), 'latin1').swap16().toString('utf16le');
  }
}

export type Dictionary = Map<string, PdfValue>;

export class Stream {
  readonly dictionary: Dictionary;
  /** The bytes as stored in the file. */
  readonly raw: Buffer;
  constructor(dictionary: Dictionary, raw: Buffer) {
    this.dictionary = dictionary;
    this.raw = raw;
  }

  /** The bytes after the filters are applied. */
  decoded(): Buffer {
    const filter = this.dictionary.get('Filter');
    if (filter === undefined) return this.raw;
    if (!(filter instanceof Name) || filter.name !== 'FlateDecode')
      throw new Error('an unknown stream filter');
    const data = inflateSync(this.raw);
    const parameters = this.dictionary.get('DecodeParms');
    return parameters instanceof Map ? unpredicted(data, parameters) : data;
  }
}

export type PdfValue = null | boolean | number | Name | Ref | PdfString | Stream | Dictionary | PdfValue[];

/** A keyword: a word of a content stream or of the file syntax that is not an object. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** Reverses the PNG filters "none" and "up". */
function unpredicted(data: Buffer, parameters: Dictionary): Buffer {
  if (parameters.get('Predictor') !== 12) throw new Error('an unknown predictor');
  const columns = numberOf(parameters.get('Columns'));
  const rows = data.length / (columns + 1);
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (columns + 1)];
    if (filter !== 0 && filter !== 2) throw new Error('an unknown PNG filter');
    for (let column = 0; column < columns; column++) {
      const above = filter === 0 || row === 0 ? 0 : (plain[(row - 1) * columns + column] ?? 0);
      plain[row * columns + column] = ((data[row * (columns + 1) + 1 + column] ?? 0) + above) & 0xff;
    }
  }
  return plain;
}

const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const REFERENCE = /(\d+) +(\d+) +R(?![A-Za-z])/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const HEXADECIMAL = /<([0-9A-Fa-f\s]*)>/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads objects and keywords one after the other from a text whose characters are bytes. */
export class Lexer {
  at: number;
  private readonly text: string;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** The next object or keyword; undefined at the end. */
  next(): PdfValue | Keyword | undefined {
    this.match(SPACE);
    const sign = this.text[this.at];
    if (sign === undefined) return undefined;
    if (sign === '/') return new Name(unescapeName(this.match(NAME)?.[1] ?? ''));
    if (sign === '(') return new PdfString(this.literal());
    if (sign === '[') return this.array();
    if (sign === '<') return this.text[this.at + 1] === '<' ? this.dictionary() : this.hexadecimal();
    if ((sign >= '0' && sign <= '9') || sign === '-' || sign === '+' || sign === '.') {
      const reference = this.match(REFERENCE);
      if (reference !== undefined) return new Ref(Number(reference[1]));
      const number = this.match(NUMBER);
      if (number !== undefined) return Number(number[0]);
    }
    const word = this.match(WORD)?.[0];
    if (word === undefined) throw this.error(`unexpected "${sign}"`);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Keyword(word);
  }

  /** The next object; throws at a keyword or at the end. */
  value(): PdfValue {
    const value = this.next();
    if (value === undefined || value instanceof Keyword) throw this.error('expected an object');
    return value;
  }

  /** The next keyword, which must equal the given one. */
  expect(word: string): void {
    const value = this.next();
    if (!(value instanceof Keyword) || value.word !== word) throw this.error(`expected ${word}`);
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  private error(message: string): Error {
    return new Error(`${message} at ${this.at}: ${JSON.stringify(this.text.slice(this.at, this.at + 40))}`);
  }

  private closes(end: string): boolean {
    this.match(SPACE);
    if (this.text.startsWith(end, this.at)) {
      this.at += end.length;
      return true;
    }
    if (this.at >= this.text.length) throw this.error(`expected ${end}`);
    return false;
  }

  private array(): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    while (!this.closes(']')) values.push(this.value());
    return values;
  }

  private dictionary(): Dictionary {
    this.at += 2;
    const dictionary: Dictionary = new Map();
    while (!this.closes('>>')) {
      const key = this.value();
      if (!(key instanceof Name)) throw this.error('expected a key');
      if (dictionary.has(key.name)) throw this.error(`the key ${key.name} twice`);
      dictionary.set(key.name, this.value());
    }
    return dictionary;
  }

  private hexadecimal(): PdfString {
    const digits = this.match(HEXADECIMAL)?.[1]?.replace(/\s/g, '');
    if (digits === undefined) throw this.error('expected a hexadecimal string');
    return new PdfString(
      Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'),
    );
  }

  private literal(): string {
    let depth = 0;
    let string = '';
    for (;;) {
      const character = this.text[this.at++];
      if (character === undefined) throw this.error('a string without end');
      if (character === '(' && depth++ === 0) continue;
      if (character === ')' && --depth === 0) return string;
      string += character === '\\' ? this.escape() : character;
    }
  }

  private escape(): string {
    const octal = /[0-7]{1,3}/y;
    const digits = this.match(octal)?.[0];
    if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
    const character = this.text[this.at++] ?? '';
    return character === '\n' ? '' : (ESCAPES[character] ?? character);
  }
}

const unescapeName = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** A PDF file as numbered objects. */
export interface PdfObjects {
  header: string;
  trailer: Dictionary;
  /** Every object in the cross-reference streams, by its number; object streams are left out. */
  objects: ReadonlyMap<number, PdfValue>;
}

/** @throws Error if an offset, a length or an object is not what the file declares */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  if (start === null) throw new Error('the file does not end in startxref');
  const table = objectAt(buffer, text, Number(start[1]));
  if (!(table.value instanceof Stream))
    throw new Error('startxref does not lead to a cross-reference stream');
  const trailer = table.value.dictionary;
  if (trailer.has('Prev')) throw new Error('a file of one revision has no earlier table');
  const objects = new Map<number, PdfValue>();
  const inStreams: { id: number; stream: number; index: number }[] = [];
  const holders = new Set([table.id]);
  for (const { id, type, second, third } of entries(table.value)) {
    if (type === 1 && id !== table.id) {
      const found = objectAt(buffer, text, second);
      if (found.id !== id) throw new Error(`object ${found.id} stands where object ${id} should`);
      objects.set(id, found.value);
    } else if (type === 2) {
      inStreams.push({ id, stream: second, index: third });
      holders.add(second);
    }
  }
  const opened = new Map<number, { id: number; value: PdfValue }[]>();
  for (const { id, stream, index } of inStreams) {
    let packed = opened.get(stream);
    if (packed === undefined) {
      packed = packedObjects(objects.get(stream));
      opened.set(stream, packed);
    }
    const found = packed[index];
    if (found?.id !== id) throw new Error(`object ${id} is not number ${index} of object stream ${stream}`);
    objects.set(id, found.value);
  }
  for (const id of holders) objects.delete(id);
  return { header: text.slice(0, 8), trailer, objects };
}

function objectAt(buffer: Buffer, text: string, offset: number): { id: number; value: PdfValue } {
  const lexer = new Lexer(text, offset);
  const id = numberOf(lexer.value());
  lexer.value();
  lexer.expect('obj');
  const value = lexer.value();
  const end = lexer.next();
  if (!(end instanceof Keyword)) throw new Error(`object ${id} does not end`);
  if (end.word === 'endobj') return { id, value };
  if (end.word !== 'stream' || !(value instanceof Map))
    throw new Error(`object ${id} does not end in endobj`);
  const from = text.startsWith('\r\n', lexer.at) ? lexer.at + 2 : lexer.at + 1;
  const to = from + numberOf(value.get('Length'));
  const after = new Lexer(text, to);
  after.expect('endstream');
  after.expect('endobj');
  return { id, value: new Stream(value, buffer.subarray(from, to)) };
}

function* entries(table: Stream): Generator<{ id: number; type: number; second: number; third: number }> {
  const data = table.decoded();
  const widths = arrayOf(table.dictionary.get('W')).map(numberOf);
  const size = widths.reduce((sum, width) => sum + width, 0);
  const index = table.dictionary.get('Index');
  const ranges =
    index === undefined ? [0, numberOf(table.dictionary.get('Size'))] : arrayOf(index).map(numberOf);
  let at = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    for (let id = first; id < first + (ranges[range + 1] ?? 0); id++, at += size) {
      let from = at;
      const [type = 0, second = 0, third = 0] = widths.map((width) => {
        const field = width === 0 ? 0 : data.readUIntBE(from, width);
        from += width;
        return field;
      });
      yield { id, type, second, third };
    }
  }
}

function packedObjects(stream: PdfValue | undefined): { id: number; value: PdfValue }[] {
  if (!(stream instanceof Stream)) throw new Error('an object stream is missing');
  const text = stream.decoded().toString('latin1');
  const first = numberOf(stream.dictionary.get('First'));
  const head = new Lexer(text);
  return Array.from({ length: numberOf(stream.dictionary.get('N')) }, () => {
    const id = numberOf(head.value());
    const offset = numberOf(head.value());
    return { id, value: new Lexer(text, first + offset).value() };
  });
}

/** @throws Error if the value is not a number */
export function numberOf(value: PdfValue | undefined): number {
  if (typeof value !== 'number') throw new Error('expected a number');
  return value;
}

/** @throws Error if the value is not an array */
export function arrayOf(value: PdfValue | undefined): PdfValue[] {
  if (!Array.isArray(value)) throw new Error('expected an array');
  return value;
}
