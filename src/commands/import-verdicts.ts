import { isDeepStrictEqual } from 'node:util';
import { type Change, type Comparison, groupBy, normalWords } from '../compare/index.ts';
import { type Problem, UserError } from '../errors.ts';
import { openProgramme, partSource, wordsAt } from '../exchange/index.ts';
import {
  editIn,
  type SentLine,
  type SheetVerdicts,
  SINCE,
  sentVerdict,
  type VerdictCells,
  type VerdictLine,
  verdictCells,
} from '../exchange/verdicts/index.ts';
import { type Programme, textIn, titleIn } from '../model/index.ts';
import { dateIn, type Ruling } from '../proposal/index.ts';
import { review } from './review.ts';
import { type DraftReview, reviewDraft } from './review-draft.ts';

export interface VerdictsOptions {
  /** Folder of the dataset. */
  data: string;
  /** Who decides; left out: nothing is written, and what would be is said. */
  by?: string;
  /** Today, YYYY-MM-DD. */
  date: string;
}

/** A verdict that was given, and what it did. */
export interface GivenVerdict {
  id: string;
  /** The change in words. */
  change: string;
  /** What the draft says of it now; undefined where it says nothing. */
  words?: string;
}

export interface ImportedVerdicts {
  /** The verdicts given now. */
  accepted: readonly GivenVerdict[];
  refused: readonly GivenVerdict[];
  /** Accepted with other words than those proposed. */
  edited: readonly GivenVerdict[];
  /** How many rows say what had been decided before. */
  before: number;
  /** How many changes are open after it, in the sheet or not. */
  open: number;
  /** Rows that could not be taken, each with what it says. */
  problems: readonly Problem[];
  /** What was written where nothing is read. */
  remarks: readonly Problem[];
  files: readonly string[];
}

/** What verdicts are given on, and how. */
interface Subject {
  draft: Programme;
  comparison: Comparison;
  /** Changes that are not there any more since they were refused, or got other words, in an earlier import. */
  isDone(id: string): boolean;
  /** The text of a part that a change proposes, in Markdown. */
  markdown(id: string): string | undefined;
  give(rulings: readonly Ruling[], by: string): Promise<Given>;
}

/** What became of verdicts. */
interface Given extends Pick<ImportedVerdicts, 'open' | 'problems' | 'files'> {
  draft: Programme;
  accepted: readonly string[];
  refused: readonly string[];
  edited: readonly string[];
}

/**
 * Gives the verdicts of a sheet: on a proposal, or on the changes since the last edition. Words that were edited in the column of proposed
 * words are accepted as they were edited. Rows that cannot be taken are named, and the others are.
 *
 * @throws UserError when the sheet is of another edition than the last one, or the draft would not be valid
 */
export async function importVerdicts(
  sheet: SheetVerdicts,
  { data, by, date }: VerdictsOptions,
): Promise<ImportedVerdicts> {
  const since = sheet.subject.startsWith(SINCE) ? sheet.subject.slice(SINCE.length) : undefined;
  const subject = await (since === undefined
    ? proposalSubject(data, sheet.subject, date)
    : draftSubject(data, since, date));
  const cells = new Map(
    verdictCells(subject.comparison, subject.draft.config.language).map((own) => [
      own.change.fingerprint,
      own,
    ]),
  );
  const { rulings, problems, remarks, before } = rulingsIn(sheet, subject, cells);
  const given = by === undefined ? planned(rulings, subject) : await subject.give(rulings, by);
  const named = (ids: readonly string[]): GivenVerdict[] =>
    ids.map((id) => {
      const own = cells.get(id);
      const words = own && by !== undefined ? wordsNow(own.change, given.draft) : undefined;
      return {
        id,
        change: own === undefined ? id : `${own.place} · ${own.what}`,
        ...(words !== undefined && { words }),
      };
    });
  return {
    accepted: named(given.accepted),
    refused: named(given.refused),
    edited: named(given.edited),
    before,
    open: given.open,
    problems: [...problems, ...given.problems],
    remarks: [...sheet.remarks, ...remarks],
    files: given.files,
  };
}

/** What verdicts would do. */
function planned(rulings: readonly Ruling[], { draft, comparison }: Subject): Given {
  const ids = (test: (ruling: Ruling) => boolean): string[] => rulings.filter(test).map(({ id }) => id);
  const decided = new Set(rulings.map(({ id }) => id));
  return {
    draft,
    accepted: ids((ruling) => ruling.verdict === 'accepted' && !isEdited(ruling)),
    refused: ids(({ verdict }) => verdict === 'refused'),
    edited: ids(isEdited),
    open: comparison.changes.filter(
      ({ fingerprint, approval }) => approval === undefined && !decided.has(fingerprint),
    ).length,
    problems: [],
    files: [],
  };
}

const isEdited = ({ words, when, fields }: Ruling): boolean =>
  [words, when, fields].some((own) => own !== undefined);

async function draftSubject(data: string, since: string, date: string): Promise<Subject> {
  const { edition, comparison, draft, verdicts } = await reviewDraft({ data, date });
  if (comparison === undefined || edition !== since)
    throw new UserError({
      message: `the sheet is about the changes since edition ${since}, and the last edition is ${edition ?? 'none'}`,
      hint: 'write a new one: `programme review --sheet FILE`',
    });
  return {
    draft,
    comparison,
    isDone: (id) => verdicts.get(id)?.verdict === 'refused',
    markdown: () => undefined,
    async give(rulings, by) {
      const now = await reviewDraft({ data, date, by, verdicts: rulings });
      return { ...now, accepted: now.approved, open: openIn(now) };
    },
  };
}

const openIn = ({ comparison }: DraftReview): number =>
  comparison?.changes.filter(({ approval }) => approval === undefined).length ?? 0;

