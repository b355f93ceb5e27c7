import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from '../compare/index.ts';
import { readLocks } from '../edition/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { type Incoming, openProgramme, readCopy, sumsOfCopy } from '../exchange/index.ts';
import { loadWordReader } from '../exchange/word/index.ts';
import { loadXliffReader } from '../exchange/xliff/index.ts';
import type { Message } from '../messages.ts';
import { DRAFT, type Programme, SETTINGS, titlesOf, withoutUndefined } from '../model/index.ts';
import {
  asComparison,
  changesIn,
  lackOf,
  type NamedProposal,
  type Proposal,
  type ProposedChange,
  proposalFile,
  proposalText,
  type Remainder,
  readProposals,
  type Standing,
  standingsOf,
  withFreeIds,
} from '../proposal/index.ts';
import { readDataset, readProgramme } from '../read/index.ts';
import { idMaker } from '../text/index.ts';
import { changeDataset, type Decision } from './change-dataset.ts';
import { sha256Of } from './content.ts';
import type { ReadingOptions } from './import-source.ts';
import { messageOf } from './messages.ts';
import { type Opened, open } from './open.ts';
import { withSettingFiles } from './source-mapping.ts';
import { today } from './today.ts';

export interface ProposeOptions extends ReadingOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** A folder with a user's copy of the dataset, or a returned file. */
  source: string;
  /** Date of the proposal, YYYY-MM-DD; by default today. */
  date?: string | undefined;
  /** Whether to store the changes as a proposal; otherwise, they are only returned. */
  write?: boolean | undefined;
}

export interface ProposeResult {
  /** Name of the proposal. If the same file was imported before, this is the name of the earlier proposal. */
  name: string;
  /** The changes that need a verdict, compared with the draft. */
  comparison: Comparison;
  /** Titles of the events of the draft, by id. */
  titles: ReadonlyMap<string, string>;
  changes: readonly ProposedChange[];
  /** The state of each change in relation to the draft, by id. */
  standings: ReadonlyMap<string, Standing>;
  /** Ids of changes to fields that have also been changed in the draft. */
  conflicts: readonly string[];
  /** Number of changes that are already in the draft, or that are open or refused in an earlier proposal. */
  done: number;
  known: number;
  comments: readonly Remainder[];
  unplaced: readonly Remainder[];
  notes: readonly Message[];
  /** Remarks for the user on cells of a spreadsheet. */
  remarks: readonly Problem[];
  /** File of the proposal, if one was written. */
  file?: string;
  /** Whether the proposal was stored by this import or by an earlier import of the same file. */
  kept: boolean;
}

/**
 * Turns a returned file or folder into a proposal, which contains each change that is not in the draft yet and the text
 * on which the change is based. Changes that are already open or refused are not added again, so importing the same
 * file again adds nothing.
 *
 * @throws UserError when the source or the dataset cannot be read
 *
 * @example
 * ```ts
 * import { exportCorrections, propose } from 'programme';
 *
 * await exportCorrections({ file: 'corrections.docx' });
 * const { changes, kept } = await propose({ source: 'corrections.docx', write: true });
 * console.log(changes.length, kept); // 0 false
 * ```
 */
export async function propose({ source, ...options }: ProposeOptions): Promise<ProposeResult> {
  return proposeOpened(await open(source), options);
}

/** Does the same as `propose`, for a source that has already been opened. */
export function proposeOpened(
  opened: Opened,
  options: Omit<ProposeOptions, 'source'>,
): Promise<ProposeResult> {
  return changeDataset(options.data ?? 'data', () => proposal(opened, options));
}

async function proposal(
  opened: Opened,
  { data = 'data', date = today(), write = false, ...reading }: Omit<ProposeOptions, 'source'>,
): Promise<Decision<ProposeResult>> {
  const [dataset, earlier] = await Promise.all([readDataset(data, DRAFT), readProposals(data)]);
  const draft = opened.kind === 'sheet' ? await withSettingFiles(dataset, data) : dataset;
  const incoming = await readIncoming(opened, draft, data, reading);
  const found = changesIn(incoming);
  const sum = sha256Of(opened.kind === 'copy' ? JSON.stringify(await sumsOfCopy(opened.file)) : opened.bytes);
  const same = earlier.find(({ proposal }) => proposal.origin.sum === sum);
  const keyOf = ({ words, event, field }: Remainder): string => JSON.stringify([words, event, field]);
  const remainders = earlier.flatMap(({ proposal }) => [...proposal.comments, ...proposal.unplaced]);
  const known = new Set(remainders.map(keyOf));
  // Comments and texts without a position that are in an earlier file are not stored again.
  const isNew = (remainder: Remainder): boolean => !known.has(keyOf(remainder));
  const isGuessed = opened.kind === 'word' && incoming.from.code === 'base-draft';
  const all = isGuessed ? found.changes.map((change) => withAcceptedBase(change, earlier)) : found.changes;
  const sorted = sortChanges(draft, earlier, all);
  const result = {
    comparison: asComparison(draft, sorted.changes),
    titles: titlesOf(draft),
    ...sorted,
    comments: incoming.comments.filter(isNew),
    unplaced: [...incoming.leftovers, ...found.byHand.map((words) => ({ words }))].filter(isNew),
    notes: [...incoming.notes, ...found.notes],
    remarks: incoming.remarks ?? [],
  };
  if (same !== undefined) {
    const notes = [...result.notes, messageOf('file-is-proposal', { name: same.name })];
    return { files: [], result: { ...result, name: same.name, kept: true, notes } };
  }
  const origin = path.basename(path.resolve(opened.file));
  const newName = idMaker(
    earlier.map(({ name }) => name),
    'proposal',
  );
  const name = newName([origin.replace(/\.[^.]*$/, '')]);
  const empty = [result.changes, result.comments, result.unplaced].every(({ length }) => length === 0);
  if (!write || empty) return { files: [], result: { ...result, name, kept: false } };
  const proposed: Proposal = {
    format: 2,
    origin: { file: origin, sum, date, base: incoming.from.message },
    changes: sorted.changes,
    comments: [...result.comments],
    unplaced: [...result.unplaced],
  };
  const file = proposalFile(data, name);
  const files = [{ path: file, bytes: await proposalText(proposed) }, ...(incoming.pictures ?? [])];
  return { files, result: { ...result, name, file, kept: true } };
}

