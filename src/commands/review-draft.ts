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
import { DRAFT, EVENT_WENT, namedPictures, type Programme, publicPart } from '../model/index.ts';
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
import { rulingsOf } from './rulings.ts';
import type { OutputFile } from './write-files.ts';

export interface DraftReviewOptions {
  /** Folder of the dataset. */
  data: string;
  /** Fingerprints of changes to be approved, and of those to be refused. */
  accept?: readonly string[];
  refuse?: readonly string[];
  /** Verdicts given one by one; none of them takes one back. */
  verdicts?: readonly Ruling[];
  /** Approve every change that is typographic alone. */
  allTypographic?: boolean;
  /** Who answers for them. */
  by?: string;
  why?: string;
  /** Today, YYYY-MM-DD. */
  date: string;
}

/** The changes since the last edition, with what was decided on them. */
export interface DraftReview {
  /** Name of the last edition; without one there is nothing to decide on. */
  edition?: string;
  /** The public part of the draft, as it is now. */
  draft: Programme;
  comparison?: Comparison;
  /** The verdict that counts on each change, of earlier ones too, by fingerprint. */
  verdicts: ReadonlyMap<string, ApprovalsFile[number]>;
  /** Whether the words of the last edition can be put back in the place of a change. */
  canRefuse(change: Change): boolean;
  /** Fingerprints of the changes that were decided on now, as they were before. */
  approved: readonly string[];
  refused: readonly string[];
  edited: readonly string[];
  /** Verdicts that could not be given. */
  problems: readonly Problem[];
  /** Files that were written. */
  files: readonly string[];
}

/**
 * The changes of the draft since the last edition, with verdicts on those that are named: approvals stand in `approvals.yaml`; refusing a
 * change puts the words of the last edition back into the draft, and keeps who did it and why in `approvals.yaml`, too. Words that are given
 * instead are put into the draft and approved. All files change together or none does.
 *
 * @throws UserError when the draft or the edition cannot be read, nobody is named who answers, or the draft would not be valid
 */
export function reviewDraft(options: DraftReviewOptions): Promise<DraftReview> {
  return changeDataset(options.data, () => decided(options));
}

async function decided(options: DraftReviewOptions): Promise<Decision<DraftReview>> {
  const { data, by, date } = options;
  const whole = await readDataset(data, DRAFT);
  const draft = publicPart(whole);
  const none = { approved: [], refused: [], edited: [], files: [] };
  const edition = lastEdition(await readLocks(data))?.edition;
  const undecided = (result: Omit<DraftReview, keyof typeof none>): Decision<DraftReview> => ({
    files: [],
    result: { ...none, ...result },
  });
  if (edition === undefined)
    return undecided({ draft, verdicts: new Map(), canRefuse: () => false, problems: [] });
  const approvals = await readApprovals(data);
  const last = await readDataset(data, edition);
  const comparison = markApproved(compare(publicPart(last), draft), approvals);
  const own = ownChanges(last, whole);
  const canRefuse = (change: Change): boolean => own.refusal(change) !== undefined;
  const earlier = lastVerdicts(approvals);
  const { rulings, problems } = known(wanted(options, comparison), comparison, earlier);
  if (rulings.length === 0)
    return undecided({ edition, draft, comparison, verdicts: earlier, canRefuse, problems });
  if (by === undefined)
    throw new UserError({
      message: 'nobody is named who answers for it',
      hint: 'say --by NAME: it is kept with the verdict',
    });
  const decided = decide(rulings, own, comparison.changes);
  const after = withChanges(whole, decided.make, decided.others);
  const now = publicPart(after);
  const compared = decided.make.length === 0 ? comparison : compare(publicPart(last), now);
  const { entries, lost } = entriesOf(decided, compared, { by, date });
  const changed = [
    ...(await draftFiles(data, whole, after)),
    ...(await pictureFiles(data, edition, whole, after)),
  ];
  const files = await withApprovals(changed, data, entries);
  const ids = (list: readonly Decided[]): string[] => list.map(({ change }) => change.fingerprint);
  const result = {
    edition,
    draft: now,
    comparison: markApproved(compared, [...approvals, ...entries]),
    verdicts: lastVerdicts([...approvals, ...entries]),
    canRefuse,
    approved: ids(decided.accepted.filter(({ change }) => !lost.has(change))),
    refused: ids(decided.refused),
    edited: ids(decided.edited.filter(({ change }) => !lost.has(change))),
    problems: [...problems, ...decided.problems, ...[...lost].map(changedByOthers)],
    files: files.map((file) => file.path),
  };
  return { files, result };
}

/** The verdicts that a call asks for. */
function wanted({ allTypographic, ...options }: DraftReviewOptions, { changes }: Comparison): Ruling[] {
  const alike = changes
    .filter(
      ({ severity, approval }) => allTypographic && severity === 'typographic' && approval === undefined,
    )
    .map(({ fingerprint: id }): Ruling => ({ id, verdict: 'accepted' }));
  return rulingsOf(options, alike);
}

