import { type GivenVerdict, importVerdicts, nobody, today } from '../commands/index.ts';
import { listed, printable, problemLine } from '../errors.ts';
import type { SheetVerdicts } from '../exchange/verdicts/index.ts';
import { ellipsis } from '../model/index.ts';
import type { Console, Outcome } from './console.ts';

/** Flags of `import` for a sheet of verdicts. */
export interface VerdictFlags {
  data: string;
  by?: string;
  dryRun?: true;
}

/** Gives the verdicts of a sheet: on a proposal, or on the changes since the last edition; says what they did. */
export async function runImportVerdicts(
  sheet: SheetVerdicts,
  { data, by, dryRun }: VerdictFlags,
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
