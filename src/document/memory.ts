import type { Memo, Memory, Recall } from '../memo.ts';
import type { Event } from '../model/event.ts';
import type { Place } from '../model/reference.ts';
import type { Cell, Entry, Paragraph } from './model.ts';

/** What documents of one language keep of the events from one build to the next. */
export interface DocumentMemory {
  /** Cells of the event's row. */
  cells: Recall<Event, readonly Cell[]>;
  /** The event's line in indexes. */
  entries: Recall<Event, Entry>;
  dates: Recall<Event, DatedEntry>;
  /** Places that the event names, by the id of the side. */
  places: Recall<Event, Map<string, readonly Place[]>>;
  /** Headings by where they stand and what they hold. */
  paragraphs: Memo<string, Paragraph>;
}

/** An event's line in the index of dates. */
export interface DatedEntry {
  entry: Entry;
  /** Place in time, as `edtfOrder` gives it. */
  order: string;
  /** The period that it stands under, EDTF. */
  period: string;
}

/** @param memory keeps what documents keep, if anything */
export function documentMemory(memory: Memory): DocumentMemory {
  return {
    cells: memory.recall(EVENTS_KEPT),
    entries: memory.recall(EVENTS_KEPT),
    dates: memory.recall(EVENTS_KEPT),
    places: memory.recall(EVENTS_KEPT),
    paragraphs: memory.memo(PARAGRAPHS_KEPT),
  };
}

/**
 * A paragraph, or the one that is kept of its place if it holds the same. Where one text stands in columns of several widths, each
 * has a paragraph of its own: a paragraph is kept as it was set last.
 */
export function keptParagraph(
  place: string,
  paragraph: Paragraph,
  { paragraphs }: DocumentMemory,
): Paragraph {
  return paragraphs.get(
    () => `${place} ${JSON.stringify(paragraph)}`,
    () => paragraph,
  );
}

const EVENTS_KEPT = 30_000;
const PARAGRAPHS_KEPT = 10_000;
