import { listed, type Problem, problemLine, shellWord } from '../errors.ts';
import type { Console, Outcome } from './console.ts';
import { count } from './words.ts';

/** Flags of `review`. */
export interface ReviewFlags {
  data: string;
  accept?: string[];
  refuse?: string[];
  reopen?: string[];
  allTypographic?: true;
  by?: string;
  why?: string;
  sheet?: string;
  json?: true;
}

/** Says what was written of verdicts, and which of them could not be given. */
export function sayReviewed(
  { files, problems }: { files: readonly string[]; problems: readonly Problem[] },
  { say }: Console,
): Outcome {
  for (const problem of problems) say(problemLine(problem));
  if (files.length > 0) say(`written: ${listed(files)}`);
  return problems.length > 0 ? 'refused' : 'done';
}

/** Who decides: the name that was given, or one that is asked for where there is something to decide. */
export async function named(by: string | undefined, verdicts: number, { ask }: Console): Promise<string> {
  if (by !== undefined || verdicts === 0) return by ?? 'nobody';
  return ask('Who decides? ', (answer) => answer !== '');
}

/** What is said of a sheet for verdicts. */
export const nextOf = (sheet: string, changes: number): string =>
  `${sheet}  ${count(changes, 'change')}; next: programme import ${shellWord(sheet)} --by NAME`;
