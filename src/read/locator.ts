import { EVENT_ID, getScalarValue, parseEvents, type Event as YamlEvent } from 'js-yaml';
import { type Position, positionsIn } from './positions.ts';
import { startOf } from './yaml-events.ts';

/** Keys and list indexes that lead to a value inside a YAML document. */
export type Path = readonly (string | number)[];

/**
 * A function that gives line and column of the value at a path of a YAML text that can be read, or of its nearest ancestor that
 * stands there. A path that ends in a key of a group is placed at the key.
 */
export function locator(text: string): (path: Path) => Position {
  const events = parseEvents(text, {});
  const positionOf = positionsIn(text);
  const known = new Map<number, readonly number[]>();
  /** Indexes of the events that begin the direct children of a list or group. */
  const childrenOf = (index: number): readonly number[] => {
    let children = known.get(index);
    if (children === undefined) {
      children = directChildren(events, index);
      known.set(index, children);
    }
    return children;
  };
  return (path) => {
    let index = 1;
    let offset = 0;
    for (const step of path) {
      const event = events[index];
      if (event?.type === EVENT_ID.MAPPING) {
        const children = childrenOf(index);
        const at = children.findIndex((child, position) => {
          const key = events[child];
          return (
            position % 2 === 0 && key?.type === EVENT_ID.SCALAR && getScalarValue(text, key) === String(step)
          );
        });
        const [key, value] = [events[children[at] ?? -1], children[at + 1]];
        if (key === undefined || value === undefined) break;
        offset = startOf(key) ?? offset;
        index = value;
      } else if (event?.type === EVENT_ID.SEQUENCE && typeof step === 'number') {
        const child = childrenOf(index)[step];
        const item = child === undefined ? undefined : events[child];
        if (child === undefined || item === undefined) break;
        offset = startOf(item) ?? offset;
        index = child;
      } else break;
    }
    return positionOf(offset);
  };
}

function directChildren(events: readonly YamlEvent[], parent: number): number[] {
  const children: number[] = [];
  let depth = 0;
  for (let index = parent + 1; index < events.length; index++) {
    const type = events[index]?.type;
    if (type === EVENT_ID.POP) {
      if (depth === 0) break;
      depth--;
      continue;
    }
    if (depth === 0) children.push(index);
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
  }
  return children;
}
