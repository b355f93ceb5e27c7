import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from '../compare/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { DRAFT, type Programme } from '../model/index.ts';
import {
  acceptWithoutConflict,
  asComparison,
  type Judge,
  type NamedProposal,
  openDraft,
  type Proposal,
  type ProposedChange,
  proposalFile,
  proposalText,
  type Remainder,
  type Ruling,
  readProposal,
  readProposals,
  rule,
  type Standing,
  standingOf,
} from '../proposal/index.ts';
import { readDataset } from '../read/index.ts';
import { draftFiles } from './draft-files.ts';
import { type NamedVerdicts, rulingsOf as namedRulings } from './rulings.ts';
import { writeFiles } from './write-files.ts';

/** Verdicts on the changes of a proposal that a call names. */
export interface ReviewOptions extends NamedVerdicts {
  /** Folder of the dataset. */
  data: string;
  /** Name of the proposal. */
  name: string;
  /** Accept every open change that is typographic alone and no conflict. */
  allTypographic?: boolean;
  /** Accept every open change that is no conflict. */
  acceptAll?: boolean;
  /** Ids of comments and words without a place to be ticked off, as `remaindersOf` gives them. */
  tickOff?: readonly string[];
  /** Who decides. */
  by?: string;
  /** Today, YYYY-MM-DD. */
  date: string;
}

/** A proposal beside the draft. */
export interface Reviewed {
  name: string;
  proposal: Proposal;
  draft: Programme;
  /** All its changes against the draft. */
  comparison: Comparison;
  /** How each open change stands to the draft, by id. */
  standings: ReadonlyMap<string, Standing>;
  /** Files that were written. */
  files: readonly string[];
  /** Verdicts that could not be given. */
  problems: readonly Problem[];
}

/**
 * Gives the verdicts that a call names: accepted changes are made in the draft, and the proposal keeps what was decided. All files
 * change together or none does.
 *
 * @throws UserError when the proposal or the draft cannot be read, nobody is named who decides, or the draft would not be valid
 */
export async function review(options: ReviewOptions): Promise<Reviewed> {
  const { data, name } = options;
  const [draft, { proposal }] = await Promise.all([readDataset(data, DRAFT), readProposal(data, name)]);
  const rulings = rulingsOf(options, draft, proposal);
  const { by, date, tickOff = [] } = options;
  if (rulings.length === 0 && tickOff.length === 0) return reviewed(draft, { name, proposal }, [], []);
  if (by === undefined) throw nobody();
  const judge = { by, date };
  const named = { name, proposal: ticked(proposal, new Set(tickOff), judge) };
  return decideAll({ data, draft, named, before: proposal, rulings, judge });
}

/** What stands beside the changes of a proposal and is not ticked off, each with an id. */
export function remaindersOf({
  comments,
  unplaced,
}: Proposal): { id: string; kind: 'comment' | 'unplaced'; remainder: Remainder }[] {
  const listed = (kind: 'comment' | 'unplaced', remainders: readonly Remainder[]) =>
    remainders.map((remainder, index) => ({ id: `${kind}-${index + 1}`, kind, remainder }));
  return [...listed('comment', comments), ...listed('unplaced', unplaced)].filter(
    ({ remainder }) => remainder.done === undefined,
  );
}

function ticked(proposal: Proposal, ids: ReadonlySet<string>, done: Judge): Proposal {
  const meant = new Set(
    remaindersOf(proposal)
      .filter(({ id }) => ids.has(id))
      .map(({ remainder }) => remainder),
  );
  const tick = (remainder: Remainder): Remainder =>
    meant.has(remainder) ? { ...remainder, done: { ...done } } : remainder;
  return { ...proposal, comments: proposal.comments.map(tick), unplaced: proposal.unplaced.map(tick) };
}

/** The refusal of verdicts that nobody gives. */
export const nobody = (): UserError =>
  new UserError({
    message: 'nobody is named who decides',
    hint: 'say --by NAME: it is kept with the verdict',
  });

/** Gives verdicts and writes what follows from them. */
async function decideAll({
  data,
  draft,
  named: { name, proposal },
  before,
  rulings,
  judge,
}: {
  data: string;
  draft: Programme;
  named: NamedProposal;
  /** The proposal as it is on the disk. */
  before: Proposal;
  rulings: readonly Ruling[];
  judge: Judge;
}): Promise<Reviewed> {
  const ruled = rule(draft, proposal, rulings, judge);
  const files = await draftFiles(data, draft, ruled.programme);
  const file = { path: proposalFile(data, name), bytes: await proposalText(ruled.proposal) };
  const changed = !isDeepStrictEqual(ruled.proposal, before);
  const written = changed ? [...files, file] : [];
  await writeFiles(written, data);
  return reviewed(
    ruled.programme,
    { name, proposal: ruled.proposal },
    written.map(({ path }) => path),
    ruled.problems,
  );
}

function rulingsOf(options: ReviewOptions, draft: Programme, proposal: Proposal): Ruling[] {
  const wanted = ({ severity }: ProposedChange): boolean =>
    options.acceptAll === true || (options.allTypographic === true && severity === 'typographic');
  return namedRulings(options, acceptWithoutConflict(draft, proposal, wanted));
}

function reviewed(
  draft: Programme,
  { name, proposal }: NamedProposal,
  files: readonly string[],
  problems: readonly Problem[],
): Reviewed {
  const opened = openDraft(draft);
  const open = proposal.changes.filter(({ verdict }) => verdict === 'open');
  return {
    name,
    proposal,
    draft,
    comparison: asComparison(draft, proposal.changes),
    standings: new Map(open.map((change) => [change.id, standingOf(change, opened)])),
    files,
    problems,
  };
}

/** The proposals that wait for verdicts, with the numbers of their changes. */
export async function listProposals(
  data: string,
): Promise<{ name: string; open: number; accepted: number; refused: number }[]> {
  return (await readProposals(data)).map(({ name, proposal }) => {
    const count = (verdict: string): number =>
      proposal.changes.filter((change) => change.verdict === verdict).length;
    return { name, open: count('open'), accepted: count('accepted'), refused: count('refused') };
  });
}

/** What others wrote beside the texts in the files that came back: internal notes, each with its proposal. */
export async function commentsOn(data: string): Promise<Remainder[]> {
  return (await readProposals(data)).flatMap(({ name, proposal }) =>
    proposal.comments
      .filter(({ done }) => done === undefined)
      .map((comment) => ({
        ...comment,
        where: [comment.where, name].filter((part) => part !== undefined).join(' · '),
      })),
  );
}
