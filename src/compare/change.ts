import type { ChangeKind, ChangeSeverity, Field, Lang, OwnLabels, Region, Text } from '../model/index.ts';

/**
 * The result of comparing two editions. This result is plain data, which reports print and `diff --format json` writes.
 */

/** A range of text that is in both editions or in only one of them. */
export interface Segment {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/**
 * A paragraph that is in the old text, in the new text, or in both. The old text contains the paragraph if one of its
 * segments is not `inserted`.
 */
export type ParagraphDiff = readonly Segment[];

/** The text of one field in one language. A field that is not text (`when`, `regions.french` …) has no language. */
export interface FieldWords {
  /** The path of the field, such as `title` or `bodies.french`. */
  field: string;
  lang?: Lang;
  /** The text; paragraphs are separated by line feeds. */
  words: string;
}

/** A field whose text differs between the editions. */
export interface Difference {
  /** The kind of object that has the field. */
  about: 'programme' | 'side' | 'theme' | 'event' | 'region' | 'place';
  /**
   * The id of the event, theme or side, the code of the region, or the name of the place: from the new edition if it
   * contains the object, otherwise from the old one.
   */
  id?: string;
  field: string;
  lang?: Lang;
  words: { old?: string; new?: string };
}

/** Where an event, theme or side is printed in the programme. */
export interface PrintedPlace {
  id: string;
  /**
   * The position, counted from 1: of an event in the whole programme, of a theme among the themes, or of a side among
   * the sides.
   */
  number: number;
  title: Text;
  /** The theme of an event. */
  theme?: { id: string; title: Text };
  /** The regions of an event as ISO 3166-2 codes; a country code stands for all regions of the country. */
  regions?: readonly string[];
}

/** An approval of a change. */
export interface Approval {
  by: string;
  /** The date of the approval, YYYY-MM-DD. */
  date: string;
  note?: string;
}

/** One change between two editions. */
export interface Change {
  kind: ChangeKind;
  severity: ChangeSeverity;
  /** 12 hexadecimal digits that identify the change; they depend only on its content. */
  fingerprint: string;
  /** The fingerprint that the change had in an older dataset format, if it differs. */
  olderFingerprint?: string;
  about: 'programme' | 'side' | 'theme' | 'event';
  /** The id of the event, theme or side: from the new edition, or from the old one if the object was removed. */
  id?: string;
  /**
   * The id of the theme under which the change is listed: from the new edition if it contains the theme, otherwise from
   * the old one.
   */
  theme?: string;
  /** The printed position of the event, theme or side in each edition that contains it. */
  place: { old?: PrintedPlace; new?: PrintedPlace };
  /** The changed field; absent for added, removed and moved objects. */
  field?: string;
  lang?: Lang;
  words: { old?: string; new?: string };
  /**
   * The EDTF date, if it changed together with the printed date. If the printed date changed in several languages, only
   * one of these changes contains the EDTF date.
   */
  when?: { old?: string; new?: string };
  /** The word diff; empty unless the change is to a single field. */
  paragraphs: readonly ParagraphDiff[];
  /** All fields of an added or removed object. */
  fields?: readonly FieldWords[];
  /** The id, in the new edition, of the event from which this event was split off. */
  splitFrom?: string;
  /** The id, in the new edition, of the event into which this removed event was merged. */
  mergedInto?: string;
  /** The id, in the new edition, of the event with which this event swapped titles or ids. */
  swappedWith?: string;
  /**
   * Whether all events that had the old value (at least two) have the same new value. A person must decide whether this
   * is only a new name for the same thing.
   */
  everywhere?: true;
  approval?: Approval;
}

/** One of the two sources of a comparison: an edition or a spreadsheet. */
export interface ComparedSource {
  /** The name of the edition, `draft`, or the name of the spreadsheet. */
  edition: string;
  /** Whether the source is a spreadsheet, which is not an edition and has no date. */
  isFile?: true;
  /** The date of the edition, YYYY-MM-DD. */
  date?: string;
  /** The language of texts that are plain strings. */
  language: Lang;
  title: Text;
  /** The labels that the programme overrides. */
  labels?: OwnLabels;
}

/** The comparison of two editions. */
export interface Comparison {
  old: ComparedSource;
  new: ComparedSource;
  /** Themes in printed order, those of the new edition first; each has its newest title. */
  themes: readonly { id: string; title: Text }[];
  /** The fields of events; those of the new edition come first. */
  fields: readonly Field[];
  /** The sides; those of the new edition come first. */
  sides: readonly { id: string; name: Text; heading: Text }[];
  /** The parts that are texts, if there are any. A part whose text has no title is shown with its label. */
  parts?: readonly { id: string; title?: Text }[];
  /** The names of the regions that the changes mention, by code. */
  regions: Readonly<Record<string, Region['names']>>;
  /** The changes in printed order: the programme, the sides, then each theme. */
  changes: readonly Change[];
  /** Differences in the data that do not change the printed text, and differences that a report format cannot show. */
  untracked: readonly Difference[];
  /**
   * Approvals given since the old edition that no longer apply, because the approved text has changed since; absent if
   * there are none.
   */
  lapsed?: readonly (Approval & { fingerprint: string })[];
}

/** A change whose severity, fingerprint and word diff have not been determined yet. */
export type UnratedChange = Pick<
  Change,
  'kind' | 'about' | 'id' | 'theme' | 'place' | 'field' | 'lang' | 'words' | 'fields'
> &
  Pick<Change, 'when' | 'splitFrom' | 'mergedInto' | 'swappedWith'>;
