import {
  copyPublished,
  type ErratumPlan,
  type FreezeOptions,
  type FreezePlan,
  freeze,
  loadErratum,
  NotReady,
  planFreeze,
  publishedDigestOf,
  publishSite,
  siteDifference,
  today,
  type Waiver,
  waivedLines,
} from '../commands/index.ts';
import { printable, UserError } from '../errors.ts';
import { DRAFT, type Status, WAIVABLE_GATES, type WaivableGate } from '../model/index.ts';
import { changesAsText, gateLines } from '../report/index.ts';
import { sayDesignNotes } from './build.ts';
import type { Console, Outcome } from './console.ts';

interface Flags {
  data: string;
  out?: string;
  extracts?: string;
  corrects?: string;
  status?: ReadonlyMap<string, Status>;
  without?: WaivableGate[];
  by?: string;
  why?: string;
  dryRun?: true;
}

/** Turns the draft into an edition. */
export async function runFreeze(name: string, flags: Flags, console: Console): Promise<Outcome> {
  const { print, say } = console;
  const { data, out, dryRun, extracts, corrects } = flags;
  const waive = waiverOf(flags);
  const options = { data, name, corrects, by: extracts, waive };
  const plan = await planned(() => planOf(options, flags, console), console);
  if (plan === undefined) return 'findings';
  const { edition, lock, corrections } = plan;
  if (corrections !== undefined) {
    const lang = corrections.new.language;
    say(changesAsText(corrections, { lang, colour: false }).trimEnd());
  }
  for (const { path } of edition?.files ?? []) print(printable(`${edition?.folder}/${path}`));
  if (dryRun) {
    say(`edition ${name} could be frozen; nothing was written`);
    return 'done';
  }
  await freeze(plan, data);
  if (edition !== undefined) sayStatuses(plan, flags, console);
  say(
    edition === undefined
      ? `edition ${name} was frozen already, with these very data`
      : `edition ${name} is frozen`,
  );
  say(`fingerprint ${lock.fingerprint}`);
  for (const line of waivedLines(lock.waived)) say(line);
  for (const gate of waive?.gates ?? [])
    if (edition !== undefined && !lock.waived?.some((own) => own.gate === gate))
      say(`--without ${gate} was not needed: the gate is passed`);
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

/** An erratum of statuses, or the whole draft. */
async function planOf(
  options: FreezeOptions,
  { status: statuses, by: approver, why }: Flags,
  console: Console,
): Promise<FreezePlan & Partial<ErratumPlan>> {
  const { corrects } = options;
  if (statuses === undefined) {
    await sayDesignNotes(console, options.data, DRAFT);
    return planFreeze(options, console.host);
  }
  if (corrects === undefined || approver === undefined)
    throw new UserError({
      message: '--status needs --corrects and --by',
      hint: '`programme freeze 2.1 --corrects 2 --status EVENT=cancelled --by NAME --why WORDS`',
    });
  const { planErratum } = await loadErratum();
  return planErratum({ ...options, corrects, statuses, approver, why, date: today() }, console.host);
}

/** Which statuses were set and approved. */
function sayStatuses(
  { approved = [], notInDraft = [] }: Partial<ErratumPlan>,
  { status = new Map(), by = '' }: Flags,
  { say }: Console,
): void {
  for (const [event, own] of status)
    say(
      notInDraft.includes(event)
        ? `${event} is ${own} in the edition; the draft does not have it`
        : `${event} is ${own} in the draft`,
    );
  if (approved.length > 0) say(`approved by ${printable(by)}: ${approved.join(', ')}`);
}

/**
 * The gates that a call waives.
 *
 * @throws UserError when it does not say who answers for it, and why
 */
function waiverOf({ without, by, why }: Flags): Waiver | undefined {
  if (without === undefined) return undefined;
  if (by === undefined || why === undefined)
    throw new UserError({
      message: `--without ${without.join(' --without ')} needs --by NAME and --why WORDS`,
      hint: 'both are kept in the lock of the edition',
    });
  return { gates: [...new Set(without)], by, why };
}

/** What the freeze would do; nothing where gates are not passed, which are said. */
async function planned<P>(plan: () => Promise<P>, { say }: Console): Promise<P | undefined> {
  try {
    return await plan();
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    for (const gate of error.gates) say(gateLines(gate).join('\n'));
    const waivable = WAIVABLE_GATES.filter((gate) => error.gates.some(({ id }) => id === gate));
    say(
      waivable.length < error.gates.length
        ? 'not frozen'
        : `not frozen; who answers for it freezes ${waivable.map((gate) => `--without ${gate}`).join(' ')} --by NAME --why WORDS`,
    );
    return undefined;
  }
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
