/**
 * The messages between the page and the server of the desk. The page imports only the types; the server checks each
 * request with the schemas.
 */
import * as z from 'zod';
import type { SettingKey } from '../../languages/desk/index.ts';
import type { ReadablePart } from '../compare/index.ts';
import {
  type Change,
  type Event,
  type EventEdit,
  type Field,
  type Finding,
  type FirstRows,
  FORMAT_NAMES,
  type Gate,
  type Lang,
  type Preview,
  type ProposedChange,
  type Question,
  type Remainder,
  type SettingEdit,
  type Settings,
  type Standing,
} from '../index.ts';

const Name = z.string().max(200);
const Id = z.string().min(1).max(200);
const Person = z.string().trim().min(1).max(200);

/** The view of the programme that the page shows. */
export const ViewSchema = z.strictObject({
  edition: Name.default('draft'),
  lang: Name.optional(),
  /**
   * `by` and `value` limit the view to an extract: `by` is the property that its events share, `value` the key of the
   * shared value.
   */
  by: Name.optional(),
  value: Name.optional(),
  since: Name.optional(),
});
export type View = z.infer<typeof ViewSchema>;

/** A request for the dataset of an edition. */
export const DatasetQuerySchema = z.strictObject({ edition: Name.default('draft') });

/** The token from the address that the browser opened. */
export const TokenSchema = z.strictObject({ token: Name });

/** An event as it is stored in the files. The values of the event are checked by the commands, not by this schema. */
const EventSchema = z.looseObject({ id: Name }) as unknown as z.ZodType<Event>;