/** Those on changes that there are and that have not been decided so; and what is wrong with the others. */
function known(
  rulings: readonly Ruling[],
  { changes }: Comparison,
  earlier: ReadonlyMap<string, ApprovalsFile[number]>,
): { rulings: Ruling[]; problems: Problem[] } {
  const byId = new Map(changes.map((change) => [change.fingerprint, change]));
  const problems: Problem[] = [];
  const left = rulings.filter(({ id, verdict, why, words, when, fields }) => {
    const change = byId.get(id);
    if (change === undefined) {
      const done = verdict === 'refused' && earlier.get(id)?.verdict === 'refused';
      if (!done)
        problems.push({
          message: `there is no change ${id} since the last edition: the draft may have been changed since`,
          hint: '`programme diff` lists them',
        });
      return false;
    }
    const { approval } = change;
    if (verdict !== 'accepted' || approval === undefined) return true;
    return (
      [words, when, fields].some((own) => own !== undefined) || (why !== undefined && why !== approval.note)
    );
  });
  return { rulings: left, problems };
}

/** A verdict on a change, and what it does to the draft. */
interface Decided {
  change: Change;
  why?: string;
}

interface Decisions {
  accepted: Decided[];
  refused: Decided[];
  edited: Decided[];
  problems: Problem[];
  /** What is changed in the draft. */
  make: ProposedChange[];
  /** Events of the last edition that stay out, whose places those that come back may refer to. */
  others: ProposedChange[];
}

function decide(rulings: readonly Ruling[], own: OwnChanges, changes: readonly Change[]): Decisions {
  const byId = new Map(changes.map((change) => [change.fingerprint, change]));
  const decisions: Decisions = { accepted: [], refused: [], edited: [], problems: [], make: [], others: [] };
  const { accepted, refused, edited, problems, make, others } = decisions;
  for (const { id, verdict, why, ...words } of rulings) {
    const change = byId.get(id);
    if (change === undefined) continue;
    const decided = { change, ...(why !== undefined && { why }) };
    if (verdict === 'refused') {
      const back = own.refusal(change);
      if (back === undefined) problems.push(notRefused(change));
      else {
        make.push(back);
        refused.push(decided);
      }
    } else if (Object.keys(words).length > 0) {
      const reworded = own.rewording(change, words);
      if (reworded === undefined) problems.push(notReworded(change, words.words));
      else {
        make.push(...reworded);
        edited.push(decided);
      }
    } else accepted.push(decided);
  }
  // What comes back stands behind events of the last edition, some of which may stay out.
  if (refused.some(({ change }) => EVENT_WENT.includes(change.kind)))
    for (const change of changes.filter(({ kind }) => EVENT_WENT.includes(kind))) {
      const back = own.refusal(change);
      if (back !== undefined) others.push(back);
    }
  return decisions;
}

const placeOf = ({ id, field }: Change): Pick<Problem, 'at'> => ({
  at: { ...(id !== undefined && { event: id }), ...(field !== undefined && { field }) },
});

const notRefused = (change: Change): Problem => ({
  message: `${change.kind} ${change.fingerprint} cannot be refused: the last edition has no words that could take its place`,
  ...placeOf(change),
  hint: 'change the draft by hand, or accept it',
});

const notReworded = (change: Change, words = ''): Problem => ({
  message: `${change.kind} ${change.fingerprint} cannot be given other words here: "${words}"`,
  ...placeOf(change),
  hint: 'change them in the draft by hand',
});

const changedByOthers = (change: Change): Problem => ({
  message: `${change.kind} ${change.fingerprint} is another change since the others were decided, and is not approved`,
  ...placeOf(change),
  hint: '`programme diff` shows it',
});

/** The entries of approvals.yaml for verdicts, by the changes that there are after them; `lost` are those that are no change any more. */
function entriesOf(
  { accepted, refused, edited }: Decisions,
  { changes }: Comparison,
  signature: { by: string; date: string },
): { entries: ApprovalsFile; lost: Set<Change> } {
  const lost = new Set<Change>();
  const entry = (fingerprint: string, why: string | undefined): ApprovalsFile[number] => ({
    fingerprint,
    ...signature,
    ...(why === undefined ? {} : { note: why }),
  });
  const refusal = ({ change, why }: Decided): ApprovalsFile[number] => {
    const { fingerprint, ...rest } = entry(change.fingerprint, why);
    return { fingerprint, verdict: 'refused', ...rest };
  };
  const isAt = (a: Change, b: Change): boolean =>
    a.about === b.about && a.id === b.id && a.field === b.field && a.lang === b.lang;
  const isSame = (a: Change, b: Change): boolean =>
    isAt(a, b) &&
    isDeepStrictEqual([a.words, a.when, a.fields], [b.words, b.when, b.fields]) &&
    isDeepStrictEqual(Object.keys(a.place), Object.keys(b.place));
  const approvals = accepted.flatMap(({ change, why }) => {
    const still =
      changes.find(({ fingerprint }) => fingerprint === change.fingerprint) ??
      changes.find((now) => isSame(now, change));
    if (still === undefined) lost.add(change);
    return still === undefined ? [] : [entry(still.fingerprint, why)];
  });
  // The words that others took the place of are refused; words of the last edition are no change any more.
  const rewordings = edited.flatMap(({ change, why }) => {
    const now = changes.find((other) => isAt(other, change));
    return [
      refusal({ change, ...(why !== undefined && { why }) }),
      ...(now === undefined ? [] : [entry(now.fingerprint, why)]),
    ];
  });
  return { entries: [...approvals, ...refused.map(refusal), ...rewordings], lost };
}

/** The pictures that words of the last edition name and the draft has no more, from the edition. */
async function pictureFiles(
  data: string,
  edition: string,
  before: Programme,
  after: Programme,
): Promise<OutputFile[]> {
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
