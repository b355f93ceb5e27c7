import {
  type CheckFormat,
  type CheckOptions,
  check,
  checkReport,
  commentsOn,
  foundAtLeast,
  planFixes,
  rulesReport,
  writeFixes,
} from '../commands/index.ts';
import { printable } from '../errors.ts';
import { DRAFT, type FindingSeverity } from '../model/index.ts';
import { remaindersText } from '../report/index.ts';
import { sayBuilt } from './build.ts';
import type { Console, Outcome } from './console.ts';
import { count } from './words.ts';

/** Heading of what others wrote beside the texts. */
const COMMENTS = 'comments that came back, internal (take those that are dealt with out of data/proposals):';

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
  else if (flags.fix) await fix({ data, edition }, flags.dryRun, console);
  else {
    const found = await check({ data, edition });
    const { colour } = console;
    const comments = edition === DRAFT ? await commentsOn(data) : [];
    const reported = await checkReport(found, {
      format,
      out,
      colour,
      all: flags.all === true,
      hasIds: flags.ids === true,
      comments,
    });
    if (typeof reported === 'string') console.print(reported);
    else sayBuilt([reported], undefined, console);
    if (format === 'text')
      for (const line of remaindersText(COMMENTS, comments)) console.print(printable(line));
    if (foundAtLeast(found, flags.failOn)) return 'findings';
  }
  return 'done';
}

async function fix(options: CheckOptions, dryRun: true | undefined, { print, say }: Console): Promise<void> {
  const plan = await (dryRun ? planFixes(options) : writeFixes(options));
  for (const diff of plan.diffs) print(diff);
  say(`${count(plan.files.length, 'file')} ${dryRun ? 'would change' : 'changed'}`);
}
