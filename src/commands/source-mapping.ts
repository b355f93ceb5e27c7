import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { HasFields } from '../model/field.ts';
import { type Mapping, parseMapping } from '../read/table-import/mapping.ts';
import { slug } from '../read/table-import/slug.ts';
import { readTextFile } from '../read/text-file.ts';

/** Folder of a dataset in which the mappings of its sources stand, one a file. */
const FOLDER = 'mappings';

/** The name of a source as a pattern: other numbers, such as those of a year or a version, name the same source. */
export function sourcePattern(file: string): string {
  const name = path.basename(file);
  const ending = path.extname(name);
  const stem = path.basename(name, ending);
  return /\p{L}/u.test(stem) ? stem.replace(/\d+/g, '*') + ending : name;
}

/** Path of the mapping of a source in the folder of its dataset. */
export function mappingPath(file: string): string {
  return path.join(FOLDER, `${slug(sourcePattern(file)) || 'source'}.yaml`);
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
  const folder = path.join(dir, FOLDER);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.yaml')).sort()) {
    const at = path.join(folder, name);
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
