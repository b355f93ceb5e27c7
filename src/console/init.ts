import { grouped, init } from '../commands/index.ts';
import { outcomeOf, problemLine, shellWord } from '../errors.ts';
import { OpenQuestions } from '../read/table-import/index.ts';
import type { Console, Outcome } from './console.ts';
import { type AnswerFlags, answersFrom } from './questions.ts';
import { count } from './words.ts';

interface Flags extends AnswerFlags {
  from?: string;
  map?: string;
  year?: number;
  all?: true;
  json?: true;
}

/** Writes a new dataset. */
export async function runInit(dir: string, flags: Flags, console: Console): Promise<Outcome> {
  const { say, print, inform } = console;
  const { all, json, from, map, year } = flags;
  const options = { dir, from, map, year, ...answersFrom(flags, console) };
  const { value: made, error } = { value: undefined, error: undefined, ...(await outcomeOf(init(options))) };
  if (json) {
    const questions = error instanceof OpenQuestions ? { questions: error.questions } : {};
    const { preview, ...written } = made ?? {};
    const report =
      error === undefined ? { ...written, ...preview } : { problems: error.problems, ...questions };
    print(JSON.stringify({ version: 1, dir, ...report }, null, 2));
  }
  if (made === undefined) throw error;
  const { files, themes, events, notes, remarks } = made;
  for (const note of notes) say(note);
  for (const remark of all ? remarks : grouped(remarks)) say(problemLine(remark, Number.POSITIVE_INFINITY));
  inform(
    `${dir}  ${files.length} files, ${count(themes, 'theme')}, ${count(events, 'event')}; next: programme build --data ${shellWord(dir)}`,
    dir,
  );
  return 'done';
}
