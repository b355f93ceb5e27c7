import {
  constructFromEvents,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  YAMLException,
  type Event as YamlEvent,
} from 'js-yaml';
import { type Problem, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { ellipsis, LIMITS } from '../model/index.ts';
import { positionsIn } from '../text/index.ts';
import { startOf } from './locator.ts';
import { messageOf } from './messages.ts';

/**
 * Decodes a UTF-8 file to text with LF line endings and without a byte order mark.
 *
 * @throws UserError if the bytes are not UTF-8, with the line of the first invalid byte.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new UserError(messageOf('file-not-utf8'), { file, line: firstLineNotUtf8(bytes) });
  }
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    from = end + 1;
  }
}

/**
 * Parses a YAML 1.2 document. Aliases and tags are refused: no dataset needs them, aliases can expand a small file to
 * unlimited size, and both usually result from missing quotation marks.
 *
 * @param counted the count of values in all files of the dataset, to which the values of this text are added
 * @throws UserError that lists all errors with line and column, or if there are too many values.
 */
export async function parseYaml(
  text: string,
  file: string,
  counted: ValueCount = new ValueCount(),
): Promise<unknown> {
  try {
    return readValue(text, file, counted);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { syntaxProblems } = await import('./yaml-syntax.ts');
    throw new UserError(syntaxProblems(text, file, error));
  }
}

/**
 * Counts the values of all texts that are in memory at the same time. The number of values is limited, because even a
 * short value takes a few hundred bytes.
 */
export class ValueCount {
  #signs = 0;

  /** @throws UserError if there are more values than a dataset may have */
  add(text: string, file: string): void {
    const sign = /[\n,[{]|[:?-] /g;
    while (sign.test(text)) {
      if (++this.#signs > LIMITS.yamlSigns)
        throw new UserError(messageOf('file-has-too-many-values', { most: LIMITS.yamlSigns }), { file });
    }
  }
}

function readValue(text: string, file: string, counted: ValueCount): unknown {
  counted.add(text, file);
  const events = parseEvents(text, { maxDepth: LIMITS.yamlDepth });
  if (events.length === 0) throw new UserError(messageOf('file-empty'), { file });
  const problems = structureProblems(events, text, file);
  if (problems.length > 0) throw new UserError(problems);
  return constructFromEvents(events, { source: text })[0];
}

/**
 * The keys of a mapping that has not ended yet, and whether its next node is a key; undefined for a list or the
 * document.
 */
type Open = { keys: Map<string, number>; keyIsNext: boolean } | undefined;

/**
 * Reports syntax that a YAML parser accepts but that is not allowed in datasets: aliases, tags, duplicate keys, keys
 * that are not scalars, and more than one document.
 *
 * @param events the parser events of the text
 */
function structureProblems(events: readonly YamlEvent[], text: string, file: string): Problem[] {
  const positionOf = positionsIn(text);
  const problems: Problem[] = [];
  const report = (offset: number, message: Message): void => {
    problems.push({ ...message, at: { file, ...positionOf(offset) } });
  };
  const open: Open[] = [];
  let documents = 0;
  let start = 0;
  for (const event of events) {
    if (problems.length === LIMITS.problems) break;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      open.push(undefined);
      documents++;
      continue;
    }
    start = startOf(event) ?? start;
    if (documents > 1 && open.length === 1) report(start, messageOf('yaml-second-document'));
    if (event.type === EVENT_ID.ALIAS) report(start, messageOf('yaml-alias'));
    else if (event.tagStart >= 0) report(event.tagStart, messageOf('yaml-tag'));
    const group = open.at(-1);
    if (group?.keyIsNext) {
      if (event.type === EVENT_ID.SCALAR) checkKey(group.keys, getScalarValue(text, event));
      else report(start, messageOf('yaml-key-not-word'));
    }
    if (group !== undefined) group.keyIsNext = !group.keyIsNext;
    if (event.type === EVENT_ID.MAPPING) open.push({ keys: new Map(), keyIsNext: true });
    if (event.type === EVENT_ID.SEQUENCE) open.push(undefined);
  }
  return problems;

  function checkKey(keys: Map<string, number>, key: string): void {
    const earlier = keys.get(key);
    if (key === '') report(start, messageOf('yaml-key-missing'));
    else if (earlier === undefined) keys.set(key, start);
    else
      report(
        start,
        messageOf('yaml-key-twice', { key: ellipsis(key), line: String(positionOf(earlier).line) }),
      );
  }
}
