import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument, YAMLMap } from 'yaml';
import { UserError } from '../errors.ts';
import type { ProgrammeFile } from '../model/index.ts';
import { programmeFileSchema } from './formats.ts';
import { messageOf } from './messages.ts';
import { parseYaml } from './yaml.ts';
import { keyOf, NO_ALIASES, pairText, withValues } from './yaml-edits.ts';

/**
 * Returns the text of programme.yaml after its values have changed.
 *
 * @param before the values that the text contains, by key; if the file is in an older format, the keys are those of
 * that format
 * @param after the new values
 * @param file name of the file, for messages
 * @throws UserError if the values cannot be inserted
 */
export async function rewriteProgramme(
  text: string,
  before: object,
  after: ProgrammeFile,
  file: string,
): Promise<string> {
  return rewritten(text, before, after, file, (value) => {
    const parsed = programmeFileSchema(value).safeParse(value);
    return parsed.success && isDeepStrictEqual(parsed.data, after);
  });
}

/**
 * Returns the text of a design file after its values have changed.
 *
 * @param before the values that the text contains
 * @param after the new values
 * @param file name of the file, for messages
 * @throws UserError if the values cannot be inserted
 */
export async function rewriteDesign(
  text: string,
  before: object,
  after: object,
  file: string,
): Promise<string> {
  return rewritten(text, before, after, file, (value) => isDeepStrictEqual(value ?? {}, after));
}

/**
 * Returns the text of a YAML file after its values have changed. The text of unchanged keys is preserved byte for byte,
 * and changed keys keep their comments and the unchanged parts of their values.
 *
 * @param holds whether the value parsed from the new text is the expected one
 */
async function rewritten(
  text: string,
  before: object,
  after: object,
  file: string,
  holds: (value: unknown) => boolean,
): Promise<string> {
  const source = text.replaceAll('\r\n', '\n');
  const document = parseDocument(source);
  const map = document.contents ?? new YAMLMap();
  if (!isMap(map)) throw new Error('a file without keys passed the schema');
  const [old, now] = [before, after].map((values) => new Map<string, unknown>(Object.entries(values)));
  const changed = Object.keys({ ...before, ...after }).filter(
    (key) => !isDeepStrictEqual(old?.get(key), now?.get(key)),
  );
  const written = new Set(map.items.map(keyOf));
  const added = changed.filter((key) => !written.has(key) && now?.get(key) !== undefined);
  const rest = Object.fromEntries(Object.entries(after).filter(([key]) => !added.includes(key)));
  let result = withValues(source, map, before, rest);
  // A new list is written with one line per item. If the user undoes the removal of such a list, the original text is
  // restored.
  for (const key of added) {
    const above = result.trim() === '' ? '' : `${result.replace(/\n*$/, '\n')}\n`;
    result = `${above}${pairText(key, document.createNode(now?.get(key), NO_ALIASES))}\n`;
  }
  if (!holds(await parseYaml(result, file).catch(() => undefined)))
    throw new UserError(messageOf('changes-not-separable'), { file, field: changed[0] ?? '' });
  return text.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result;
}
