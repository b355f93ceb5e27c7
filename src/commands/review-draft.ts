import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type ApprovalsFile,
  type Change,
  type Comparison,
  compare,
  lastVerdicts,
  markApproved,
} from '../compare/index.ts';
import { EDITION_FILE, lastEdition, readLocks } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  DRAFT,
  EVENT_WENT,
  namedPictures,
  type Programme,
  publicPart,
  withoutUndefined,
} from '../model/index.ts';
import {
  type OwnChanges,
  ownChanges,
  type ProposedChange,
  type Ruling,
  withChanges,
} from '../proposal/index.ts';
import { editionDir, readBytesIfThere, readDataset, statIfThere } from '../read/index.ts';
import { readApprovals, withApprovals } from './approvals-file.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { draftFiles } from './draft-files.ts';
import { messageOf } from './messages.ts';
import { decidedBy, type GivenVerdicts, isEdited, type NamedVerdicts, rulingsOf } from './rulings.ts';
import { today } from './today.ts';
import type { OutputFile } from './write-files.ts';

/** Verdicts on changes in the draft, which cannot be undone with `reopen`. */
export interface ReviewDraftOptions extends Omit<NamedVerdicts, 'reopen'> {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Whether to approve every change that is only typographic. */
  allTypographic?: boolean | undefined;
  /** Who is responsible for the verdicts. */
  by?: string | undefined;
  /** Date of the verdicts, YYYY-MM-DD; by default today. */
  date?: string | undefined;
}

/**
 * The changes since the last edition, and the verdicts on them. In `accepted`, `refused` and `edited`, changes have the
 * ids that they had before the verdicts were applied.
 */
export interface ReviewDraftResult extends GivenVerdicts {
  /** Name of the last edition; missing if there are no editions, and therefore no changes. */
  edition?: string;
  /** The current public part of the draft. */
  draft: Programme;
  comparison?: Comparison;
  /** The current verdict on each change, including verdicts from earlier calls, by fingerprint. */
  verdicts: ReadonlyMap<string, ApprovalsFile[number]>;
  /** Whether a change can be refused, that is, whether the text of the last edition can be restored. */
  canRefuse(change: Change): boolean;
}

/**
 * Decides on the changes in the draft since the last edition. Approvals are stored in `approvals.yaml`. Refusing a
 * change restores the text of the last edition in the draft, and stores the person and the reason in `approvals.yaml`.
 * A replacement text is written into the draft and approved. Either all files are changed or none.
 *
 * @throws UserError when the draft or the edition cannot be read, no person is named, or the draft would not be valid
 *
 * @example
 * ```ts
 * import { reviewDraft } from 'programme';
 *
 * const { accepted } = await reviewDraft({ allTypographic: true, by: 'A. Editor', why: 'looked through' });
 * console.log(accepted.length > 0); // true
 * ```
 */
export function reviewDraft(options: ReviewDraftOptions = {}): Promise<ReviewDraftResult> {
  return changeDataset(options.data ?? 'data', () => decided(options));
}

async function decided(options: ReviewDraftOptions): Promise<Decision<ReviewDraftResult>> {
  const { data = 'data', by, date = today(), allTypographic } = options;
  const whole = await readDataset(data, DRAFT);
  const draft = publicPart(whole);
  const none = { ...decidedBy([]), files: [] };
  const edition = lastEdition(await readLocks(data))?.edition;
  if (edition === undefined) {
    const result = { ...none, draft, verdicts: new Map(), canRefuse: () => false, problems: [] };
    return { files: [], result };
  }
  const approvals = await readApprovals(data);
  const last = await readDataset(data, edition);
  const comparison = markApproved(compare(publicPart(last), draft), approvals);
  const draftChanges = ownChanges(last, whole);
  const canRefuse = (change: Change): boolean => draftChanges.refusal(change) !== undefined;
  const earlier = lastVerdicts(approvals);
  const alike = comparison.changes.filter(
    ({ severity, approval }) => allTypographic && severity === 'typographic' && approval === undefined,
  );
  const wanted = rulingsOf(
    options,
    alike.map(({ fingerprint: id }) => ({ id, verdict: 'accepted' })),
  );
  const { rulings, problems } = known(wanted, comparison, earlier);
  const found = { edition, canRefuse };
  if (rulings.length === 0)
    return { files: [], result: { ...none, ...found, draft, comparison, verdicts: earlier, problems } };
  if (by === undefined) throw new UserError(messageOf('approver-missing'));
  const { given, make, others, refused } = decide(rulings, draftChanges, comparison.changes);
  const after = withChanges(whole, make, others);
  const now = publicPart(after);
  const compared = make.length === 0 ? comparison : compare(publicPart(last), now);
  const { entries, lost } = entriesOf(given, compared, { by, date });
  const changed = [
    ...(await draftFiles(data, whole, after)),
    ...(await pictureFiles(data, edition, whole, after)),
  ];
  const files = await withApprovals(changed, data, entries);
  const changedByOthers = lost.map((change) => {
    const { kind, fingerprint } = change;
    return on(change, messageOf('change-is-another', { kind, fingerprint, command: { command: ['diff'] } }));
  });
  const result = {
    ...found,
    draft: now,
    comparison: markApproved(compared, [...approvals, ...entries]),
    verdicts: lastVerdicts([...approvals, ...entries]),
    ...decidedBy(given.filter(({ change }) => !lost.includes(change))),
    problems: [...problems, ...refused, ...changedByOthers],
    files: files.map((file) => file.path),
  };
  return { files, result };
}

/** A verdict on an existing change. */
interface Decided extends Ruling {
  change: Change;
}

