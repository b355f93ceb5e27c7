import { grouped, init, previewText } from '../commands/index.ts';
import { outcomeOf, problemLine, shellWord } from '../errors.ts';
import { OpenQuestions } from '../read/table-import/index.ts';
import type { Console, Outcome } from './console.ts';
import { type AnswerFlags, answersFrom } from './questions.ts';
import { count } from './words.ts';

interface Flags extends AnswerFlags {
  from?: string;
  map?: string;
  year?: number;
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
  const { files, themes, events, notes, remarks, preview } = made;
  const texts = [
    ...notes,
    ...(all ? remarks : grouped(remarks)).map((remark) => problemLine(remark, Number.POSITIVE_INFINITY)),
  ];
  const room = all ? Number.POSITIVE_INFINITY : MAX_LINES - previewText(preview).length - 1;
  for (const text of firstTexts(texts, room)) say(text);
  inform(
    `${dir}  ${files.length} files, ${count(themes, 'theme')}, ${count(events, 'event')}; next: programme build --data ${shellWord(dir)}`,
    dir,
  );
  return 'done';
}

/** Maximum number of lines without --all. */
const MAX_LINES = 20;

/** The texts with at most so many lines together; of more, the first ones and the number of the others. */
function firstTexts(texts: readonly string[], room: number): readonly string[] {
  let lines = 0;
  const ends = texts.map((text) => (lines += text.split('\n').length));
  if (lines <= room) return texts;
  const shown = ends.filter((end) => end < room).length;
  return [...texts.slice(0, shown), `… and ${texts.length - shown} more remarks; --all shows them`];
}
