import { loadTakedown, type TakedownOptions } from '../commands/index.ts';
import { printable } from '../errors.ts';
import type { Console, Outcome } from './console.ts';

type Flags = Omit<TakedownOptions, 'edition'> & { yes?: true };

/** Takes a text or a file down from all editions after confirmation. */
export async function runTakedown(edition: string, flags: Flags, console: Console): Promise<Outcome> {
  const { print, say, asks, ask } = console;
  const { yes, ...options } = flags;
  const { planTakedown, takeDown } = await loadTakedown();
  const plan = await planTakedown({ ...options, edition });
  for (const place of plan.places) print(printable(place));
  for (const line of plan.left) say(printable(line));
  if (yes !== true && plan.places.length > 0) {
    const question = `Replace these ${plan.places.length} files for good? (yes, no) `;
    const isAgreed = asks && (await ask(question, (answer) => ['yes', 'no'].includes(answer))) === 'yes';
    if (!isAgreed) {
      say('nothing was changed; --yes does it without asking');
      return 'findings';
    }
  }
  const left = await takeDown(plan);
  for (const line of left.filter((one) => !plan.left.includes(one))) say(printable(line));
  if (plan.places.length === 0)
    say('taken down already; the folder for the web was made anew where there is one');
  else
    say(
      `${plan.places.length} files were taken down; copies elsewhere, such as in a version control system or a backup, are not reached`,
    );
  return left.length > 0 ? 'findings' : 'done';
}
