import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { MESSAGES } from '../../languages/index.ts';
import { type Problem, UserError } from '../errors.ts';
import {
  AnyEventSchema,
  DRAFT,
  EditionNameSchema,
  type Event,
  eventsFileSchema,
  FORMAT,
  type HasFields,
  LIMITS,
  PlacesFileSchema,
  type Programme,
  type ProgrammeFile,
  picturesOfConfig,
  picturesOfText,
  publicPart,
  RegionsFileSchema,
  type Theme,
  textOf,
} from '../model/index.ts';
import { withPlaceNames } from '../reference/index.ts';
import { compareNames } from '../text/index.ts';
import { consistencyProblems, eventsFile, type PlaceOf, placeInData } from './consistency.ts';
import { type Files, lstatIfThere, statIfThere } from './file.ts';
import { FieldsSchema, formatOf, keysAfter, programmeFileSchema } from './formats.ts';
import { messageOf } from './messages.ts';
import {
  type DatasetFolder,
  datasetFolder,
  type Parsed,
  parseFile,
  parseList,
  tooManyItems,
} from './parse-file.ts';
import { loadPictures } from './picture/index.ts';
import type { ReadTexts } from './texts.ts';
import { upgradeFrom } from './upgrade.ts';

/** The path of the folder for frozen editions in a data folder. */
export function editionsDir(dataDir: string): string {
  return path.join(dataDir, 'editions');
}

/** The path of an edition's folder in a data folder. The draft is the data folder itself. */
export function editionDir(dataDir: string, edition: string): string {
  return edition === DRAFT ? dataDir : path.join(editionsDir(dataDir), edition);
}

/** The entries of the folder for frozen editions. */
interface FoundEditions {
  /** The names of the editions in natural order (2 before 10). */
  names: string[];
  /**
   * The names of entries that look like editions but are not: links, folders with invalid names, and files with edition
   * names.
   */
  others: string[];
}

/**
 * Lists the folder for frozen editions; empty if the folder does not exist. A symbolic link is not an edition, because
 * its target is stored elsewhere. Hidden folders are ignored, because freezing an edition creates temporary folders
 * whose names begin with a dot.
 *
 * @throws UserError if the path exists but is not a folder
 */
export async function findEditions(dataDir: string): Promise<FoundEditions> {
  const folder = editionsDir(dataDir);
  const found = await lstatIfThere(folder);
  if (found === undefined) return { names: [], others: [] };
  if (!found.isDirectory()) throw new UserError(notAFolder(folder, found.isSymbolicLink()));
  const entries = await readdir(folder, { withFileTypes: true });
  const names: string[] = [];
  const others: string[] = [];
  for (const entry of entries) {
    const isNamed = EditionNameSchema.safeParse(entry.name).success;
    if (entry.isDirectory() && isNamed) names.push(entry.name);
    else if (!entry.name.startsWith('.') && (isNamed || !entry.isFile())) others.push(entry.name);
  }
  return { names: names.sort(compareNames(MESSAGES)), others: others.sort() };
}

/** The names of the frozen editions in a data folder; see `findEditions`. */
export async function editionNames(dataDir: string): Promise<string[]> {
  return (await findEditions(dataDir)).names;
}

/**
 * The problem if the folder for frozen editions is a file or a symbolic link. The files behind a link could be changed
 * from elsewhere.
 */
function notAFolder(folder: string, isLink: boolean): Problem {
  return messageOf(isLink ? 'editions-behind-link' : 'editions-in-file', { folder });
}

/**
 * Reads and validates an edition's programme, and returns its public part, without internal fields. All published files
 * are generated from the public part.
 *
 * @throws UserError as `readDataset` does
 */
export async function readProgramme(dataDir: string, edition: string = DRAFT): Promise<Programme> {
  return publicPart(await readDataset(dataDir, edition));
}

/**
 * Reads and validates an edition's programme with its internal fields, for commands that change the dataset.
 *
 * @param dataDir the data folder
 * @param edition the name of a frozen edition, or `draft`
 * @throws UserError that lists the problems of all files at once, each with file, line, column, event and field.
 */
export async function readDataset(dataDir: string, edition: string = DRAFT): Promise<Programme> {
  if (!EditionNameSchema.safeParse(edition).success) {
    throw new UserError(messageOf('edition-name-invalid', { edition }));
  }
  const dir = editionDir(dataDir, edition);
  await requireFolder(dataDir, dir, edition);
  return readDatasetFolder(dir, edition);
}

/** The data of a dataset in an older format, not converted, and the number of that format. */
export interface WrittenData extends Pick<Programme, 'config' | 'themes'> {
  format: number;
}

/**
 * Reads the data of a draft in an older format without converting it, for commands that change its files. Undefined if
 * the draft is in the newest format.
 *
 * @param dataDir the data folder, which contains a valid draft
 */
