import { approve } from '../commands/approve.ts';
import { nobody, review } from '../commands/review.ts';
import { today } from '../commands/today.ts';
import { problemLine } from '../errors.ts';
import type { SheetVerdicts } from '../read/sheet/verdicts.ts';
import type { Console, Outcome } from './console.ts';
import { sayReviewed } from './verdicts.ts';
import { count } from './words.ts';

/** Flags of `import` for a sheet of verdicts. */
export interface VerdictFlags {
  data: string;
  by?: string;
  dryRun?: true;
}

/** Gives the verdicts of a sheet: on a proposal, or approvals of changes since the last edition. */
export async function importVerdicts(
  { subject, verdicts }: SheetVerdicts,
  { data, by, dryRun }: VerdictFlags,
  console: Console,
): Promise<Outcome> {
  const { say } = console;
  const accepted = verdicts.filter(({ verdict }) => verdict === 'accept');
  say(`${subject}: ${accepted.length} accepted, ${verdicts.length - accepted.length} refused`);
  if (dryRun) return 'done';
  if (by === undefined) throw nobody();
  if (!subject.startsWith('since ')) {
    const rulings = verdicts.map(({ id, verdict, why }) => ({
      id,
      verdict: verdict === 'accept' ? ('accepted' as const) : ('refused' as const),
      ...(why === undefined ? {} : { why }),
    }));
    return sayReviewed(await review({ data, name: subject, verdicts: rulings, by, date: today() }), console);
  }
  for (const why of new Set(accepted.map((own) => own.why))) {
    const ids = accepted.filter((own) => own.why === why).map(({ id }) => id);
    const { approved, problems } = await approve({
      data,
      approve: ids,
      by,
      date: today(),
      ...(why !== undefined && { why }),
    });
    for (const problem of problems) say(problemLine(problem));
    say(`${count(approved.length, 'change')} approved`);
  }
  return 'done';
}
