import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { packageRoot } from '../read/index.ts';
import { messageOf } from './messages.ts';

/**
 * Relative path of the dataset that a command uses when it is run in the given folder: the folder itself or its
 * subfolder `data`, whichever contains programme.yaml; otherwise, the nearest dataset found in the same way from its
 * parent folders. The sample dataset of the program is used only if the given folder is the folder of the program or is
 * inside its `data` folder.
 *
 * @returns undefined if there is none
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
  // A folder `data` without programme.yaml is also returned, because reading it reports which files are missing.
  return statSync(path.join(start, 'data'), { throwIfNoEntry: false })?.isDirectory() ? 'data' : undefined;
}

/**
 * The folder for a new dataset, as a relative path: the given folder itself if it is empty, otherwise its subfolder
 * `data`.
 */
export function newDataFolder(from: string): string {
  return readdirSync(from).length === 0 ? '.' : 'data';
}

/** The error that is thrown if no dataset is found in a folder. */
export function noDataset(): UserError {
  return new UserError(
    messageOf('dataset-not-found', {
      command: { command: ['init', 'my-programme', '--from', 'events.xlsx'] },
    }),
  );
}

/** Whether all paths refer to files. Two files, such as spreadsheets, can be compared without a dataset. */
export function areFiles(paths: readonly string[]): boolean {
  return paths.every((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}
