import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type Event as YamlEvent,
} from 'js-yaml';
import type { Position } from '../errors.ts';
import { perObject, valueAt } from '../model/index.ts';

/** A text of the dataset as written in its file. */
export interface ScalarSource {
  value: string;
  /** The YAML style. `other` is for folded texts and texts over several lines, in which offsets cannot be mapped. */
  style: 'plain' | 'single' | 'double' | 'literal' | 'other';
  /**
   * Offset of the first character of the text in the file, that is, after the quotation mark or after the first line of
   * a block.
   */
  start: number;
  /** Offset after the last character of the text. */
  end: number;
  /** Offset at which the scalar begins, including its quotation mark or block indicator. */
  outerStart: number;
  /** Offset at which the scalar ends, including its quotation mark but not the line break. */
  outerEnd: number;
  /** Number of spaces before each line of a block. */
  indent: number;
}

/** A file of the dataset in which texts can be looked up. */
export interface YamlSource {
  /** Whether the file contains an event or, if no event is given, texts outside events. */
  has: (event: string | undefined) => boolean;
  /** The text at a position, if the file contains it. */
  scalarAt: (at: Position) => ScalarSource | undefined;
  /**
   * Offset of the value at a position or, if there is none, of the event. Undefined if the file contains neither the
   * value nor the event.
   */
  startOf: (at: Position) => number | undefined;
}

/**
 * Opens an events file (a list) or programme.yaml (a mapping). The text must be valid YAML that uses LF line endings.
 */
export function openYaml(text: string): YamlSource {
  const nodes = parseEvents(text, {});
  const isList = nodes[ROOT]?.type === EVENT_ID.SEQUENCE;
  const events = isList ? eventsById(nodes, text) : new Map<string, number>();
  const children = new Map<number, Map<string, number>>();
  const child = (parent: number | undefined, step: string): number | undefined => {
    if (parent === undefined) return undefined;
    const known = valueAt(children, parent, () => childrenByStep(nodes, text, parent));
    return known.get(step);
  };
  const scalarOf = perObject((node: ScalarEvent) => scalarSource(node, text));
  const find = ({ event, field = '' }: Position): number | undefined => {
    if ((event !== undefined) !== isList) return undefined;
    let node: number | undefined = event === undefined ? ROOT : events.get(event);
    // The text of a picture that is written as a mapping is the value of `alt`.
    for (const step of field.split('.')) node = child(node, step) ?? child(child(node, 'alt'), step);
    return child(node, 'alt') ?? node;
  };
  return {
    has: (event) => (event === undefined ? !isList : events.has(event)),
    scalarAt: (at) => {
      const node = nodes[find(at) ?? -1];
      return node?.type === EVENT_ID.SCALAR && node.valueStart >= 0 ? scalarOf(node) : undefined;
    },
    startOf: (at) => {
      const { event = '', field = '' } = at;
      const whole = { ...at, field: field.slice(0, Math.max(0, field.indexOf('.'))) };
      const node = nodes[find(at) ?? find(whole) ?? events.get(event) ?? -1];
      if (node?.type === EVENT_ID.SCALAR) return scalarOf(node).outerStart;
      return node?.type === EVENT_ID.MAPPING || node?.type === EVENT_ID.SEQUENCE ? node.start : undefined;
    },
  };
}

/** Index of the first node of a document, after the document itself. */
const ROOT = 1;

function eventsById(nodes: readonly YamlEvent[], text: string): Map<string, number> {
  const events = new Map<string, number>();
  for (const item of childrenOf(nodes, ROOT)) {
    const id = nodes[childrenByStep(nodes, text, item).get('id') ?? -1];
    if (id?.type === EVENT_ID.SCALAR) events.set(getScalarValue(text, id), item);
  }
  return events;
}

