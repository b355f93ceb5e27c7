import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import { allEvents, DRAFT, type Event, type Programme, withEvents } from '../model/index.ts';
import { editionNames, readDataset as readFolder } from '../read/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import { messageOf } from './messages.ts';

export interface ReadDatasetOptions {
  /** Folder of the dataset; `data` by default. */
  data?: string | undefined;
  /** Name of a frozen edition; the draft by default. */
  edition?: string | undefined;
}

/**
 * The dataset of an edition with its internal fields, for programs that edit datasets.
 *
 * @throws UserError with every problem of every file
 *
 * @example
 * ```ts
 * import { readDataset } from 'programme';
 *
 * const { themes } = await readDataset({ edition: '1' });
 * console.log(themes[0]?.events[0]?.id !== undefined); // true
 * ```
 */
export function readDataset({ data = 'data', edition = DRAFT }: ReadDatasetOptions = {}): Promise<Programme> {
  return readFolder(data, edition);
}

/**
 * Names of the frozen editions, oldest first.
 *
 * @example
 * ```ts
 * import { listEditions } from 'programme';
 *
 * console.log((await listEditions()).join()); // 1
 * ```
 */
export function listEditions({ data = 'data' }: { data?: string | undefined } = {}): Promise<string[]> {
  return editionNames(data);
}

/** A place for an event: its theme and the event that it follows; without such an event, the beginning of the theme. */
export interface EventSpot {
  theme: string;
  after?: string | undefined;
}

/** The state of an event before and after an edit. */
export interface EventEdit {
  /** Id of the event. */
  id: string;
  /** The event as it was read; undefined for a new event. */
  before?: Event | undefined;
  /** The new state of the event; undefined to remove it. */
  after?: Event | undefined;
  /** The place of a new or moved event; not needed if the event is not moved. */
  spot?: EventSpot | undefined;
}

export interface EditOptions {
  /** Folder of the dataset; `data` by default. */
  data?: string | undefined;
  /** Edits of different events, or a function that makes them from the draft as it is read for the edit. */
  edits: readonly EventEdit[] | ((draft: Programme) => readonly EventEdit[]);
}

/** An event that has changed since it was read. */
export interface EditConflict {
  id: string;
  /** The current state of the event; missing if it was removed. */
  now?: Event;
}

export interface EditResult {
  /** Paths of the written files. */
  written: readonly string[];
  /** Events that were changed by others since they were read. If there are any, nothing was written. */
  conflicts: readonly EditConflict[];
  /** The edits that undo the edits of this call, in the same order; empty after a conflict. */
  undo: readonly EventEdit[];
}

/**
 * Edits events of the draft. Only the lines that differ are changed in the files.
 *
 * @throws UserError when an event would be invalid, or the files cannot be written
 *
 * @example
 * ```ts
 * import { edit, readDataset } from 'programme';
 *
 * const [before] = (await readDataset()).themes[0]?.events ?? [];
 * if (before !== undefined) {
 *   const after = { ...before, title: `${before.title} (updated)` };
 *   const { written, conflicts } = await edit({ edits: [{ id: before.id, before, after }] });
 *   console.log(written.length, conflicts.length); // 1 0
 * }
 * ```
 */
export function edit({ data = 'data', edits: given }: EditOptions): Promise<EditResult> {
  return changeDataset(data, async (): Promise<Decision<EditResult>> => {
    const draft = await readFolder(data, DRAFT);
    const edits = typeof given === 'function' ? given(draft) : given;
    const conflicts = conflictsIn(draft, edits);
    if (conflicts.length > 0) return { files: [], result: { written: [], conflicts, undo: [] } };
    const undo = edits.map((one) => undoing(draft, one));
    const files = await draftFiles(data, draft, edits.reduce(withEdit, draft));
    return { files, result: { written: files.map(({ path }) => path), conflicts, undo } };
  });
}

function conflictsIn(draft: Programme, edits: readonly EventEdit[]): EditConflict[] {
  return edits.flatMap(({ id, before }) => {
    const now = eventIn(draft, id);
    return isDeepStrictEqual(now, before) ? [] : [{ id, ...(now !== undefined && { now }) }];
  });
}

function eventIn(programme: Programme, id: string): Event | undefined {
  return allEvents(programme).find((event) => event.id === id);
}

function spotIn({ themes }: Programme, id: string): EventSpot | undefined {
  for (const { theme, events } of themes) {
    const index = events.findIndex((event) => event.id === id);
    if (index >= 0) return { theme: theme.id, after: events[index - 1]?.id };
  }
  return undefined;
}

/** The edit that undoes an edit of the draft. */
function undoing(draft: Programme, { id, before, after, spot }: EventEdit): EventEdit {
  const moves = spot !== undefined || after === undefined;
  return {
    id,
    before: after,
    after: before,
    ...(before !== undefined && moves && { spot: spotIn(draft, id) }),
  };
}

function withEdit(draft: Programme, { id, after, spot }: EventEdit): Programme {
  if (after !== undefined && after.id !== id)
    throw new UserError(messageOf('event-id-changed', { id }), { event: id, field: 'id' });
  if (spot === undefined && after !== undefined && eventIn(draft, id) !== undefined)
    return withEvents(draft, (events) => events.map((event) => (event.id === id ? after : event)));
  const without = withEvents(draft, (events) => events.filter((event) => event.id !== id));
  return after === undefined ? without : inserted(without, after, spot);
}

function inserted(draft: Programme, event: Event, spot: EventSpot | undefined): Programme {
  const ids = draft.themes.map(({ theme }) => theme.id);
  if (spot === undefined || !ids.includes(spot.theme))
    throw new UserError(messageOf('event-without-theme', { id: event.id, themes: ids }), { event: event.id });
  const themes = draft.themes.map(({ theme, events }) => {
    if (theme.id !== spot.theme) return { theme, events };
    // If the event to follow is missing, the new event is placed last.
    const found = events.findIndex(({ id }) => id === spot.after);
    const index = spot.after === undefined ? 0 : found < 0 ? events.length : found + 1;
    return { theme, events: events.toSpliced(index, 0, event) };
  });
  return { ...draft, themes };
}