export async function readOlderDraft(dataDir: string): Promise<WrittenData | undefined> {
  let format: number | undefined;
  const { value: config } = await parseFile(path.join(dataDir, 'programme.yaml'), (value) => {
    format = formatOf(value);
    return programmeFileSchema(value);
  });
  if (config === undefined || format === undefined || format === FORMAT) return undefined;
  const events = await readEvents(datasetFolder(dataDir), config.themes, config, keysAfter(format));
  const themes = config.themes.map((theme) => ({
    theme,
    events: events.get(eventsFile(theme.id))?.value ?? [],
  }));
  return { config, themes, format };
}

async function requireFolder(dataDir: string, dir: string, edition: string): Promise<void> {
  if (edition === DRAFT) {
    if ((await statIfThere(dir))?.isDirectory()) return;
    throw new UserError(messageOf('data-folder-missing', { dir }));
  }
  const names = await editionNames(dataDir);
  if (names.includes(edition)) return;
  const found = await lstatIfThere(dir);
  if (found !== undefined) throw new UserError(notAFolder(dir, found.isSymbolicLink()));
  throw new UserError(
    messageOf('edition-unknown', { edition, folder: editionsDir(dataDir), known: [...names, DRAFT] }),
  );
}

/**
 * Reads the public part of the programme in a folder that contains programme.yaml, events/ and reference/.
 *
 * @param edition the name of the edition that is read, or `draft`
 * @throws UserError as `readDataset` does
 */
export async function readProgrammeFolder(dir: string, edition: string, files?: Files): Promise<Programme> {
  return publicPart(await readDatasetFolder(dir, edition, files));
}

async function readDatasetFolder(dir: string, edition: string, source?: Files): Promise<Programme> {
  const folder = datasetFolder(dir, source);
  const file = path.join(dir, 'programme.yaml');
  if (edition === DRAFT) {
    const copies = await syncCopyProblems(folder);
    if (copies.length > 0) throw new UserError(copies);
  }
  let format: number = FORMAT;
  const schemaOf = (value: unknown) => {
    format = formatOf(value) ?? FORMAT;
    return programmeFileSchema(value);
  };
  const read = await parseFile(file, schemaOf, folder);
  const upgrade = upgradeFrom(format);
  const config = { ...read, value: read.value && upgrade.config(read.value) };
  const fields = read.value ?? (await parseFile(file, () => FieldsSchema, datasetFolder(dir, source))).value;
  // Files are read one after another, because parsing a file takes many times its size in memory.
  const regions = await readReference(folder, 'regions.yaml', RegionsFileSchema, config.value);
  const places = await readReference(folder, 'places.yaml', PlacesFileSchema, config.value);
  const events = await readEvents(folder, config.value?.themes, fields, keysAfter(format));
  const files = new Map<string, Parsed<unknown>>([
    ['programme.yaml', config],
    ...events,
    ['reference/regions.yaml', regions],
    ['reference/places.yaml', places],
  ]);
  if (config.value === undefined) throw new UserError(problemsOf(files, []));
  const declared = config.value;
  const hasTexts = declared.parts !== undefined || (await folder.files.has(path.join(dir, 'texts')));
  // The module that reads the texts of parts is loaded only if there are such texts.
  const { texts, problems: textProblems }: ReadTexts = hasTexts
    ? await (await import('./texts.ts')).readTexts(folder, declared, config.place, upgrade.markdown)
    : { texts: [], problems: [] };
  const pictureProblems = await namedPictureProblems(folder, declared, config.place, events);
  const items = [...events.values()].reduce((sum, { value }) => sum + value.length, 0);
  if (items > LIMITS.items) throw new UserError(tooManyItems(path.join(dir, 'events')));
  const programme: Programme = {
    edition,
    config: declared,
    themes: declared.themes.map((theme) => ({
      theme,
      events: upgrade.events(events.get(eventsFile(theme.id))?.value ?? [], declared),
    })),
    reference: { regions: regions.value, places: places.value },
    ...(texts.length === 0 ? {} : { texts }),
    ...(upgrade.olderWords.size > 0 && { olderWords: upgrade.olderWords }),
  };
  const placeOf: PlaceOf = (file, steps, event) => ({
    ...files.get(file)?.place(steps),
    ...placeInData(file, steps, event),
  });
  const inconsistencies = consistencyProblems(programme, placeOf, {
    events: [...events.values()].every(({ problems }) => problems.length === 0),
    regions: regions.problems.length === 0,
    texts: textProblems.length === 0,
  });
  const problems = [...problemsOf(files, inconsistencies), ...textProblems, ...pictureProblems];
  if (problems.length > 0) throw new UserError(problems);
  return withPlaceNames(programme);
}

/**
 * Reports problems with the paths of pictures in programme.yaml and in events. Pictures in internal fields are not
 * printed, so their paths are not checked.
 */
