import type * as z from 'zod';
import { type Place, type Problem, UserError } from '../errors.ts';
import type { Memo } from '../memo.ts';
import { LIMITS } from '../model/limits.ts';
import { findingsOf } from './issues.ts';
import { listItems } from './list-items.ts';
import { locator, type Path } from './locator.ts';
import { shorten } from './shorten.ts';
import { readTextFile } from './text-file.ts';
import { parseYaml, tryYaml } from './yaml.ts';

/** What a file holds, as far as it is valid, and what is wrong with it. */
export interface Parsed<T> {
  value: T;
  problems: readonly Problem[];
  /** File, line and column of a part of the value. */
  place(path: Path): Place;
}

/** Values by their texts; null for what has problems. */
export type TextMemo<T> = Memo<string, { value: T } | null>;

/** Lists as they were read last, by their files. */
export type ListMemory<T> = Map<string, ReadList<T>>;

interface ReadList<T> {
  text: string;
  value: readonly T[];
  /** Items by their texts. */
  items: ReadonlyMap<string, T>;
}

/**
 * The value of a YAML file; undefined when it does not fit the schema.
 *
 * @param known values of this schema, which are the same objects as long as their texts are the same
 */
export async function parseFile<S extends z.ZodType>(
  file: string,
  schema: S,
  known?: TextMemo<z.output<S>>,
): Promise<Parsed<z.output<S> | undefined>> {
  const source = await readSource(file, (text) =>
    known?.get(
      () => text,
      () => parsedAlone(tryYaml(text), schema),
    ),
  );
  if ('known' in source) return { value: source.known, problems: [], place: source.place };
  return 'value' in source ? parseWhole(source, schema) : { ...source, value: undefined };
}

/**
 * The items of a YAML file that holds a list; those that do not fit the schema are left out.
 *
 * @param known lists of this schema: a list and its items are the same objects as long as their texts are the same
 */
export async function parseList<S extends z.ZodType>(
  file: string,
  list: z.ZodArray<S>,
  known?: ListMemory<z.output<S>>,
): Promise<Parsed<readonly z.output<S>[]>> {
  const source = await readSource(file, (text) => known && knownList(file, text, list.element, known));
  if ('known' in source) return { value: source.known, problems: [], place: source.place };
  if (!('value' in source)) return { ...source, value: [] };
  if (!Array.isArray(source.value)) return { ...parseWhole(source, list), value: [] };
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
  const place = ([index, ...rest]: Path): Place =>
    source.place([indexes[Number(index)] ?? Number(index), ...rest]);
  return { value, problems, place };
}

/** The list of a file, each item read alone if it was not there before; null where that is not possible. */
function knownList<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  known: ListMemory<z.output<S>>,
): ReadList<z.output<S>> | null {
  const last = known.get(file);
  if (last?.text === text) return last;
  const value: z.output<S>[] = [];
  const items = new Map<string, z.output<S>>();
  for (const itemText of listItems(text) ?? [text]) {
    const item = last?.items.get(itemText) ?? itemAlone(itemText, schema);
    if (item === undefined) return null;
    items.set(itemText, item);
    value.push(item);
  }
  const list = { text, value, items };
  known.set(file, list);
  return list;
}

function itemAlone<S extends z.ZodType>(text: string, schema: S): z.output<S> | undefined {
  const value = tryYaml(text);
  return Array.isArray(value) && value.length === 1 ? parsedAlone(value[0], schema)?.value : undefined;
}

function parsedAlone<S extends z.ZodType>(value: unknown, schema: S): { value: z.output<S> } | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : null;
}

interface Source {
  value: unknown;
  place(path: Path): Place;
}

/** @param know gives the value of a text where it is known, which need not be parsed then */
async function readSource<T>(
  file: string,
  know: (text: string) => { value: T } | null | undefined,
): Promise<Source | { known: T; place: Source['place'] } | Omit<Parsed<never>, 'value'>> {
  try {
    const text = await readTextFile(file);
    let locate: ReturnType<typeof locator> | undefined;
    const place = (path: Path): Place => {
      locate ??= locator(text);
      return { file, ...locate(path) };
    };
    const known = know(text);
    return known ? { known: known.value, place } : { value: await parseYaml(text, file), place };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems, place: () => ({ file }) };
  }
}

function parseWhole<S extends z.ZodType>(source: Source, schema: S): Parsed<z.output<S> | undefined> {
  const parsed = schema.safeParse(source.value, { reportInput: true });
  return {
    value: parsed.data,
    problems: parsed.success ? [] : problemsOf(parsed.error, source),
    place: source.place,
  };
}

/** @param index index of the item of a list that was parsed, if it was one */
function problemsOf(error: z.ZodError, source: Source, index?: number, item?: unknown): Problem[] {
  return findingsOf(error.issues)
    .slice(0, LIMITS.problems)
    .map(({ path, ...finding }) => {
      const whole = index === undefined ? path : [index, ...path];
      const event = eventOf(item);
      return {
        ...finding,
        at: { ...source.place(whole), ...event, ...fieldAt(event === undefined ? whole : path) },
      };
    });
}

/** The event that an item of a list is, as far as it says so. */
function eventOf(item: unknown): Pick<Place, 'event'> | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? { event: shorten(item.id) }
    : undefined;
}

/** The field at a path, as problems name it. */
export function fieldAt(path: Path): Pick<Place, 'field'> {
  return path.length === 0 ? {} : { field: path.map((step) => shorten(String(step))).join('.') };
}
