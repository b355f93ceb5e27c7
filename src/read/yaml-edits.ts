/** Changes values in YAML texts. The text of unchanged values and the comments on changed values are preserved. */
import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  Pair,
  Scalar,
  visit,
  YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** Options for writing a repeated value in full each time, without aliases. */
export const NO_ALIASES = { aliasDuplicateObjects: false } as const;

/** Options for writing YAML without line wrapping and without spaces inside brackets. */
export const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Empty lines at the end of a text. In a block scalar, empty lines at the end would not look like part of the text. */
const EMPTY_END = /\n[^\S\n]*\n$/;

/** A text that some YAML readers may parse as a number, a date or a boolean. */
const AMBIGUOUS = /^[-+.\d][-+.,:/_~?%\dTZex ]*$|^(?:~|y|n|yes|no|on|off|true|false|null)$/i;

/**
 * Converts a value to a YAML document, to be written with `STYLE`. Lists of scalars are on one line. Texts that are
 * ambiguous or end with empty lines are in quotation marks.
 */
export function styledDocument(value: unknown): Document {
  const document = new Document(value, NO_ALIASES);
  style(document);
  return document;
}

function style(node: Document | Node): void {
  visit(node, {
    Seq(_, list) {
      list.flow = list.items.every((item) => isScalar(item));
    },
    Scalar(key, node) {
      if (
        key !== 'key' &&
        typeof node.value === 'string' &&
        (EMPTY_END.test(node.value) || (AMBIGUOUS.test(node.value) && !node.value.includes('\n')))
      )
        node.type = 'QUOTE_DOUBLE';
    },
  });
}

/** Whether a value is an object with keys rather than a list. */
function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A range of a text, and the text that replaces it. */
interface Edit {
  start: number;
  end: number;
  words: string;
}

/**
 * Returns a YAML text in which the changed values of a mapping have been replaced.
 *
 * @param map the mapping, parsed from the text
 * @param order the order of keys: a new key is inserted after the keys that precede it in this order; keys that are not
 * included are inserted at the end
 */
export function withValues(
  text: string,
  map: YAMLMap,
  before: object,
  after: object,
  order: readonly string[] = [],
): string {
  return [...editsIn(text, map, before, after, order)]
    .reverse()
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, words }) => result.slice(0, start) + words + result.slice(end), text);
}

function* editsIn(
  text: string,
  map: YAMLMap,
  before: object,
  after: object,
  order: readonly string[],
): Generator<Edit> {
  const [were, are] = [before, after].map((values) => new Map<string, unknown>(Object.entries(values)));
  for (const key of new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])])) {
    const [old, value] = [were?.get(key), are?.get(key)];
    if (isDeepStrictEqual(old, value)) continue;
    const pair = map.items.find((one) => keyOf(one) === key);
    if (pair === undefined) {
      if (value !== undefined) yield insertion(text, map, key, value, order);
    } else if (value === undefined) yield removal(text, pair);
    else if (isMap(pair.value) && pair.value.flow !== true && isGroup(value) && isGroup(old))
      yield* editsIn(text, pair.value, old, value, Object.keys(value));
    else yield replacement(text, pair, old, value);
  }
}

function startOf({ key }: Pair): number {
  return (key as Node).range?.[0] ?? 0;
}

