import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import { openProgramme, withValueAt } from '../exchange/index.ts';
import { allEvents, DRAFT, type Event, type Programme, withEvents } from '../model/index.ts';
import { editionNames, readDataset as readFolder } from '../read/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import { messageOf } from './messages.ts';

export interface ReadDatasetOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of a frozen edition; by default the draft. */
  edition?: string | undefined;
}

/**
 * The dataset of an edition with its internal fields, for programs that edit datasets.
 *
 * @throws UserError with every problem in every file
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

/**
 * A position for an event: its theme, and the event that it follows. An event that follows no other is the first in its
 * theme.
 */
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
  /** The new state of the event; undefined if the event is to be removed. */
  after?: Event | undefined;
  /** The position of a new or moved event; not needed if the event stays where it is. */
  spot?: EventSpot | undefined;
}

export interface EditOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Edits, each of a different event, or a function that derives the edits from the draft that is being edited. */
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
  /** Events that somebody else has changed since they were read. If there is a conflict, nothing was written. */
  conflicts: readonly EditConflict[];
  /** The edits that undo this call, in the order of the given edits; empty if there was a conflict. */
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
    const open = openProgramme(draft).events;
    const conflicts = edits.flatMap(({ id, before }) => {
      const now = open.get(id)?.event;
      return isDeepStrictEqual(now, before) ? [] : [{ id, ...(now !== undefined && { now }) }];
    });
    if (conflicts.length > 0) return { files: [], result: { written: [], conflicts, undo: [] } };
    const undo = edits.map(({ id, before, after, spot }): EventEdit => {
      const moves = before !== undefined && (spot !== undefined || after === undefined);
      return { id, before: after, after: before, ...(moves && { spot: open.get(id)?.spot }) };
    });
    const files = await draftFiles(data, draft, edits.reduce(withEdit, draft));
    return { files, result: { written: files.map(({ path }) => path), conflicts, undo } };
  });
}

function withEdit(draft: Programme, { id, after, spot }: EventEdit): Programme {
  if (after !== undefined && after.id !== id)
    throw new UserError(messageOf('event-id-changed', { id }), { event: id, field: 'id' });
  if (spot === undefined && after !== undefined && allEvents(draft).some((event) => event.id === id))
    return withEvents(draft, (events) => events.map((event) => (event.id === id ? after : event)));
  const without = withEvents(draft, (events) => events.filter((event) => event.id !== id));
  if (after === undefined) return without;
  const ids = draft.themes.map(({ theme }) => theme.id);
  if (spot === undefined || !ids.includes(spot.theme))
    throw new UserError(messageOf('event-without-theme', { id, themes: ids }), { event: id });
  const themes = without.themes.map(({ theme, events }) => ({
    theme,
    events: theme.id === spot.theme ? withValueAt(events, [id], after, spot.after) : events,
  }));
  return { ...draft, themes };
}
