import path from 'node:path';
import type { Change, Comparison } from '../compare/index.ts';
import { buildDocument } from '../document/index.ts';
import { ifPossible, UserError } from '../errors.ts';
import { SINCE, verdictCells, type WrittenRow, writeVerdicts } from '../exchange/verdicts/index.ts';
import { DRAFT, type Programme, publicPart } from '../model/index.ts';
import type { Ruling } from '../proposal/index.ts';
import { loadPdf } from '../render/pdf/index.ts';
import { openLook } from './design-resources.ts';
import { messageOf } from './messages.ts';
import { type ReviewResult, review } from './review.ts';
import { type ReviewDraftResult, reviewDraft } from './review-draft.ts';
import type { GivenVerdicts } from './rulings.ts';
import { writeFiles } from './write-files.ts';

/** Changes that need verdicts: either those in a proposal, or those in the draft since the last edition. */

export interface ReviewSubject {
  /**
   * Name by which a review sheet identifies the subject: the name of the proposal, or `since` and the name of the last
   * edition.
   */
  name: string;
  draft: Programme;
  comparison: Comparison;
  /** The data that the row of a change contains in addition to the change itself. */
  rowNotes(change: Change): Pick<WrittenRow, 'draft' | 'by' | 'why' | 'verdict' | 'canRefuse'>;
  /** Whether a change no longer exists because it was refused or its text was replaced. */
  isDone(id: string): boolean;
  /** The proposed text of a part, in Markdown. */
  markdown(id: string): string | undefined;
  /**
   * Applies verdicts, and returns the number of changes that are still open.
   *
   * @param tickOff ids of the comments and unplaced texts to be marked as done
   */
  give(
    rulings: readonly Ruling[],
    by: string,
    tickOff?: readonly string[],
  ): Promise<GivenVerdicts & { draft: Programme; open: number }>;
}

interface Call {
  data: string;
  date: string;
}

/** Returns the subject that contains the changes in a proposal. */
export function proposalSubject(
  { name, proposal, comparison, standings, draft }: ReviewResult,
  call: Call,
): ReviewSubject {
  const byId = new Map(proposal.changes.map((change) => [change.id, change]));
  return {
    name,
    draft,
    comparison,
    rowNotes({ fingerprint: id }) {
      const { by = '', date = '', verdict = 'open', decided } = byId.get(id) ?? {};
      const standing = standings.get(id);
      return {
        draft: standing?.state === 'conflict' ? (standing.ours ?? '–') : '',
        by: [by, date].filter((part) => part !== '').join(', '),
        verdict: verdict === 'open' ? '' : verdict === 'accepted' ? 'accept' : 'refuse',
        why: decided?.why ?? '',
        canRefuse: true,
      };
    },
    isDone: () => false,
    markdown: (id) => byId.get(id)?.markdown?.theirs,
    async give(verdicts, by, tickOff = []) {
      const now = await review({ ...call, name, by, verdicts, tickOff, seen: standings });
      return { ...now, open: now.proposal.changes.filter(({ verdict }) => verdict === 'open').length };
    },
  };
}

/**
 * Returns the subject that contains the changes in the draft since the last edition; undefined if there is no edition.
 */
export function draftSubject(
  { edition, comparison, draft, verdicts, canRefuse }: ReviewDraftResult,
  call: Call,
): ReviewSubject | undefined {
  if (edition === undefined || comparison === undefined) return undefined;
  return {
    name: `${SINCE}${edition}`,
    draft,
    comparison,
    rowNotes(change) {
      const { by = '', note = '' } = change.approval ?? {};
      return { draft: '', by, verdict: by === '' ? '' : 'accept', why: note, canRefuse: canRefuse(change) };
    },
    isDone: (id) => verdicts.get(id)?.verdict === 'refused',
    markdown: () => undefined,
    async give(rulings, by) {
      const now = await reviewDraft({ ...call, by, verdicts: rulings });
      const changes = now.comparison?.changes ?? [];
      return { ...now, open: changes.filter(({ approval }) => approval === undefined).length };
    },
  };
}

/** @throws UserError when the name refers to an edition that is not the last one */
export async function subjectCalled(name: string, call: Call): Promise<ReviewSubject> {
  if (!name.startsWith(SINCE)) return proposalSubject(await review({ ...call, name }), call);
  const found = await reviewDraft(call);
  const subject = draftSubject(found, call);
  if (subject?.name === name) return subject;
  const command = { command: ['review', '--sheet', 'FILE'] };
  const since = name.replace(SINCE, '');
  throw new UserError(
    found.edition === undefined
      ? messageOf('sheet-without-last-edition', { edition: since, command })
      : messageOf('sheet-of-another-edition', { edition: since, last: found.edition, command }),
  );
}

/**
 * Writes a workbook with one row per change and, in each row, a cell for the verdict.
 *
 * @param data folder of the dataset
 * @throws UserError when the file name has another extension, or the file cannot be written
 */
export async function writeReviewSheet(
  file: string,
  { name: subject, draft, comparison, rowNotes }: Omit<ReviewSubject, 'isDone' | 'markdown' | 'give'>,
  data: string,
): Promise<void> {
  if (path.extname(file).toLowerCase() !== '.xlsx')
    throw new UserError(messageOf('workbook-name-unknown', { file }));
  // The pages are unknown if the draft cannot be printed.
  const pages = (await ifPossible(pagesOf(draft, data))) ?? new Map<string, number>();
  const rows = verdictCells(comparison, draft.config.language).map(
    ({ change, place, what, old, new: now }) => ({
      change: change.fingerprint,
      place,
      page: change.about === 'event' ? String(pages.get(change.id ?? '') ?? '') : '',
      what,
      old,
      new: now,
      ...rowNotes(change),
    }),
  );
  const bytes = await writeVerdicts(rows, subject, draft.config);
  await writeFiles([{ path: file, bytes }]);
}

/** The page on which each event is printed in the PDF of the draft, by event id. */
async function pagesOf(draft: Programme, data: string): Promise<ReadonlyMap<string, number>> {
  const { pdfPages } = await loadPdf();
  const look = await openLook(data, DRAFT);
  const document = buildDocument(publicPart(draft), draft.config.language);
  return pdfPages(document, look.design, await look.pdf(), await look.pictures(document));
}
