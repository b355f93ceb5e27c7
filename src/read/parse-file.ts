import type * as z from 'zod';
import { type Position, type Problem, UserError } from '../errors.ts';
import { ellipsis, LIMITS } from '../model/index.ts';
import type { Files } from './file.ts';
import { issueProblems } from './issues.ts';
import { locator, type Path } from './locator.ts';
import { messageOf } from './messages.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml, type ValueCount } from './yaml.ts';

/** What a file holds, as far as it is valid, and what is wrong with it. */
export interface Parsed<T> {
  value: T;
  problems: readonly Problem[];
  file: string;
  /** File, line and column of a part of the value; for the first, the file is parsed once more. */
  place(path: Path): Position;
}

/**
 * The value of a YAML file; undefined when it does not fit the schema.
 *
 * @param schemaOf gives the schema, by what the file holds
 * @param counted the values of the files of the dataset before this one
 */
export async function parseFile<T>(
  file: string,
  schemaOf: (value: unknown) => z.ZodType<T>,
  counted?: ValueCount,
  files?: Files,
): Promise<Parsed<T | undefined>> {
  const source = await readSource(file, counted, files);
  return 'value' in source ? parseWhole(source, schemaOf(source.value)) : { ...source, value: undefined };
}

/**
 * The items of a YAML file that holds a list; those that do not fit the schema are left out.
 *
 * @param counted the values of the files of the dataset before this one
 */
export async function parseList<S extends z.ZodType>(
  file: string,
  list: z.ZodArray<S>,
  counted?: ValueCount,
  files?: Files,
): Promise<Parsed<readonly z.output<S>[]>> {
  const source = await readSource(file, counted, files);
  if (!('value' in source)) return { ...source, value: [] };
  if (!Array.isArray(source.value)) return { ...parseWhole(source, list), value: [] };
  if (source.value.length > LIMITS.items) return { ...source, value: [], problems: [tooManyItems(file)] };
  const value: z.output<S>[] = [];
  const problems: Problem[] = [];
  /** Index in the file of each item of the value. */
  const indexes: number[] = [];
  for (const [index, item] of source.value.entries()) {
    const parsed = list.element.safeParse(item, { reportInput: true });
    if (parsed.success) {
      value.push(parsed.data);
      indexes.push(index);
    } else problems.push(...problemsOf(parsed.error, source, index, item));
    if (problems.length >= LIMITS.problems) break;
  }
  // Places keep the text: with the source itself they would keep each of its values beside the one that is used.
  const { place: placeInFile } = source;
  const place = ([index, ...rest]: Path): Position =>
    placeInFile([indexes[Number(index)] ?? Number(index), ...rest]);
  return { value, problems, file, place };
}

/** The refusal of a list, or of several together, that is longer than any programme has. */
export function tooManyItems(file: string): Problem {
  return {
    ...messageOf('list-too-long', { most: LIMITS.items }),
    at: { file },
  };
}

interface Source {
  value: unknown;
  file: string;
  place(path: Path): Position;
}

async function readSource(
  file: string,
  counted?: ValueCount,
  files?: Files,
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
  const parsed = schema.safeParse(source.value, { reportInput: true });
  return {
    value: parsed.data,
    problems: parsed.success ? [] : problemsOf(parsed.error, source),
    file: source.file,
    place: source.place,
  };
}

/** @param index index of the item of a list that was parsed, if it was one */
function problemsOf(error: z.ZodError, source: Source, index?: number, item?: unknown): Problem[] {
  const event = eventOf(item);
  return issueProblems(error.issues, (path) => {
    const whole = index === undefined ? path : [index, ...path];
    return { ...source.place(whole), ...event, ...fieldAt(event === undefined ? whole : path) };
  });
}

/** The event that an item of a list is, as far as it says so. */
function eventOf(item: unknown): Pick<Position, 'event'> | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? { event: ellipsis(item.id) }
    : undefined;
}

/** The field at a path, as problems name it. */
export function fieldAt(path: Path): Pick<Position, 'field'> {
  return path.length === 0 ? {} : { field: path.map((step) => ellipsis(String(step))).join('.') };
}