async function proposalSubject(data: string, name: string, date: string): Promise<Subject> {
  const { draft, comparison, proposal } = await review({ data, name, date });
  const byId = new Map(proposal.changes.map((change) => [change.id, change]));
  return {
    draft,
    comparison,
    isDone: () => false,
    markdown: (id) => byId.get(id)?.markdown?.theirs,
    async give(rulings, by) {
      const now = await review({ data, name, date, by, verdicts: rulings });
      const changed = new Map(
        now.proposal.changes
          .filter((change) => !isDeepStrictEqual(change, byId.get(change.id)))
          .map((change) => [change.id, change]),
      );
      const ids = (test: (ruling: Ruling) => boolean): string[] =>
        rulings.filter((ruling) => changed.has(ruling.id) && test(ruling)).map(({ id }) => id);
      return {
        draft: now.draft,
        accepted: ids((ruling) => ruling.verdict === 'accepted' && !isEdited(ruling)),
        refused: ids(({ verdict }) => verdict === 'refused'),
        edited: ids(isEdited),
        open: now.proposal.changes.filter(({ verdict }) => verdict === 'open').length,
        problems: now.problems,
        files: now.files,
      };
    },
  };
}

/** What the rows of a sheet want, row by row. */
function rulingsIn(
  { lines, sent }: SheetVerdicts,
  { draft, comparison, isDone, markdown }: Subject,
  cells: ReadonlyMap<string, VerdictCells>,
): { rulings: Ruling[]; problems: Problem[]; remarks: Problem[]; before: number } {
  const [rulings, problems, remarks]: [Ruling[], Problem[], Problem[]] = [[], [], []];
  const context = { comparison, draft, lang: draft.config.language };
  let before = 0;
  for (const [id, same] of groupBy(lines, (line) => line.id)) {
    const [line] = same;
    if (line === undefined) continue;
    const problem = (message: string, hint: string): void => {
      problems.push({ message: `${line.change}: ${message}`, at: { cell: line.cell }, hint });
    };
    if (same.some((other) => !isDeepStrictEqual(said(other), said(line)))) {
      const rows = same.map(({ cell }) => cell).join(', ');
      problem(`the change stands in several rows that say different things: ${rows}`, 'leave one of them');
      continue;
    }
    const own = cells.get(id);
    const was: SentLine = sent?.get(id) ?? { new: own?.new ?? line.proposed ?? '' };
    const given = sentVerdict(was);
    const { verdict, why, proposed = was.new ?? '' } = line;
    const hasOther = normalWords(proposed) !== normalWords(was.new ?? '');
    if (verdict === given && !hasOther && (why ?? '') === (was.why ?? '')) {
      if (verdict !== undefined) before++;
      continue;
    }
    if (own === undefined) {
      if (isDone(id) && (verdict === 'refuse' || hasOther)) before++;
      else
        problem(
          `it is no change any more, since the draft was changed after the sheet was written; not taken: ${inWords(line, hasOther)}`,
          'decide on what the draft says now',
        );
      continue;
    }
    const edit = editIn(proposed, was.new ?? '', own, context, markdown(id));
    if (verdict === 'refuse' && edit !== undefined)
      problem(
        `it is refused and has other words: "${proposed}"`,
        'write that it is accepted to take these words, or put the words back to refuse it',
      );
    else if (edit !== undefined && 'why' in edit)
      problem(
        `other words cannot be taken here, for ${edit.why}: "${proposed}"`,
        'put the words back that were there, and change the draft by hand',
      );
    else if (verdict === undefined && edit === undefined) {
      if (given !== undefined)
        remarks.push({
          message: `${line.change}: the verdict was removed from the sheet, and stays as it was decided`,
          at: { cell: line.cell },
        });
      else if (why !== undefined)
        remarks.push({
          message: `${line.change}: a reason without a verdict: "${why}"`,
          at: { cell: line.cell },
        });
    } else {
      if (edit?.words !== undefined && edit.when === undefined && own.change.when !== undefined) {
        const { new: theirs, old: base } = own.change.when;
        const when = { ...(theirs !== undefined && { theirs }), ...(base !== undefined && { base }) };
        if (
          dateIn(edit.words, { when, ...(own.change.lang && { lang: own.change.lang }) }, draft) === undefined
        )
          remarks.push({
            message: `${line.change}: "${edit.words}" says no date that is understood: the date for machines stays as it is in the draft`,
            at: { cell: line.cell },
            hint: 'write it into the draft',
          });
      }
      rulings.push({
        id,
        verdict: verdict === 'refuse' ? 'refused' : 'accepted',
        ...(why !== undefined && { why }),
        ...edit,
      });
    }
  }
  return { rulings, problems, remarks, before };
}

const said = ({ verdict, why, proposed }: VerdictLine): unknown => [verdict, why, proposed];

/** What a row says, for who has to do it by hand. */
function inWords({ verdict, why, proposed = '' }: VerdictLine, hasOther: boolean): string {
  const parts = [verdict, hasOther ? `"${proposed}"` : undefined, why === undefined ? undefined : `(${why})`];
  return parts.filter((part) => part !== undefined).join(' ') || 'no verdict';
}

/** What the draft says of a change now: the words of its field, or the title of its event. */
function wordsNow({ about, id = '', field, lang }: Change, draft: Programme): string | undefined {
  const open = openProgramme(draft);
  const event = open.events.get(id)?.event;
  const { config } = draft;
  if (about === 'event' && field === undefined)
    return event && textIn(titleIn(event, config), config.language, config.language).words;
  const place = { about, of: id, ...(field !== undefined && { field }), ...(lang !== undefined && { lang }) };
  return partSource(draft, place) ?? wordsAt(open, place);
}
