import path from 'node:path';
import {
  type FreezeOptions,
  type FreezeResult,
  freeze,
  NotReady,
  siteDifference,
  waivedLines,
} from '../commands/index.ts';
import { listed, printable, UserError } from '../errors.ts';
import { DRAFT, groupBy, type Status, WAIVABLE_GATES } from '../model/index.ts';
import { changesAsText, gateLines } from '../report/index.ts';
import { sayDesignNotes } from './build.ts';
import type { Console, Outcome } from './console.ts';

type Flags = Omit<FreezeOptions, 'name' | 'statuses'> & {
  data: string;
  status?: ReadonlyMap<string, Status>;
};

/** Freezes the draft as an edition. */
export async function runFreeze(
  name: string,
  { status: statuses, ...flags }: Flags,
  console: Console,
): Promise<Outcome> {
  const { print, say, inform } = console;
  const { data, without = [] } = flags;
  if (statuses === undefined) await sayDesignNotes(console, data, DRAFT);
  const frozen = await freeze({ ...flags, name, statuses }).catch((error: unknown) => {
    if (!(error instanceof NotReady)) throw error;
    sayGates(error, console);
  });
  if (frozen === undefined) return 'findings';
  const { state, waived, site, problems } = frozen;
  if (frozen.corrections !== undefined) {
    const lang = frozen.corrections.new.language;
    say(changesAsText(frozen.corrections, { lang, colour: false, all: true }).trimEnd());
  }
  for (const line of byFolder(frozen.files)) print(line);
  for (const { message } of frozen.warnings) say(`warning: ${message}`);
  if (state === 'planned') {
    inform(`edition ${name} can be frozen; no files were written`);
    return 'done';
  }
  if (state === 'frozen') sayStatuses(frozen, statuses, flags.by, console);
  inform(
    state === 'frozen' ? `edition ${name} is frozen` : `edition ${name} is already frozen with the same data`,
  );
  inform(`fingerprint ${frozen.fingerprint}`);
  for (const line of waivedLines(waived)) say(line);
  for (const gate of state === 'frozen' ? new Set(without) : [])
    if (!waived.some((one) => one.gate === gate))
      say(`--without ${gate} was not needed, because the gate passed`);
  inform(`published files ${frozen.published}`);
  for (const file of frozen.elsewhere)
    say(
      `not included in the edition, because its licence forbids redistribution: ${printable(`${data}/${file}`)}; do not delete it`,
    );
  inform(`PDF/UA-1 and PDF/A-2a of its PDF files: ${frozen.verapdf}`);
  if (site !== undefined) {
    inform(`web folder, ready for upload: ${printable(site.folder)}`, site.folder);
    if (!site.hasFeeds)
      inform(
        '  it has no sitemap, feeds or pictures for shared links, because programme.yaml has no address',
      );
    for (const difference of site.differences) say(siteDifference(difference));
  }
  for (const line of byFolder(frozen.copies)) print(line);
  if (problems.length > 0) throw new UserError(problems);
  return 'done';
}

/** Maximum number of file names that are printed for each folder. */
const MAX_NAMES = 6;

/** Lists files, with one line per folder. */
function byFolder(files: readonly string[]): string[] {
  return [...groupBy(files, (file) => path.dirname(file))].map(([folder, inFolder]) =>
    printable(
      `${folder}/  ${listed(
        inFolder.map((file) => path.basename(file)),
        MAX_NAMES,
      )}`,
    ),
  );
}

/** Prints which event statuses were set and approved. */
function sayStatuses(
  { approved, notInDraft }: FreezeResult,
  statuses: ReadonlyMap<string, Status> = new Map(),
  by = '',
  { say, inform }: Console,
): void {
  for (const [event, status] of statuses)
    say(
      notInDraft.includes(event)
        ? `${event} is ${status} in the edition, but not in the draft`
        : `${event} is ${status} in the draft`,
    );
  if (approved.length > 0) inform(`approved by ${printable(by)}: ${approved.join(', ')}`);
}

/** Prints the gates that have not passed and, if all of them can be waived, how to waive them. */
function sayGates({ gates }: NotReady, { say }: Console): void {
  for (const gate of gates) say(gateLines(gate).join('\n'));
  const waivable = WAIVABLE_GATES.filter((gate) => gates.some(({ id }) => id === gate));
  say(
    waivable.length < gates.length
      ? 'not frozen'
      : `not frozen; to freeze anyway, add ${waivable.map((gate) => `--without ${gate}`).join(' ')} --by NAME --why WORDS`,
  );
}
