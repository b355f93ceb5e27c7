import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event as YamlEvent } from 'js-yaml';
import type { Position } from '../errors.ts';
import { valueAt } from '../model/index.ts';
import { positionsIn } from '../text/index.ts';

/** The keys and list indexes that lead to a value in a YAML document. */
export type Path = readonly (string | number)[];

/** Returns the value at a path; undefined if there is none. */
export function valueAtPath(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);
}

/**
 * Creates a function that returns the line and column of the value at a path in a valid YAML text. If the path does not
 * exist, the function returns the position of its nearest existing ancestor. The position of a value in a mapping is
 * the position of its key.
 */
export function locator(text: string): (path: Path) => Position {
  const events = parseEvents(text, {});
  const positionOf = positionsIn(text);
  const known = new Map<number, Children>();
  return (path) => {
    let index = ROOT;
    let offset = 0;
    for (const step of path) {
      const parent = index;
      const children = valueAt(known, parent, () => childrenOf(events, parent, text));
      const child = children.get(String(step));
      if (child === undefined) break;
      offset = startOf(events[child.at]) ?? offset;
      index = child.value;
    }
    return positionOf(offset);
  };
}

/** The index of the first parser event after the document event. */
const ROOT = 1;

/**
 * The children of a list or mapping, by index or key. For each child, `at` is the index of the parser event of its key
 * (in a list, of the item itself), and `value` is the index of the parser event of its value.
 */
type Children = ReadonlyMap<string, { at: number; value: number }>;

function childrenOf(events: readonly YamlEvent[], parent: number, text: string): Children {
  const children = new Map<string, { at: number; value: number }>();
  const isGroup = events[parent]?.type === EVENT_ID.MAPPING;
  let depth = opens(events[parent]) ? 1 : 0;
  let key: number | undefined;
  for (let index = parent + 1; depth > 0; index++) {
    const event = events[index];
    if (event?.type === EVENT_ID.POP) depth--;
    else {
      if (depth === 1 && !isGroup) children.set(String(children.size), { at: index, value: index });
      else if (depth === 1 && key === undefined) key = index;
      else if (depth === 1 && key !== undefined) {
        const name = events[key];
        if (name?.type === EVENT_ID.SCALAR)
          children.set(getScalarValue(text, name), { at: key, value: index });
        key = undefined;
      }
      if (opens(event)) depth++;
    }
  }
  return children;
}

function opens(event: YamlEvent | undefined): boolean {
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE;
}

const QUOTED: ReadonlySet<number> = new Set([SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED]);

/**
 * The offset of the first character of a value, including its quotation mark; undefined if the text contains no value.
 */
export function startOf(event: YamlEvent | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.SCALAR:
      return event.valueStart < 0 ? undefined : event.valueStart - (QUOTED.has(event.style) ? 1 : 0);
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return undefined;
  }
}
