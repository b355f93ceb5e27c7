import { stripVTControlCharacters } from 'node:util';
import {
  draftSubject,
  type GivenVerdicts,
  goThrough,
  type KeptAnswers,
  keptAnswers,
  listProposals,
  openTerminal,
  proposalSubject,
  type ReviewOptions,
  type ReviewSubject,
  remaindersOf,
  review,
  reviewDraft,
  type Shown,
  today,
  writeReviewSheet,
} from '../commands/index.ts';
import { type Comparison, groupedReplacements, openChanges, severityCounts } from '../compare/index.ts';
import { listed, type Problem, printable, problemLine, shellWord, UserError } from '../errors.ts';
import { regionAnswer, regionQuestion, verdictCells } from '../exchange/verdicts/index.ts';
import { SETTINGS, titlesOf } from '../model/index.ts';
import { type Act, type Answer, KEYS, type Ruling } from '../proposal/index.ts';
import { remaindersText, remainderText } from '../report/index.ts';
import { changesInWords, type NotesOn, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { messageOf } from './messages.ts';
import { count } from './words.ts';

/** Flags of `review`. */
export type ReviewFlags = Pick<
  ReviewOptions,
  'accept' | 'refuse' | 'reopen' | 'allTypographic' | 'by' | 'why'
> & { data: string; sheet?: string; all?: true; ids?: true; json?: true };

/** The subject of a review, in the form in which it is shown on the terminal. */
interface Matter {
  /** The changes, and the functions that apply verdicts to them; undefined if there is nothing to decide. */
  subject: ReviewSubject | undefined;
  /** The changes on which the user is asked to decide. */
  asked: readonly Shown[];
  /** Applies the verdicts that result from the answers. */
  take(answers: ReadonlyMap<string, Answer>, by: string): Promise<Outcome>;
  json: object;
  /** Prints the changes without asking questions. */
  show(): void;
  /** Prints the verdicts that the flags contain. */
  end(): Outcome;
}

/** Reviews the changes in a proposal or, if no name is given, the changes since the last edition. */
export async function runReview(
  name: string | undefined,
  flags: ReviewFlags,
  console: Console,
): Promise<Outcome> {
  const { accept, refuse, reopen, allTypographic, json, sheet, data } = flags;
  const isQuiet = [accept, refuse, reopen, allTypographic, json].some((flag) => flag !== undefined);
  const { subject, asked, ...matter } = await (name === undefined
    ? changesSince(flags, console)
    : changesOf(name, flags, console));
  if (sheet !== undefined && subject !== undefined) {
    await writeReviewSheet(sheet, subject, data);
    const changes = count(subject.comparison.changes.length, 'change');
    console.inform(`${sheet}  ${changes}; next: programme import ${shellWord(sheet)} --by NAME`, sheet);
    return 'done';
  }
  if (!isQuiet && console.leads && subject !== undefined && asked.length > 0) {
    const kept = keptAnswers(data, name);
    const answers = await askEach(asked, console, kept);
    const isNamed = flags.by !== undefined || answers.size === 0;
    const by = isNamed ? flags.by : await console.ask('Who decides? ', (answer) => answer !== '');
    // If the user does not name the person who decides, the answers stay stored for the next session.
    if (by === undefined && !isNamed) return 'refused';
    const outcome = await matter.take(answers, by ?? 'nobody');
    kept.forget();
    return outcome;
  }
  if (json) console.print(JSON.stringify({ version: 1, ...matter.json }, null, 2));
  else matter.show();
  return matter.end();
}

/** The review of the changes since the last edition. */
async function changesSince({ reopen, ...flags }: ReviewFlags, console: Console): Promise<Matter> {
  const { print, say } = console;
  const { data } = flags;
  if (reopen !== undefined) throw new UserError(messageOf('draft-verdict-not-undone'));
  const date = today();
  const found = await reviewDraft({ ...flags, date });
  const { edition, comparison, canRefuse, verdicts } = found;
  const changes = comparison?.changes ?? [];
  const proposals = await listProposals({ data });
  const subject = draftSubject(found, { data, date });
  const open = changes.filter(({ approval }) => approval === undefined);
  const groups = new Map(groupedReplacements(open).map((group) => [group[0]?.fingerprint ?? '', group]));
  const notesOn: NotesOn = ({ fingerprint }) => {
    const { verdict, by, date, note } = verdicts.get(fingerprint) ?? {};
    const why = note === undefined ? '' : `: ${note}`;
    return verdict === undefined ? [] : [`refused before by ${by}, ${date}${why}`];
  };
  const asked = [...groups].flatMap(([id, together]): Shown[] => {
    const [change] = together;
    if (change === undefined || comparison === undefined) return [];
    const { kind, field, words } = change;
    const isText = field !== undefined && !field.startsWith('parts.');
    return [
      {
        id,
        kind,
        get text() {
          return changeText({ ...comparison, changes: together }, notesOn, console);
        },
        ...(!together.every(canRefuse) && { acts: WITHOUT_REFUSAL }),
        ...(isText && words.new !== undefined && { words: words.new }),
      },
    ];
  });
  return {
    subject,
    asked,
    async take(answers, by) {
      const rulings = [...answers].flatMap(([id, answer]) =>
        (groups.get(id) ?? []).map(({ fingerprint }): Ruling => ({ id: fingerprint, ...answer })),
      );
      return sayDecided((await subject?.give(rulings, by)) ?? found, console);
    },
    json: { edition, changes, proposals },
    show() {
      if (comparison === undefined) say('there is no earlier edition, so there are no changes to approve');
      else print(console.command(summaryOf(comparison)));
      for (const { name, open, accepted, refused } of proposals)
        print(`proposal ${name}: ${open} open, ${accepted} accepted, ${refused} refused`);
    },
    end: () => sayDecided(found, console),
  };
}

const WITHOUT_REFUSAL: readonly Act[] = Object.values(KEYS).filter((act) => act !== 'refuse');

/** The number of changes since the last edition, and what to do about those that are still open. */
function summaryOf({ old, changes }: Comparison): string {
  const open = openChanges({ changes }, 'typographic');
  const of = severityCounts(open);
  if (changes.length === 0) return `no changes since edition ${old.edition}`;
  return [
    `${count(changes.length, 'change')} since edition ${old.edition}, ${open.length} not approved: ${of.major} major, ${of.minor} minor, ${of.typographic} typographic`,
    `\`programme diff ${old.edition} draft --ids\` lists them with their ids; \`programme review\` reviews them on a terminal, \`programme review --sheet FILE.xlsx\` in a workbook`,
  ].join('\n');
}

/** Prints how many changes in the draft were approved, refused and edited. */
function sayDecided(given: GivenVerdicts, console: Console): Outcome {
  const { accepted, refused, edited } = given;
  if (accepted.length > 0) console.inform(`${count(accepted.length, 'change')} approved`);
  if (refused.length > 0)
    console.inform(`${count(refused.length, 'change')} refused; the texts of the last edition were restored`);
  if (edited.length > 0) console.inform(`${count(edited.length, 'change')} approved with an edited text`);
  return sayReviewed(given, console);
}

/** The headings above comments and above texts that do not belong to a field. */
const REMAINDERS = { comment: 'comments:', unplaced: 'not applicable automatically:' } as const;
const TICKING: readonly Act[] = ['accept', 'skip', 'accept all remaining', 'back', 'undo', 'quit'];

/** The review of a proposal: its changes, followed by its comments and the texts that do not belong to a field. */
async function changesOf(name: string, flags: ReviewFlags, console: Console): Promise<Matter> {
  const { print, say } = console;
  const { data } = flags;
  const date = today();
  const found = await review({ ...flags, name, date });
  const { proposal, comparison, standings, draft } = found;
  const subject = proposalSubject(found, { data, date });
  const lang = draft.config.language;
  const cells = new Map(verdictCells(comparison, lang).map((row) => [row.change.fingerprint, row]));
  const questionOn = (id: string): string | undefined => {
    const cell = cells.get(id);
    return cell && regionQuestion(cell);
  };
  const notesOn = notesOnProposed(proposal.changes, standings, comparison, flags.ids);
  const open = proposal.changes.filter(({ verdict }) => verdict === 'open');
  const asked = open.map(({ id, kind, theirs, markdown }): Shown => {
    const words = kind === SETTINGS ? undefined : (markdown?.theirs ?? theirs ?? questionOn(id));
    const { state, sourceNow } = standings.get(id) ?? {};
    const alone = state === 'conflict' || state === 'gone' || sourceNow !== undefined;
    return {
      id,
      kind,
      alone,
      get text() {
        const changes = comparison.changes.filter(({ fingerprint }) => fingerprint === id);
        return changeText({ ...comparison, changes }, notesOn, console);
      },
      ...(words === undefined ? {} : { words }),
    };
  });
  const titles = titlesOf(draft);
  const ticks = remaindersOf(proposal).map(
    ({ id, kind, remainder }): Shown => ({
      id,
      alone: true,
      acts: TICKING,
      accept: 'mark as done',
      text: printable(`${REMAINDERS[kind]} ${remainderText(remainder, titles)}`),
    }),
  );
  /**
   * The verdict that results from an answer, which may contain regions for an added event. If the regions cannot be
   * read, the reason is printed, and the change stays open.
   */
  const rulingOf = (id: string, { words, ...answer }: Answer): Ruling[] => {
    const cell = cells.get(id);
    if (words === undefined || cell === undefined || questionOn(id) === undefined)
      return [{ id, ...answer, ...(words !== undefined && { words }) }];
    const edit = regionAnswer(words, cell, { comparison, draft, lang });
    if (edit === undefined || !('why' in edit)) return [{ id, ...answer, ...edit }];
    say(
      problemLine({
        ...messageOf('change-stays-open', { change: id, why: edit.why }),
        at: { event: cell.change.id ?? '' },
      }),
    );
    return [];
  };
  return {
    subject,
    asked: [...asked, ...ticks],
    async take(answers, by) {
      const isTick = ([id]: readonly [string, Answer]): boolean => ticks.some((tick) => tick.id === id);
      const rulings = [...answers]
        .filter((answered) => !isTick(answered))
        .flatMap(([id, own]) => rulingOf(id, own));
      const ticked = [...answers].filter(isTick).map(([id]) => id);
      return sayReviewed(await subject.give(rulings, by, ticked), console);
    },
    json: {
      name,
      ...proposal,
      changes: proposal.changes.map((change) => ({ ...change, standing: standings.get(change.id)?.state })),
    },
    show() {
      print(changesInWords(comparison, console, { notesOn, all: flags.all, hasIds: flags.ids }));
      for (const line of [
        ...remaindersText(REMAINDERS.comment, proposal.comments, titles),
        ...remaindersText(REMAINDERS.unplaced, proposal.unplaced, titles),
      ])
        print(printable(line));
    },
    end: () => sayReviewed(found, console),
  };
}

/** Prints which files were written, and which verdicts could not be applied. */
function sayReviewed(
  { files, problems }: { files: readonly string[]; problems: readonly Problem[] },
  { say, inform }: Console,
): Outcome {
  for (const problem of problems) say(problemLine(problem));
  if (files.length > 0) inform(`written: ${listed(files)}`);
  return problems.length > 0 ? 'refused' : 'done';
}

/** Number of lines above the first change in a report. */
const HEAD_LINES = 3;

/** Formats the changes in a comparison as in a report, without the lines above the first change. */
function changeText(comparison: Comparison, notesOn: NotesOn, console: Console): string {
  const text = changesInWords({ ...comparison, untracked: [] }, console, { notesOn, all: true });
  return text.split('\n').slice(HEAD_LINES).join('\n').trimEnd();
}

/**
 * Asks for a verdict on each change on the terminal. Stored answers from an earlier session about changes that are no
 * longer open are printed and ignored.
 */
async function askEach(asked: readonly Shown[], console: Console, kept: KeptAnswers) {
  const ids = new Set(asked.map(({ id }) => id));
  for (const [id, { verdict, words }] of kept.answers)
    if (!ids.has(id))
      console.say(
        `an answer of an earlier session is ignored, because ${id} is no longer open: ${verdict}${words === undefined ? '' : `, "${words}"`}`,
      );
  const terminal = openTerminal((text, columns) => console.print(wrapped(text, columns)));
  try {
    return await goThrough(asked, terminal, kept);
  } finally {
    terminal.close();
  }
}

/** Number of columns that a text occupies, without colour escapes. */
const widthOf = (words: string): number => [...stripVTControlCharacters(words)].length;

/**
 * Wraps the lines of a text between words at a width. Continuation lines have the indentation of the original line.
 * Words that are longer than the width are not split.
 */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => linesOf(line, width))
    .join('\n');
}

function linesOf(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = ' '.repeat(line.length - line.trimStart().length);
  const lines: string[] = [];
  let now = indent;
  for (const word of line.trimStart().split(' ')) {
    if (now !== indent && widthOf(now) + 1 + widthOf(word) > width) {
      lines.push(now);
      now = indent;
    }
    now += now === indent ? word : ` ${word}`;
  }
  return [...lines, now];
}