/** The two states of the programme in a source: the state before the changes and the state after them. */
export async function readIncoming(
  opened: Opened,
  draft: Programme,
  data: string,
  reading: ReadingOptions = {},
): Promise<Incoming> {
  switch (opened.kind) {
    case 'copy':
      return readCopy(opened.file, draft, data);
    case 'xliff':
      return (await loadXliffReader()).readXliffFile(opened, draft);
    case 'word':
      return (await loadWordReader()).readWordFile(opened, draft, async () => ({
        list: await readLocks(data),
        read: (edition) => readProgramme(data, edition),
      }));
    default: {
      const { readSheet } = await import('./sheet-plan.ts');
      const sheet = await readSheet({ ...reading, ...opened, data, removeMissing: 'sent' }, draft);
      if (sheet.plan.problems.length > 0) throw new UserError(sheet.plan.problems);
      const events = new Set(openProgramme(sheet.wished).events.keys());
      const kept = sheet.missing.filter((id) => events.has(id));
      const titles = titlesOf(draft);
      const missingTitles = kept.map((id) => titles.get(id) ?? id);
      const missing = kept.length === 0 ? [] : [messageOf('events-not-in-sheet', { titles: missingTitles })];
      return { ...sheet, notes: [...sheet.notes, ...missing] };
    }
  }
}

/**
 * Adjusts a change from a file that does not record which texts were sent out. If a change to the same field was
 * accepted before, the text before that change becomes the base of the new change: the file may be older than the
 * accepted change, and the two changes then conflict.
 */
function withAcceptedBase(change: ProposedChange, earlier: readonly NamedProposal[]): ProposedChange {
  const before = earlier
    .flatMap(({ proposal: { changes } }) => changes)
    .find(
      ({ verdict, about, of, field, lang }) =>
        verdict === 'accepted' &&
        field !== undefined &&
        about === 'event' &&
        isDeepStrictEqual([about, of, field, lang], [change.about, change.of, change.field, change.lang]),
    );
  return before === undefined ? change : withoutUndefined({ ...change, base: before.base });
}

function sortChanges(draft: Programme, earlier: readonly NamedProposal[], all: readonly ProposedChange[]) {
  const open = earlier.flatMap(({ proposal }) =>
    proposal.changes.filter(({ verdict }) => verdict !== 'accepted'),
  );
  const brought = withFreeIds(all, open, draft);
  const waiting = new Set(open.map(({ id }) => id));
  const states = standingsOf(brought, draft);
  const isDone = ({ id }: ProposedChange): boolean => states.get(id)?.state === 'done';
  const isNew = (change: ProposedChange): boolean => !isDone(change) && !waiting.has(change.id);
  // A new mapping needs a verdict only if it replaces a stored mapping, or if its list contains other changes.
  const isNewMapping = ({ kind, field, base }: ProposedChange): boolean =>
    kind === SETTINGS && field?.startsWith('mappings.') === true && base === undefined;
  const others = brought.filter((change) => !isNewMapping(change));
  const found = others.some(isNew) ? brought : others;
  const fresh = found.filter(isNew);
  // A setting that a new change needs is included even if another proposal already contains it.
  const needed = found.filter(
    (change) =>
      change.kind === SETTINGS &&
      waiting.has(change.id) &&
      fresh.some((added) => lackOf(added, [change], draft) !== undefined),
  );
  const kept = new Set([...fresh, ...needed]);
  const changes = found.filter((change) => kept.has(change));
  const ids = new Set(changes.map(({ id }) => id));
  const standings = new Map([...states].filter(([id]) => ids.has(id)));
  const conflicts = [...standings]
    .filter(([, { state }]) => state === 'conflict' || state === 'gone')
    .map(([id]) => id);
  const done = found.filter(isDone).length;
  return { changes, standings, conflicts, done, known: found.length - changes.length - done };
}