/** The offset of the end of a key and its value. */
function endOf({ key, value }: Pair): number {
  return ((value ?? key) as Node).range?.[1] ?? 0;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * The offset after the line break that ends the line at `offset`; `offset` itself if it already follows a line break.
 */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function replacement(text: string, pair: Pair, old: unknown, value: unknown): Edit {
  const [start, end] = [startOf(pair), endOf(pair)];
  const node = merged(pair.value as Node | null, old, value);
  // The comment after a flow-style value is outside the replaced text and stays in place, so it must not be written
  // again.
  if (isCollection(node) && node.flow) node.comment = null;
  const isPadded = /[{[] /.test(text.slice(start, end));
  const words = pairText(keyOf(pair), node, start - lineStart(text, start), isPadded);
  return { start, end, words: text[end - 1] === '\n' ? `${words}\n` : words };
}

function insertion(text: string, map: YAMLMap, key: string, value: unknown, order: readonly string[]): Edit {
  const earlier = order.slice(0, order.indexOf(key));
  const above = map.items.findLast((pair) => earlier.includes(keyOf(pair))) ?? map.items.at(-1);
  const first = map.items[0];
  if (above === undefined || first === undefined) throw new Error('a group without keys passed the schema');
  const indent = startOf(first) - lineStart(text, startOf(first));
  const at = lineEnd(text, endOf(above));
  const begin = text[at - 1] === '\n' ? '' : '\n';
  const words = pairText(key, merged(null, undefined, value), indent);
  return { start: at, end: at, words: `${begin}${' '.repeat(indent)}${words}\n` };
}

/**
 * Removes a key and its value. If the line of the key begins with the hyphen of a list item, the next key moves up to
 * the hyphen.
 */
function removal(text: string, pair: Pair): Edit {
  const start = startOf(pair);
  const line = lineStart(text, start);
  const end = lineEnd(text, endOf(pair));
  if (text.slice(line, start).trim() === '') return { start: line, end, words: '' };
  const indent = /^ */.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + indent, words: '' };
}

/** The YAML text of a key and its value. All lines but the first are indented by `indent` spaces. */
export function pairText(key: string, value: Node, indent = 0, isPadded = false): string {
  const document = new Document();
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(key), value));
  document.contents = map as never;
  const words = document.toString({ ...STYLE, flowCollectionPadding: isPadded }).replace(/\n$/, '');
  return words.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);
}

/** Merges a new value into the YAML node of the old value. Unchanged parts keep their nodes and comments. */
export function merged(node: Node | null, old: unknown, value: unknown): Node {
  if (node !== null && isDeepStrictEqual(old, value)) return node;
  if (isMap(node) && isGroup(value)) return mergedMap(node, old, value);
  if (isSeq(node) && Array.isArray(value)) return mergedList(node, old, value);
  if (isScalar(node) && node.value === value) return node;
  if (!isGroup(value)) return styledDocument(value).contents as Node;
  const made = mergedMap(new YAMLMap(), undefined, value);
  style(made);
  return made;
}

function mergedMap(map: YAMLMap, old: unknown, value: Readonly<Record<string, unknown>>): YAMLMap {
  const before = isGroup(old) ? old : {};
  for (const pair of [...map.items]) if (!Object.hasOwn(value, keyOf(pair))) map.delete(pair.key);
  for (const [key, held] of Object.entries(value)) {
    const pair = map.items.find((one) => keyOf(one) === key);
    // The default value of a key is omitted from files.
    const isDefault = key === 'carry' && held === false;
    if (pair !== undefined) {
      const { value: node } = pair;
      const made = merged(node as Node | null, before[key], held);
      if (isNode(node)) Object.assign(made, { comment: node.comment, commentBefore: node.commentBefore });
      pair.value = made;
    } else if (!isDefault) map.set(new Scalar(key), merged(null, undefined, held));
  }
  return map;
}

/**
 * Merges a new list into the YAML node of the old list. Items that move keep their comments. Items are matched by id.
 * Items without an id are matched by value or, if their values have changed, by position.
 */
export function mergedList(list: YAMLSeq, old: unknown, values: readonly unknown[]): YAMLSeq {
  const before: readonly unknown[] = Array.isArray(old) && old.length === list.items.length ? old : [];
  const items = list.items as Node[];
  const byId = new Map(
    items.flatMap((item, index) =>
      isMap(item) && item.has('id') ? [[String(item.get('id')), index] as const] : [],
    ),
  );
  const indexOf = (value: unknown, place: number): number => {
    if (isGroup(value) && value.id !== undefined) return byId.get(String(value.id)) ?? -1;
    const same = before.findIndex((one) => isDeepStrictEqual(one, value));
    if (same >= 0) return same;
    if (!isGroup(value)) return items.findIndex((item) => isScalar(item) && item.value === value);
    return isMap(items[place]) && before.length === values.length ? place : -1;
  };
  const first = items.find((item) => isMap(item));
  list.items = values.map((value, place) => {
    const index = indexOf(value, place);
    const node = merged(items[index] ?? null, before[index], value);
    // If the first item is in flow style, a new item is in flow style too.
    if (index < 0 && isMap(node) && isMap(first) && first.flow === true) node.flow = true;
    return node;
  });
  return list;
}
