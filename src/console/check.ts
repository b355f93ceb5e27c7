import {
  type CheckFormat,
  check,
  type FixOptions,
  fix,
  foundAtLeast,
  rulesReport,
} from '../commands/index.ts';
import { printable } from '../errors.ts';
import type { FindingSeverity } from '../model/index.ts';
import { remaindersText } from '../report/index.ts';
import { sayBuilt } from './build.ts';
import type { Console, Outcome } from './console.ts';
import { count } from './words.ts';

/** Heading of the comments that others added to the texts. */
const COMMENTS = 'internal comments of returned files (remove those that are done from data/proposals):';

interface Flags {
  data: string;
  format: CheckFormat;
  out: string;
  failOn: FindingSeverity;
  all?: true;
  ids?: true;
  rules?: true;
  fix?: true;
  dryRun?: true;
}

/** Proofs an edition, corrects the draft, or lists the rules. */
export async function runCheck(edition: string, flags: Flags, console: Console): Promise<Outcome> {
  const { data, format, out } = flags;
  if (flags.rules) console.print(rulesReport(format));
  else if (flags.fix) await runFix({ data, edition, dryRun: flags.dryRun }, console);
  else {
    const { colour } = console;
    const found = await check({ data, edition, format, out, colour, all: flags.all, hasIds: flags.ids });
    const { printed, written, comments, notChecked = [] } = found;
    if (printed !== undefined) console.print(printed);
    if (written !== undefined) sayBuilt({ files: [written] }, undefined, console);
    if (format === 'text')
      for (const line of remaindersText(COMMENTS, comments)) console.print(printable(line));
    for (const line of notChecked) console.say(line);
    if (foundAtLeast(found, flags.failOn)) return 'findings';
  }
  return 'done';
}

async function runFix(options: FixOptions, { print, say }: Console): Promise<void> {
  const { diffs, files } = await fix(options);
  for (const diff of diffs) print(diff);
  say(`${count(files.length, 'file')} ${options.dryRun ? 'would change' : 'changed'}`);
}