/**
 * The verdicts that can be applied: the change must exist, and must not already have the same verdict. For changes that
 * do not exist, a problem is returned.
 */
function known(
  rulings: readonly Ruling[],
  { changes }: Comparison,
  earlier: ReadonlyMap<string, ApprovalsFile[number]>,
): { rulings: Decided[]; problems: Problem[] } {
  const byId = new Map(changes.map((change) => [change.fingerprint, change]));
  const problems: Problem[] = [];
  const left = rulings.flatMap((ruling): Decided[] => {
    const { id, verdict, why } = ruling;
    const change = byId.get(id);
    if (change === undefined) {
      if (verdict !== 'refused' || earlier.get(id)?.verdict !== 'refused')
        problems.push(messageOf('draft-change-unknown', { id, command: { command: ['diff'] } }));
      return [];
    }
    const { approval } = change;
    const isSame = why === undefined || why === approval?.note;
    const isKnown = verdict === 'accepted' && approval !== undefined && isSame && !isEdited(ruling);
    return isKnown ? [] : [{ ...ruling, change }];
  });
  return { rulings: left, problems };
}

/**
 * Separates the verdicts that can be applied (`given`), with the changes to be made in the draft (`make`), from the
 * problems with the other verdicts (`refused`). `others` contains the events of the last edition that stay deleted: the
 * positions of restored events may refer to deleted events.
 */
function decide(rulings: readonly Decided[], draftChanges: OwnChanges, changes: readonly Change[]) {
  const [given, refused]: [Decided[], Problem[]] = [[], []];
  const [make, others]: [ProposedChange[], ProposedChange[]] = [[], []];
  const refusal = (change: Change): readonly ProposedChange[] => draftChanges.refusal(change) ?? [];
  for (const ruling of rulings) {
    const { change, verdict, words = '' } = ruling;
    const isRefused = verdict === 'refused';
    const isPlain = !isRefused && !isEdited(ruling);
    const made = isPlain
      ? []
      : isRefused
        ? draftChanges.refusal(change)
        : draftChanges.rewording(change, ruling);
    const { kind, fingerprint } = change;
    if (made === undefined) {
      const message = isRefused
        ? messageOf('change-not-refusable', { kind, fingerprint })
        : messageOf('change-takes-no-words', { kind, fingerprint, words });
      refused.push(on(change, message));
    } else {
      make.push(...made);
      given.push(ruling);
    }
  }
  // A restored event is placed after events of the last edition; some of these events may remain deleted.
  const went = ({ kind }: Change): boolean => EVENT_WENT.includes(kind);
  if (given.some(({ change, verdict }) => verdict === 'refused' && went(change)))
    others.push(...changes.filter(went).flatMap(refusal));
  return { given, refused, make, others };
}

const on = ({ id, field }: Change, message: Message): Problem => ({
  ...message,
  at: withoutUndefined({ event: id, field }),
});

/**
 * The entries for approvals.yaml that store verdicts, matched with the changes that exist after the verdicts were
 * applied. `lost` contains the approved changes that no longer exist.
 */
function entriesOf(
  given: readonly Decided[],
  { changes }: Comparison,
  { by, date }: { by: string; date: string },
): { entries: ApprovalsFile; lost: Change[] } {
  const lost: Change[] = [];
  const entry = ({ fingerprint }: Change, { why }: Ruling, verdict?: 'refused'): ApprovalsFile[number] => ({
    fingerprint,
    ...withoutUndefined({ verdict, by, date, note: why }),
  });
  const isAt = (a: Change, b: Change): boolean =>
    a.about === b.about && a.id === b.id && a.field === b.field && a.lang === b.lang;
  const isSame = (a: Change, b: Change): boolean =>
    isAt(a, b) &&
    isDeepStrictEqual([a.words, a.when, a.fields], [b.words, b.when, b.fields]) &&
    isDeepStrictEqual(Object.keys(a.place), Object.keys(b.place));
  const isAccepted = (ruling: Decided): boolean => ruling.verdict === 'accepted' && !isEdited(ruling);
  const approvals = given.filter(isAccepted).flatMap((ruling) => {
    const { change } = ruling;
    const still =
      changes.find(({ fingerprint }) => fingerprint === change.fingerprint) ??
      changes.find((now) => isSame(now, change));
    if (still === undefined) lost.push(change);
    return still === undefined ? [] : [entry(still, ruling)];
  });
  // If a changed text is replaced, the changed text is refused. If the replacement equals the text of the last edition,
  // no change remains.
  const refusals = given.filter(({ verdict }) => verdict === 'refused');
  const rewordings = given.filter(isEdited).flatMap((ruling) => {
    const now = changes.find((other) => isAt(other, ruling.change));
    const refused = entry(ruling.change, ruling, 'refused');
    return now === undefined ? [refused] : [refused, entry(now, ruling)];
  });
  const refused = refusals.map((ruling) => entry(ruling.change, ruling, 'refused'));
  return { entries: [...approvals, ...refused, ...rewordings], lost };
}

/** The pictures that restored texts use and that are no longer in the draft, read from the edition. */
async function pictureFiles(data: string, edition: string, before: Programme, after: Programme) {
  const named = namedPictures(before);
  const files: OutputFile[] = [];
  for (const file of namedPictures(after)) {
    const target = path.join(data, file);
    if (named.has(file) || (await statIfThere(target)) !== undefined) continue;
    const bytes = await readBytesIfThere(path.join(editionDir(data, edition), file), EDITION_FILE);
    if (bytes !== undefined) files.push({ path: target, bytes });
  }
  return files;
}
