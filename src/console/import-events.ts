import { fatesText, grouped, importOpened } from '../commands/index.ts';
import { listed, problemLine, shellWord } from '../errors.ts';
import { changesInWords } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { firstOf } from './words.ts';

/** Flags of `import` for events. */
export interface EventFlags {
  data: string;
  map?: string;
  year?: number;
  all?: true;
  write?: true;
  dryRun?: true;
  removeMissing?: true;
  encoding?: string;
  separator?: string;
}

/** Shows what the events of a spreadsheet change in the draft, and takes them. */
export async function importEvents(
  { file, bytes }: { file: string; bytes: Uint8Array },
  flags: EventFlags,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  const { data, map, year, all, encoding, separator } = flags;
  const { comparison, notes, fates, conflicts, remarks, problems, missing, mapping, events, written, files } =
    await importOpened({
      data,
      file,
      bytes,
      removeMissing: flags.removeMissing === true,
      write: flags.write === true,
      dryRun: flags.dryRun === true,
      ...(map === undefined ? {} : { map }),
      ...(year === undefined ? {} : { year }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(separator === undefined ? {} : { separator }),
    });
  print(changesInWords(comparison, console));
  for (const note of notes) say(note);
  for (const line of fatesText(fates)) say(line);
  const said = [...conflicts, ...remarks, ...problems];
  for (const problem of all ? said : grouped(said)) say(problemLine(problem));
  if (missing.length > 0)
    say(
      `not in the spreadsheet, ${flags.removeMissing ? 'removed' : 'kept'}: ${all ? listed(missing) : firstOf(missing, '--all shows them')}`,
    );
  if (mapping !== undefined) {
    const { path, yaml } = mapping;
    if (all || path === undefined) say(yaml);
    if (path !== undefined)
      say(`written as ${path}: correct it there and pass it with --map ${shellWord(path)}`);
  }
  say(
    `${events} events read; ${written && files.length > 0 ? `written: ${listed(files)}` : 'the draft is as it was'}`,
  );
  if (problems.length > 0) return 'refused';
  return conflicts.length > 0 ? 'findings' : 'done';
}
