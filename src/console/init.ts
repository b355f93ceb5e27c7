import { type InitOptions, init } from '../commands/index.ts';
import { outcomeOf, shellWord } from '../errors.ts';
import { OpenQuestions } from '../read/table-import/index.ts';
import type { Console, Outcome } from './console.ts';
import { type AnswerFlags, answersFrom, counted, remarksWithin } from './lists.ts';
import { count } from './words.ts';

type Flags = AnswerFlags & Pick<InitOptions, 'from' | 'map' | 'year'> & { json?: true };

/** Number of lines that are reserved, below the preview of the columns, for remarks and the last line. */
const KEPT = 6;

/** Creates a new dataset. */
export async function runInit(dir: string, flags: Flags, terminal: Console): Promise<Outcome> {
  const console = counted(terminal);
  const { say, print, inform } = console;
  const { all, json, from, map, year } = flags;
  const options = { dir, from, map, year, ...answersFrom(flags, console, KEPT) };
  const { value: made, error } = { value: undefined, error: undefined, ...(await outcomeOf(init(options))) };
  if (json) {
    const questions = error instanceof OpenQuestions ? { questions: error.questions } : {};
    const { preview, ...written } = made ?? {};
    const report =
      error === undefined ? { ...written, ...preview } : { problems: error.problems, ...questions };
    print(JSON.stringify({ version: 2, dir, ...report }, null, 2));
  }
  if (made === undefined) throw error;
  const { files, themes, events, notes, remarks } = made;
  const room = all ? Number.POSITIVE_INFINITY : console.room() - 1;
  const texts = remarksWithin([...notes, ...remarks], room);
  for (const text of texts) say(text);
  inform(
    `${dir}  ${files.length} files, ${count(themes, 'theme')}, ${count(events, 'event')}; next: programme build --data ${shellWord(dir)}`,
    dir,
  );
  return 'done';
}
