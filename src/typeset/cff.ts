/**
 * The PostScript outlines of a font (table CFF), as far as cutting them needs: whether they are whole, and which subroutines a glyph calls.
 * The library that cuts them follows what a table says into memory and time without end; here all is within the table, and bounded.
 * Sources: Adobe Technical Notes 5176 (the Compact Font Format) and 5177 (Type 2 charstrings).
 */

/** A list of stretches of bytes; each begins where the one before it ends. */
interface Index {
  starts: readonly number[];
  /** Where the last one ends. */
  end: number;
}

type Dict = ReadonlyMap<number, readonly number[]>;

/** Numbers of the subroutines that the outline of a glyph calls. */
export interface Called {
  /** Those of all glyphs. */
  globals: ReadonlySet<number>;
  /** Those of its own kind of glyphs. */
  locals: ReadonlySet<number>;
}

/** Operators of dictionaries; those of two bytes have 0x0c00 added. */
const OP = {
  charset: 15,
  encoding: 16,
  charStrings: 17,
  private: 18,
  subrs: 19,
  charstringType: 0x0c06,
  ros: 0x0c1e,
  fdArray: 0x0c24,
  fdSelect: 0x0c25,
} as const;

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The operators that each kind of dictionary may have. */
const KNOWN = {
  top: new Set([
    ...range(0, 5),
    ...range(13, 18),
    ...range(0x0c00, 0x0c08),
    ...range(0x0c14, 0x0c17),
    ...range(0x0c1e, 0x0c26),
  ]),
  kind: new Set<number>([OP.private, 0x0c05, 0x0c07, 0x0c26]),
  private: new Set([...range(6, 11), ...range(19, 21), ...range(0x0c09, 0x0c0e), ...range(0x0c11, 0x0c13)]),
};

/**
 * Numbers and operators of the outline of one glyph with its subroutines, and of all: the richest of 60 fonts had 4,300 and 500,000, one with
 * all Chinese characters 28 million.
 */
const MOST_IN_GLYPH = 50_000;
const MOST_TOGETHER = 60_000_000;
/** Subroutines inside of each other, and numbers that wait for an operator (5177, appendix B). */
const MOST_NESTED = 10;
const MOST_WAITING = 48;

/** The table CFF of a font that has one. */
export function cffTable(font: Uint8Array): DataView {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  for (let entry = 12; entry < 12 + 16 * data.getUint16(4); entry += 16)
    if (data.getUint32(entry) === CFF)
      return new DataView(
        font.buffer,
        font.byteOffset + data.getUint32(entry + 8),
        data.getUint32(entry + 12),
      );
  throw new Error('the font has no table CFF');
}

/** Version 1.0, whose header has four bytes: the first three. */
const VERSION_1 = 0x010004;
const HEADER = 4;

/** The tag of the table, as a number. */
const CFF = 0x43464620;

/**
 * Opens the table CFF.
 *
 * @param glyphCount how many glyphs the font has
 * @returns walks through the outline of a glyph and gives the subroutines that it calls. It throws an Error saying what is wrong with it,
 *   and when all walks together are longer than those of any font.
 * @throws Error saying what is wrong; RangeError where something lies outside of the table
 */
export function openCff(cff: DataView, glyphCount: number): (glyph: number) => Called {
  if (cff.getUint32(0) >> 8 !== VERSION_1) throw new Error('its outlines are of a version that is not known');
  const names = readIndex(cff, HEADER);
  const tops = readIndex(cff, names.end);
  const strings = readIndex(cff, tops.end);
  const globals = readIndex(cff, strings.end);
  if (names.starts.length !== 1 || tops.starts.length !== 1)
    throw new Error('its outlines are those of several fonts');
  const top = readDict(cff, tops.starts[0] ?? 0, tops.end, KNOWN.top);
  if ((top.get(OP.charstringType)?.[0] ?? 2) !== 2) throw new Error('its outlines are of an outdated kind');
  const outlines = readIndex(cff, numberOf(top, OP.charStrings));
  if (outlines.starts.length !== glyphCount)
    throw new Error('it has another number of outlines than of glyphs');
  requireCharset(cff, offsetOf(top, OP.charset), glyphCount);
  requireEncoding(cff, offsetOf(top, OP.encoding));
  const localsOf = localSubroutines(cff, top, glyphCount);
  const walk: Walk = { cff, globals, left: MOST_TOGETHER };
  return (glyph) => {
    const start = outlines.starts[glyph];
    if (start === undefined) throw new Error(`it has no outline of glyph ${glyph}`);
    return walkOutline(walk, glyph, start, outlines.starts[glyph + 1] ?? outlines.end, localsOf(glyph));
  };
}

