/**
 * The messages between the page and the server of the desk. The page imports only the types; the server checks each
 * request with the schemas.
 */
import * as z from 'zod';
import type { ReadablePart } from '../compare/index.ts';
import { type Change, type Event, type Field, FORMAT_NAMES, type Lang } from '../index.ts';
import type { SettingsView } from './settings-api.ts';

const Name = z.string().max(200);

/** The view of the programme that the pages show. */
export const ViewSchema = z.strictObject({
  edition: Name.default('draft'),
  lang: Name.optional(),
  /** Shows only the events with a common value: the property and the key of the value. */
  by: Name.optional(),
  value: Name.optional(),
  since: Name.optional(),
});
export type View = z.infer<typeof ViewSchema>;

/** A request for the dataset of an edition. */
export const DatasetQuerySchema = z.strictObject({ edition: Name.default('draft') });

/** The token from the address that the browser opened. */
export const TokenSchema = z.strictObject({ token: Name });

/** An event as in the files; the commands check its values. */
const EventSchema = z.looseObject({ id: Name }) as unknown as z.ZodType<Event>;

/** Edits of events, in the form that the function `edit` takes. */
export const EditSchema = z.strictObject({
  edits: z
    .array(
      z.strictObject({
        id: Name,
        before: EventSchema.optional(),
        after: EventSchema.optional(),
        spot: z.strictObject({ theme: Name, after: Name.optional() }).optional(),
      }),
    )
    .max(10_000),
});
export type Edits = z.infer<typeof EditSchema>;

/** The result of an edit: the edits that undo it, or the ids of events that have changed since they were read. */
export interface Edited {
  undo: Edits['edits'];
  conflicts: string[];
}

/** A new event: its title, its theme, the event that it follows, and the event to copy. */
export const AddSchema = z.strictObject({
  title: z.string().min(1).max(2000),
  theme: Name,
  after: Name.optional(),
  like: Name.optional(),
});
export type Addition = z.infer<typeof AddSchema>;

export interface Added extends Edited {
  id: string;
}

/** An event with the values as typed. */
export const ReadSchema = z.strictObject({ event: EventSchema });

/** The date and times that the program reads from an event, in the language of the page. */
export interface Reading {
  /** The planned date, and the date in calendars if the event has one, in words. */
  date?: string;
  calendar?: string;
  /** The times at which it takes place. */
  times: string[];
}

/** A file to download: its format, and its content. */
export const FileSchema = ViewSchema.extend({ format: z.enum(FORMAT_NAMES) });

/** The property by which all extracts are made, with their edition and language. */
export const PartsSchema = ViewSchema.pick({ edition: true, lang: true }).extend({ parts: Name });
export type PartsQuery = z.infer<typeof PartsSchema>;

/** An edition to freeze; with `dryRun`, the files are only listed. */
export const FreezeSchema = z.strictObject({ name: Name, dryRun: z.boolean() });

/** The result of a freeze: the files and proofs of the edition, or the gates that the draft has not passed. */
export interface Frozen extends Proofs {
  /** The published PDF, Word and HTML files first. */
  files: string[];
  notReady: SaidGate[];
}

/** Checksums that prove the content of an edition later. */
export interface Proofs {
  /** Fingerprint of its data. */
  fingerprint?: string;
  /** Digest of its published files. */
  published?: string;
}

/** A frozen edition. Its proofs are missing if its lock cannot be read. */
export interface SaidEdition extends Proofs {
  edition: string;
}

/** A gate of publishing, with its messages. */
export interface SaidGate {
  id: string;
  state: 'passed' | 'failed' | 'not checked';
  title: TranslatedProblem;
  why: TranslatedProblem[];
  todo: TranslatedProblem[];
}

/** Two editions to compare. */
export const CompareSchema = z.strictObject({ from: Name, to: Name });
export type ComparedEditions = z.infer<typeof CompareSchema>;

/** The approval of changes since the last edition: their ids and the approver. */
export const ApproveSchema = z.strictObject({
  ids: z.array(Name).max(10_000),
  by: z.string().min(1).max(200),
});

/** A change between two editions, or of a proposal: the values of `diff --format json`, with texts to show. */
export interface DisplayedChange {
  /** Fingerprint of the change. */
  id: string;
  severity: Change['severity'];
  code: Change['kind'];
  /** What has changed, such as "Planned date" or "Event moved". */
  what: string;
  /** Where an event was moved, or the event from which it was split off. */
  note?: string;
  /** Id of the changed event in the draft. */
  event?: string;
  title: string;
  /** Title of the theme. */
  theme?: string;
  field?: string;
  lang?: Lang;
  /**
   * The words before and after the change: those of the changed field, or of all fields of an added or removed
   * object.
   */
  parts: readonly ReadablePart[];
  approvedBy?: string;
}

/** A finding of proofing, with the suggested correction. */
export interface DisplayedFinding extends TranslatedProblem {
  rule: string;
  severity: 'error' | 'warning' | 'note';
  words: string;
  offset: number;
  length: number;
  fix?: string;
}

/** A problem with its location, in the language of the page if the program has been translated into it. */
export interface TranslatedProblem {
  message: string;
  /** Identifies the message in every language. */
  code?: string;
  hint?: string;
  lang: Lang;
  file?: string;
  line?: number;
  /** Cell of a spreadsheet. */
  cell?: string;
  event?: string;
  field?: string;
}

/** The body of an error response. */
export interface Refusal {
  problems: TranslatedProblem[];
}

/** An event in the outline. */
export interface OutlineEvent {
  id: string;
  title: string;
  /** The planned date as printed. */
  date: string;
  /** The bodies or the place of the event, if other events have the same title. */
  about?: string;
  status?: Event['status'];
}

/** Events of the same theme or day. */
export interface OutlineGroup {
  id: string;
  title: string;
  events: string[];
}

/** The values by which the programme can be split into extracts. */
export interface ExtractGroup {
  by: string;
  title: string;
  values: { key: string; name: string; events: number }[];
}

/** The data of an edition for the page. */
export interface Dataset extends SettingsView {
  edition: string;
  /** Whether the edition is frozen. */
  isFrozen: boolean;
  /** Frozen editions, oldest first. */
  editions: string[];
  title: string;
  /** The main language and all languages of the programme. */
  language: Lang;
  languages: Lang[];
  fields: Field[];
  sides: { id: string; name: string }[];
  /** Headings of fields and sides by their ids. */
  headings: Record<string, string>;
  regions: { code: string; name: string; side: string }[];
  themes: OutlineGroup[];
  days: OutlineGroup[];
  events: OutlineEvent[];
  /** All events with all their fields. */
  values: Record<string, Event>;
  extracts: ExtractGroup[];
  /** Whether the dataset has the folder for a web server, which `freeze` makes. */
  hasSite: boolean;
}

/** A message in the stream of changes: the files of the dataset have changed. */
export interface Changed {
  state: string;
}
