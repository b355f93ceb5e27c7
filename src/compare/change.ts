import type { ChangeKind, ChangeSeverity, Field, Lang, OwnLabels, Region, Text } from '../model/index.ts';

/** What a comparison of two editions gives. Everything in it is plain data: reports print it, `diff --format json` writes it. */

/** A stretch of words that both editions have, or only one of them. */
export interface Segment {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/** A paragraph of the old text, of the new text or of both; it is of the old one if some segment is not `inserted`. */
export type ParagraphDiff = readonly Segment[];

/** The words of one field in one language; a field that is not words (`when`, `regions.french` …) has no language. */
export interface FieldWords {
  /** Path of the field, such as `title` or `bodies.french`. */
  field: string;
  lang?: Lang;
  /** Paragraphs are separated by line feeds. */
  words: string;
}

/** A field whose words differ. */
export interface Difference {
  /** What it is a field of. */
  about: 'programme' | 'side' | 'theme' | 'event' | 'region' | 'place';
  /** Id of the event, theme or side, code of the region, or name of the place: in the new edition, if it is there. */
  id?: string;
  field: string;
  lang?: Lang;
  words: { old?: string; new?: string };
}

/** Where an event, theme or side stands in the printed programme. */
export interface PrintedPlace {
  id: string;
  /** Counted from 1: an event over the whole programme, a theme among the themes, a side among the sides. */
  number: number;
  title: Text;
  /** Theme of an event. */
  theme?: { id: string; title: Text };
  /** Regions of an event, ISO 3166-2; the code of a country alone stands for all its regions. */
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
  /** 12 hexadecimal digits: the same as long as the change is the same. */
  fingerprint: string;
  /** The one that it had where the datasets were of an older format, if that was another one. */
  olderFingerprint?: string;
  about: 'programme' | 'side' | 'theme' | 'event';
  /** Id of the event, theme or side: in the new edition, or in the old one when it was removed. */
  id?: string;
  /** Id of the theme that the change is listed under: that of the new edition, if it is there. */
  theme?: string;
  /** Printed place of the event, theme or side in each edition that has it. */
  place: { old?: PrintedPlace; new?: PrintedPlace };
  /** Field that changed; added, removed and moved things have none. */
  field?: string;
  lang?: Lang;
  words: { old?: string; new?: string };
  /** Date for machines (EDTF) that moved with the words for it: with those of one language alone. */
  when?: { old?: string; new?: string };
  /** Word by word; empty where no single field changed. */
  paragraphs: readonly ParagraphDiff[];
  /** All fields of what was added or removed. */
  fields?: readonly FieldWords[];
  /** Id, in the new edition, of the event that an event was split off from. */
  splitFrom?: string;
  /** Id, in the new edition, of the event that a removed event went into. */
  mergedInto?: string;
  /** Id, in the new edition, of the event that it changed titles or ids with. */
  swappedWith?: string;
  /** The same value took the place of the same in all events that had it, two or more: whether it is another name for one thing, a person says. */
  everywhere?: true;
  approval?: Approval;
}

/** What a report says about one of the two editions. */
export interface EditionInfo {
  /** Its name, `draft`, or the name of a spreadsheet. */
  edition: string;
  /** It is a spreadsheet, which is no edition and has no date. */
  isFile?: true;
  /** YYYY-MM-DD. */
  date?: string;
  /** Language of texts that are plain strings. */
  language: Lang;
  title: Text;
  /** Labels of its own. */
  labels?: OwnLabels;
}

/** Two editions compared. */
export interface Comparison {
  old: EditionInfo;
  new: EditionInfo;
  /** Themes in printed order, those of the new edition first; `title` is the newest. */
  themes: readonly { id: string; title: Text }[];
  /** Fields of events, those of the new edition first. */
  fields: readonly Field[];
  /** Sides, those of the new edition first. */
  sides: readonly { id: string; name: Text; heading: Text }[];
  /** Parts that are texts, if there are some; those whose texts have no title are called by a label. */
  parts?: readonly { id: string; title?: Text }[];
  /** Names of the regions that changes speak of, by code. */
  regions: Readonly<Record<string, Region['names']>>;
  /** In printed order: programme, sides, then theme by theme. */
  changes: readonly Change[];
  /** Differences of the data that alter no printed words, and what a form of report cannot show. */
  untracked: readonly Difference[];
  /** Approvals, given since the old edition, of changes that are no more what they were; missing if there are none. */
  lapsed?: readonly (Approval & { fingerprint: string })[];
}

/** A change before it is judged: without severity, fingerprint and word diff. */
export type Draft = Pick<
  Change,
  'kind' | 'about' | 'id' | 'theme' | 'place' | 'field' | 'lang' | 'words' | 'fields'
> &
  Pick<Change, 'when' | 'splitFrom' | 'mergedInto' | 'swappedWith'>;