function readIndex(cff: DataView, at: number): Index {
  const count = cff.getUint16(at);
  if (count === 0) return { starts: [], end: at + 2 };
  const size = cff.getUint8(at + 2);
  if (size < 1 || size > 4) throw new Error('a list in the table CFF is damaged');
  const base = at + 2 + (count + 1) * size;
  const starts: number[] = [];
  let last = base + 1;
  for (let index = 0; index <= count; index++) {
    let offset = 0;
    for (let byte = 0; byte < size; byte++)
      offset = 256 * offset + cff.getUint8(at + 3 + index * size + byte);
    const start = base + offset;
    if (start < last || start > cff.byteLength || (index === 0 && offset !== 1))
      throw new Error('a list in the table CFF is damaged');
    last = start;
    starts.push(start);
  }
  starts.pop();
  return { starts, end: last };
}

function readDict(cff: DataView, start: number, end: number, known: ReadonlySet<number>): Dict {
  if (end > cff.byteLength) throw new Error('a dictionary ends after the table CFF');
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = start; at < end; ) {
    const byte = cff.getUint8(at++);
    if (byte < 28) {
      const operator = byte === 12 ? 0x0c00 + cff.getUint8(at++) : byte;
      if (!known.has(operator)) throw new Error('a dictionary in the table CFF is damaged');
      entries.set(operator, operands);
      operands = [];
    } else if (byte === 30) {
      // A real number ends with a half byte of ones.
      let pair: number;
      do pair = cff.getUint8(at++);
      while (pair >> 4 !== 15 && (pair & 15) !== 15);
      operands.push(Number.NaN);
    } else {
      const [value, length] = integerAt(cff, at, byte);
      operands.push(value);
      at += length;
    }
    if (operands.length > MOST_WAITING) throw new Error('a dictionary in the table CFF is damaged');
  }
  return entries;
}

/** An integer of a dictionary, and the bytes that it has behind its first. */
function integerAt(cff: DataView, at: number, first: number): [value: number, length: number] {
  if (first === 28) return [cff.getInt16(at), 2];
  if (first === 29) return [cff.getInt32(at), 4];
  if (first < 32 || first === 255) throw new Error('a dictionary in the table CFF is damaged');
  return shortNumber(cff, at, first);
}

/** A number of one or two bytes, as dictionaries and outlines have it. */
function shortNumber(cff: DataView, at: number, first: number): [value: number, length: number] {
  return first < 247 ? [first - 139, 0] : [longer(first, cff.getUint8(at)), 1];
}

/** A number of two bytes. */
const longer = (first: number, second: number): number =>
  first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;

function numberOf(dict: Dict, operator: number, index = 0): number {
  const value = dict.get(operator)?.[index];
  if (value === undefined || !(value >= 0)) throw new Error('a dictionary in the table CFF is damaged');
  return value;
}

/** Where something stands that a font may leave out. */
const offsetOf = (dict: Dict, operator: number): number =>
  dict.has(operator) ? numberOf(dict, operator) : 0;

/** Names of glyphs: those of a set that is known, or a list. */
function requireCharset(cff: DataView, at: number, glyphCount: number): void {
  if (at <= 2) return;
  const format = cff.getUint8(at);
  if (format > 2) throw new Error('the names of its glyphs are damaged');
  if (format === 0) {
    cff.getUint16(at + 1 + 2 * Math.max(0, glyphCount - 2));
    return;
  }
  const size = 2 + format;
  for (let named = 1, entry = at + 1; named < glyphCount; entry += size)
    named += 1 + (format === 1 ? cff.getUint8(entry + 2) : cff.getUint16(entry + 2));
}

function requireEncoding(cff: DataView, at: number): void {
  if (at <= 1) return;
  const format = cff.getUint8(at) & 0x7f;
  if (format > 1) throw new Error('its encoding is damaged');
  cff.getUint8(at + 1 + (format + 1) * cff.getUint8(at + 1));
}

/** The subroutines of a glyph's own kind: a font of several kinds says of each glyph which it is of. */
function localSubroutines(cff: DataView, top: Dict, glyphCount: number): (glyph: number) => Index {
  if (!top.has(OP.ros)) {
    const only = privateSubroutines(cff, top);
    return () => only;
  }
  const dicts = readIndex(cff, numberOf(top, OP.fdArray));
  const kinds = dicts.starts.map((start, index) =>
    privateSubroutines(cff, readDict(cff, start, dicts.starts[index + 1] ?? dicts.end, KNOWN.kind)),
  );
  const kindOf = kindsOfGlyphs(cff, numberOf(top, OP.fdSelect), glyphCount);
  return (glyph) => {
    const kind = kinds[kindOf[glyph] ?? -1];
    if (kind === undefined) throw new Error('a glyph is of a kind that is missing');
    return kind;
  };
}

const NO_SUBROUTINES: Index = { starts: [], end: 0 };

