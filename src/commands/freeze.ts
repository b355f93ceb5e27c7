import type { Comparison } from '../compare/index.ts';
import { publishedDigest, type WaivedGate } from '../edition/index.ts';
import { outcomeOf, type Problem, UserError, withProblems } from '../errors.ts';
import type { Message } from '../messages.ts';
import type { Status, WaivableGate } from '../model/index.ts';
import type { Gate } from '../report/index.ts';
import { copyPublished, type FreezePlan, planFreeze, type Waiver, writeFreeze } from './freeze-plan.ts';
import { messageOf } from './messages.ts';
import { publishSite, type Site } from './site.ts';
import { today } from './today.ts';

export interface FreezeOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the edition, such as `2`. */
  name: string;
  /** Name of the newest edition, to which the new edition is an erratum. */
  corrects?: string | undefined;
  /**
   * Statuses, keyed by event id. With `corrects`, the corrected edition is frozen again with these statuses, instead of
   * the draft. Requires `by`.
   */
  statuses?: ReadonlyMap<string, Status> | undefined;
  /**
   * An event property: the id of a field or side, or `region`, `theme`, `day`. An extract for each of its values is
   * also published.
   */
  extracts?: string | undefined;
  /** Gates that are allowed to fail. Requires `by` and `why`. */
  without?: readonly WaivableGate[] | undefined;
  /** Who is responsible for the statuses or the waived gates; stored in the lock. */
  by?: string | undefined;
  /** The reason; stored in the lock. */
  why?: string | undefined;
  /** Folder to which the published files are copied. */
  out?: string | undefined;
  /** Whether to report what would be written without writing it. */
  dryRun?: boolean | undefined;
  /** Date of an erratum that changes only statuses, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/** A frozen edition. */
export interface FreezeResult {
  name: string;
  /** `planned` with `dryRun`; `unchanged` if the edition already exists with the same data. */
  state: 'frozen' | 'unchanged' | 'planned';
  /** Paths of the files of the edition; empty if the edition is unchanged. */
  files: readonly string[];
  fingerprint: string;
  /** Digest of the published files, with which `verify` can compare them later. */
  published: string;
  /** veraPDF's result for the PDF files. */
  verapdf: Gate['state'];
  /** Waived gates that have not passed. */
  waived: readonly WaivedGate[];
  /** What the user should check before publishing the edition. */
  warnings: readonly Message[];
  /** Font files that the edition does not contain because they may not be redistributed. */
  elsewhere: readonly string[];
  /** The corrections that an erratum makes. */
  corrections?: Comparison;
  /** Fingerprints of the changes that an erratum approved because it changes only statuses. */
  approved: readonly string[];
  /** Ids of the events that get a new status but are not in the draft. */
  notInDraft: readonly string[];
  /** The web folder. */
  site?: Site;
  /** Paths of the copies in `out`. */
  copies: readonly string[];
  /** Problems that occurred after the freeze, while the web folder was being made or files were being copied. */
  problems: readonly Problem[];
}

/**
 * Freezes the draft as an edition, together with its published files, atomically. After that, makes the web folder and
 * copies the published files. Freezing the same data again is not an error.
 *
 * @throws UserError with every reason why the draft may not be frozen, or when the files cannot be written; then no
 *   edition is written
 * @throws NotReady with the gates of `ready` that the draft has not passed
 *
 * @example
 * ```ts
 * import { freeze, NotReady } from 'programme';
 *
 * try {
 *   const { fingerprint } = await freeze({ name: '2' });
 *   console.error(fingerprint);
 * } catch (error) {
 *   if (!(error instanceof NotReady)) throw error;
 *   console.log(error.gates.map(({ id }) => id).join(', ')); // changes
 * }
 * ```
 */
export async function freeze(options: FreezeOptions): Promise<FreezeResult> {
  const { data = 'data', name, out, dryRun = false } = options;
  const plan = await planOf(data, options);
  const { edition, lock } = plan;
  if (!dryRun) await writeFreeze(plan, data);
  const problems: Problem[] = [];
  const attempt = async <T>(done: Promise<T>): Promise<T | undefined> => {
    const outcome = await outcomeOf(done);
    if ('value' in outcome) return outcome.value;
    problems.push(...outcome.error.problems);
    return undefined;
  };
  // If the web folder cannot be made, only this step needs to be repeated, because the edition already exists.
  const command = { command: ['verify', '--publish'] };
  const notMade = (problem: Problem): Problem => ({
    ...problem,
    ...messageOf('site-not-made', { edition: name, why: problem.message, command }),
  });
  const site = dryRun ? undefined : await attempt(withProblems(publishSite(data), notMade));
  const isCopied = !dryRun && out !== undefined && problems.length === 0;
  const copies = isCopied ? await attempt(copyPublished(plan, data, out)) : [];
  return {
    name,
    state: dryRun ? 'planned' : edition === undefined ? 'unchanged' : 'frozen',
    files: (edition?.files ?? []).map((file) => `${edition?.folder}/${file.path}`),
    fingerprint: lock.fingerprint,
    published: publishedDigest(lock.published),
    verapdf: lock.verapdf,
    waived: lock.waived ?? [],
    warnings: plan.warnings ?? [],
    elsewhere: lock.elsewhere ?? [],
    ...(plan.corrections !== undefined && { corrections: plan.corrections }),
    approved: plan.approved ?? [],
    notInDraft: plan.notInDraft ?? [],
    ...(site !== undefined && { site }),
    copies: copies ?? [],
    problems,
  };
}

const CORRECTION = 'freeze 2.1 --corrects 2 --status EVENT=cancelled --by NAME --why WORDS'.split(' ');

/** Plans a freeze of the draft, or of the corrected edition with different statuses. */
async function planOf(data: string, options: FreezeOptions): Promise<FreezePlan> {
  const { name, corrects, statuses, extracts, by: approver, why, date = today() } = options;
  const plan = { data, name, corrects, by: extracts, waive: waiverOf(options) };
  if (statuses === undefined) return planFreeze(plan);
  if (corrects === undefined || approver === undefined)
    throw new UserError(messageOf('status-without-correction', { command: { command: CORRECTION } }));
  const { planErratum } = await import('./erratum.ts');
  return planErratum({ ...plan, corrects, statuses, approver, why, date });
}

/** @throws UserError when gates are waived without naming a person or a reason */
function waiverOf({ without: gates, by, why }: FreezeOptions): Waiver | undefined {
  if (gates === undefined) return undefined;
  if (by === undefined || why === undefined)
    throw new UserError(messageOf('without-needs-reason', { gates: gates.join(' --without ') }));
  return { gates: [...new Set(gates)], by, why };
}
