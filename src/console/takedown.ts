import { planTakedown, type TakedownOptions, takeDown } from '../commands/index.ts';
import { printable } from '../errors.ts';
import type { Console, Outcome } from './console.ts';

type Flags = Omit<TakedownOptions, 'edition'> & { yes?: true };

/** Takes down a text or a file from all frozen editions after the user has confirmed this. */
export async function runTakedown(edition: string, flags: Flags, console: Console): Promise<Outcome> {
  const { print, say, inform, asks, ask } = console;
  const { yes, ...options } = flags;
  const plan = await planTakedown({ ...options, edition });
  for (const place of plan.places) print(printable(place));
  for (const line of plan.left) say(printable(line));
  if (yes !== true && plan.places.length > 0) {
    const question = `Permanently replace these ${plan.places.length} files? (yes, no) `;
    const isAgreed = asks && (await ask(question, (answer) => ['yes', 'no'].includes(answer))) === 'yes';
    if (!isAgreed) {
      say('no files were changed; use --yes to confirm in advance');
      return 'findings';
    }
  }
  const left = await takeDown(plan);
  for (const line of left.filter((one) => !plan.left.includes(one))) say(printable(line));
  if (plan.places.length === 0) inform('already taken down; the web folder was updated, if there is one');
  else
    inform(
      `${plan.places.length} files were taken down; copies in other places, such as version control or backups, are not changed`,
    );
  return left.length > 0 ? 'findings' : 'done';
}
