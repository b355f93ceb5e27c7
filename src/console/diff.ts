import type { Lang } from '../../languages/index.ts';
import { type DiffFormat, diff } from '../commands/index.ts';
import { countAtLeast } from '../compare/index.ts';
import type { ChangeSeverity } from '../model/index.ts';
import type { Console, Outcome } from './console.ts';
import { type ExtractFlags, extractFilter } from './extract-flags.ts';

interface Flags extends ExtractFlags {
  format: DiffFormat[];
  failOn?: ChangeSeverity;
  lang?: Lang;
  out: string;
  ids?: true;
  all?: true;
  data?: string;
}

/** Compares two editions, folders or spreadsheets. */
export async function runDiff(
  old: string,
  now: string,
  flags: Flags,
  { print, say, inform, colour }: Console,
): Promise<Outcome> {
  const { data, format, failOn, lang, out, ids, all } = flags;
  const { comparison, printed, written, untracked } = await diff({
    data,
    old,
    new: now,
    ...extractFilter(flags),
    formats: format,
    lang,
    out,
    colour,
    hasIds: ids,
    all,
  });
  for (const text of printed) print(text);
  for (const path of written) inform(path, path);
  for (const { what, old: before, new: after } of untracked)
    say(`not tracked in the redline: ${what}: “${before}” → “${after}”`);
  return failOn !== undefined && countAtLeast(comparison, failOn) > 0 ? 'findings' : 'done';
}