const EventEditSchema = z.strictObject({
  id: Name,
  before: EventSchema.optional(),
  after: EventSchema.optional(),
  spot: z.strictObject({ theme: Name, after: Name.optional() }).optional(),
});
const SettingEditSchema = z.strictObject({
  of: z.enum(['programme', 'design', 'texts']),
  key: Name,
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

/**
 * Edits either to events or to settings, in the form that the functions `edit` and `editSettings` take. The values are
 * checked by the commands, not by this schema.
 */
export const EditSchema = z.strictObject({
  edits: z.array(EventEditSchema).max(10_000).or(z.array(SettingEditSchema).max(100)),
});

/** An edit of an event or of a setting. */
export type Edit = EventEdit | SettingEdit;

/**
 * The result of an edit: either the edits that undo it or, if nothing was written, the ids of the events or the keys of
 * the settings that have changed since they were read.
 */
export interface Edited {
  undo: readonly Edit[];
  conflicts: string[];
}

/** A new event: its title, its theme, the event that it follows, and the event of which it is a copy. */
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

/** An event with the values that the user has typed so far. */
export const ReadSchema = z.strictObject({ event: EventSchema });

/** The date and the times that the program reads from the texts of an event, in the language of the page. */
export interface Reading {
  /** The planned date in words; `calendar` is the date in words that calendars use, if there is one. */
  date?: string;
  calendar?: string;
  /** The times at which the event takes place, in words. */
  times: string[];
}

/** A request for a file: its format, and the view that it contains. */
export const FileSchema = ViewSchema.extend({ format: z.enum(FORMAT_NAMES) });

/** A request for all extracts by a property: the property, the edition and the language. */
export const PartsSchema = ViewSchema.pick({ edition: true, lang: true }).extend({ parts: Name });
export type PartsQuery = z.infer<typeof PartsSchema>;

/** A request to freeze the draft as an edition. With `dryRun`, the files of the edition are only listed. */
export const FreezeSchema = z.strictObject({ name: Name, dryRun: z.boolean() });

/** The result of a freeze: either the files and proofs of the edition, or the gates that the draft has not passed. */
export interface Frozen extends Proofs {
  /** Names of the published files; PDF, Word and HTML files come first. */
  files: string[];
  notReady: SaidGate[];
}

/** Checksums that can later prove that the content of an edition is unchanged. */
export interface Proofs {
  /** Fingerprint of the data. */
  fingerprint?: string;
  /** Digest of the published files. */
  published?: string;
}

/** A frozen edition. Its proofs are missing if its lock cannot be read. */
export interface SaidEdition extends Proofs {
  edition: string;
}

/** A publishing gate, with its messages. */
export interface SaidGate extends Pick<Gate, 'id' | 'state'> {
  title: TranslatedProblem;
  why: TranslatedProblem[];
  todo: TranslatedProblem[];
}

/** Two editions to compare. */
export const CompareSchema = z.strictObject({ from: Name, to: Name });

/** An approval of changes since the last edition: the ids of the changes, and the name of the approver. */
export const ApproveSchema = z.strictObject({
  ids: z.array(Name).max(10_000),
  by: z.string().min(1).max(200),
});

/**
 * A change between two editions, or a change in a proposal: the values of `diff --format json`, and the texts to be
 * displayed.
 */
export interface DisplayedChange {
  /** Fingerprint of the change. */
  id: string;
  severity: Change['severity'];
  code: Change['kind'];
  /** What has changed, such as "Planned date" or "Event moved". */
  what: string;
  /** For a moved event, its new position; for a split-off event, the event from which it was split off. */
  note?: string;
  /** Id of the changed event in the draft. */
  event?: string;
  title: string;
  /** Title of the theme. */
  theme?: string;
  field?: string;
  lang?: Lang;
  /**
   * The texts of the changed field before and after the change; for an added or removed object, the texts of each of
   * its fields.
   */
  parts: readonly ReadablePart[];
  approvedBy?: string;
}

/** A proofreading finding, with the suggested correction. */
export interface DisplayedFinding
  extends TranslatedProblem,
    Pick<Finding, 'rule' | 'severity' | 'words' | 'offset' | 'length'> {
  fix?: string;
}

/** A problem with its location, in the language of the page if a translation exists. */
export interface TranslatedProblem {
  message: string;
  /** Code that identifies the message in every language. */
  code?: string;
  hint?: string;
  lang: Lang;
  file?: string;
  line?: number;
  /** Cell of the spreadsheet in which the problem occurs. */
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
  /** The bodies or the place of the event; present only if another event has the same title. */
  about?: string;
  status?: Event['status'];
}

/** Events that are in the same theme or take place on the same day. */
export interface OutlineGroup {
  id: string;
  title: string;
  events: string[];
}

/** A property by which the programme can be split into extracts, and the values of this property. */
export interface ExtractGroup {
  by: string;
  title: string;
  values: { key: string; name: string; events: number }[];
}

/** The data of an edition that the page needs. */
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
  /** Headings of fields and sides, by id. */
  headings: Record<string, string>;
  regions: { code: string; name: string; side: string }[];
  themes: OutlineGroup[];
  days: OutlineGroup[];
  events: OutlineEvent[];
  /** All events with all their fields. */
  values: Record<string, Event>;
  extracts: ExtractGroup[];
  /** Whether the dataset has a web folder, which `freeze` creates. */
  hasSite: boolean;
}

/** A message that the server streams to the page when the files of the dataset have changed. */
export interface Changed {
  state: string;
}

/**
 * A new part: its id if it is a predefined part, its title and text if it has any, and the part after which it is
 * placed.
 */
export const PartSchema = z.strictObject({
  kind: Name.optional(),
  title: z.string().max(2000),
  text: z.string().max(200_000),
  after: Name,
});
export type NewPart = z.infer<typeof PartSchema>;

/** A picture to be added, with its file name. */
export const PictureSchema = z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) });

/** A value in a form. */
export interface SettingField {
  key: SettingKey;
  /** A `text` has one value per language. */
  kind: 'words' | 'text' | 'choice' | 'colour' | 'date' | 'picture';
  /** The possible values of a choice, or suggestions for other kinds. */
  options: string[];
  isRequired: boolean;
  /** Whether the value can have several lines and contain emphasis. */
  isLong: boolean;
}

/** A part of the publication, as an entry in the outline. */
export interface OutlinePart {
  id: string;
  /** Title of the part; missing for parts whose title the page supplies. */
  title?: string;
  /** Whether the part is a text; other parts are generated from the data. */
  isText: boolean;
}

/** The parts of the publication and the forms for its settings; only a draft also has the settings themselves. */
export interface SettingsView {
  /** The settings; missing if the design cannot be read, or if the edition is frozen. */
  settings?: Settings;
  parts: OutlinePart[];
  forms: { title: SettingField[]; design: SettingField[] };
}

/** A list of events: its file name, and the answers to the questions about it, as JSON. */
export const ListSchema = z.strictObject({
  name: Id,
  answers: z
    .string()
    .max(10_000)
    .default('{}')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), z.string())),
  bytes: z.instanceof(Uint8Array),
});

/** An incoming file, and what to do with it. */
export const IncomingSchema = z.strictObject({
  ...ListSchema.shape,
  /** Whether to store the changes as a proposal; otherwise, they are only displayed. */
  keep: z.enum(['yes', 'no']),
});

