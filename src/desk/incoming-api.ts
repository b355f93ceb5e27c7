/**
 * The messages between the page and the server of the desk about incoming and outgoing files. The page imports only the
 * types.
 */
import * as z from 'zod';
import type { ProposedChange, Question, Remainder, Standing } from '../index.ts';
import { type DisplayedChange, type TranslatedProblem, ViewSchema } from './api.ts';

const Name = z.string().min(1).max(200);
const Person = z.string().trim().min(1).max(200);
const Ids = z.array(Name).max(10_000);

/** A list of events: its name, and answers to its questions, as JSON. */
export const ListSchema = z.strictObject({
  name: Name,
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

/** An incoming file, and the action to perform on it. */
export const IncomingSchema = z.strictObject({
  ...ListSchema.shape,
  /** Whether its changes are stored as a proposal; otherwise they are only displayed. */
  keep: z.enum(['yes', 'no']),
});

/** The kind of a file, and the changes that it contains. */
export interface SaidIncoming {
  sha256: string;
  /** The editions that published exactly this file. */
  published: readonly { edition: string; file: string }[];
  /** Editions whose records cannot be read. */
  notRead: readonly string[];
  /** The proposed changes; missing if an edition published the file, or if it cannot be read as changes. */
  proposed?: DisplayedProposal & {
    /** Whether it is stored, by this or an earlier import of the same file. */
    kept: boolean;
    /** Numbers of changes that are already in the draft, or in an earlier proposal. */
    done: number;
    known: number;
    /** Remarks on the whole file and on its cells. */
    remarks: readonly TranslatedProblem[];
  };
  /** The reason why it cannot be read as changes. */
  problems: readonly TranslatedProblem[];
  /** The open questions about a list. */
  questions: readonly SaidQuestion[];
}

export interface SaidQuestion
  extends TranslatedProblem,
    Pick<Question, 'name' | 'form' | 'evidence' | 'proposal'> {
  answers: readonly { value: string; evidence: readonly string[] }[];
}

/** A proposal with or without verdicts. */
export interface ListedProposal {
  name: string;
  open: number;
  accepted: number;
  refused: number;
}

export const ProposalQuerySchema = z.strictObject({ name: Name });

/** A proposal, compared with the draft. */
export interface DisplayedProposal {
  name: string;
  /** The source file and its date; missing if the proposal is not stored. */
  origin?: { file: string; date: string };
  changes: readonly SaidProposed[];
  /** Comments and texts without a position that are not marked as done. */
  remainders: readonly DisplayedRemainder[];
}

export interface DisplayedRemainder
  extends Pick<Remainder, 'words' | 'where' | 'event' | 'field' | 'by' | 'date'> {
  id: string;
  kind: 'comment' | 'unplaced';
}

/** A proposed change, and its state relative to the draft. */
export interface SaidProposed
  extends DisplayedChange,
    Pick<
      ProposedChange,
      'by' | 'date' | 'untracked' | 'unfinished' | 'source' | 'verdict' | 'decided' | 'written'
    > {
  /** The state relative to the draft; missing if the change is decided. */
  standing?: Standing;
  /**
   * For a conflict about a field: its text as sent, in the draft and as proposed; each is empty if there is no text.
   */
  texts?: { base?: string; ours?: string; theirs?: string };
  /** Whether it can only be decided individually: a conflict or an outdated translation. */
  alone: boolean;
  /** The text with which editing starts; missing if the change is not about a text. */
  words?: string;
}

/** Verdicts on changes of a proposal. */
export const VerdictsSchema = z.strictObject({
  name: Name,
  by: Person,
  verdicts: z
    .array(
      z.strictObject({
        id: Name,
        verdict: z.enum(['accepted', 'refused', 'open']),
        words: z.string().max(100_000).exactOptional(),
      }),
    )
    .max(10_000),
  /** The states of these changes at the time when they were displayed. */
  seen: z.record(Name, z.looseObject({ state: z.string() })),
  /** Ids of the comments and unplaced texts that the user marks as done. */
  done: Ids,
});

export type Verdicts = z.input<typeof VerdictsSchema>;

/** The proposal after the verdicts, and the verdicts that could not be applied. */
export interface Ruled {
  proposal: DisplayedProposal;
  problems: readonly TranslatedProblem[];
}

/** An outgoing file: a Word file for corrections, or an XLIFF file for a translation into the language of the view. */
export const SendSchema = ViewSchema.omit({ since: true }).extend({
  send: z.enum(['corrections', 'translation']),
});
export type Sending = z.input<typeof SendSchema>;
