import type { Memo, Memory, Recall } from '../memo.ts';
import type { Event } from '../model/event.ts';
import type { Theme } from '../model/programme.ts';
import type { Place } from '../model/reference.ts';
import type { Gazetteer } from '../reference/gazetteer.ts';
import type { Cell, Column, Entry, Paragraph, Section, Target } from './model.ts';

/** What documents of one language keep of the events from one build to the next. */
export interface DocumentMemory {
  /** Cells of the event's row. */
  cells: Recall<Event, readonly Cell[]>;
  /** The event's line in indexes. */
  entries: Recall<Event, Entry>;
  dates: Recall<Event, DatedEntry>;
  /** Places that the event names, by the id of the side. */
  places: Recall<Event, Map<string, readonly Place[]>>;
  /** Columns of the theme's table, and the section that it stands in. */
  columns: Recall<Theme, readonly Column[]>;
  sections: Recall<Theme, Section>;
  /** Names of the places of the list. */
  gazetteers: Recall<readonly Place[], Gazetteer>;
  /** Headings of groups of index entries, by the index and what they hold. */
  headings: Memo<string, Paragraph>;
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
    cells: memory.recall(),
    entries: memory.recall(),
    dates: memory.recall(),
    places: memory.recall(),
    columns: memory.recall(),
    sections: memory.recall(),
    gazetteers: memory.recall(),
    headings: memory.memo(HEADINGS_KEPT),
  };
}

/** A heading of an index, or the one that is kept of those in it that hold the same. */
export function keptHeading(index: Target, heading: Paragraph, { headings }: DocumentMemory): Paragraph {
  return headings.get(
    () => JSON.stringify([index, heading]),
    () => heading,
  );
}

const HEADINGS_KEPT = 10_000;
