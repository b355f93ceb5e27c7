/**
 * The messages between the page and the server of the desk about files: those that come back from others, and those
 * that are sent to them. The page imports only the types.
 */
import * as z from 'zod';
import type { ProposedChange, Question, Remainder, Standing } from '../index.ts';
import { type Said, type SaidChange, ViewSchema } from './api.ts';

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

/** A file in hand, and what to do with it. */
export const IncomingSchema = z.strictObject({
  ...ListSchema.shape,
  /** Whether its changes are stored as a proposal; otherwise they are only shown. */
  keep: z.enum(['yes', 'no']),
});

/** What a file is, and what it would change. */
export interface SaidIncoming {
  sha256: string;
  /** The editions that published exactly this file. */
  published: readonly { edition: string; file: string }[];
  /** Editions whose records cannot be read. */
  notRead: readonly string[];
  /** What it proposes; missing if an edition published it, or if it cannot be read as changes. */
  proposed?: SaidProposal & {
    /** Whether it is stored, now or by an earlier import of the same file. */
    kept: boolean;
    /** Numbers of changes that are already in the draft, or in an earlier proposal. */
    done: number;
    known: number;
    /** Remarks on the whole file and on its cells. */
    remarks: readonly Said[];
  };
  /** Why it cannot be read as changes. */
  problems: readonly Said[];
  /** What a list leaves open. */
  questions: readonly SaidQuestion[];
}

export interface SaidQuestion extends Said, Pick<Question, 'name' | 'form' | 'evidence' | 'proposal'> {
  answers: readonly { value: string; evidence: readonly string[] }[];
}

/** A proposal that waits for verdicts, or has them. */
export interface ListedProposal {
  name: string;
  open: number;
  accepted: number;
  refused: number;
}

export const ProposalQuerySchema = z.strictObject({ name: Name });

/** A proposal, compared with the draft. */
export interface SaidProposal {
  name: string;
  /** The file that it comes from, and its date; missing if it is not stored. */
  origin?: { file: string; date: string };
  changes: readonly SaidProposed[];
  /** Comments and texts without a position that are not marked as done. */
  remainders: readonly SaidRemainder[];
}

export interface SaidRemainder
  extends Pick<Remainder, 'words' | 'where' | 'event' | 'field' | 'by' | 'date'> {
  id: string;
  kind: 'comment' | 'unplaced';
}

/** A proposed change, and how it compares with the draft. */
export interface SaidProposed
  extends SaidChange,
    Pick<
      ProposedChange,
      'by' | 'date' | 'untracked' | 'unfinished' | 'source' | 'verdict' | 'decided' | 'written'
    > {
  /** The state relative to the draft; missing if it is decided. */
  standing?: Standing;
  /** The texts that it starts from and ends in. */
  base?: string;
  theirs?: string;
  /** Whether it can only be decided on its own: a conflict, an outdated translation. */
  alone: boolean;
  /** The text with which editing starts; missing if it cannot be edited. */
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
  /** The standing of each of these changes when it was shown. */
  seen: z.record(Name, z.looseObject({ state: z.string() })),
  /** Comments and texts that are done. */
  done: Ids,
});

export type Verdicts = z.input<typeof VerdictsSchema>;

/** The proposal after verdicts, and those that could not be given. */
export interface Ruled {
  proposal: SaidProposal;
  problems: readonly Said[];
}

/** A file for others: a Word file for corrections, or an XLIFF file for a translation into the language of the view. */
export const SendSchema = ViewSchema.omit({ since: true }).extend({
  send: z.enum(['corrections', 'translation']),
});
export type Sending = z.input<typeof SendSchema>;
