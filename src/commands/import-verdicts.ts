import { isDeepStrictEqual } from 'node:util';
import { type Change, normalWords } from '../compare/index.ts';
import type { Problem } from '../errors.ts';
import { openProgramme, partSource, wordsAt } from '../exchange/index.ts';
import {
  editIn,
  type RowVerdict,
  type SheetVerdicts,
  type VerdictCells,
  verdictCells,
} from '../exchange/verdicts/index.ts';
import type { Message } from '../messages.ts';
import { groupBy, type Programme, textIn, titleIn, withoutUndefined } from '../model/index.ts';
import { dateIn, type Ruling } from '../proposal/index.ts';
import { messageOf } from './messages.ts';
import { type ReviewSubject, subjectCalled } from './review-subject.ts';
import { decidedBy, type GivenVerdicts } from './rulings.ts';

export interface VerdictsOptions {
  /** Folder of the dataset. */
  data: string;
  /** The person who decides. Without a person, nothing is written and the result is only a preview. */
  by?: string | undefined;
  /** Today, YYYY-MM-DD. */
  date: string;
}

/** A verdict, and its effect. */
export interface GivenVerdict {
  id: string;
  /** A description of the change. */
  change: string;
  /** The current text of the draft; undefined if the draft has no text there. */
  words?: string;
}

/** The effect of the verdicts in a sheet. */
export interface ImportedVerdicts extends Pick<GivenVerdicts, 'problems' | 'files'> {
  /** Verdicts in this sheet that accept a change as proposed. */
  accepted: readonly GivenVerdict[];
  refused: readonly GivenVerdict[];
  /** Verdicts that accept a text that differs from the proposed text. */
  edited: readonly GivenVerdict[];
  /** Number of rows whose verdict was given earlier. */
  before: number;
  /** Number of changes that are still open, including those that are not in the sheet. */
  open: number;
  /** Remarks on text in cells that are not read. */
  remarks: readonly Problem[];
}

/**
 * Applies the verdicts in a sheet to a proposal or to the changes since the last edition. A text that was edited in the
 * column of proposed texts is accepted as edited. Verdicts that cannot be applied are reported; all other verdicts are
 * applied.
 *
 * @throws UserError when the sheet belongs to an edition other than the last one, or the draft would not be valid
 */
export async function importVerdicts(
  sheet: SheetVerdicts,
  { by, ...call }: VerdictsOptions,
): Promise<ImportedVerdicts> {
  const subject = await subjectCalled(sheet.subject, call);
  const { draft, comparison } = subject;
  const rows = verdictCells(comparison, draft.config.language);
  const cells = new Map(rows.map((row) => [row.change.fingerprint, row]));
  const { rulings, problems, remarks, before } = rulingsIn(sheet, subject, cells);
  const decided = new Set(rulings.map(({ id }) => id));
  const isOpen = ({ fingerprint, approval }: Change): boolean =>
    approval === undefined && !decided.has(fingerprint);
  const planned = {
    ...decidedBy(rulings),
    draft,
    open: comparison.changes.filter(isOpen).length,
    problems: [],
    files: [],
  };
  const given = by === undefined ? planned : await subject.give(rulings, by);
  const named = (ids: readonly string[]): GivenVerdict[] =>
    ids.map((id) => {
      const cell = cells.get(id);
      const words = cell && by !== undefined ? wordsNow(cell.change, given.draft) : undefined;
      return {
        id,
        change: cell === undefined ? id : `${cell.place} · ${cell.what}`,
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

/** The verdicts in the rows of a sheet, row by row. */
function rulingsIn(
  { lines }: SheetVerdicts,
  { draft, comparison, isDone, markdown }: ReviewSubject,
  cells: ReadonlyMap<string, VerdictCells>,
): { rulings: Ruling[]; problems: Problem[]; remarks: Problem[]; before: number } {
  const [rulings, problems, remarks]: [Ruling[], Problem[], Problem[]] = [[], [], []];
  const context = { comparison, draft, lang: draft.config.language };
  let before = 0;
  for (const [id, same] of groupBy(lines, (line) => line.id)) {
    const [line] = same;
    const at = { cell: line.cell };
    const { change } = line;
    const problem = (message: Message): number => problems.push({ ...message, at });
    const remark = (message: Message): number => remarks.push({ ...message, at });
    if (same.some((other) => !isDeepStrictEqual(answersOf(other), answersOf(line)))) {
      const rows = same.map(({ cell }) => cell).join(', ');
      problem(messageOf('verdict-in-several-rows', { change, rows }));
      continue;
    }
    const row = cells.get(id);
    const sent: RowVerdict = line.sent ?? { why: '' };
    const was = sent.words ?? row?.new ?? line.words ?? '';
    const { verdict, why, words = was } = line;
    const hasOther = normalWords(words) !== normalWords(was);
    if (verdict === sent.verdict && !hasOther && why === sent.why) {
      if (verdict !== undefined) before++;
      continue;
    }
    if (row === undefined) {
      if (isDone(id) && (verdict === 'refuse' || hasOther)) before++;
      else problem(messageOf('verdict-on-no-change', { change, words: inWords(line, hasOther) }));
      continue;
    }
    const edit = editIn(words, was, row, context, markdown(id));
    if (verdict === 'refuse' && edit !== undefined)
      problem(messageOf('verdict-refused-with-words', { change, words }));
    else if (edit !== undefined && 'why' in edit)
      problem(messageOf('verdict-words-not-possible', { change, why: edit.why, words }));
    else if (verdict === undefined && edit === undefined) {
      if (sent.verdict !== undefined) remark(messageOf('verdict-removed', { change }));
      else if (why !== '') remark(messageOf('reason-without-verdict', { change, why }));
    } else {
      if (edit?.words !== undefined && edit.when === undefined && hasNoDate(edit.words, row.change, draft))
        remark(messageOf('words-without-date', { change, words: edit.words }));
      const given = verdict === 'refuse' ? 'refused' : 'accepted';
      rulings.push({ id, verdict: given, ...(why !== '' && { why }), ...edit });
    }
  }
  return { rulings, problems, remarks, before };
}

/** Whether a change has a machine-readable date but no date can be read from the edited text. */
function hasNoDate(words: string, { when, lang }: Change, draft: Programme): boolean {
  if (when === undefined) return false;
  const { new: theirs, old: base } = when;
  const date = withoutUndefined({ theirs, base });
  return dateIn(words, { when: date, ...(lang && { lang }) }, draft) === undefined;
}

const answersOf = ({ verdict, why, words }: RowVerdict): unknown => [verdict, why, words];

/** A description of a row's verdict, so that a person can carry it out manually. */
function inWords({ verdict, why, words = '' }: RowVerdict, hasOther: boolean): string {
  const parts = [verdict, hasOther ? `"${words}"` : undefined, why === '' ? undefined : `(${why})`];
  return parts.filter((part) => part !== undefined).join(' ') || '–';
}

/** The current text of the draft for a change: the text of the changed field, or the title of the event. */
function wordsNow({ about, id = '', field, lang }: Change, draft: Programme): string | undefined {
  const open = openProgramme(draft);
  const event = open.events.get(id)?.event;
  const { config } = draft;
  if (about === 'event' && field === undefined)
    return event && textIn(titleIn(event, config), config.language, config.language).words;
  const place = { about, of: id, ...withoutUndefined({ field, lang }) };
  return partSource(draft, place) ?? wordsAt(open, place);
}
