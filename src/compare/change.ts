import type { ChangeKind, ChangeSeverity, Field, Lang, OwnLabels, Region, Text } from '../model/index.ts';

/**
 * The result of a comparison of two editions. All of it is plain data: reports print it, `diff --format json` writes
 * it.
 */

/** A range of text that is in both editions, or only in one of them. */
export interface Segment {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/**
 * A paragraph of the old text, the new text or both; it belongs to the old text if one of its segments is not
 * `inserted`.
 */
export type ParagraphDiff = readonly Segment[];

/** The text of one field in one language. A field that is not text (`when`, `regions.french` …) has no language. */
export interface FieldWords {
  /** Path of the field, such as `title` or `bodies.french`. */
  field: string;
  lang?: Lang;
  /** Paragraphs are separated by line feeds. */
  words: string;
}

/** A field whose text differs. */
export interface Difference {
  /** The kind of object that has the field. */
  about: 'programme' | 'side' | 'theme' | 'event' | 'region' | 'place';
  /**
   * Id of the event, theme or side, code of the region, or name of the place: from the new edition if it exists
   * there.
   */
  id?: string;
  field: string;
  lang?: Lang;
  words: { old?: string; new?: string };
}

/** Position of an event, theme or side in the printed programme. */
export interface PrintedPlace {
  id: string;
  /** Counted from 1: an event in the whole programme, a theme among the themes, a side among the sides. */
  number: number;
  title: Text;
  /** Theme of an event. */
  theme?: { id: string; title: Text };
  /** Regions of an event, ISO 3166-2; a country code without a region means all its regions. */
  regions?: readonly string[];
}

/** An approval of a change. */
export interface Approval {
  by: string;
  /** YYYY-MM-DD. */
  date: string;
  note?: string;
}

/** One change between two editions. */
export interface Change {
  kind: ChangeKind;
  severity: ChangeSeverity;
  /** 12 hexadecimal digits; they stay the same as long as the change is the same. */
  fingerprint: string;
  /** The fingerprint in an older dataset format, if it differs. */
  olderFingerprint?: string;
  about: 'programme' | 'side' | 'theme' | 'event';
  /** Id of the event, theme or side: from the new edition, or from the old one if it was removed. */
  id?: string;
  /** Id of the theme under which the change is listed: from the new edition if it exists there. */
  theme?: string;
  /** Printed position of the event, theme or side in each edition that contains it. */
  place: { old?: PrintedPlace; new?: PrintedPlace };
  /** The changed field; absent for added, removed and moved objects. */
  field?: string;
  lang?: Lang;
  words: { old?: string; new?: string };
  /** Date in EDTF that changed together with the printed date; only set in the change of one language. */
  when?: { old?: string; new?: string };
  /** Word diff; empty unless a single field changed. */
  paragraphs: readonly ParagraphDiff[];
  /** All fields of an added or removed object. */
  fields?: readonly FieldWords[];
  /** Id, in the new edition, of the event from which this event was split off. */
  splitFrom?: string;
  /** Id, in the new edition, of the event into which a removed event was merged. */
  mergedInto?: string;
  /** Id, in the new edition, of the event with which it swapped titles or ids. */
  swappedWith?: string;
  /**
   * All events with the old value, two or more, have the same new value. Whether that is a new name for the same thing
   * is for a person to decide.
   */
  everywhere?: true;
  approval?: Approval;
}

/** One of the two sources of a comparison: an edition or a spreadsheet. */
export interface ComparedSource {
  /** Name of the edition, `draft`, or name of a spreadsheet. */
  edition: string;
  /** Whether it is a spreadsheet, which is not an edition and has no date. */
  isFile?: true;
  /** YYYY-MM-DD. */
  date?: string;
  /** Language of texts that are plain strings. */
  language: Lang;
  title: Text;
  /** Custom labels. */
  labels?: OwnLabels;
}

/** The comparison of two editions. */
export interface Comparison {
  old: ComparedSource;
  new: ComparedSource;
  /** Themes in printed order, first the themes of the new edition, each with its newest title. */
  themes: readonly { id: string; title: Text }[];
  /** Fields of events, first the fields of the new edition. */
  fields: readonly Field[];
  /** Sides, first the sides of the new edition. */
  sides: readonly { id: string; name: Text; heading: Text }[];
  /** Parts that are texts, if any; a part whose text has no title is named by a label. */
  parts?: readonly { id: string; title?: Text }[];
  /** Names of the regions in the changes, by code. */
  regions: Readonly<Record<string, Region['names']>>;
  /** In printed order: programme, sides, then theme by theme. */
  changes: readonly Change[];
  /** Differences in the data that do not change printed text, and differences that a report format cannot show. */
  untracked: readonly Difference[];
  /**
   * Approvals since the old edition that no longer match, because the changes have been modified; absent if there are
   * none.
   */
  lapsed?: readonly (Approval & { fingerprint: string })[];
}

/** A change without severity, fingerprint and word diff. */
export type UnratedChange = Pick<
  Change,
  'kind' | 'about' | 'id' | 'theme' | 'place' | 'field' | 'lang' | 'words' | 'fields'
> &
  Pick<Change, 'when' | 'splitFrom' | 'mergedInto' | 'swappedWith'>;
