import { isDeepStrictEqual } from 'node:util';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { UserError } from '../errors.ts';
import type { ProgrammeFile } from '../model/index.ts';
import { endOf, isGroup, NO_ALIASES, STYLE, startOf, styleDocument } from './events-text.ts';
import { programmeFileSchema } from './formats.ts';
import { messageOf } from './messages.ts';
import { parseYaml } from './yaml.ts';

type Yaml = typeof import('yaml');

/**
 * The text of programme.yaml after its values have changed.
 *
 * @param before the values in the text by key; for an older format, with the keys of that format
 * @param after the new values
 * @param file name of the file, for messages
 * @throws UserError if the values cannot be inserted
 */
export async function rewriteProgramme(
  text: string,
  before: object,
  after: ProgrammeFile,
  file: string,
): Promise<string> {
  return rewritten(text, before, after, file, (value) => {
    const parsed = programmeFileSchema(value).safeParse(value);
    return parsed.success && isDeepStrictEqual(parsed.data, after);
  });
}

/**
 * The text of a design file after its values have changed.
 *
 * @param before the values in the text
 * @param after the new values
 * @param file name of the file, for messages
 * @throws UserError if the values cannot be inserted
 */
export async function rewriteDesign(
  text: string,
  before: object,
  after: object,
  file: string,
): Promise<string> {
  return rewritten(text, before, after, file, (value) => isDeepStrictEqual(value ?? {}, after));
}

/**
 * The text of a YAML file after its values have changed. Unchanged keys are preserved byte for byte; changed keys
 * retain their comments and unchanged parts.
 *
 * @param holds whether the new text has the expected value
 */
