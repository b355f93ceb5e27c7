import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
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
import { mergedList, STYLE, styledDocument, withValues } from './yaml-edits.ts';

/**
 * Returns the new texts of the events files whose events have changed, by theme id. Only the changed fields are
 * rewritten; comments, quotation marks, line breaks and the order of fields are preserved byte for byte. An event that
 * moves keeps its text and comments.
 *
 * @param texts the text of each theme's file; a theme without a file has none
 * @param before the events that the texts contain
 * @param after the new events, which are matched with the earlier events by id
 * @param config the fields and sides of the programme
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
  const order = Object.keys(eventShape(config));
  const oldEvents = new Map(before.flatMap(({ events }) => events.map((event) => [event.id, event])));
  const blocks = new Map<string, Block>();
  const files = new Map<string, EventsText>();
  // If an event has moved, its previous theme has changed as well, so only the files of changed themes have to be
  // parsed.
  for (const { theme } of changed) {
    const file = splitEvents((texts.get(theme.id) ?? NEW_FILE).replaceAll('\r\n', '\n'));
    if (file === undefined) continue;
    files.set(theme.id, file);
    for (const block of file.blocks) blocks.set(block.id, block);
  }
  const results = new Map<string, string>();
  for (const { theme, events } of changed) {
    const text = texts.get(theme.id) ?? NEW_FILE;
    const source = files.get(theme.id);
    const spliced = source === undefined ? undefined : joinEvents(source, events, oldEvents, blocks, order);
    if (spliced !== undefined) requireReadable([[eventsFile(theme.id), spliced]]);
    const good = spliced !== undefined && (await holds(spliced, events, config));
    const result = good ? spliced : rebuilt(text, old.get(theme.id) ?? [], events);
    if (!good && !(await holds(result, events, config)))
      throw new Error(`events of the theme ${theme.id} cannot be written`);
    results.set(theme.id, text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result);
  }
  return results;
}

const NEW_FILE = '[]\n';

/** The text of a new events file that contains the given events. */
export function eventsText(events: readonly Event[]): string {
  return events.length === 0 ? NEW_FILE : events.map(newBlock).join('\n');
}

async function holds(text: string, events: readonly Event[], config: HasFields): Promise<boolean> {
  try {
    const parsed = eventsFileSchema(config).safeParse(await parseYaml(text, ''));
    return parsed.success && isDeepStrictEqual(parsed.data, events);
  } catch {
    return false;
  }
}

/** The lines of an event, and the comments above it. */
interface Block {
  id: string;
  /** Empty lines before the event; undefined for the first event of a file. */
  lead: string | undefined;
  text: string;
}

/** An events file, split into its events. */
interface EventsText {
  head: string;
  blocks: readonly Block[];
  tail: string;
}

/**
 * Splits the text of a YAML list, such as an events file, into its items; undefined if the list is not in block style
 * (one hyphen per item).
 */
export function splitEvents(text: string): EventsText | undefined {
  const document = parseDocument(text, { keepSourceTokens: true });
  const list = document.contents;
  if (document.errors.length > 0 || !isSeq(list)) return undefined;
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
    const item = list.items[index];
    const id = isMap(item) ? item.get('id') : undefined;
    return {
      id: typeof id === 'string' ? id : '',
      lead: index === 0 ? undefined : lead,
      text: whole.slice(lead.length),
    };
  });
  return { head: text.slice(0, starts[0]), blocks, tail: text.slice(end) };
}

/**
 * The offset of the first of the consecutive lines above `offset` that match a pattern and are not indented more deeply
 * than the list.
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

function joinEvents(
  { head, blocks: ownBlocks, tail }: EventsText,
  events: readonly Event[],
  oldEvents: ReadonlyMap<string, Event>,
  blocks: ReadonlyMap<string, Block>,
  order: readonly string[],
): string {
  if (events.length === 0) return `${head}${NEW_FILE}${tail}`;
  const usualLead = ownBlocks.find(({ lead }) => lead !== undefined)?.lead ?? '\n';
  const texts = events.map((event, index) => {
    const block = blocks.get(event.id);
    const before = oldEvents.get(event.id);
    const text =
      block === undefined || before === undefined
        ? newBlock(event)
        : editBlock(block.text, before, event, order);
    const lead = index === 0 ? '' : (block?.lead ?? usualLead);
    return lead + (text.endsWith('\n') ? text : `${text}\n`);
  });
  return head + texts.join('') + tail;
}

/** The text of an event with its changed fields replaced. */
function editBlock(text: string, before: Event, after: Event, order: readonly string[]): string {
  const { contents } = parseDocument(text);
  const event = isSeq(contents) ? contents.items[0] : undefined;
  return isMap(event) ? withValues(text, event, written(before), written(after), order) : text;
}

/** The properties of an event that are written to its file. Empty objects are omitted. */
function written(event: Event): object {
  const isEmpty = (value: unknown): boolean => isDeepStrictEqual(value, {});
  return Object.fromEntries(Object.entries(event).filter(([, value]) => !isEmpty(value)));
}

function newBlock(event: Event): string {
  return styledDocument([written(event)]).toString(STYLE);
}

/**
 * The text of a file that is written anew from its YAML nodes, because it cannot be split into events. Comments are
 * preserved, but line breaks may change.
 */
function rebuilt(text: string, before: readonly Event[], events: readonly Event[]): string {
  const document = parseDocument(text.replaceAll('\r\n', '\n'));
  const list = document.contents;
  if (!isSeq(list)) throw new Error('an events file without a list passed the schema');
  list.flow = events.length === 0;
  mergedList(list, before, events);
  return document.toString(STYLE);
}
