import {
  copyPublished,
  freeze,
  loadSetStatus,
  planFreeze,
  publishedDigestOf,
  publishSite,
  siteDifference,
  today,
} from '../commands/index.ts';
import { printable, UserError } from '../errors.ts';
import { DRAFT, type Status } from '../model/index.ts';
import { sayDesignNotes } from './build.ts';
import type { Console, Outcome } from './console.ts';

interface Flags {
  data: string;
  out?: string;
  extracts?: string;
  corrects?: string;
  status?: ReadonlyMap<string, Status>;
  by?: string;
  why?: string;
  dryRun?: true;
}

/** Turns the draft into an edition. */
export async function runFreeze(name: string, flags: Flags, console: Console): Promise<Outcome> {
  const { print, say, host } = console;
  const { data, out, dryRun, extracts, corrects } = flags;
  if (flags.status !== undefined) await setBefore(flags, console);
  await sayDesignNotes(console, data, DRAFT);
  const plan = await planFreeze({ data, name, corrects, by: extracts }, host);
  const { edition, lock } = plan;
  for (const { path } of edition?.files ?? []) print(printable(`${edition?.folder}/${path}`));
  if (dryRun) {
    say(`edition ${name} could be frozen; nothing was written`);
    return 'done';
  }
  freeze(plan, data);
  say(
    edition === undefined
      ? `edition ${name} was frozen already, with these very data`
      : `edition ${name} is frozen`,
  );
  say(`fingerprint ${lock.fingerprint}`);
  say(`published files ${publishedDigestOf(plan)}`);
  for (const file of lock.elsewhere ?? [])
    say(
      `not in the edition, since its makers let nobody hand it on: ${printable(`${data}/${file}`)}; keep it`,
    );
  if (lock.verapdf !== undefined) say(`PDF/UA-1 and PDF/A-2a of its PDF files: ${lock.verapdf}`);
  const site = await afterFreezing(name, publishSite(data));
  if (site !== undefined) {
    say(`to be put on a server as it is: ${printable(site.folder)}`);
    for (const difference of site.differences) say(siteDifference(difference));
  }
  if (out !== undefined) for (const file of await copyPublished(plan, data, out)) print(printable(file));
  return 'done';
}

/** Sets statuses in the draft that is to be frozen as an erratum. */
async function setBefore(
  { data, corrects, status, by, why, dryRun }: Flags,
  { say }: Console,
): Promise<void> {
  if (corrects === undefined || by === undefined || dryRun || status === undefined)
    throw new UserError({
      message: dryRun
        ? '--status changes the draft, which --dry-run does not'
        : '--status needs --corrects and --by',
      hint: '`programme freeze 2.1 --corrects 2 --status EVENT=cancelled --by NAME --why WORDS`',
    });
  const { setStatuses } = await loadSetStatus();
  const given = why === undefined ? {} : { why };
  const approved = await setStatuses({ data, corrects, statuses: status, by, date: today(), ...given });
  for (const [event, own] of status) say(`${event} is ${own} in the draft`);
  if (approved.length > 0) say(`approved by ${printable(by)}: ${approved.join(', ')}`);
}

/** What follows on a freeze can fail, and be repeated; the edition is there all the same. */
async function afterFreezing<T>(name: string, done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.problems.map((problem) => ({
        ...problem,
        message: `edition ${name} is frozen, but the folder for the web was not made: ${problem.message}`,
        hint: '`programme verify --publish` makes it',
      })),
    );
  }
}