async function rewritten(
  text: string,
  before: object,
  after: object,
  file: string,
  holds: (value: unknown) => boolean,
): Promise<string> {
  const yaml = await import('yaml');
  const source = text.replaceAll('\r\n', '\n');
  const document = yaml.parseDocument(source);
  const map = document.contents ?? new yaml.YAMLMap();
  if (!yaml.isMap(map)) throw new Error('a file without keys passed the schema');
  const [old, now] = [before, after].map((config) => new Map<string, unknown>(Object.entries(config)));
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  let spliced = source;
  const changed = [...keys].filter((key) => !isDeepStrictEqual(old?.get(key), now?.get(key)));
  // New keys come after all others.
  const offsetOf = (pair: Pair | undefined): number => (pair === undefined ? Infinity : startOf(pair));
  // Edits are made from the end of the file, so that the offsets of earlier keys remain valid.
  const pairs = changed
    .map((key) => ({ key, pair: map.items.find((one) => keyOf(yaml, one) === key) }))
    .sort((a, b) => offsetOf(b.pair) - offsetOf(a.pair));
  for (const { key, pair } of pairs) {
    const value = now?.get(key);
    if (pair === undefined) {
      spliced = `${spliced.trim() === '' ? '' : `${spliced.replace(/\n*$/, '\n')}\n`}${pairText(yaml, document, key, document.createNode(value, NO_ALIASES), false)}`;
      continue;
    }
    const start = startOf(pair);
    const end = endOf(pair);
    const padded = /[{[] /.test(source.slice(start, end));
    const node = merged(yaml, document, pair.value as Node | null, old?.get(key), value);
    const words = value === undefined ? '' : pairText(yaml, document, key, node, padded);
    const whole = source[end - 1] === '\n' || value === undefined;
    const rest = value === undefined ? spliced.slice(end).replace(/^[^\n]*\n/, '') : spliced.slice(end);
    spliced = spliced.slice(0, start) + (whole ? words : words.replace(/\n$/, '')) + rest;
  }
  if (!holds(await parseYaml(spliced, file).catch(() => undefined)))
    throw new UserError(messageOf('changes-not-separable'), { file, field: changed[0] ?? '' });
  return text.includes('\r\n') ? spliced.replaceAll('\n', '\r\n') : spliced;
}

function keyOf(yaml: Yaml, { key }: Pair): string {
  return yaml.isScalar(key) ? String(key.value) : String(key);
}

/** The YAML text of a key with its value, not indented. */
function pairText(yaml: Yaml, { options }: Document, key: string, value: Node, padded: boolean): string {
  const document = new yaml.Document(undefined, { ...options });
  const map = new yaml.YAMLMap();
  map.items.push(new yaml.Pair(new yaml.Scalar(key), value));
  document.contents = map as never;
  return document.toString({ ...STYLE, flowCollectionPadding: padded });
}

/** Merges a value into the node of the old one: unchanged parts keep their nodes with their comments. */
export function merged(
  yaml: Yaml,
  document: Document,
  node: Node | null,
  old: unknown,
  value: unknown,
): Node {
  if (node !== null && isDeepStrictEqual(old, value)) return node;
  if (yaml.isMap(node) && isGroup(value)) return mergedMap(yaml, document, node, old, value);
  if (yaml.isSeq(node) && Array.isArray(value)) return mergedList(yaml, document, node, old, value);
  if (yaml.isScalar(node) && node.value === value) return node;
  const made = isGroup(value)
    ? mergedMap(yaml, document, new yaml.YAMLMap(), undefined, value)
    : document.createNode(value, NO_ALIASES);
  styled(yaml, made);
  return made as Node;
}

function mergedMap(
  yaml: Yaml,
  document: Document,
  map: YAMLMap,
  old: unknown,
  value: Record<string, unknown>,
): YAMLMap {
  const before = isGroup(old) ? old : {};
  for (const pair of [...map.items]) if (!Object.hasOwn(value, keyOf(yaml, pair))) map.delete(pair.key);
  for (const [key, held] of Object.entries(value)) {
    const pair = map.items.find((one) => keyOf(yaml, one) === key);
    if (pair !== undefined) {
      const { value: node } = pair;
      const made = merged(yaml, document, node as Node | null, before[key], held);
      if (yaml.isNode(node))
        Object.assign(made, { comment: node.comment, commentBefore: node.commentBefore });
      pair.value = made;
    } else if (!isDefault(key, held))
      map.set(document.createNode(key), merged(yaml, document, null, undefined, held));
  }
  return map;
}

/** Whether a value is a default of the schema that files omit. */
function isDefault(key: string, value: unknown): boolean {
  return key === 'carry' && value === false;
}

/**
 * Items move with their comments: they are matched by their ids, other items by their values, and changed items
 * without an id by their positions.
 */
function mergedList(
  yaml: Yaml,
  document: Document,
  list: YAMLSeq,
  old: unknown,
  values: readonly unknown[],
): YAMLSeq {
  const before: readonly unknown[] = Array.isArray(old) && old.length === list.items.length ? old : [];
  const items = list.items as Node[];
  const byId = new Map(
    items.flatMap((item, index) =>
      yaml.isMap(item) && item.has('id') ? [[String(item.get('id')), index] as const] : [],
    ),
  );
  const indexOf = (value: unknown, place: number): number => {
    if (isGroup(value) && value.id !== undefined) return byId.get(String(value.id)) ?? -1;
    const same = before.findIndex((one) => isDeepStrictEqual(one, value));
    if (same >= 0) return same;
    if (!isGroup(value)) return items.findIndex((item) => yaml.isScalar(item) && item.value === value);
    return yaml.isMap(items[place]) && before.length === values.length ? place : -1;
  };
  const first = items.find((item) => yaml.isMap(item));
  list.items = values.map((value, place) => {
    const index = indexOf(value, place);
    const node = merged(yaml, document, items[index] ?? null, before[index], value);
    // A new item gets the style of its neighbours.
    if (index < 0 && yaml.isMap(node) && yaml.isMap(first) && first.flow === true) node.flow = true;
    return node;
  });
  return list;
}

function styled(yaml: Yaml, node: unknown): void {
  const document = new yaml.Document(undefined);
  document.contents = node as never;
  styleDocument(yaml, document, false);
}