function privateSubroutines(cff: DataView, dict: Dict): Index {
  const start = numberOf(dict, OP.private, 1);
  const own = readDict(cff, start, start + numberOf(dict, OP.private), KNOWN.private);
  return own.has(OP.subrs) ? readIndex(cff, start + numberOf(own, OP.subrs)) : NO_SUBROUTINES;
}

function kindsOfGlyphs(cff: DataView, at: number, glyphCount: number): Uint8Array {
  const kinds = new Uint8Array(glyphCount);
  const format = cff.getUint8(at);
  if (format === 0) return kinds.map((_, glyph) => cff.getUint8(at + 1 + glyph));
  const ranges = cff.getUint16(at + 1);
  let first = cff.getUint16(at + 3);
  if (format !== 3 || ranges === 0 || first !== 0) throw new Error('the kinds of its glyphs are damaged');
  for (let index = 0; index < ranges; index++) {
    const entry = at + 3 + 3 * index;
    const next = cff.getUint16(entry + 3);
    if (next <= first) throw new Error('the kinds of its glyphs are damaged');
    kinds.fill(cff.getUint8(entry + 2), first, next);
    first = next;
  }
  if (first !== glyphCount) throw new Error('the kinds of its glyphs are damaged');
  return kinds;
}

const [CALL, RETURN, ESCAPE, END, SHORT, CALL_GLOBAL, LONG] = [10, 11, 12, 14, 28, 29, 255];
/** Operators of stems; of masks that say which stems count; and those that draw, in one byte and after `ESCAPE`. */
const STEMS: ReadonlySet<number> = new Set([1, 3, 18, 23]);
const MASKS: ReadonlySet<number> = new Set([19, 20]);
const DRAWING: ReadonlySet<number> = new Set([4, 5, 6, 7, 8, 21, 22, 24, 25, 26, 27, 30, 31]);
const FLEX: ReadonlySet<number> = new Set([34, 35, 36, 37]);

/** Numbers before the end of an outline that name the letters that it is put together of. */
const COMPOSED = 4;

interface Walk {
  cff: DataView;
  globals: Index;
  /** Numbers and operators that may still come. */
  left: number;
}

/** Walks through the outline of a glyph as whoever draws it does: each number and operator must be known, and each subroutine there. */
function walkOutline(walk: Walk, glyph: number, start: number, end: number, locals: Index): Called {
  const { cff, globals } = walk;
  const called = { globals: new Set<number>(), locals: new Set<number>() };
  const damaged = (why: string): Error => new Error(`the outline of glyph ${glyph} ${why}`);
  const numbers = new Float64Array(MOST_WAITING);
  let waiting = 0;
  let stems = 0;
  let steps = 0;
  let ended = false;
  const follow = (from: number, to: number, depth: number): void => {
    if (depth > MOST_NESTED) throw damaged('has too many subroutines inside of each other');
    for (let at = from; at < to; ) {
      if (++steps > MOST_IN_GLYPH) throw damaged('is too long');
      const byte = cff.getUint8(at++);
      if (byte >= 32 || byte === SHORT) {
        if (waiting === MOST_WAITING) throw damaged('has too many numbers');
        let value = byte - 139;
        if (byte === SHORT) {
          value = cff.getInt16(at);
          at += 2;
        } else if (byte === LONG) {
          value = cff.getInt32(at) / 0x10000;
          at += 4;
        } else if (byte > 246) value = longer(byte, cff.getUint8(at++));
        numbers[waiting++] = value;
      } else if (byte === CALL || byte === CALL_GLOBAL) {
        const { starts, end: last } = byte === CALL ? locals : globals;
        const number = (numbers[--waiting] ?? Number.NaN) + biasOf(starts.length);
        const first = starts[number];
        if (first === undefined) throw damaged('has a subroutine that is missing');
        called[byte === CALL ? 'locals' : 'globals'].add(number);
        follow(first, starts[number + 1] ?? last, depth + 1);
      } else if (byte === RETURN) return;
      else if (byte === END) {
        if (waiting >= COMPOSED) throw damaged('is put together of others in an outdated way');
        ended = true;
        waiting = 0;
      } else if (DRAWING.has(byte) || (byte === ESCAPE && FLEX.has(cff.getUint8(at++)))) waiting = 0;
      else if (STEMS.has(byte) || MASKS.has(byte)) {
        stems += waiting >> 1;
        waiting = 0;
        if (MASKS.has(byte)) at += (stems + 7) >> 3;
      } else throw damaged('has an operator that is not known');
    }
  };
  follow(start, end, 0);
  walk.left -= steps;
  if (walk.left < 0) throw new Error('its outlines are longer than those of any font');
  if (!ended) throw damaged('has no end');
  return called;
}

/** What the numbers of so many subroutines are reckoned from. */
function biasOf(count: number): number {
  if (count < 1240) return 107;
  return count < 33_900 ? 1131 : 32_768;
}
