import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Programme } from '../model/index.ts';
import { readTextFile } from '../read/index.ts';
import type { Workbook } from '../read/sheet/index.ts';
import { isOfSource, parseMapping, type StoredMapping } from '../read/table-import/index.ts';
import { idMaker } from '../text/index.ts';
import { withDesign } from './design-settings.ts';

/** Folder of a dataset that contains the mappings of its sources, one per file. */
const FOLDER = 'mappings';
const ENDING = '.yaml';

/**
 * The name of a source as a pattern, with `*` for each number. Names that differ only in numbers, such as a year or a
 * version, belong to the same source.
 */
export function sourcePattern(file: string): string {
  const name = path.basename(file);
  const ending = path.extname(name);
  const stem = path.basename(name, ending);
  return /\p{L}/u.test(stem) ? stem.replace(/\d+/g, '*') + ending : name;
}

/** Path of a mapping in its dataset, by the name of the mapping. */
export const mappingPath = (name: string): string => path.join(FOLDER, `${name}${ENDING}`);

/**
 * A name for the new mapping of a source.
 *
 * @param taken the names of existing mappings
 */
export const mappingName = (file: string, taken: readonly string[] = []): string =>
  idMaker(taken, 'source')([sourcePattern(file)]);

/**
 * The draft with the settings that are stored outside programme.yaml: the mappings and the design file.
 *
 * @throws UserError when one of these files is invalid
 */
export async function withSettingFiles(draft: Programme, data: string): Promise<Programme> {
  const names = (await readdir(path.join(data, FOLDER)).catch(() => []))
    .filter((name) => name.endsWith(ENDING))
    .sort();
  const mappings = names.map(async (name): Promise<[string, StoredMapping]> => {
    const file = path.join(data, FOLDER, name);
    return [path.basename(name, ENDING), await parseMapping(await readTextFile(file), file, draft.config)];
  });
  return withDesign({ ...draft, mappings: Object.fromEntries(await Promise.all(mappings)) }, data);
}

/** Path of the mapping file that is proposed for a source, in the same folder as the source. */
export function proposedPath(file: string): string {
  return path.join(path.dirname(file), `${path.basename(file, path.extname(file))}.mapping.yaml`);
}

interface NamedMapping {
  name: string;
  mapping: StoredMapping;
}

/**
 * The first stored mapping, in the order of the names, whose file pattern matches a file name; undefined if there is
 * none.
 */
export function mappingOfSource(programme: Mapped, file: string): NamedMapping | undefined {
  const name = path.basename(file);
  return mappingsIn(programme).find(
    ({ mapping }) => mapping.file !== undefined && isLike(name, mapping.file),
  );
}

/**
 * The first stored mapping, in the order of the names, that has the same headings as a list; undefined if there is
 * none.
 */
export function mappingOfHeadings(programme: Mapped, workbook: Workbook): NamedMapping | undefined {
  return mappingsIn(programme).find(({ mapping }) => isOfSource(workbook, mapping));
}

type Mapped = Pick<Programme, 'mappings'>;

function mappingsIn({ mappings = {} }: Mapped): NamedMapping[] {
  const entries = Object.entries(mappings as Readonly<Record<string, StoredMapping>>);
  return entries.map(([name, mapping]) => ({ name, mapping }));
}

/**
 * The programme with the mapping that was used to read a spreadsheet, so that the next import uses the same mapping.
 *
 * @param given whether the user has given the mapping, which then replaces a stored mapping
 */
export function withMappingOf<P extends Mapped>(
  programme: P,
  mapping: StoredMapping,
  file: string,
  given: boolean,
): P {
  const { mappings = {} } = programme;
  const kept = mappingOfSource(programme, file);
  if (kept === undefined ? mapping.file !== undefined : !given) return programme;
  const name = kept?.name ?? mappingName(file, Object.keys(mappings));
  const pattern = kept?.mapping.file ?? sourcePattern(file);
  return { ...programme, mappings: { ...mappings, [name]: { ...mapping, file: pattern } } };
}

/** Whether a name matches a pattern. A star matches any characters. */
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
