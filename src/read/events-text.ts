import { isDeepStrictEqual } from 'node:util';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import {
  type Event,
  eventShape,
  eventsFileSchema,
  type HasFields,
  type ThemeEvents,
} from '../model/index.ts';
import { eventsFile } from './consistency.ts';
import { requireReadable } from './readable.ts';
import { parseYaml } from './yaml.ts';

type Yaml = typeof import('yaml');

/**
 * The new texts of the events files whose events have changed, by theme id. Everything else is unchanged, byte for
 * byte: comments, quotation marks, line breaks, order of fields. An event that moves keeps its text and comments.
 *
 * @param texts text of each theme's file; a theme without a file has none
 * @param before the events in the texts
 * @param after the new events; an event keeps its id
 * @param config fields and sides of the programme
 * @throws UserError if a file would be too large to be read again
 */
export async function rewriteEvents(
  texts: ReadonlyMap<string, string>,
  before: readonly ThemeEvents[],
  after: readonly ThemeEvents[],
  config: HasFields,
): Promise<Map<string, string>> {
  const old = new Map(before.map(({ theme, events }) => [theme.id, events]));
  const changed = after.filter(({ theme, events }) => !isDeepStrictEqual(old.get(theme.id), events));
  if (changed.length === 0) return new Map();
  const yaml = await import('yaml');
  const order = Object.keys(eventShape(config));
  const oldEvents = new Map(before.flatMap(({ events }) => events.map((event) => [event.id, event])));
  const blocks = new Map<string, Block>();
  const files = new Map<string, EventsText>();
  // Moving an event also changes the theme that it leaves, so that no other file has to be parsed.
  for (const { theme } of changed) {
    const file = splitEvents(yaml, (texts.get(theme.id) ?? NEW_FILE).replaceAll('\r\n', '\n'));
    if (file === undefined) continue;
    files.set(theme.id, file);
    for (const block of file.blocks) blocks.set(block.id, block);
  }
  const results = new Map<string, string>();
  for (const { theme, events } of changed) {
    const text = texts.get(theme.id) ?? NEW_FILE;
    const source = files.get(theme.id);
    const spliced =
      source === undefined ? undefined : joinEvents(yaml, source, events, oldEvents, blocks, order);
    if (spliced !== undefined) requireReadable([[eventsFile(theme.id), spliced]]);
    const good = spliced !== undefined && (await holds(spliced, events, config));
    const result = good ? spliced : rebuilt(yaml, text, events, oldEvents);
    if (!good && !(await holds(result, events, config)))
      throw new Error(`events of the theme ${theme.id} cannot be written`);
    results.set(theme.id, text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result);
  }
  return results;
}

const NEW_FILE = '[]\n';

/** The text of an events file with only these events. */
export async function eventsText(events: readonly Event[]): Promise<string> {
  const yaml = await import('yaml');
  return events.length === 0 ? NEW_FILE : events.map((event) => newBlock(yaml, event)).join('\n');
}

async function holds(text: string, events: readonly Event[], config: HasFields): Promise<boolean> {
  try {
    const parsed = eventsFileSchema(config).safeParse(await parseYaml(text, ''));
    return parsed.success && isDeepStrictEqual(parsed.data, events);
  } catch {
    return false;
  }
}

/** The lines of one event with the comments above it. */
interface Block {
  id: string;
  /** Empty lines before the event; undefined for the first event of a file. */
  lead: string | undefined;
  text: string;
}

/** An events file split into its events. */
interface EventsText {
  head: string;
  blocks: readonly Block[];
  tail: string;
}

