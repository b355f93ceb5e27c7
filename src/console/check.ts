import {
  type CheckFormat,
  type CheckOptions,
  type CheckResult,
  check,
  fix,
  foundAtLeast,
  rulesReport,
} from '../commands/index.ts';
import { printable } from '../errors.ts';
import { type FindingSeverity, titlesOf } from '../model/index.ts';
import { remaindersText, summaryOf } from '../report/index.ts';
import { sayBuilt } from './build.ts';
import type { Console, Outcome } from './console.ts';
import { watchDataset } from './watch.ts';
import { count } from './words.ts';

/** The heading above comments in returned files. */
const COMMENTS = 'internal comments of returned files (`programme review NAME` marks those that are done):';

type Flags = Record<'data' | 'out', string> &
  Pick<CheckOptions, 'dictionary' | 'all'> & { format: CheckFormat; failOn: FindingSeverity } & Partial<
    Record<'ids' | 'rules' | 'fix' | 'dryRun' | 'watch', true>
  >;

/** Proofreads an edition, corrects the draft, or lists the rules, depending on the flags. */
export async function runCheck(edition: string, flags: Flags, console: Console): Promise<Outcome> {
  const { data, format, out, all, dictionary } = flags;
  if (flags.rules) {
    console.print(rulesReport(format));
    return 'done';
  }
  if (flags.fix) {
    const { diffs, files } = await fix({ data, edition, dryRun: flags.dryRun });
    for (const diff of diffs) console.print(diff);
    console.inform(`${count(files.length, 'file')} ${flags.dryRun ? 'would change' : 'changed'}`);
    return 'done';
  }
  const { colour } = console;
  const round = () => check({ data, edition, dictionary, format, out, colour, all, hasIds: flags.ids });
  const first = async (): Promise<Outcome> => {
    const found = await round();
    sayFound(found, format, console);
    return foundAtLeast(found, flags.failOn) ? 'findings' : 'done';
  };
  if (!flags.watch) return first();
  return watchDataset(flags, console, first, async () => summaryOf((await round()).findings).message);
}

function sayFound(
  { programme, printed, written, comments, notChecked = [], checkedWith = [] }: CheckResult,
  format: CheckFormat,
  console: Console,
): void {
  if (printed !== undefined) console.print(printed);
  if (written !== undefined) sayBuilt({ files: [written] }, undefined, console);
  if (format === 'text')
    for (const line of remaindersText(COMMENTS, comments, titlesOf(programme)))
      console.print(printable(line));
  for (const line of [...notChecked, ...checkedWith.map(({ message }) => message)])
    console.say(printable(line));
}
