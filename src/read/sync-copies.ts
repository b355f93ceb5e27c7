import path from 'node:path';
import type { Problem } from '../errors.ts';
import { messageOf } from './messages.ts';
import type { DatasetFolder } from './parse-file.ts';

/** Folders of a dataset with files that people edit. */
const FOLDERS = ['', 'events', 'texts', 'reference'];

/**
 * The file, in the same folder, of which the named file is a copy. Sync programs give such names to files that were
 * changed in two places, and file managers to duplicates: `sport (conflicted copy 2030-05-01).yaml`,
 * `sport.sync-conflict-20300501-120000-ABCDEFG.yaml`, `sport (1).yaml`.
 *
 * @param name name of the file that may be a copy
 * @param names names of all files in the folder
 */
function copiedFrom(name: string, names: readonly string[]): string | undefined {
  const ending = path.extname(name);
  return names.find((other) => {
    const stem = other.slice(0, -ending.length);
    if (other === name || path.extname(other) !== ending || !name.startsWith(stem)) return false;
    const added = name.slice(stem.length, -ending.length);
    return (added.startsWith(' (') && added.endsWith(')')) || added.startsWith('.sync-conflict-');
  });
}

/** Problems for copies of files of a dataset: each copy may contain changes that the original lacks. */
export async function syncCopyProblems({ dir, files }: DatasetFolder): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const folder of FOLDERS) {
    const all = await files.names(path.join(dir, folder));
    const names = all.filter((name) => ['.yaml', '.md', '.txt'].includes(path.extname(name))).sort();
    for (const name of names) {
      const original = copiedFrom(name, names);
      if (original !== undefined)
        problems.push({
          ...messageOf('copy-of-file', { original }),
          at: { file: path.join(dir, folder, name) },
        });
    }
  }
  return problems;
}
