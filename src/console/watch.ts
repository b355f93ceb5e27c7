import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { listed, outcomeOf, placeLine, printable, type UserError } from '../errors.ts';
import type { Console } from './console.ts';

/** Milliseconds to wait after a change for further changes, because programs often save several files at once. */
const PAUSE = 100;
/** Maximum number of changed files that are listed in a line of output. */
const NAMED = 3;

/** The folder of the dataset, and the folder to which the command writes. */
type Watched = Record<'data' | 'out', string>;

/**
 * Runs a command, and runs it again each time a file of the dataset changes. Does not return until the process ends.
 *
 * @param first runs the command and prints its results
 * @param round runs the command again and returns a one-line summary of the result
 */
export async function watchDataset(
  { data, out }: Watched,
  { say }: Console,
  first: () => Promise<unknown>,
  round: () => Promise<string>,
): Promise<never> {
  const result = await outcomeOf(first());
  if ('error' in result) say(result.error.message);
  const { watch } = await import('chokidar');
  const changed = new Set<string>();
  let wake = (): void => {};
  let fail: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const watcher = watch(data, {
    ignoreInitial: true,
    ignored: (file, stats) =>
      path.relative(data, file) !== '' &&
      (isHidden(file) || isOutput(file, { data, out }) || isTemporary(file, stats)),
  });
  watcher.on('all', (_, file) => {
    changed.add(path.relative(data, file));
    wake();
  });
  watcher.on('error', (error) => fail(error));
  await Promise.race([failed, new Promise<void>((resolve) => watcher.once('ready', () => resolve()))]);
  say(`watching ${data}; stop with Ctrl+C`);
  for (;;) {
    const change = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (changed.size === 0) await Promise.race([failed, change]);
    await setTimeout(PAUSE);
    const files = listed([...changed], NAMED);
    changed.clear();
    const outcome = await outcomeOf(round());
    say(`${files} changed: ${'value' in outcome ? outcome.value : inOneLine(outcome.error)}`);
  }
}

/** Whether a file is hidden or a backup, as are the temporary files of editors and of this program. */
function isHidden(file: string): boolean {
  const name = path.basename(file);
  return name.startsWith('.') || name.endsWith('~');
}

/**
 * Whether a file is output: the web folder, or a file in the output folder. If the output folder is or contains the
 * dataset folder, only files directly in it that cannot be dataset files count as output.
 */
function isOutput(file: string, { data, out }: Watched): boolean {
  const isInside = (inner: string): boolean => !path.relative(out, inner).startsWith('..');
  if (path.basename(file) === 'site') return true;
  if (!isInside(data)) return isInside(file);
  return path.relative(out, path.dirname(file)) === '' && !['.yaml', '.txt'].includes(path.extname(file));
}

/**
 * Whether a file is a temporary file without an extension. Many programs write a temporary file before they replace a
 * file of the dataset; all files of the dataset have an extension.
 */
function isTemporary(file: string, stats: { isFile(): boolean } | undefined): boolean {
  return stats?.isFile() === true && path.extname(file) === '';
}

/** Formats an error as its first problem, on one line, and the number of further problems. */
function inOneLine({ problems }: UserError): string {
  const [first = { message: '' }] = problems;
  const place = first.at === undefined ? '' : `${placeLine(first.at)}: `;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${place}${printable(first.message.split('\n')[0] ?? '')}${more}`;
}
