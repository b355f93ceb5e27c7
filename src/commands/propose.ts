import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Comparison } from '../compare/index.ts';
import { DRAFT, type Lang, type Programme } from '../model/index.ts';
import {
  asComparison,
  type NamedProposal,
  openDraft,
  type Proposal,
  type ProposedChange,
  proposalFile,
  proposalText,
  type Remainder,
  readProposals,
  type Standing,
  standingOf,
} from '../proposal/index.ts';
import { readDataset } from '../read/index.ts';
import { XLIFF_NAME } from '../read/office/index.ts';
import { idMaker } from '../text/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import type { ProposalSource } from './proposal-source.ts';

export interface ProposeOptions {
  /** Folder of the dataset. */
  data: string;
  /** A folder with somebody's copy of it, or a file that came back. */
  source: string;
  /** Today, YYYY-MM-DD. */
  date: string;
  /** Keep what is found as a proposal; else it is only shown. */
  write: boolean;
}

export interface Proposed {
  /** Name of the proposal; the earlier one when the very file came before. */
  name: string;
  /** The changes that wait for a verdict now, against the draft. */
  comparison: Comparison;
  /** Language of words that are of none. */
  main: Lang;
  changes: readonly ProposedChange[];
  /** How each stands to the draft, by id. */
  standings: ReadonlyMap<string, Standing>;
  /** Ids of those that the draft was changed at too. */
  conflicts: readonly string[];
  /** How many are in the draft already, or known from an earlier proposal that is open or was refused. */
  done: number;
  known: number;
  comments: readonly Remainder[];
  unplaced: readonly Remainder[];
  notes: readonly string[];
  /** File of the proposal, where one was written. */
  file?: string;
  /** The proposal is there, from now or from an earlier import of the same file. */
  kept: boolean;
}

/**
 * Takes what came back from others as a proposal: each change that the draft does not have yet, with what it starts from. The same
 * file twice, and changes that wait or were refused already, give nothing new.
 *
 * @throws UserError when the source or the dataset cannot be read
 */
export function propose(options: ProposeOptions): Promise<Proposed> {
  return changeDataset(options.data, () => proposal(options));
}

async function proposal({ data, source, date, write }: ProposeOptions): Promise<Decision<Proposed>> {
  const [draft, earlier] = await Promise.all([readDataset(data, DRAFT), readProposals(data)]);
  const found = await readSource(data, source, draft);
  const same = earlier.find(({ proposal }) => proposal.origin.sum === found.sum);
  const remainders = earlier.flatMap(({ proposal }) => [...proposal.comments, ...proposal.unplaced]);
  const isNew = newAmong(remainders);
  const sorted = sortChanges(draft, earlier, found.changes);
  const result = {
    comparison: asComparison(draft, sorted.changes),
    main: draft.config.language,
    ...sorted,
    comments: found.comments.filter(isNew),
    unplaced: [...found.unplaced, ...found.byHand.map((words) => ({ words }))].filter(isNew),
    notes: found.notes,
  };
  if (same !== undefined) {
    const notes = [...found.notes, `this very file is the proposal ${same.name} already`];
    return { files: [], result: { ...result, name: same.name, kept: true, notes } };
  }
  const name = freeName(source, earlier);
  const empty = [result.changes, result.comments, result.unplaced].every(({ length }) => length === 0);
  if (!write || empty) return { files: [], result: { ...result, name, kept: false } };
  const proposed: Proposal = {
    format: 1,
    origin: { file: path.basename(path.resolve(source)), sum: found.sum, date, base: found.base },
    changes: sorted.changes,
    comments: [...result.comments],
    unplaced: [...result.unplaced],
  };
  const file = proposalFile(data, name);
  const files = [{ path: file, bytes: await proposalText(proposed) }];
  return { files, result: { ...result, name, file, kept: true } };
}

async function readSource(data: string, source: string, draft: Programme): Promise<ProposalSource> {
  const found = await stat(source).catch(() => undefined);
  if (found?.isDirectory())
    return (await import('./propose-folder.ts')).readFolderSource(data, source, draft);
  if (XLIFF_NAME.test(source))
    return (await import('./propose-translation.ts')).readXliffSource(source, draft);
  if (WORD.test(source)) return (await import('./propose-word.ts')).readWordSource(data, source, draft);
  return (await import('./propose-sheet.ts')).readSheetSource(data, source, draft);
}

/** Whether a comment or a text without a place was not there in an earlier file. */
function newAmong(earlier: readonly Remainder[]): (remainder: Remainder) => boolean {
  const key = ({ words, event, field }: Remainder): string => JSON.stringify([words, event, field]);
  const known = new Set(earlier.map(key));
  return (remainder) => !known.has(key(remainder));
}

function sortChanges(draft: Programme, earlier: readonly NamedProposal[], found: readonly ProposedChange[]) {
  const open = openDraft(draft);
  const waiting = new Set(
    earlier.flatMap(({ proposal }) =>
      proposal.changes.filter(({ verdict }) => verdict !== 'accepted').map(({ id }) => id),
    ),
  );
  const changes: ProposedChange[] = [];
  const conflicts: string[] = [];
  const standings = new Map<string, Standing>();
  let [done, known] = [0, 0];
  for (const change of found) {
    const standing = standingOf(change, open);
    const { state } = standing;
    if (state === 'done') done++;
    else if (waiting.has(change.id)) known++;
    else {
      changes.push(change);
      standings.set(change.id, standing);
      if (state === 'conflict' || state === 'gone') conflicts.push(change.id);
    }
  }
  return { changes, standings, conflicts, done, known };
}

/** A name for a proposal that no other has, made of the name of the file. */
function freeName(source: string, earlier: readonly NamedProposal[]): string {
  const newName = idMaker(
    earlier.map(({ name }) => name),
    'proposal',
  );
  return newName([path.basename(path.resolve(source)).replace(/\.[^.]*$/, '')]);
}

/** Names of Word files; those of older programs are refused with a hint. */
const WORD = /\.(?:docx|docm|doc|dotx|dotm)$/i;

/** Whether a source is one that only proposes: a folder, or a file that comes back from others. */
export async function isProposal(source: string): Promise<boolean> {
  const found = await stat(source).catch(() => undefined);
  return found?.isDirectory() === true || WORD.test(source) || XLIFF_NAME.test(source);
}
