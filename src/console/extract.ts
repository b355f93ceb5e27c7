import {
  type ExtractQuery,
  extract,
  extractAll,
  extractsJson,
  extractsText,
  listExtracts,
  whyEmpty,
} from '../commands/index.ts';
import { problemLine, UserError } from '../errors.ts';
import { type Programme, titlesOf } from '../model/index.ts';
import { type OutputFlags, outputOptions, sayBuilt, sayDesignNotes } from './build.ts';
import type { Console, Outcome } from './console.ts';
import { type ExtractFlags, extractQuery } from './extract-flags.ts';
import { messageOf } from './messages.ts';
import { count, firstOf } from './words.ts';

type Flags = OutputFlags & ExtractFlags & { all?: true; list?: true };

/** Writes extracts of a programme, or lists them. */
export async function runExtract(edition: string, flags: Flags, console: Console): Promise<Outcome> {
  const by = flags.by ?? 'region';
  const query = extractQuery(flags);
  if (flags.list) return list(edition, by, flags, console);
  if (flags.all) return all(edition, by, flags, console);
  if (query !== undefined) return one(edition, query, flags, console);
  throw new UserError(
    flags.by === undefined
      ? messageOf('extract-region-not-named')
      : messageOf('extract-value-not-named', { field: by }),
  );
}

async function list(edition: string, by: string, { data, json }: Flags, console: Console): Promise<Outcome> {
  const { programme, ...found } = await listExtracts({ data, edition, by });
  console.print(json ? extractsJson(found) : extractsText(found, programme));
  if (found.extracts.length === 0) console.say(problemLine(whyEmpty(programme, by)));
  else sayWithout(found.without, programme, console);
  return 'done';
}

async function all(edition: string, by: string, flags: Flags, console: Console): Promise<Outcome> {
  const { print, say, inform, progress } = console;
  await sayDesignNotes(console, flags.data, edition);
  const { manifest, files, programme } = await extractAll({ ...outputOptions(edition, flags), by, progress });
  if (flags.json) print(JSON.stringify(manifest, null, 2));
  inform(`${count(manifest.extracts.length, 'programme')} written: ${files.join(', ')}`);
  sayWithout(manifest.without, programme, console);
  for (const { value, name, reason } of manifest.failed) say(`${name} (${value}) failed: ${reason}`);
  return manifest.failed.length > 0 ? 'findings' : 'done';
}

async function one(edition: string, query: ExtractQuery, flags: Flags, console: Console): Promise<Outcome> {
  await sayDesignNotes(console, flags.data, edition);
  const { name, ...built } = await extract({ ...outputOptions(edition, flags), ...query });
  console.inform(name);
  sayBuilt(built, flags.json, console);
  return 'done';
}

function sayWithout(ids: readonly string[], programme: Programme, { say }: Console): void {
  if (ids.length === 0) return;
  const all = titlesOf(programme);
  const titles = ids.map((id) => all.get(id) ?? id);
  say(`${count(ids.length, 'event')} in no extract: ${firstOf(titles, '--list --json shows all')}`);
}
