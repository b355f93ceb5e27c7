/** Moves events into chronological order or to the section of past events, and back to their printed positions. */
import type { Item } from './items.ts';

export interface Group {
  heading?: string;
  items: readonly Item[];
}

let timeline: HTMLElement | undefined;
let past: HTMLDetailsElement | undefined;
let moved: readonly Item[] = [];

/**
 * @param last the section after which moved events are placed
 * @param byTime groups of events in chronological order, which replace the printed order
 * @param over past events, which are placed after all other events, in a section that readers can open
 */
export function arrange(
  items: readonly Item[],
  last: Element | null,
  byTime: { heading: string; groups: readonly Group[] } | undefined,
  over: { heading: string; items: readonly Item[] } | undefined,
): void {
  const wanted = [...(byTime?.groups.flatMap((group) => group.items) ?? []), ...(over?.items ?? [])];
  if (wanted.length !== moved.length || wanted.some((item, index) => moved[index] !== item)) {
    if (moved.length > 0) for (const { home, row } of items) home.append(row);
    timeline?.remove();
    const isOpen = past?.open ?? false;
    past?.remove();
    timeline =
      byTime &&
      element('section', 'by-time', titled('h2', byTime.heading), ...byTime.groups.flatMap(partsOf));
    past = over && element('details', 'past', element('summary', ''), ...partsOf({ items: over.items }));
    if (past !== undefined) past.open = isOpen;
    last?.after(...[timeline, past].filter((part) => part !== undefined));
    moved = wanted;
  }
  const line = past?.firstElementChild;
  if (line && over !== undefined) line.textContent = over.heading;
}

/**
 * The heading of a group, followed by the events of the group, in copies of the tables and lists that contain these
 * events.
 */
function partsOf({ heading, items }: Group): HTMLElement[] {
  const parts: HTMLElement[] = heading === undefined ? [] : [titled('h3', heading)];
  let before: { table: HTMLElement; home: HTMLElement } | undefined;
  for (const { row, table } of items) {
    if (before === undefined || before.table.className !== table.className) {
      const copy = emptyCopy(table);
      parts.push(copy.table);
      before = { table, home: copy.home };
    }
    before.home.append(row);
  }
  return parts;
}

function emptyCopy(table: HTMLElement): { table: HTMLElement; home: HTMLElement } {
  const copy = table.cloneNode() as HTMLElement;
  copy.classList.add('filtered');
  const head = table.querySelector('thead');
  if (head === null) return { table: copy, home: copy };
  const body = table.querySelector('tbody')?.cloneNode() as HTMLElement;
  copy.append(head.cloneNode(true), body);
  return { table: copy, home: body };
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...parts: readonly HTMLElement[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...parts);
  return made;
}

function titled(name: 'h2' | 'h3', words: string): HTMLElement {
  const heading = element(name, '');
  heading.textContent = words;
  return heading;
}
