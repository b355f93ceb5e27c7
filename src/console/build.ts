import type { Lang } from '../../languages/index.ts';
import {
  type BuildOptions,
  type BuildResult,
  type BuiltFile,
  build,
  coarseLines,
  designNotes,
  type Format,
} from '../commands/index.ts';
import { listed, problemLine } from '../errors.ts';
import { oneLine } from '../model/index.ts';
import type { Console, Outcome } from './console.ts';
import { watchDataset } from './watch.ts';
import { count } from './words.ts';

/** Flags of the commands that write outputs. */
export type OutputFlags = Pick<BuildOptions, 'changesSince' | 'eventPages' | 'embed'> &
  Record<'data' | 'out', string> & { format: Format[]; lang?: Lang[]; json?: true };

/** Converts the flags of a command that writes outputs to the options of the function that implements it. */
export const outputOptions = (edition: string, { format, lang, ...flags }: OutputFlags): BuildOptions => ({
  ...flags,
  edition,
  formats: format,
  langs: lang,
});

/** Writes the programme. With `watch`, writes it again after each change to the dataset. */
export async function runBuild(
  edition: string,
  flags: OutputFlags & { watch?: true },
  console: Console,
): Promise<Outcome> {
  const { watch, ...output } = flags;
  const round = () => build({ ...outputOptions(edition, output), progress: console.progress });
  const first = async (): Promise<void> => {
    await sayDesignNotes(console, flags.data, edition);
    sayBuilt(await round(), flags.json, console);
  };
  if (watch)
    return watchDataset(flags, console, first, async () => {
      const { files } = await round();
      return `${count(files.length, 'file')} written`;
    });
  await first();
  return 'done';
}

/** Prints how the design that is used deviates from the design file of a draft. */
export async function sayDesignNotes({ say }: Console, data: string, edition: string): Promise<void> {
  for (const note of await designNotes(data, edition)) say(note);
}

const LEFT_OUT = {
  date: 'because their dates are not exact days',
  timezone:
    'because they have a time but no time zone (set `timezone`, such as Europe/Lisbon, for the event, its side or the programme in programme.yaml or in the workbook of `export`)',
} as const;

/** Maximum number of titles that are listed. */
const MAX_TITLES = 3;

const LACKING: Readonly<Record<NonNullable<BuiltFile['lacking']>[number]['property'], string>> = {
  startDate: 'an exact date (startDate)',
  location: 'a place (location): set a field of kind place',
  'location.address':
    'the address of the place (location.address): set a field of kind place, and addresses in the list of places',
};

/** Prints which files were written, and which events and data are missing from them. */
export function sayBuilt(
  { files }: BuildResult,
  json: true | undefined,
  { print, say, inform }: Console,
): void {
  if (json) print(JSON.stringify({ version: 1, files }, null, 2));
  for (const { path, pages, events, leftOut = [], notes = [], lacking = [], eventPages } of files) {
    inform(
      `${path}  ${pages === undefined ? '' : `${count(pages, 'page')}, `}${count(events, 'event')}`,
      path,
    );
    if (eventPages !== undefined) inform(`  and ${count(eventPages, 'page')} of events`, path);
    for (const { property, events: without } of lacking)
      say(`  search engines: ${without} of ${count(events, 'event')} without ${LACKING[property]}`);
    for (const note of notes) say(`  ${problemLine(note)}`);
    for (const reason of ['date', 'timezone'] as const) {
      const titles = leftOut.filter((event) => event.reason === reason).map(({ title }) => title);
      if (titles.length > 0)
        say(`  omitted, ${LEFT_OUT[reason]}: ${listed(titles.map(oneLine), MAX_TITLES)}`);
    }
  }
  for (const line of coarseLines(files)) say(line);
}
