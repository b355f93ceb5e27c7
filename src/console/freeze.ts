import { copyPublished, freeze, planFreeze } from '../commands/freeze.ts';
import { printable } from '../errors.ts';
import { DRAFT } from '../model/programme.ts';
import { sayDesignNotes } from './build.ts';
import type { Console, Outcome } from './console.ts';

interface Flags {
  data: string;
  out?: string;
  dryRun?: true;
}

/** Turns the draft into an edition. */
export async function runFreeze(name: string, flags: Flags, console: Console): Promise<Outcome> {
  const { print, say, host } = console;
  const { data, out, dryRun } = flags;
  await sayDesignNotes(console, data, DRAFT);
  const plan = await planFreeze({ data, name }, host);
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
  if (lock.verapdf !== undefined) say(`PDF/UA-1 and PDF/A-2a of its PDF files: ${lock.verapdf}`);
  if (out !== undefined) for (const file of await copyPublished(plan, data, out)) print(printable(file));
  return 'done';
}
