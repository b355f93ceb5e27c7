import type * as z from 'zod';
import { type Position, type Problem, UserError } from '../errors.ts';
import { ellipsis, LIMITS } from '../model/index.ts';
import { DISK, type Files } from './file.ts';
import { validated } from './issues.ts';
import { locator, type Path } from './locator.ts';
import { messageOf } from './messages.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml, ValueCount } from './yaml.ts';

/**
 * A dataset folder that is being read: its path, the source of its files, and a count of the values that have been
 * read.
 */
export interface DatasetFolder {
  dir: string;
  files: Files;
  counted: ValueCount;
}

/** Creates a dataset folder from which nothing has been read yet. */
export function datasetFolder(dir: string, files: Files = DISK): DatasetFolder {
  return { dir, files, counted: new ValueCount() };
}

/** The valid values of a file, and the problems in the file. */
export interface Parsed<T> {
  value: T;
  problems: readonly Problem[];
  file: string;
  /** Returns the file, line and column of the value at a path. The first call parses the file again. */
  place(path: Path): Position;
}

/**
 * Parses a YAML file; the value is undefined if it does not match the schema.
 *
 * @param schemaOf returns the schema for the value in the file
 */
export async function parseFile<T>(
  file: string,
  schemaOf: (value: unknown) => z.ZodType<T>,
  folder: DatasetFolder = datasetFolder(''),
): Promise<Parsed<T | undefined>> {
  const source = await readSource(file, folder);
  return 'value' in source ? parseWhole(source, schemaOf(source.value)) : { ...source, value: undefined };
}

/** Parses a YAML file that contains a list; items that do not match the schema are omitted. */
export async function parseList<S extends z.ZodType>(
  file: string,
  list: z.ZodArray<S>,
  folder: DatasetFolder,
): Promise<Parsed<readonly z.output<S>[]>> {
  const source = await readSource(file, folder);
  if (!('value' in source)) return { ...source, value: [] };
  if (!Array.isArray(source.value)) return { ...parseWhole(source, list), value: [] };
  if (source.value.length > LIMITS.items) return { ...source, value: [], problems: [tooManyItems(file)] };
  const value: z.output<S>[] = [];
  const problems: Problem[] = [];
  /** For each valid item, its index in the file. */
  const indexes: number[] = [];
  for (const [index, item] of source.value.entries()) {
    const parsed = validated(list.element, item, placeIn(source, index, item));
    if (parsed.problems.length === 0) {
      value.push(parsed.value as z.output<S>);
      indexes.push(index);
    } else problems.push(...parsed.problems);
    if (problems.length >= LIMITS.problems) break;
  }
  // Only this function is used below, because a reference to `source` would keep all parsed values in memory.
  const { place: placeInFile } = source;
  const place = ([index, ...rest]: Path): Position =>
    placeInFile([indexes[Number(index)] ?? Number(index), ...rest]);
  return { value, problems, file, place };
}

/** The problem that a list contains too many items, or that several lists together do. */
export function tooManyItems(file: string): Problem {
  return { ...messageOf('list-too-long', { most: LIMITS.items }), at: { file } };
}

interface Source {
  value: unknown;
  file: string;
  place(path: Path): Position;
}

async function readSource(
  file: string,
  { files, counted }: DatasetFolder,
): Promise<Source | Omit<Parsed<never>, 'value'>> {
  try {
    const text = await readTextFile(file, files);
    const value = await parseYaml(text, file, counted);
    let locate: ReturnType<typeof locator> | undefined;
    const place = (path: Path): Position => {
      locate ??= locator(text);
      return { file, ...locate(path) };
    };
    return { value, file, place };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems, file, place: () => ({ file }) };
  }
}

function parseWhole<S extends z.ZodType>(source: Source, schema: S): Parsed<z.output<S> | undefined> {
  return { ...source, ...validated(schema, source.value, placeIn(source)) };
}

/** @param index the index of the item, if an item of a list is parsed */
function placeIn(source: Source, index?: number, item?: unknown): (path: Path) => Position {
  const event = eventOf(item);
  return (path) => {
    const whole = index === undefined ? path : [index, ...path];
    return { ...source.place(whole), ...event, ...fieldAt(event === undefined ? whole : path) };
  };
}

/** The id of a list item, if it is an event, as part of a position. */
function eventOf(item: unknown): Pick<Position, 'event'> | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? { event: ellipsis(item.id) }
    : undefined;
}

/** The field at a path, as part of a position: the steps of the path, joined by full stops. */
export function fieldAt(path: Path): Pick<Position, 'field'> {
  return path.length === 0 ? {} : { field: path.map((step) => ellipsis(String(step))).join('.') };
}