/** Splits the text of an events file or another list; undefined if it is not in block style, with a hyphen per item. */
export function splitEvents(yaml: Yaml, text: string): EventsText | undefined {
  const document = yaml.parseDocument(text, { keepSourceTokens: true });
  const list = document.contents;
  if (document.errors.length > 0 || !yaml.isSeq(list)) return undefined;
  if (list.items.length === 0) {
    const [start, end] = list.range ?? [0, 0];
    return { head: text.slice(0, start), blocks: [], tail: text.slice(end).replace(/^[^\S\n]*\n?/, '') };
  }
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  const hyphens = token.items.map(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset);
  const starts: number[] = [];
  for (const [index, hyphen] of hyphens.entries()) {
    if (hyphen === undefined) return undefined;
    const line = text.lastIndexOf('\n', hyphen) + 1;
    if (text.slice(line, hyphen).trim() !== '') return undefined;
    starts.push(commentsAbove(text, line, index === 0 ? /^ *#/ : /^ *(#|$)/, hyphen - line));
  }
  const end = commentsAbove(
    text,
    text.length,
    /^ *(#|$)/,
    (hyphens[0] ?? 0) - text.lastIndexOf('\n', hyphens[0] ?? 0) - 1,
  );
  const blocks = starts.map((start, index): Block => {
    const whole = text.slice(start, starts[index + 1] ?? end);
    const [lead = ''] = /^(?: *\n)*/.exec(whole) ?? [];
    return {
      id: idOf(yaml, list.items[index]),
      lead: index === 0 ? undefined : lead,
      text: whole.slice(lead.length),
    };
  });
  return { head: text.slice(0, starts[0]), blocks, tail: text.slice(end) };
}

/**
 * Offset of the first of the consecutive lines above `offset` that match. None of them may be indented deeper than
 * the list.
 */
function commentsAbove(text: string, offset: number, fits: RegExp, indent: number): number {
  let start = offset;
  while (start > 0) {
    const previous = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(previous, start).replace(/\n$/, '');
    const depth = line.length - line.trimStart().length;
    if (!fits.test(line) || (line.trim() !== '' && depth > indent)) break;
    start = previous;
  }
  return start;
}

function idOf(yaml: Yaml, item: unknown): string {
  const id: unknown = yaml.isMap(item) ? item.get('id') : undefined;
  return typeof id === 'string' ? id : '';
}

function joinEvents(
  yaml: Yaml,
  { head, blocks: own, tail }: EventsText,
  events: readonly Event[],
  oldEvents: ReadonlyMap<string, Event>,
  blocks: ReadonlyMap<string, Block>,
  order: readonly string[],
): string {
  if (events.length === 0) return `${head}${NEW_FILE}${tail}`;
  const usualLead = own.find(({ lead }) => lead !== undefined)?.lead ?? '\n';
  const texts = events.map((event, index) => {
    const block = blocks.get(event.id);
    const before = oldEvents.get(event.id);
    const text =
      block === undefined || before === undefined
        ? newBlock(yaml, event)
        : editBlock(yaml, block.text, before, event, order);
    const lead = index === 0 ? '' : (block?.lead ?? usualLead);
    return lead + (text.endsWith('\n') ? text : `${text}\n`);
  });
  return head + texts.join('') + tail;
}

/** The text of an event with the changed fields replaced. */
function editBlock(yaml: Yaml, text: string, before: Event, after: Event, order: readonly string[]): string {
  if (isDeepStrictEqual(before, after)) return text;
  const list = yaml.parseDocument(text).contents;
  const event = yaml.isSeq(list) ? list.items[0] : undefined;
  if (!yaml.isMap(event)) return text;
  const edits: Edit[] = [];
  editMap(yaml, text, event, before, after, order, edits);
  return edits
    .reverse()
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, words }) => result.slice(0, start) + words + result.slice(end), text);
}

interface Edit {
  start: number;
  end: number;
  words: string;
}

function editMap(
  yaml: Yaml,
  text: string,
  map: YAMLMap,
  before: object,
  after: object,
  order: readonly string[],
  edits: Edit[],
): void {
  const oldValues = new Map<string, unknown>(Object.entries(before));
  const newValues = new Map<string, unknown>(Object.entries(after));
  const pairs = new Map(map.items.map((pair) => [keyOf(yaml, pair), pair]));
  for (const key of new Set([...oldValues.keys(), ...newValues.keys()])) {
    const value = newValues.get(key);
    if (isDeepStrictEqual(oldValues.get(key), value)) continue;
    const pair = pairs.get(key);
    const gone = value === undefined || (isGroup(value) && Object.keys(value).length === 0);
    if (pair === undefined) {
      if (!gone) edits.push(insertion(yaml, text, map, key, value, order));
    } else if (gone) edits.push(removal(text, pair));
    else if (
      yaml.isMap(pair.value) &&
      pair.value.flow !== true &&
      isGroup(value) &&
      isGroup(oldValues.get(key))
    )
      editMap(yaml, text, pair.value, oldValues.get(key) as object, value, Object.keys(value), edits);
    else edits.push(replacement(yaml, text, pair, key, value));
  }
}

/** Whether a value is an object with keys, not a list. */
export function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(yaml: Yaml, { key }: Pair): string {
  return yaml.isScalar(key) ? String(key.value) : '';
}

/** Offset of a key. */
export function startOf({ key }: Pair): number {
  return (key as Node).range?.[0] ?? 0;
}

