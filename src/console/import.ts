import {
  fatesText,
  type GivenVerdict,
  grouped,
  importOpened,
  importVerdicts,
  nobody,
  type Opened,
  open,
  proposeOpened,
  review,
  today,
} from '../commands/index.ts';
import { listed, printable, problemLine, shellWord } from '../errors.ts';
import type { SheetVerdicts } from '../exchange/verdicts/index.ts';
import { ellipsis } from '../model/index.ts';
import { remaindersText } from '../report/index.ts';
import { changesInWords, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { count, firstOf } from './words.ts';

/** Flags of `import`. */
export interface ImportFlags {
  data: string;
  map?: string;
  year?: number;
  all?: true;
  propose?: true;
  write?: true;
  dryRun?: true;
  removeMissing?: true;
  encoding?: string;
  separator?: string;
  by?: string;
}

/** Takes what a file holds, by what it is: verdicts, changes that others propose, or events. */
export async function runImport(file: string, flags: ImportFlags, console: Console): Promise<Outcome> {
  const opened = await open(file);
  if (opened.kind === 'verdicts') return importGiven(opened.verdicts, flags, console);
  if (flags.propose || opened.kind !== 'sheet') return importProposal(opened, flags, console);
  return importEvents(opened, flags, console);
}

/** Shows what the events of a spreadsheet change in the draft, and takes them. */
async function importEvents(
  { file, bytes }: { file: string; bytes: Uint8Array },
  flags: ImportFlags,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  const { data, map, year, all, encoding, separator } = flags;
  const { comparison, notes, fates, conflicts, remarks, problems, missing, mapping, events, written, files } =
    await importOpened({
      data,
      file,
      bytes,
      removeMissing: flags.removeMissing === true,
      write: flags.write === true,
      dryRun: flags.dryRun === true,
      ...(map === undefined ? {} : { map }),
      ...(year === undefined ? {} : { year }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
    });
  print(changesInWords(comparison, console));
  for (const note of notes) say(note);
  for (const line of fatesText(fates)) say(line);
  const said = [...conflicts, ...remarks, ...problems];
  for (const problem of all ? said : grouped(said)) say(problemLine(problem));
  if (missing.length > 0)
    say(
      `not in the spreadsheet, ${flags.removeMissing ? 'removed' : 'kept'}: ${all ? listed(missing) : firstOf(missing, '--all shows them')}`,
    );
  if (mapping !== undefined) {
    const { path, yaml } = mapping;
    if (all || path === undefined) say(yaml);
    if (path !== undefined)
      say(`written as ${path}: correct it there and pass it with --map ${shellWord(path)}`);
  }
  say(
    `${events} events read; ${written && files.length > 0 ? `written: ${listed(files)}` : 'the draft is as it was'}`,
  );
  if (problems.length > 0) return 'refused';
  return conflicts.length > 0 ? 'findings' : 'done';
}

/** Shows what a file proposes, and keeps or takes it. */
async function importProposal(
  opened: Opened,
  { data, propose: keep, write: take, by }: ImportFlags,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  if (take && by === undefined) throw nobody();
  const found = await proposeOpened(opened, { data, date: today(), write: keep === true || take === true });
  const { changes, standings, conflicts } = found;
  print(changesInWords(found.comparison, console, notesOnProposed(changes, standings, found.main)));
  for (const line of [
    ...remaindersText('comments, kept as internal notes:', found.comments),
    ...remaindersText('without a place in the dataset, for you to take by hand:', found.unplaced),
  ])
    print(printable(line));
  for (const note of found.notes) say(note);
  say(
    `${count(changes.length, 'change')}, ${conflicts.length} in conflict; ${found.done} in the draft already, ${found.known} known from earlier proposals`,
  );
  if (found.file !== undefined) say(`kept as ${found.file}`);
  if (take && found.kept) {
    const { name } = found;
    const given = { data, name, acceptAll: true, date: today(), ...(by !== undefined && { by }) };
    const { files, proposal } = await review(given);
    const open = proposal.changes.filter(({ verdict }) => verdict === 'open').length;
    if (files.length > 0) say(`written: ${listed(files)}`);
    say(
      open === 0 ? `nothing of ${name} is open` : `${count(open, 'change')} open: programme review ${name}`,
    );
  } else if (found.file === undefined) say('the draft is as it was');
  else say(`next: programme review ${found.name}`);
  return conflicts.length > 0 ? 'findings' : 'done';
}

/** Gives the verdicts of a sheet: on a proposal, or on the changes since the last edition; says what they did. */
async function importGiven(
  sheet: SheetVerdicts,
  { data, by, dryRun }: ImportFlags,
  { say, print }: Console,
): Promise<Outcome> {
  const isTaken = by !== undefined && dryRun !== true;
  const { accepted, refused, edited, before, open, problems, remarks, files } = await importVerdicts(sheet, {
    data,
    date: today(),
    ...(isTaken && { by }),
  });
  const lines = (verb: string, given: readonly GivenVerdict[]): string[] =>
    given.map(({ id, change, words }) => {
      const now =
        words === undefined ? 'the draft says nothing there' : `the draft says "${ellipsis(words)}"`;
      return printable(`${verb} ${id}  ${change}${isTaken ? `: ${now}` : ''}`);
    });
  for (const line of [...lines('refused', refused), ...lines('edited', edited)]) print(line);
  for (const problem of [...remarks, ...problems]) say(problemLine(problem));
  say(
    `${sheet.subject}: ${accepted.length} accepted, ${refused.length} refused, ${edited.length} edited, ${open} open${before === 0 ? '' : `; ${before} decided before`}`,
  );
  if (files.length > 0) say(`written: ${listed(files)}`);
  if (by === undefined && dryRun !== true) throw nobody();
  if (!isTaken) say('nothing was written');
  return problems.length > 0 ? 'refused' : 'done';
}
