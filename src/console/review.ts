import {
  type DraftReview,
  goThrough,
  type KeptAnswers,
  keptAnswers,
  listProposals,
  openTerminal,
  remaindersOf,
  review,
  reviewDraft,
  type Shown,
  today,
  writeReviewSheet,
} from '../commands/index.ts';
import { type Change, type Comparison, gathered, openChanges, severityCounts } from '../compare/index.ts';
import { listed, type Problem, printable, problemLine, shellWord, UserError } from '../errors.ts';
import { regionAnswer, regionQuestion, SINCE, verdictCells } from '../exchange/verdicts/index.ts';
import { SETTINGS } from '../model/index.ts';
import { type Act, type Answer, KEYS, type Ruling } from '../proposal/index.ts';
import { remaindersText, remainderText } from '../report/index.ts';
import { changesInWords, type NotesOn, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { count } from './words.ts';
import { wrapped } from './wrapped.ts';

/** Flags of `review`. */
export interface ReviewFlags {
  data: string;
  accept?: string[];
  refuse?: string[];
  reopen?: string[];
  allTypographic?: true;
  by?: string;
  why?: string;
  sheet?: string;
  json?: true;
}

/** Decides on the changes of a proposal, or approves those since the last edition. */
export async function runReview(
  name: string | undefined,
  flags: ReviewFlags,
  console: Console,
): Promise<Outcome> {
  const isAsked = [flags.accept, flags.refuse, flags.reopen].some((ids) => ids !== undefined);
  const isQuiet = isAsked || flags.allTypographic || flags.json || flags.sheet !== undefined;
  const led = !isQuiet && console.leads;
  return name === undefined ? reviewChanges(flags, led, console) : reviewProposal(name, flags, led, console);
}

/** @param led somebody answers change by change */
async function reviewChanges(
  { reopen, json, sheet, ...given }: ReviewFlags,
  led: boolean,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  if (reopen !== undefined)
    throw new UserError({
      message: 'verdicts on changes of the draft itself are not taken back here',
      hint: 'take an entry out of approvals.yaml, or change the draft; to decide on a proposal, name it',
    });
  const call = { ...given, date: today() };
  const found = await reviewDraft(call);
  const { edition, comparison, draft, canRefuse, verdicts } = found;
  const proposals = await listProposals(given.data);
  if (json) {
    const changes = comparison?.changes ?? [];
    print(JSON.stringify({ version: 1, edition, changes, proposals }, null, 2));
    return saySettled(found, console);
  }
  const notesOn: NotesOn = (id) => {
    const { verdict, by, date, note } = verdicts.get(id) ?? {};
    return verdict === undefined
      ? []
      : [`refused before by ${by}, ${date}${note === undefined ? '' : `: ${note}`}`];
  };
  if (comparison === undefined) say('there is no earlier edition: nothing is to be approved');
  else if (sheet !== undefined) {
    await writeReviewSheet(sheet, `${SINCE}${edition ?? ''}`, given.data, draft, comparison, (change) => {
      const { by = '', note = '' } = change.approval ?? {};
      return {
        draft: '',
        by,
        why: note,
        canRefuse: canRefuse(change),
        ...(by === '' ? {} : { verdict: 'accept' }),
      };
    });
    say(nextOf(sheet, comparison.changes.length));
    return 'done';
  } else if (led && comparison.changes.some(({ approval }) => approval === undefined)) {
    const open = comparison.changes.filter(({ approval }) => approval === undefined);
    const groups = new Map(gathered(open).map((own) => [own[0]?.fingerprint ?? '', own]));
    const asked = [...groups].flatMap(([id, own]): Asked[] => {
      const [change] = own;
      if (change === undefined) return [];
      const { kind, field, words } = change;
      const isText = field !== undefined && !field.startsWith('parts.');
      return [
        {
          id,
          kind,
          together: own,
          ...(own.every(canRefuse) ? {} : { acts: WITHOUT_REFUSAL }),
          ...(isText && words.new !== undefined && { words: words.new }),
        },
      ];
    });
    const kept = keptAnswers(given.data);
    const answers = await askEach(comparison, asked, console, { kept, notesOn });
    const by = await named(given.by, answers.size, console);
    const verdicts = [...answers].flatMap(([id, answer]) =>
      (groups.get(id) ?? []).map(({ fingerprint }) => ({ id: fingerprint, ...answer })),
    );
    const now = await reviewDraft({ ...call, by, verdicts });
    kept.forget();
    return saySettled(now, console);
  } else print(console.command(summaryOf(comparison)));
  for (const { name, open, accepted, refused } of proposals)
    print(`proposal ${name}  ${open} open, ${accepted} accepted, ${refused} refused`);
  return saySettled(found, console);
}

const WITHOUT_REFUSAL: readonly Act[] = Object.values(KEYS).filter((act) => act !== 'refuse');

/** How many changes there are since the last edition, and what to do about those that are open. */
function summaryOf({ old, changes }: Comparison): string {
  const open = openChanges({ changes }, 'typographic');
  const of = severityCounts(open);
  if (changes.length === 0) return `no change since edition ${old.edition}`;
  return [
    `${count(changes.length, 'change')} since edition ${old.edition}, ${open.length} not approved: ${of.major} major, ${of.minor} minor, ${of.typographic} typographic`,
    `\`programme diff ${old.edition} draft\` lists them with their ids; \`programme review\` on a terminal goes through them, \`programme review --sheet FILE.xlsx\` writes them as a workbook`,
  ].join('\n');
}

/** Says what was decided on changes of the draft. */
function saySettled({ approved, refused, edited, ...written }: DraftReview, console: Console): Outcome {
  if (approved.length > 0) console.say(`${count(approved.length, 'change')} approved`);
  if (refused.length > 0)
    console.say(
      `${count(refused.length, 'change')} refused: the draft has the words of the last edition again`,
    );
  if (edited.length > 0) console.say(`${count(edited.length, 'change')} approved with other words`);
  return sayReviewed(written, console);
}

/** What is said above comments and words without a place. */
const REMAINDERS = { comment: 'comments:', unplaced: 'without a place in the dataset:' } as const;
const TICKING: readonly Act[] = ['accept', 'skip', 'accept all that are left', 'back', 'undo', 'quit'];

/** @param led somebody answers change by change */
async function reviewProposal(
  name: string,
  { json, sheet, ...given }: ReviewFlags,
  led: boolean,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  const call = { ...given, name, date: today() };
  const found = await review(call);
  const { proposal, comparison, standings, draft } = found;
  if (sheet !== undefined) {
    const byId = new Map(proposal.changes.map((change) => [change.id, change]));
    await writeReviewSheet(sheet, name, given.data, draft, comparison, ({ fingerprint: id }) => {
      const { by = '', date = '', verdict = 'open', decided } = byId.get(id) ?? {};
      const standing = standings.get(id);
      return {
        draft: standing?.state === 'conflict' ? (standing.ours ?? '–') : '',
        by: [by, date].filter((part) => part !== '').join(', '),
        why: decided?.why ?? '',
        canRefuse: true,
        ...(verdict === 'open' ? {} : { verdict: verdict === 'accepted' ? 'accept' : 'refuse' }),
      };
    });
    say(nextOf(sheet, proposal.changes.length));
    return 'done';
  }
  const notesOn = notesOnProposed(proposal.changes, standings, draft.config.language);
  const open = proposal.changes.filter(({ verdict }) => verdict === 'open');
  const remainders = remaindersOf(proposal);
  if (led && open.length + remainders.length > 0) {
    const lang = draft.config.language;
    const cells = new Map(verdictCells(comparison, lang).map((own) => [own.change.fingerprint, own]));
    const questionOn = (id: string): string | undefined => {
      const own = cells.get(id);
      return own && regionQuestion(own);
    };
    const asked = open.map(({ id, kind, theirs, markdown }): Asked => {
      const words = kind === SETTINGS ? undefined : (markdown?.theirs ?? theirs ?? questionOn(id));
      const { state, sourceNow } = standings.get(id) ?? {};
      const alone = state === 'conflict' || state === 'gone' || sourceNow !== undefined;
      return { id, kind, alone, ...(words === undefined ? {} : { words }) };
    });
    const ticks = remainders.map(
      ({ id, kind, remainder }): Asked => ({
        id,
        alone: true,
        acts: TICKING,
        accept: 'tick off',
        text: printable(`${REMAINDERS[kind]} ${remainderText(remainder)}`),
      }),
    );
    const kept = keptAnswers(given.data, name);
    const answers = await askEach(comparison, [...asked, ...ticks], console, { notesOn, kept });
    const by = await named(given.by, answers.size, console);
    const answered = [...answers].flatMap(([id, { words, ...answer }]): Ruling[] => {
      const own = cells.get(id);
      if (words === undefined || own === undefined || questionOn(id) === undefined)
        return [{ id, ...answer, ...(words !== undefined && { words }) }];
      const edit = regionAnswer(words, own, { comparison, draft, lang });
      if (edit === undefined || !('why' in edit)) return [{ id, ...answer, ...edit }];
      say(problemLine({ message: `${id} stays open: ${edit.why}`, at: { event: own.change.id ?? '' } }));
      return [];
    });
    const isTick = ({ id }: { id: string }): boolean => ticks.some((tick) => tick.id === id);
    const reviewed = await review({
      ...call,
      by,
      verdicts: answered.filter((answer) => !isTick(answer)),
      seen: standings,
      tickOff: answered.filter(isTick).map(({ id }) => id),
    });
    kept.forget();
    return sayReviewed(reviewed, console);
  }
  if (json) {
    const changes = proposal.changes.map((change) => ({
      ...change,
      standing: standings.get(change.id)?.state,
    }));
    print(JSON.stringify({ version: 1, name, ...proposal, changes }, null, 2));
  } else {
    print(changesInWords(comparison, console, notesOn));
    for (const line of [
      ...remaindersText(REMAINDERS.comment, proposal.comments),
      ...remaindersText(REMAINDERS.unplaced, proposal.unplaced),
    ])
      print(printable(line));
  }
  return sayReviewed(found, console);
}

/** Says what was written of verdicts, and which of them could not be given. */
function sayReviewed(
  { files, problems }: { files: readonly string[]; problems: readonly Problem[] },
  { say }: Console,
): Outcome {
  for (const problem of problems) say(problemLine(problem));
  if (files.length > 0) say(`written: ${listed(files)}`);
  return problems.length > 0 ? 'refused' : 'done';
}

/** Who decides: the name that was given, or one that is asked for where there is something to decide. */
async function named(by: string | undefined, verdicts: number, { ask }: Console): Promise<string> {
  if (by !== undefined || verdicts === 0) return by ?? 'nobody';
  return ask('Who decides? ', (answer) => answer !== '');
}

/** What is said of a sheet for verdicts. */
const nextOf = (sheet: string, changes: number): string =>
  `${sheet}  ${count(changes, 'change')}; next: programme import ${shellWord(sheet)} --by NAME`;

/** Lines of a list of changes above the first one. */
const HEAD_LINES = 3;

/**
 * A change to be asked for; without a text of its own it is shown as the list of changes shows it, together with those that are decided
 * on with it.
 */
type Asked = Omit<Shown, 'text'> & { text?: string; together?: readonly Change[] };

/** Goes through changes on the terminal, one by one. Answers that were kept of an earlier session, and that nothing here waits for, are said. */
async function askEach(
  comparison: Comparison,
  asked: readonly Asked[],
  console: Console,
  { notesOn, kept }: { notesOn?: NotesOn; kept: KeptAnswers },
): Promise<ReadonlyMap<string, Answer>> {
  const byId = new Map(comparison.changes.map((change) => [change.fingerprint, change]));
  const textOf = ({ id, together }: Asked): string => {
    const change = byId.get(id);
    if (change === undefined) return id;
    const alone = { ...comparison, changes: together ?? [change], untracked: [] };
    const text = changesInWords(alone, console, notesOn);
    return text.split('\n').slice(HEAD_LINES).join('\n').trimEnd();
  };
  const ids = new Set(asked.map(({ id }) => id));
  for (const [id, { verdict, words }] of kept.answers)
    if (!ids.has(id))
      console.say(
        `an answer of an earlier session is not taken, since ${id} is not open any more: ${verdict}${words === undefined ? '' : `, "${words}"`}`,
      );
  const terminal = openTerminal((text, columns) => console.print(wrapped(text, columns)));
  try {
    const shown = asked.map(
      (one): Shown => ({
        ...one,
        get text() {
          return one.text ?? textOf(one);
        },
      }),
    );
    return await goThrough(shown, terminal, kept);
  } finally {
    terminal.close();
  }
}