/** Offset of the end of a key with its value. */
export function endOf({ key, value }: Pair): number {
  return ((value ?? key) as Node).range?.[1] ?? 0;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset after the line break that ends the line at `offset`; `offset` itself if it already follows a line break. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function replacement(yaml: Yaml, text: string, pair: Pair, key: string, value: unknown): Edit {
  const start = startOf(pair);
  const end = endOf(pair);
  const flow = yaml.isCollection(pair.value) && pair.value.flow === true;
  const words = pairText(yaml, key, value, start - lineStart(text, start), flow);
  return { start, end, words: text[end - 1] === '\n' ? `${words}\n` : words };
}

function insertion(
  yaml: Yaml,
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  order: readonly string[],
): Edit {
  const earlier = order.slice(0, order.indexOf(key));
  const above = map.items.findLast((pair) => earlier.includes(keyOf(yaml, pair))) ?? map.items.at(-1);
  const first = map.items[0];
  if (above === undefined || first === undefined)
    throw new Error('an event without fields passed the schema');
  const start = startOf(first);
  const indent = start - lineStart(text, start);
  const at = lineEnd(text, endOf(above));
  const begin = text[at - 1] === '\n' ? '' : '\n';
  return {
    start: at,
    end: at,
    words: `${begin}${' '.repeat(indent)}${pairText(yaml, key, value, indent, false)}\n`,
  };
}

/**
 * Removes a field with its line. If the line begins with the hyphen of the event, the hyphen moves to the next line.
 */
function removal(text: string, pair: Pair): Edit {
  const start = startOf(pair);
  const line = lineStart(text, start);
  const end = lineEnd(text, endOf(pair));
  if (text.slice(line, start).trim() === '') return { start: line, end, words: '' };
  const indent = /^ */.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + indent, words: '' };
}

/** The YAML text of a field at an indentation; the first line is not indented. */
function pairText(yaml: Yaml, key: string, value: unknown, indent: number, flow: boolean): string {
  const document = new yaml.Document({ [key]: value }, NO_ALIASES);
  styleDocument(yaml, document, flow);
  const lines = document.toString(STYLE).replace(/\n$/, '').split('\n');
  return lines
    .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(indent) + line))
    .join('\n');
}

/** Writes a repeated value in full each time, without aliases. */
export const NO_ALIASES = { aliasDuplicateObjects: false } as const;

/** No line wrapping, and no spaces inside brackets. */
export const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Empty lines at the end of a text: a block scalar would seem to end before them. */
const EMPTY_END = /\n[^\S\n]*\n$/;

/** Text that some YAML readers might take for a number, a date or a boolean. */
const AMBIGUOUS = /^[-+.\d][-+.,:/_~?%\dTZex ]*$|^(?:~|y|n|yes|no|on|off|true|false|null)$/i;

/**
 * Writes lists of scalars on one line, and quotes ambiguous text and text that ends with empty lines.
 *
 * @param flow also writes nested groups on one line
 */
export function styleDocument(yaml: Yaml, document: Document, flow: boolean): void {
  yaml.visit(document, {
    Seq(_, node) {
      node.flow = node.items.every((item) => yaml.isScalar(item));
    },
    Map(_, node, path) {
      if (flow && path.length > 1) node.flow = true;
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

function newBlock(yaml: Yaml, event: Event): string {
  const value = Object.fromEntries(
    Object.entries(event).filter(([, value]) => !isGroup(value) || Object.keys(value).length > 0),
  );
  const document = new yaml.Document([value], NO_ALIASES);
  styleDocument(yaml, document, false);
  return document.toString(STYLE);
}

/** Rewrites a file from its nodes if its layout cannot be split. Comments are preserved; line breaks may change. */
function rebuilt(
  yaml: Yaml,
  text: string,
  events: readonly Event[],
  oldEvents: ReadonlyMap<string, Event>,
): string {
  const document = yaml.parseDocument(text.replaceAll('\r\n', '\n'));
  const list: unknown = document.contents;
  if (!yaml.isSeq(list)) throw new Error('an events file without a list passed the schema');
  const nodes = new Map(list.items.map((item) => [idOf(yaml, item), item]));
  list.flow = events.length === 0;
  list.items = events.map((event) => {
    const node = nodes.get(event.id);
    const before = oldEvents.get(event.id);
    if (before !== undefined && isDeepStrictEqual(before, event))
      return node ?? document.createNode(event, NO_ALIASES);
    if (!yaml.isMap(node) || before === undefined) return document.createNode(event, NO_ALIASES);
    const values = new Map<string, unknown>(Object.entries(event));
    for (const [key, value] of Object.entries(before)) {
      if (values.get(key) === undefined) node.delete(key);
      else if (isDeepStrictEqual(value, values.get(key))) values.delete(key);
    }
    for (const [key, value] of values) node.set(key, document.createNode(value, NO_ALIASES));
    return node;
  });
  return document.toString(STYLE);
}
