import { type DiffFormat, type DiffOptions, diff } from '../commands/index.ts';
import { countAtLeast } from '../compare/index.ts';
import type { ChangeSeverity } from '../model/index.ts';
import type { Console, Outcome } from './console.ts';
import { type ExtractFlags, extractFilter } from './extract-flags.ts';

type Flags = ExtractFlags &
  Pick<DiffOptions, 'data' | 'lang' | 'out' | 'all'> & {
    format: DiffFormat[];
    failOn?: ChangeSeverity;
    ids?: true;
  };

/** Compares two editions, folders or spreadsheets. */
export async function runDiff(
  old: string,
  now: string,
  flags: Flags,
  { print, say, inform, colour }: Console,
): Promise<Outcome> {
  const { format: formats, failOn, ids: hasIds, ...options } = flags;
  const compared = { ...options, old, new: now, ...extractFilter(flags), formats, colour, hasIds };
  const { comparison, printed, written, untracked } = await diff(compared);
  for (const text of printed) print(text);
  for (const path of written) inform(path, path);
  for (const { what, old: before, new: after } of untracked)
    say(`not tracked in the redline: ${what}: “${before}” → “${after}”`);
  return failOn !== undefined && countAtLeast(comparison, failOn) > 0 ? 'findings' : 'done';
}
