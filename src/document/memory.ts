import type { Memo, Memory, Recall } from '../memo.ts';
import type { Event } from '../model/event.ts';
import type { Theme } from '../model/programme.ts';
import type { Place } from '../model/reference.ts';
import type { Gazetteer } from '../reference/gazetteer.ts';
import type { Cell, Column, Entry, Paragraph, Section } from './model.ts';

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
  /** Headings of groups of index entries, by what they hold. */
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
    cells: memory.recall(EVENTS_KEPT),
    entries: memory.recall(EVENTS_KEPT),
    dates: memory.recall(EVENTS_KEPT),
    places: memory.recall(EVENTS_KEPT),
    columns: memory.recall(THEMES_KEPT),
    sections: memory.recall(THEMES_KEPT),
    gazetteers: memory.recall(GAZETTEERS_KEPT),
    headings: memory.memo(HEADINGS_KEPT),
  };
}

/** A heading, or the one that is kept of those that hold the same. */
export function keptHeading(heading: Paragraph, { headings }: DocumentMemory): Paragraph {
  return headings.get(
    () => JSON.stringify(heading),
    () => heading,
  );
}

const EVENTS_KEPT = 30_000;
const THEMES_KEPT = 100;
const GAZETTEERS_KEPT = 1;
const HEADINGS_KEPT = 10_000;
