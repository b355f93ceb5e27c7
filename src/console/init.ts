import { fatesText, grouped, init, YearUnknown } from '../commands/index.ts';
import { problemLine, shellWord } from '../errors.ts';
import type { Console, Outcome } from './console.ts';
import { count } from './words.ts';

interface Flags {
  from?: string;
  map?: string;
  year?: number;
  all?: true;
}

/** Writes a new dataset. */
export async function runInit(dir: string, { all, ...given }: Flags, console: Console): Promise<Outcome> {
  const { say, asks } = console;
  const made = await init({ dir, ...given }).catch(async (error: unknown) => {
    if (!(error instanceof YearUnknown) || !asks) throw error;
    say(error.message);
    return init({ dir, ...given, year: await askYear(console) });
  });
  const { files, themes, events, fates, notes, remarks } = made;
  for (const note of notes) say(note);
  for (const line of fatesText(fates)) say(line);
  for (const remark of all ? remarks : grouped(remarks)) say(problemLine(remark));
  say(
    `${dir}  ${files.length} files, ${count(themes, 'theme')}, ${count(events, 'event')}; next: programme build --data ${shellWord(dir)}`,
  );
  return 'done';
}

const askYear = async ({ ask }: Console): Promise<number> =>
  Number(await ask('Year of the dates that name none: ', (answer) => /^[1-9]\d{3}$/.test(answer)));