async function namedPictureProblems(
  folder: DatasetFolder,
  config: ProgrammeFile,
  placeOf: Parsed<unknown>['place'],
  files: ReadonlyMap<string, Parsed<readonly Event[]>>,
): Promise<Problem[]> {
  const shown = config.fields.filter(({ kind, internal }) => kind === 'picture' && !internal);
  const named = picturesOfConfig(config);
  if (shown.length + named.length === 0) return [];
  const { pathProblems } = await loadPictures();
  const pictures = [...files.values()].flatMap(({ value, place }) =>
    value.flatMap((event, index) =>
      shown.flatMap(({ id }) =>
        picturesOfText(textOf(event, id) ?? {}).map(({ file }) => ({
          file,
          at: () => ({ ...place([index, id]), event: event.id, field: id }),
        })),
      ),
    ),
  );
  const ofConfig = named.flatMap(({ picture, at }) =>
    picturesOfText(picture).map(({ file }) => ({
      file,
      at: () => ({ ...placeOf(at), field: at.join('.') }),
    })),
  );
  return pathProblems(folder, [...ofConfig, ...pictures]);
}

/**
 * Reads a list in reference/. The list may be missing if the programme has no sides, because it then has no regions.
 */
async function readReference<S extends z.ZodType>(
  folder: DatasetFolder,
  name: string,
  schema: z.ZodArray<S>,
  config: ProgrammeFile | undefined,
): Promise<Parsed<readonly z.output<S>[]>> {
  const file = path.join(folder.dir, 'reference', name);
  const needed = config === undefined || config.sides.length > 0;
  return needed || (await folder.files.has(file)) ? parseList(file, schema, folder) : empty(file, []);
}

/** The result of parsing a file that contains no values. */
function empty(file: string, problems: readonly Problem[]): Parsed<readonly never[]> {
  return { value: [], problems, file, place: () => ({ file }) };
}

/**
 * Reads the events of each theme from the file named after the theme. If the themes are unknown, reads all files in
 * events/.
 */
async function readEvents(
  folder: DatasetFolder,
  themes: readonly Theme[] | undefined,
  config: HasFields | undefined,
  free: readonly string[],
): Promise<Map<string, Parsed<readonly Event[]>>> {
  const schema = config === undefined ? z.array(AnyEventSchema) : eventsFileSchema(config, free);
  const found = (await folder.files.names(path.join(folder.dir, 'events')))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `events/${name}`);
  const wanted = themes?.map((theme) => eventsFile(theme.id)) ?? found;
  const parsed: [string, Parsed<readonly Event[]>][] = [];
  for (const name of new Set(wanted))
    parsed.push([name, await parseList(path.join(folder.dir, name), schema, folder)]);
  for (const name of found.filter((other) => !wanted.includes(other))) {
    const file = path.join(folder.dir, name);
    // The file of a removed theme may still exist, if it contains no events.
    const { value, problems } = await parseList(file, z.array(z.unknown()), folder);
    if (value?.length !== 0 || problems.length > 0) parsed.push([name, unknownTheme(file, themes ?? [])]);
  }
  return new Map(parsed);
}

function unknownTheme(file: string, themes: readonly Theme[]): Parsed<readonly Event[]> {
  const id = path.basename(file).replace(/\.ya?ml$/, '');
  const ids = themes.map((theme) => theme.id);
  const message = ids.includes(id)
    ? messageOf('events-file-ends-in-yml', { id })
    : messageOf('events-file-of-unknown-theme', { id, themes: ids });
  return empty(file, [{ ...message, at: { file } }]);
}

/** All problems, grouped by file and sorted by position. */
function problemsOf(
  files: ReadonlyMap<string, Parsed<unknown>>,
  inconsistencies: readonly Problem[],
): Problem[] {
  return [...files.values()].flatMap(({ problems, file }) => {
    const ofFile = inconsistencies.filter(({ at }) => at?.file === file).slice(0, LIMITS.problems);
    return [...problems, ...ofFile].sort(
      ({ at: a }, { at: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
    );
  });
}

/** The folders of a dataset that contain files edited by people. */
const FOLDERS = ['', 'events', 'texts', 'reference'];

/**
 * If the name of a file shows that it is a copy, the name of its original in the same folder. Sync programs give such
 * names to files that were changed in two places, and file managers give them to duplicates: `sport (conflicted copy
 * 2030-05-01).yaml`, `sport.sync-conflict-20300501-120000-ABCDEFG.yaml`, `sport (1).yaml`.
 *
 * @param name the name of the file that may be a copy
 * @param names the names of all files in the folder
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

/** Reports copies of files in a dataset, because a copy may contain changes that the original lacks. */
async function syncCopyProblems({ dir, files }: DatasetFolder): Promise<Problem[]> {
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
