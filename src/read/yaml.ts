import { constructFromEvents, parseEvents, YAMLException } from 'js-yaml';
import { UserError } from '../errors.ts';
import { count, LIMITS } from '../model/limits.ts';
import { structureProblems } from './yaml-structure.ts';

/**
 * The text of a UTF-8 file, without its byte order mark and with line ends as line feeds.
 *
 * @throws UserError when the bytes are not UTF-8, with the line of the first wrong byte.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new UserError({
      message: 'the file is not UTF-8 text',
      at: { file, line: firstLineNotUtf8(bytes) },
      hint: 'save it again with the encoding UTF-8',
    });
  }
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    from = end + 1;
  }
}

/**
 * The value of a YAML 1.2 document. Aliases and tags are refused: no dataset needs them, aliases make small files expand without
 * bound, and both are mostly a text that lacks its quotation marks.
 *
 * @throws UserError naming every error with line and column.
 */
export async function parseYaml(text: string, file: string): Promise<unknown> {
  try {
    return readValue(text, file);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { syntaxProblems } = await import('./yaml-syntax.ts');
    throw new UserError(syntaxProblems(text, file, error));
  }
}

/** Each value of a text takes some hundred bytes of memory, however short it is. */
function refuseCrowds(text: string, file: string): void {
  if (text.length <= LIMITS.yamlSigns) return;
  let signs = 0;
  const sign = /[\n,[{]|[:?-] /g;
  while (sign.test(text)) {
    if (++signs > LIMITS.yamlSigns)
      throw new UserError({
        message: `the file has more than ${count(LIMITS.yamlSigns)} values`,
        at: { file },
        hint: 'a dataset holds texts, not data of other kinds',
      });
  }
}

function readValue(text: string, file: string): unknown {
  refuseCrowds(text, file);
  const events = parseEvents(text, { maxDepth: LIMITS.yamlDepth });
  if (events.length === 0) throw new UserError({ message: 'the file is empty', at: { file } });
  const problems = structureProblems(events, text, file);
  if (problems.length > 0) throw new UserError(problems);
  return constructFromEvents(events, { source: text })[0];
}
