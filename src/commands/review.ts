import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from '../compare/index.ts';
import type { Problem } from '../errors.ts';
import { DRAFT, type Programme, SETTINGS, withoutUndefined } from '../model/index.ts';
import {
  acceptWithoutConflict,
  asComparison,
  type Proposal,
  type ProposedChange,
  proposalFile,
  proposalText,
  type Remainder,
  type Reviewer,
  type Ruling,
  readProposal,
  readProposals,
  rule,
  type Standing,
  standingsOf,
} from '../proposal/index.ts';
import { readDataset } from '../read/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import { messageOf } from './messages.ts';
import { decidedBy, deciderMissing, type GivenVerdicts, type NamedVerdicts, rulingsOf } from './rulings.ts';
import { withSettingFiles } from './source-mapping.ts';
import { today } from './today.ts';

/** Verdicts on the changes in a proposal. */
export interface ReviewOptions extends NamedVerdicts {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the proposal. */
  name: string;
  /** Whether to accept every open change that is only typographic and does not conflict with the draft. */
  allTypographic?: boolean | undefined;
  /** Whether to accept every open change that does not conflict with the draft. */
  acceptAll?: boolean | undefined;
  /** Ids, as returned by `remaindersOf`, of comments and texts without a position to be marked as done. */
  tickOff?: readonly string[] | undefined;
  /**
   * The state of each change relative to the draft when it was shown. No verdict is stored for a change whose state has
   * changed since then.
   */
  seen?: ReadonlyMap<string, Standing> | undefined;
  /** Name of the person who decides. */
  by?: string | undefined;
  /** Date of the verdicts, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/** A proposal, compared with the draft. */
export interface ReviewResult extends GivenVerdicts {
  name: string;
  proposal: Proposal;
  draft: Programme;
  /** All its changes, compared with the draft. */
  comparison: Comparison;
  /** The state of each open change in relation to the draft, by id. */
  standings: ReadonlyMap<string, Standing>;
}

/**
 * Decides on the changes in a proposal: accepted changes are made in the draft, and the proposal stores the verdicts.
 * Either all files are changed or none.
 *
 * @throws UserError when the proposal or the draft cannot be read, no person is named, or the draft would not be valid
 *
 * @example
 * ```ts
 * import { propose, review } from 'programme';
 *
 * // `partner` is a copy of the folder of the dataset in which one title was changed.
 * await propose({ source: 'partner', write: true });
 * const { proposal } = await review({ name: 'partner', acceptAll: true, by: 'A. Editor' });
 * console.log(proposal.changes.map(({ verdict }) => verdict).join()); // accepted
 * ```
 */
export function review(options: ReviewOptions): Promise<ReviewResult> {
  return changeDataset(options.data ?? 'data', () => decided(options));
}

async function decided(options: ReviewOptions): Promise<Decision<ReviewResult>> {
  const { data = 'data', name, by, date = today(), tickOff = [], acceptAll, allTypographic } = options;
  const dataset = await readDataset(data, DRAFT);
  const { proposal } = await readProposal(data, name, dataset);
  const hasFiles = proposal.changes.some(({ kind }) => kind === SETTINGS);
  const draft = hasFiles ? await withSettingFiles(dataset, data) : dataset;
  const isMeant = ({ severity }: ProposedChange): boolean =>
    acceptAll === true || (allTypographic === true && severity === 'typographic');
  const wanted = rulingsOf(options, acceptWithoutConflict(draft, proposal, isMeant));
  const reviewed = (draft: Programme, proposal: Proposal, given: GivenVerdicts): ReviewResult => ({
    name,
    proposal,
    draft,
    comparison: asComparison(draft, proposal.changes),
    standings: standingsOf(proposal.changes, draft),
    ...given,
  });
  if (wanted.length === 0 && tickOff.length === 0)
    return { files: [], result: reviewed(draft, proposal, { ...decidedBy([]), problems: [], files: [] }) };
  if (by === undefined) throw deciderMissing();
  const judge = { by, date };
  const standings = standingsOf(proposal.changes, draft);
  const { rulings, outdated } = stillAsSeen(wanted, options.seen, standings, proposal);
  const ruled = rule(draft, ticked(proposal, new Set(tickOff), judge), rulings, judge);
  const files = isDeepStrictEqual(ruled.proposal, proposal)
    ? []
    : [
        ...(await draftFiles(data, draft, ruled.programme)),
        { path: proposalFile(data, name), bytes: await proposalText(ruled.proposal) },
      ];
  const before = new Set(proposal.changes);
  const changed = new Set(
    ruled.proposal.changes.flatMap((change) => (before.has(change) ? [] : [change.id])),
  );
  const given = {
    ...decidedBy(rulings.filter(({ id }) => changed.has(id))),
    problems: [...outdated, ...ruled.problems],
    files: files.map(({ path }) => path),
  };
  return { files, result: reviewed(ruled.programme, ruled.proposal, given) };
}

/** The verdicts on changes whose state has not changed since they were shown, and a problem for each other verdict. */
function stillAsSeen(
  wanted: readonly Ruling[],
  seen: ReadonlyMap<string, Standing> | undefined,
  now: ReadonlyMap<string, Standing>,
  { changes }: Proposal,
): { rulings: readonly Ruling[]; outdated: Problem[] } {
  if (seen === undefined) return { rulings: wanted, outdated: [] };
  const isAsSeen = ({ id }: Ruling): boolean => isDeepStrictEqual(seen.get(id), now.get(id));
  const outdated = wanted
    .filter((ruling) => !isAsSeen(ruling))
    .map(({ id }): Problem => {
      const { of: event, field } = changes.find((change) => change.id === id) ?? {};
      return {
        ...messageOf('change-without-verdict', { id, command: { command: ['review', 'NAME'] } }),
        at: withoutUndefined({ event, field }),
      };
    });
  return { rulings: wanted.filter(isAsSeen), outdated };
}

/**
 * The comments and texts without a position in a proposal that are not marked as done, each with an id.
 *
 * @example
 * ```ts
 * import { remaindersOf } from 'programme';
 *
 * const comments = [{ words: 'Which hall?' }];
 * console.log(remaindersOf({ comments, unplaced: [] }).map(({ id }) => id).join()); // comment-1
 * ```
 */
export function remaindersOf({
  comments,
  unplaced,
}: Readonly<Record<'comments' | 'unplaced', readonly Remainder[]>>) {
  const listed = (kind: 'comment' | 'unplaced', remainders: readonly Remainder[]) =>
    remainders.map((remainder, index) => ({ id: `${kind}-${index + 1}`, kind, remainder }));
  return [...listed('comment', comments), ...listed('unplaced', unplaced)].filter(
    ({ remainder }) => remainder.done === undefined,
  );
}

function ticked(proposal: Proposal, ids: ReadonlySet<string>, done: Reviewer): Proposal {
  const meant = new Set(
    remaindersOf(proposal).flatMap(({ id, remainder }) => (ids.has(id) ? remainder : [])),
  );
  const tick = (remainder: Remainder): Remainder =>
    meant.has(remainder) ? { ...remainder, done: { ...done } } : remainder;
  return { ...proposal, comments: proposal.comments.map(tick), unplaced: proposal.unplaced.map(tick) };
}

/**
 * The proposals that wait for verdicts, with the number of changes in each.
 *
 * @example
 * ```ts
 * import { listProposals } from 'programme';
 *
 * console.log((await listProposals()).length); // 0
 * ```
 */
export async function listProposals({
  data = 'data',
}: Pick<ReviewOptions, 'data'> = {}): Promise<
  { name: string; open: number; accepted: number; refused: number }[]
> {
  return (await readProposals(data)).map(({ name, proposal }) => {
    const count = (verdict: string): number =>
      proposal.changes.filter((change) => change.verdict === verdict).length;
    return { name, open: count('open'), accepted: count('accepted'), refused: count('refused') };
  });
}
