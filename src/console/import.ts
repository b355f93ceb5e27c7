import {
  deciderMissing,
  type GivenVerdict,
  type ImportSheetOptions,
  importOpened,
  importVerdicts,
  type Opened,
  open,
  proposeOpened,
  review,
  today,
} from '../commands/index.ts';
import { listed, type Problem, printable, problemLine, shellWord, UserError } from '../errors.ts';
import type { SheetVerdicts } from '../exchange/verdicts/index.ts';
import { ellipsis } from '../model/index.ts';
import { OpenQuestions } from '../read/table-import/index.ts';
import { changesForJson, remaindersText } from '../report/index.ts';
import { changesInWords, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { type AnswerFlags, answersFrom, counted, linesOf, remarksWithin } from './lists.ts';
import { count, firstOf } from './words.ts';

/** Flags of `import`. */
export type ImportFlags = AnswerFlags &
  Omit<ImportSheetOptions, 'file' | 'data'> & { data: string; propose?: true; by?: string; json?: true };

/** The outcome of an import, and its report for JSON output; see docs/import-json.md. */
interface Ended {
  outcome: Outcome;
  report: object;
}

/** Imports verdicts, proposed changes or events from a file, depending on its content and the flags. */
export async function runImport(file: string, flags: ImportFlags, console: Console): Promise<Outcome> {
  if (!flags.json) return (await importFile(file, flags, console)).outcome;
  const print = (report: object): void =>
    console.print(JSON.stringify({ version: 2, file, ...report }, null, 2));
  try {
    const { outcome, report } = await importFile(file, flags, { ...console, print: () => undefined });
    print(report);
    return outcome;
  } catch (error) {
    if (error instanceof OpenQuestions) print({ problems: error.problems, questions: error.questions });
    else if (error instanceof UserError) print({ problems: error.problems });
    throw error;
  }
}

async function importFile(file: string, flags: ImportFlags, console: Console): Promise<Ended> {
  const opened = await open(file);
  if (opened.kind === 'verdicts') return importGiven(opened.verdicts, flags, console);
  if (flags.propose || opened.kind !== 'sheet') return importProposal(opened, flags, console);
  return importEvents(opened, flags, console);
}

/** States that nothing was written and, if there are changes, how to import them. */
const unchanged = (hasChanges: boolean): string =>
  hasChanges
    ? 'the draft is unchanged; --propose stores the changes for review, --write imports them'
    : 'the draft is unchanged';

/** Shows how the events of a spreadsheet would change the draft, and imports them if requested. */
async function importEvents(
  { file, bytes }: { file: string; bytes: Uint8Array },
  flags: ImportFlags,
  terminal: Console,
): Promise<Ended> {
  const console = counted(terminal);
  const { print, say } = console;
  const { all } = flags;
  const plan = await importOpened({ ...flags, ...answersFrom(flags, console, KEPT), file, bytes });
  const { comparison, notes, conflicts, remarks, problems, missing, mapping, events } = plan;
  const written = plan.written ? plan.files : [];
  const read = `${events} events read; ${written.length > 0 ? `written: ${listed(written)}` : unchanged(plan.files.length > 0)}`;
  const fate = flags.removeMissing ? 'removed' : 'not removed';
  const titles = all ? listed(plan.missingTitles) : firstOf(plan.missingTitles, '--all shows them');
  const absent = `not in the spreadsheet, ${fate}: ${titles}`;
  const reported: Problem[] = [
    ...conflicts,
    ...problems,
    ...remarks.filter(isNew),
    ...(missing.length === 0 ? [] : [{ message: absent }]),
    ...notes,
    ...remarks.filter((remark) => !isNew(remark)),
    ...(mapping === undefined ? [] : [{ message: mappingLine(mapping) }]),
  ];
  const room = all ? Number.POSITIVE_INFINITY : console.room() - 1;
  const most = room - linesOf(remarksWithin(reported, Math.floor(room / 2)));
  const changes = changesInWords(comparison, console, { all, most });
  print(changes);
  for (const text of remarksWithin(reported, room - linesOf([changes.trimEnd()]))) say(text);
  if (all && mapping !== undefined) say(mapping.yaml);
  say(read);
  const report = {
    kind: 'events',
    events,
    comparison: changesForJson(comparison),
    ...{ conflicts, problems, remarks, notes, columns: plan.fates, missing },
    ...(mapping && { mapping }),
    written,
  };
  if (problems.length > 0) return { outcome: 'refused', report };
  return { outcome: conflicts.length > 0 ? 'findings' : 'done', report };
}

/**
 * Whether a remark reports new themes or fields of the programme. Remarks on new themes and fields are printed first.
 */
const isNew = ({ code = '' }: Problem): boolean =>
  ['themes-new', 'fields-new', 'fields-new-internal'].includes(code);

/** Number of lines that are reserved, below the preview of the columns, for changes, remarks and the last line. */
const KEPT = 12;

/** The line that states where the proposed mapping of a list is stored or how to show it. */
const mappingLine = ({ path }: { path?: string }): string =>
  path === undefined
    ? 'the columns are read by a proposed mapping; --all shows it'
    : `mapping written to ${path}; to change it, edit the file and pass it with --map ${shellWord(path)}`;

/** Number of lines that are reserved for the end of the output when proposed changes are imported. */
const LAST = 3;

/** Shows the changes that a file proposes, and stores or accepts them if requested. */
async function importProposal(opened: Opened, flags: ImportFlags, terminal: Console): Promise<Ended> {
  const console = counted(terminal);
  const { print, say, inform } = console;
  const { data, propose: keep, write: take, by } = flags;
  if (take && by === undefined) throw deciderMissing();
  const found = await proposeOpened(opened, {
    ...flags,
    ...answersFrom(flags, console, KEPT),
    write: keep || take,
  });
  const { changes, standings, conflicts, comments, unplaced, titles, notes, remarks } = found;
  const written = found.file === undefined ? [] : [found.file];
  let verdicts: ReadonlyMap<string, string> = new Map();
  const notesOn = notesOnProposed(changes, standings, found.comparison);
  const left = [
    ...remaindersText('comments, stored as internal notes:', comments, titles),
    ...remaindersText('not applicable automatically; apply them by hand:', unplaced, titles),
  ].map((line) => ({ message: printable(line) }));
  const room = flags.all ? Number.POSITIVE_INFINITY : console.room() - LAST;
  const reported = [...notes, ...remarks];
  const below = [remarksWithin(left, Math.floor(room / 3)), remarksWithin(reported, Math.floor(room / 3))];
  const most = room - linesOf(below.flat());
  print(changesInWords(found.comparison, console, { notesOn, all: flags.all, most }));
  for (const text of below[0] ?? []) print(text);
  for (const text of below[1] ?? []) say(text);
  say(
    `${count(changes.length, 'change')}, ${conflicts.length} in conflict; ${found.done} already in the draft, ${found.known} already proposed`,
  );
  if (found.file !== undefined) inform(`stored as ${found.file}`);
  if (take && found.kept) {
    const { name } = found;
    const { files, proposal } = await review({ data, name, acceptAll: true, by });
    const open = proposal.changes.filter(({ verdict }) => verdict === 'open').length;
    if (files.length > 0) inform(`written: ${listed(files)}`);
    written.push(...files.filter((file) => file !== found.file));
    verdicts = new Map(proposal.changes.map(({ id, verdict }) => [id, verdict]));
    say(
      open === 0 ? `${name} has no open changes` : `${count(open, 'change')} open: programme review ${name}`,
    );
  } else if (found.file === undefined) say(unchanged(changes.length > 0));
  else inform(`next: programme review ${found.name}`);
  const report = {
    kind: 'proposal',
    name: found.name,
    kept: found.kept,
    changes: changes.map((change) => {
      const { state, ...standing } = standings.get(change.id) ?? {};
      return { ...change, verdict: verdicts.get(change.id) ?? change.verdict, standing: state, ...standing };
    }),
    done: found.done,
    known: found.known,
    comments,
    unplaced,
    problems: [],
    remarks,
    notes,
    written,
  };
  return { outcome: conflicts.length > 0 ? 'findings' : 'done', report };
}

/** Applies the verdicts in a sheet to a proposal or to the changes since the last edition, and prints the result. */
async function importGiven(
  sheet: SheetVerdicts,
  { data, by, dryRun }: ImportFlags,
  { say, inform, print }: Console,
): Promise<Ended> {
  const isTaken = by !== undefined && dryRun !== true;
  const { accepted, refused, edited, before, open, problems, remarks, files } = await importVerdicts(sheet, {
    data,
    by: isTaken ? by : undefined,
    date: today(),
  });
  const lines = (verb: string, given: readonly GivenVerdict[]): string[] =>
    given.map(({ change, words }) => {
      const now = words === undefined ? 'the draft has no text there' : `the draft has "${ellipsis(words)}"`;
      return printable(`${verb} ${change}${isTaken ? `: ${now}` : ''}`);
    });
  for (const line of [...lines('refused', refused), ...lines('edited', edited)]) print(line);
  for (const problem of [...remarks, ...problems]) say(problemLine(problem, Number.POSITIVE_INFINITY));
  say(
    `${sheet.subject}: ${accepted.length} accepted, ${refused.length} refused, ${edited.length} edited, ${open} open${before === 0 ? '' : `; ${before} decided before`}`,
  );
  if (files.length > 0) inform(`written: ${listed(files)}`);
  const unnamed = by === undefined && dryRun !== true ? deciderMissing() : undefined;
  if (unnamed !== undefined) say(unnamed.message);
  else if (!isTaken) say('no files were written');
  const reasons = [...problems, ...(unnamed?.problems ?? [])];
  const report = {
    kind: 'verdicts',
    subject: sheet.subject,
    ...{ accepted, refused, edited, before, open, problems: reasons, remarks },
    notes: [],
    written: files,
  };
  return { outcome: reasons.length > 0 ? 'refused' : 'done', report };
}