/** The children of a node: the values of a mapping by key, or the items of a list by index. */
function childrenByStep(nodes: readonly YamlEvent[], text: string, parent: number): Map<string, number> {
  const isMapping = nodes[parent]?.type === EVENT_ID.MAPPING;
  const byStep = new Map<string, number>();
  let position = 0;
  let key: string | undefined;
  for (const child of childrenOf(nodes, parent)) {
    const node = nodes[child];
    if (!isMapping) byStep.set(String(position), child);
    else if (position % 2 === 0)
      key = node?.type === EVENT_ID.SCALAR ? getScalarValue(text, node) : undefined;
    else if (key !== undefined) byStep.set(key, child);
    position += 1;
  }
  return byStep;
}

/** Indexes of the direct children of a list or mapping. In a mapping, these are alternately keys and values. */
function* childrenOf(nodes: readonly YamlEvent[], parent: number): Generator<number> {
  let depth = 0;
  for (let index = parent + 1; index < nodes.length; index += 1) {
    const type = nodes[index]?.type;
    if (type === EVENT_ID.POP) {
      if (depth === 0) return;
      depth -= 1;
      continue;
    }
    if (depth === 0) yield index;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
  }
}

function scalarSource(node: ScalarEvent, text: string): ScalarSource {
  const { valueStart: start, valueEnd: end, indent } = node;
  const value = getScalarValue(text, node);
  const source = text.slice(start, end);
  const scalar = { value, start, end, indent };
  switch (node.style) {
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const line = text.lastIndexOf('\n', start - 2) + 1;
      const header = line + text.slice(line, start).search(BLOCK_HEADER);
      const style = node.style === SCALAR_STYLE.LITERAL_BLOCK ? 'literal' : 'other';
      return { ...scalar, style, outerStart: header, outerEnd: start + source.trimEnd().length };
    }
    case SCALAR_STYLE.PLAIN:
      return { ...scalar, style: inOneLine(source, 'plain'), outerStart: start, outerEnd: end };
    default: {
      const style = node.style === SCALAR_STYLE.SINGLE_QUOTED ? 'single' : 'double';
      return { ...scalar, style: inOneLine(source, style), outerStart: start - 1, outerEnd: end + 1 };
    }
  }
}

const BLOCK_HEADER = /[|>][-+\d]*[ \t]*(?:#[^\n]*)?\n$/;

function inOneLine(source: string, style: ScalarSource['style']): ScalarSource['style'] {
  return source.includes('\n') ? 'other' : style;
}

/**
 * Converts an offset in a text to an offset in the file; undefined if this is not possible in the YAML style of the
 * text.
 */
export function sourceOffset(file: string, scalar: ScalarSource, offset: number): number | undefined {
  const source = file.slice(scalar.start, scalar.end);
  switch (scalar.style) {
    case 'plain':
      return scalar.start + offset;
    case 'single':
      return scalar.start + escapedLength(source, offset, /''/y);
    case 'double':
      return scalar.start + escapedLength(source, offset, DOUBLE_ESCAPE);
    case 'literal':
      return scalar.start + literalOffset(source, offset, scalar.indent);
    default:
      return undefined;
  }
}

const DOUBLE_ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/iy;

/** The number of source characters that represent the first `characters` characters of a quoted text. */
function escapedLength(source: string, characters: number, sequence: RegExp): number {
  if (!source.slice(0, characters).includes(sequence === DOUBLE_ESCAPE ? '\\' : "'")) return characters;
  let at = 0;
  for (let count = 0; count < characters; ) {
    sequence.lastIndex = at;
    const written = sequence.exec(source)?.[0] ?? source[at] ?? '';
    at += Math.max(1, written.length);
    // An escape sequence of eight digits may represent two UTF-16 code units.
    count += written.startsWith('\\U') && Number.parseInt(written.slice(2), 16) > 0xffff ? 2 : 1;
  }
  return at;
}

/** Converts an offset in a text to an offset in the indented lines of its literal block. */
function literalOffset(lines: string, offset: number, indent: number): number {
  let at = 0;
  let left = offset;
  for (;;) {
    const end = lines.indexOf('\n', at);
    const length = (end === -1 ? lines.length : end) - at;
    const skipped = Math.min(indent, length);
    if (left <= length - skipped || end === -1) return at + skipped + left;
    left -= length - skipped + 1;
    at = end + 1;
  }
}