/** The kind of a file, and the changes that the file contains. */
export interface SaidIncoming {
  sha256: string;
  /** The editions that published exactly these bytes. */
  published: readonly { edition: string; file: string }[];
  /** Editions that could not be searched, because their locks cannot be read. */
  notRead: readonly string[];
  /** The proposed changes; missing if an edition published the file, or if the file cannot be read as changes. */
  proposed?: DisplayedProposal & {
    /** Whether the proposal was stored by this import or by an earlier import of the same file. */
    kept: boolean;
    /** Number of changes that are already in the draft or in an earlier proposal. */
    done: number;
    known: number;
    /** Remarks on the file as a whole and on its cells. */
    remarks: readonly TranslatedProblem[];
  };
  /** The reasons why the file cannot be read as changes. */
  problems: readonly TranslatedProblem[];
  /** The open questions about a list. */
  questions: readonly SaidQuestion[];
}

export interface SaidQuestion
  extends TranslatedProblem,
    Pick<Question, 'name' | 'form' | 'evidence' | 'proposal'> {
  answers: readonly { value: string; evidence: readonly string[] }[];
}

/** A proposal in the list of proposals, with the number of its changes in each state. */
export interface ListedProposal {
  name: string;
  open: number;
  accepted: number;
  refused: number;
}

export const ProposalQuerySchema = z.strictObject({ name: Id });

/** A proposal, compared with the draft. */
export interface DisplayedProposal {
  name: string;
  /** The source file and its date; missing if the proposal has not been stored. */
  origin?: { file: string; date: string };
  changes: readonly SaidProposed[];
  /** Comments and texts without a position that are not marked as done. */
  remainders: readonly DisplayedRemainder[];
}

export interface DisplayedRemainder extends Pick<Remainder, 'event' | 'field' | 'by' | 'date'> {
  id: string;
  words: string;
  where?: string;
  kind: 'comment' | 'unplaced';
}

/** A proposed change, and its state in relation to the draft. */
export interface SaidProposed
  extends DisplayedChange,
    Pick<
      ProposedChange,
      'by' | 'date' | 'untracked' | 'unfinished' | 'source' | 'verdict' | 'decided' | 'written'
    > {
  /** The state in relation to the draft; missing if the change has been decided. */
  standing?: Standing;
  /**
   * For a conflict about a field: the text that was sent, the text of the draft and the proposed text. A text that does
   * not exist is empty.
   */
  texts?: { base?: string; ours?: string; theirs?: string };
  /** Whether the change must be decided individually, because it is a conflict or an outdated translation. */
  alone: boolean;
  /** The text with which editing starts; missing if the change does not concern a text. */
  words?: string;
}

/** Verdicts on the changes in a proposal. */
export const VerdictsSchema = z.strictObject({
  name: Id,
  by: Person,
  verdicts: z
    .array(
      z.strictObject({
        id: Id,
        verdict: z.enum(['accepted', 'refused', 'open']),
        words: z.string().max(100_000).exactOptional(),
      }),
    )
    .max(10_000),
  /** The states of the changes when they were displayed. */
  seen: z.record(Id, z.looseObject({ state: z.string() })),
  /** Ids of the comments and unplaced texts that the user has marked as done. */
  done: z.array(Id).max(10_000),
});

export type Verdicts = z.input<typeof VerdictsSchema>;

/** The proposal after the verdicts have been applied, and the verdicts that could not be applied. */
export interface Ruled {
  proposal: DisplayedProposal;
  problems: readonly TranslatedProblem[];
}

/**
 * A request for a file to send out: a Word file for corrections, or an XLIFF file for a translation into the language
 * of the view.
 */
export const SendSchema = ViewSchema.omit({ since: true }).extend({
  send: z.enum(['corrections', 'translation']),
});
export type Sending = z.input<typeof SendSchema>;

/** Information for the start page: whether the folder for which the desk was opened contains no programme yet. */
export interface Start {
  isNew: boolean;
}

/** The open questions about a list, and the programme that can be made from the list. */
export interface ListPreview {
  /** `isSafe` states that the proposed answer is used if the question is not answered. */
  questions: (SaidQuestion & { isSafe: boolean })[];
  sheets: readonly FirstRows[];
  /** Missing if no events are found before a question is answered. */
  found?: {
    columns: (Omit<Preview['columns'][number], 'why'> & { why?: TranslatedProblem })[];
    texts: Preview['texts'];
    events: number;
    themes: number;
    remarks: TranslatedProblem[];
  };
}
