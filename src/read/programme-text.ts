import { isDeepStrictEqual } from 'node:util';
import type { Node, Pair } from 'yaml';
import { UserError } from '../errors.ts';
import type { ProgrammeFile } from '../model/programme.ts';
import { NO_ALIASES, STYLE, styleDocument } from './events-text.ts';
import { programmeFileSchema } from './formats.ts';
import { parseYaml } from './yaml.ts';

type Yaml = typeof import('yaml');
type Path = readonly (string | number)[];

/** A value of programme.yaml that becomes another one. */
export interface NewValue {
  path: Path;
  value: unknown;
}

/**
 * The new text of programme.yaml with other values at some places. All else stays as it was typed, byte by byte.
 *
 * @param after what the file is to hold then
 * @throws UserError when a value cannot be put in without touching others
 */
export async function rewriteProgramme(
  text: string,
  values: readonly NewValue[],
  after: ProgrammeFile,
  file: string,
): Promise<string> {
  const yaml = await import('yaml');
  let result = text.replaceAll('\r\n', '\n');
  for (const { path, value } of values) {
    const written = withValue(yaml, result, path, value);
    if (written === undefined) throw byHand(path, file);
    result = written;
  }
  const parsed = await parseYaml(result, file).catch(() => undefined);
  const checked = programmeFileSchema(parsed).safeParse(parsed);
  if (!checked.success || !isDeepStrictEqual(checked.data, after)) throw byHand(values[0]?.path ?? [], file);
  return text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
}

function byHand(path: Path, file: string): UserError {
  return new UserError({
    message: 'the words cannot be put into the file without touching others',
    at: { file, field: path.join('.') },
    hint: 'write them there by hand, and import again',
  });
}

function withValue(yaml: Yaml, text: string, path: Path, value: unknown): string | undefined {
  const document = yaml.parseDocument(text);
  const key = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!yaml.isMap(parent) || typeof key !== 'string') return undefined;
  const pair = parent.items.find(({ key: found }) => yaml.isScalar(found) && found.value === key);
  if (pair === undefined || value === undefined) return undefined;
  const [start, end] = [rangeOf(pair.key), rangeOf(pair.value, 1)];
  if (start === undefined || end === undefined) return undefined;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const words = parent.flow ? flowText(key, value) : blockText(yaml, key, value, indent, pair);
  const close = text[end - 1] === '\n' ? '\n' : '';
  return text.slice(0, start) + words + close + text.slice(end);
}

function rangeOf(node: unknown, end: 0 | 1 = 0): number | undefined {
  return (node as Node | null)?.range?.[end];
}

/** JSON is YAML, and between brackets it always means the same. */
function flowText(key: string, value: unknown): string {
  return `${key}: ${JSON.stringify(value)}`;
}

function blockText(yaml: Yaml, key: string, value: unknown, indent: number, { value: old }: Pair): string {
  const document = new yaml.Document({ [key]: value }, NO_ALIASES);
  styleDocument(yaml, document, yaml.isMap(old) && old.flow === true);
  const lines = document.toString(STYLE).replace(/\n$/, '').split('\n');
  return lines
    .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(indent) + line))
    .join('\n');
}
