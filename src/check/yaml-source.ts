import type { Place } from '../errors.ts';

/** A text of the dataset as it stands in its file. */
export interface ScalarSource {
  value: string;
  /** How it is written; `other` is folded or goes over several lines, where offsets cannot be told. */
  style: 'plain' | 'single' | 'double' | 'literal' | 'other';
  /** Where it begins in the file, its quotation mark or block sign included. */
  start: number;
  /** Behind its last character. */
  end: number;
}

/** A file of the dataset, ready to be searched. */
export interface YamlSource {
  /** The text at a place, if the file has it. */
  scalarAt: (at: Place) => ScalarSource | undefined;
  /** Where a place begins: its value, else the event, else nothing. */
  startOf: (at: Place) => number | undefined;
  /** Line and column of an offset, from 1. */
  position: (offset: number) => { line: number; column: number };
}

/** Opens an events file (a list) or programme.yaml (a mapping). */
export async function openYaml(text: string): Promise<YamlSource> {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const root = parseDocument(text, { lineCounter: lines }).contents;
  const events = new Map<string, unknown>();
  if (isSeq(root)) {
    for (const item of root.items) if (isMap(item)) events.set(String(item.get('id')), item);
  }
  const nodeAt = ({ event, field = '' }: Place): unknown => {
    if (event !== undefined && isMap(root)) return undefined;
    let node: unknown = event === undefined ? root : events.get(event);
    for (const key of field.split('.')) {
      if (isMap(node)) node = node.get(key, true);
      else if (isSeq(node)) node = node.get(Number(key), true);
      else return undefined;
    }
    return node;
  };
  return {
    scalarAt: (at) => {
      const node = nodeAt(at);
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
      const [start, end] = node.range;
      return { value: node.value, style: styleOf(node.type, text.slice(start, end)), start, end };
    },
    startOf: (at) => {
      const node = nodeAt(at) ?? events.get(at.event ?? '');
      return (node as { range?: readonly [number, number, number] } | undefined)?.range?.[0];
    },
    position: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    },
  };
}

function styleOf(type: string | undefined, source: string): ScalarSource['style'] {
  if (type === 'BLOCK_LITERAL') return 'literal';
  if (source.includes('\n')) return 'other';
  switch (type) {
    case 'PLAIN':
      return 'plain';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    default:
      return 'other';
  }
}

/** Offset in the file of an offset in a text; undefined where the style does not tell. */
export function sourceOffset(file: string, scalar: ScalarSource, offset: number): number | undefined {
  const source = file.slice(scalar.start, scalar.end);
  switch (scalar.style) {
    case 'plain':
      return scalar.start + offset;
    case 'single':
      return scalar.start + 1 + escapedLength(source.slice(1), offset, /''/y);
    case 'double':
      return scalar.start + 1 + escapedLength(source.slice(1), offset, DOUBLE_ESCAPE);
    case 'literal':
      return scalar.start + literalOffset(source, offset);
    default:
      return undefined;
  }
}

const DOUBLE_ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/iy;

/** Length of the source of the first characters of a quoted text. */
function escapedLength(source: string, characters: number, sequence: RegExp): number {
  let at = 0;
  for (let count = 0; count < characters; ) {
    sequence.lastIndex = at;
    const written = sequence.exec(source)?.[0] ?? source[at] ?? '';
    at += Math.max(1, written.length);
    // An escape of eight digits may stand for two UTF-16 units.
    count += written.startsWith('\\U') && Number.parseInt(written.slice(2), 16) > 0xffff ? 2 : 1;
  }
  return at;
}

/** Offset in the source of a literal block, whose lines are indented. */
function literalOffset(source: string, offset: number): number {
  const header = source.indexOf('\n') + 1;
  const indent = /^(?: *\n)*( *)/.exec(source.slice(header))?.[1]?.length ?? 0;
  let at = header;
  let left = offset;
  for (;;) {
    const end = source.indexOf('\n', at);
    const line = source.slice(at, end === -1 ? source.length : end);
    const skipped = Math.min(indent, line.length);
    if (left <= line.length - skipped || end === -1) return at + skipped + left;
    left -= line.length - skipped + 1;
    at = end + 1;
  }
}
