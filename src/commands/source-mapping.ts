import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { HasFields } from '../model/index.ts';
import { readTextFile } from '../read/index.ts';
import { type Mapping, parseMapping } from '../read/table-import/index.ts';
import { idMaker } from '../text/index.ts';

/** Folder of a dataset in which the mappings of its sources stand, one a file. */
const FOLDER = 'mappings';
const ENDING = '.yaml';

/** The name of a source as a pattern: other numbers, such as those of a year or a version, name the same source. */
export function sourcePattern(file: string): string {
  const name = path.basename(file);
  const ending = path.extname(name);
  const stem = path.basename(name, ending);
  return /\p{L}/u.test(stem) ? stem.replace(/\d+/g, '*') + ending : name;
}

/**
 * Path of a new mapping of a source in the folder of its dataset.
 *
 * @param taken names of the mappings that there are
 */
export function mappingPath(file: string, taken: readonly string[] = []): string {
  const newName = idMaker(
    taken.map((name) => path.basename(name, ENDING)),
    'source',
  );
  return path.join(FOLDER, `${newName([sourcePattern(file)])}${ENDING}`);
}

/** Names of the mappings in a dataset, sorted. */
export async function mappingNames(dir: string): Promise<string[]> {
  const names = await readdir(path.join(dir, FOLDER)).catch(() => []);
  return names.filter((name) => name.endsWith(ENDING)).sort();
}

/** Path of a mapping that is proposed for a source, beside it: to be corrected and named. */
export function proposedPath(file: string): string {
  return path.join(path.dirname(file), `${path.basename(file, path.extname(file))}.mapping.yaml`);
}

/** The mapping in a dataset whose pattern a source has, if there is one; the first by name. */
export async function mappingOfSource(
  dir: string,
  file: string,
  config: HasFields,
): Promise<{ mapping: Mapping; path: string } | undefined> {
  for (const name of await mappingNames(dir)) {
    const at = path.join(dir, FOLDER, name);
    const mapping = await parseMapping(await readTextFile(at), at, config);
    if (mapping.file !== undefined && isLike(path.basename(file), mapping.file)) return { mapping, path: at };
  }
  return undefined;
}

/** Whether a name has a pattern in which a star stands for any characters. */
function isLike(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return name === pattern;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.startsWith(first) && name.endsWith(last) && name.length - last.length >= at;
}
