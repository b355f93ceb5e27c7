import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { type Problem, UserError } from '../errors.ts';
import { type Event, EventsFileSchema, IdSchema } from '../model/event.ts';
import {
  DRAFT,
  type Programme,
  type ProgrammeFile,
  ProgrammeFileSchema,
  type ThemeEvents,
} from '../model/programme.ts';
import { PlacesFileSchema, type Reference, RegionsFileSchema } from '../model/reference.ts';
import { consistencyFindings, type DatasetFinding } from './consistency.ts';
import { type Finding, findingsOf } from './issues.ts';
import { decodeUtf8, locator, type Path, parseYaml } from './yaml.ts';

/** Folder of an edition inside a data folder: the draft is the data folder itself. */
export function editionDir(dataDir: string, edition: string): string {
  return edition === DRAFT ? dataDir : path.join(dataDir, 'editions', edition);
}

/** Names of the frozen editions of a data folder, in the order of their dates as far as names tell: numbers by value, then words. */
export async function editionNames(dataDir: string): Promise<string[]> {
  const entries = await readdir(path.join(dataDir, 'editions'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && IdSchema.safeParse(entry.name).success)
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * The programme of one edition, whole and valid.
 *
 * @param dataDir the data folder
 * @param edition name of a frozen edition, or `draft`
 * @throws UserError that lists every problem of every file at once, each with file, line, column, event and field.
 */
export async function readProgramme(dataDir: string, edition: string = DRAFT): Promise<Programme> {
  if (!IdSchema.safeParse(edition).success) {
    throw new UserError({
      message: `"${edition}" is not the name of an edition`,
      hint: 'expected a name such as 1 or draft',
    });
  }
  const dir = editionDir(dataDir, edition);
  await requireFolder(dataDir, dir, edition);
  return readProgrammeFolder(dir, edition);
}

async function requireFolder(dataDir: string, dir: string, edition: string): Promise<void> {
  const found = await stat(dir).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (edition === DRAFT)
    throw new UserError({ message: `there is no data folder ${dir}`, hint: 'name it with --data DIR' });
  const names = await editionNames(dataDir);
  throw new UserError({
    message: `there is no edition "${edition}" in ${path.join(dataDir, 'editions')}`,
    hint: `editions: ${[...names, DRAFT].join(', ')}`,
  });
}

/**
 * The programme in a folder that holds programme.yaml, events/ and reference/.
 *
 * @param edition the name that the programme gets
 * @throws UserError as `readProgramme`
 */
export async function readProgrammeFolder(dir: string, edition: string): Promise<Programme> {
  const problems: Problem[] = [];
  const [config, reference] = await Promise.all([
    readFileAs(path.join(dir, 'programme.yaml'), ProgrammeFileSchema, problems),
    readReference(dir, problems),
  ]);
  if (config === undefined) throw new UserError(problems);
  const themes = await readThemes(dir, config, problems);
  const programme: Programme = { edition, config, themes, reference };
  problems.push(...(await placed(dir, consistencyFindings(programme))));
  if (problems.length > 0) throw new UserError(problems);
  return programme;
}

async function readThemes(dir: string, config: ProgrammeFile, problems: Problem[]): Promise<ThemeEvents[]> {
  const folder = path.join(dir, 'events');
  const known = new Set(config.themes.map((theme) => `${theme.id}.yaml`));
  for (const name of await readdir(folder).catch(() => [])) {
    if (!known.has(name) && /\.ya?ml$/.test(name)) {
      problems.push({
        message: `unknown theme: no theme of programme.yaml has the id "${name.replace(/\.ya?ml$/, '')}"`,
        at: { file: path.join(folder, name) },
        hint: `themes: ${config.themes.map((theme) => theme.id).join(', ')}`,
      });
    }
  }
  return Promise.all(
    config.themes.map(async (theme) => ({
      theme,
      events: (await readFileAs(path.join(folder, `${theme.id}.yaml`), EventsFileSchema, problems)) ?? [],
    })),
  );
}

async function readReference(dir: string, problems: Problem[]): Promise<Reference> {
  const [regions, places] = await Promise.all([
    readFileAs(path.join(dir, 'reference', 'regions.yaml'), RegionsFileSchema, problems),
    readFileAs(path.join(dir, 'reference', 'places.yaml'), PlacesFileSchema, problems),
  ]);
  return { regions: regions ?? [], places: places ?? [] };
}

/** The validated value of a YAML file, or undefined after its problems were added to the list. */
async function readFileAs<S extends z.ZodType>(
  file: string,
  schema: S,
  problems: Problem[],
): Promise<z.output<S> | undefined> {
  let text: string;
  let value: unknown;
  try {
    text = decodeUtf8(await readBytes(file), file);
    value = await parseYaml(text, file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const locate = await locator(text);
  for (const finding of findingsOf(parsed.error.issues))
    problems.push(problemOf(finding, file, value, locate(finding.path)));
  return undefined;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UserError({ message: 'the file is missing', at: { file } });
    if (code === 'EISDIR') throw new UserError({ message: 'expected a file, found a folder', at: { file } });
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError({ message: 'the file may not be read', at: { file } });
    throw error;
  }
}

function problemOf(
  finding: Finding,
  file: string,
  value: unknown,
  position: { line: number; column: number },
): Problem {
  const [first, ...rest] = finding.path;
  const item: unknown = Array.isArray(value) && typeof first === 'number' ? value[first] : undefined;
  const id =
    typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
      ? item.id
      : undefined;
  const field = (id === undefined ? finding.path : rest).join('.');
  return {
    message: finding.message,
    at: { file, ...position, ...(id === undefined ? {} : { event: id }), ...(field === '' ? {} : { field }) },
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
  };
}

/** Findings that concern values which each are valid alone, with file and position. */
async function placed(dir: string, findings: readonly DatasetFinding[]): Promise<Problem[]> {
  const locators = new Map<string, (path: Path) => { line: number; column: number }>();
  const problems: Problem[] = [];
  for (const { file, path: steps, message, hint, event } of findings) {
    const full = path.join(dir, file);
    let locate = locators.get(file);
    if (locate === undefined) {
      locate = await locator(decodeUtf8(await readBytes(full), full));
      locators.set(file, locate);
    }
    const field = (event === undefined ? steps : steps.slice(1)).join('.');
    problems.push({
      message,
      at: {
        file: full,
        ...locate(steps),
        ...(event === undefined ? {} : { event }),
        ...(field === '' ? {} : { field }),
      },
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return problems;
}

/**
 * A function that gives file, line and column of a field of an event of a programme read from `dir`; it reads each file once.
 * The field is a path such as `bodies.french`; without one the place is that of the event.
 */
export async function eventPlaces(
  dir: string,
  programme: Programme,
): Promise<(event: string, field?: string) => { file: string; line: number; column: number }> {
  const byEvent = new Map<
    string,
    { file: string; index: number; locate: (path: Path) => { line: number; column: number } }
  >();
  for (const { theme, events } of programme.themes) {
    const file = path.join(dir, 'events', `${theme.id}.yaml`);
    const locate = await locator(decodeUtf8(await readBytes(file), file));
    events.forEach((event: Event, index) => {
      byEvent.set(event.id, { file, index, locate });
    });
  }
  return (event, field) => {
    const found = byEvent.get(event);
    if (found === undefined) throw new Error(`no event ${event}`);
    const steps =
      field === undefined ? [] : field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { file: found.file, ...found.locate([found.index, ...steps]) };
  };
}
