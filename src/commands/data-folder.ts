import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { packageRoot } from '../read/index.ts';
import { messageOf } from './messages.ts';

/**
 * The folder of the dataset that a command given in a folder means, relative to it: the folder itself, where it holds programme.yaml, or
 * its `data`; else the same of the nearest folder above. The sample that comes with the program is meant only by who stands in its
 * folder or its data.
 *
 * @returns undefined when there is none
 */
export function dataFolder(from: string): string | undefined {
  const start = realpathSync(from);
  const root = packageRoot();
  for (let folder = start; ; folder = path.dirname(folder)) {
    const here = [folder, path.join(folder, 'data')].find((dir) =>
      existsSync(path.join(dir, 'programme.yaml')),
    );
    const isSample = folder === root && start !== root && start !== path.join(root, 'data');
    if (here !== undefined && !isSample) return path.relative(start, here) || '.';
    if (path.dirname(folder) === folder) break;
  }
  // Its files are missing: whoever reads it says which.
  return statSync(path.join(start, 'data'), { throwIfNoEntry: false })?.isDirectory() ? 'data' : undefined;
}

/** That there is no dataset where a command needs one. */
export function noDataset(): UserError {
  return new UserError(
    messageOf('dataset-not-found', {
      command: { command: ['init', 'my-programme', '--from', 'events.xlsx'] },
    }),
  );
}

/** Whether all paths lead to files: two spreadsheets are compared without a dataset. */
export function areFiles(paths: readonly string[]): boolean {
  return paths.every((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}
