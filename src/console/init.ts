import { fatesText, grouped, init } from '../commands/index.ts';
import { problemLine, shellWord } from '../errors.ts';
import type { Console, Outcome } from './console.ts';
import { type AnswerFlags, answersFrom } from './questions.ts';
import { count } from './words.ts';

interface Flags extends AnswerFlags {
  from?: string;
  map?: string;
  year?: number;
  all?: true;
}

/** Writes a new dataset. */
export async function runInit(dir: string, flags: Flags, console: Console): Promise<Outcome> {
  const { say } = console;
  const { all, from, map, year } = flags;
  const made = await init({ dir, from, map, year, ...answersFrom(flags, console) });
  const { files, themes, events, fates, notes, remarks } = made;
  for (const note of notes) say(note);
  for (const line of fatesText(fates)) say(line);
  for (const remark of all ? remarks : grouped(remarks)) say(problemLine(remark, Number.POSITIVE_INFINITY));
  say(
    `${dir}  ${files.length} files, ${count(themes, 'theme')}, ${count(events, 'event')}; next: programme build --data ${shellWord(dir)}`,
  );
  return 'done';
}
