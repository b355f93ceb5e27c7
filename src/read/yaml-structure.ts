import { EVENT_ID, getScalarValue, type Event as YamlEvent } from 'js-yaml';
import type { Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import { ellipsis, LIMITS } from '../model/index.ts';
import { positionsIn } from '../text/index.ts';
import { messageOf } from './messages.ts';
import { startOf } from './yaml-events.ts';

/** The keys of an open group, and whether the next node is a key; undefined for a list or the document. */
type Open = { keys: Map<string, number>; keyIsNext: boolean } | undefined;

/**
 * Reports valid YAML that datasets must not use: aliases, tags, duplicate keys, keys that are not scalars, a second
 * document.
 *
 * @param events the parser events of the text
 */
export function structureProblems(events: readonly YamlEvent[], text: string, file: string): Problem[] {
  const positionOf = positionsIn(text);
  const problems: Problem[] = [];
  const report = (offset: number, said: Message): void => {
    problems.push({ ...said, at: { file, ...positionOf(offset) } });
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
