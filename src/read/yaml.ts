import { load, YAMLException } from 'js-yaml';
import { type Place, type Problem, UserError } from '../errors.ts';

/** Keys and list indexes that lead to a value inside a YAML document. */
export type Path = readonly (string | number)[];

/**
 * The text of a UTF-8 file, without its byte order mark and with line ends as line feeds.
 *
 * @throws UserError when the bytes are not UTF-8, with the line of the first wrong byte.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    const line = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0]?.split('\n').length ?? 1;
    throw new UserError({
      message: 'the file is not UTF-8 text',
      at: { file, line },
      hint: 'save it again with the encoding UTF-8',
    });
  }
}

/**
 * The value of a YAML 1.2 document. Aliases are refused: no dataset needs them, and they make small files expand without bound.
 *
 * @throws UserError naming every syntax error with line and column.
 */
export async function parseYaml(text: string, file: string): Promise<unknown> {
  if (text.trim() === '') {
    throw new UserError({ message: 'the file is empty', at: { file } });
  }
  try {
    return load(text, { filename: file, maxAliases: 0, maxDepth: 20 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new UserError(await syntaxProblems(text, file, error));
  }
}

/** Every syntax error of a text that js-yaml refused; the slower parser finds them all, the faster one stops at the first. */
async function syntaxProblems(text: string, file: string, first: YAMLException): Promise<Problem[]> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (errors.length > 0) {
    return errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return {
        message: error.message,
        at: { file, line, column: col },
        ...(error.code === 'TAB_AS_INDENT' ? { hint: 'indent with spaces, not with tabs' } : {}),
      };
    });
  }
  const at: Place = { file };
  if (first.mark !== undefined) {
    at.line = first.mark.line + 1;
    at.column = first.mark.column + 1;
  }
  return [{ message: first.reason, at }];
}

/**
 * A function that gives line and column (1-based) of the value at a path, or of its nearest ancestor that stands in the text.
 * A path that ends in a key of a mapping is placed at the key.
 */
export async function locator(text: string): Promise<(path: Path) => { line: number; column: number }> {
  const { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const root = parseDocument(text, { lineCounter: lines, prettyErrors: false }).contents;
  return (path) => {
    let node: unknown = root;
    let offset = 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
        if (pair === undefined) break;
        if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = typeof step === 'number' ? node.items[step] : undefined;
        if (item === undefined || item === null) break;
        node = item;
        const range = (item as { range?: [number, number, number] }).range;
        if (range) offset = range[0];
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
