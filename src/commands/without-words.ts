import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { CST } from 'yaml';

/** What stands in the place of words that were taken down: the sign of an omission in every language. */
export const OMISSION = '[…]';
/** The same inside ids and names, which take letters and digits alone. */
const OMITTED_ID = 'x';

const YAML = ['.yaml', '.yml'];
const TEXT = ['.md', '.txt', '.csv', '.tsv', '.svg', '.json', '.xlf', '.htm', '.html', '.ics'];
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Comment lines that follow each other: words may begin in one and end in the next. */
const COMMENTS = /(?:^[ \t]*#.*(?:\n|$))+/gm;
const PATH = /^[^\n]*\/[^\n/]*\.[a-z0-9]{2,5}$/i;

/**
 * Finds words: whole ones, whatever their case and what stands between them, be it a space, a line end, a hyphen or a mark of Markdown.
 *
 * @throws Error when there is neither letter nor digit in the words
 */
export function wordsPattern(words: string): RegExp {
  const parts = words.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu);
  if (parts === null) throw new Error('no words to look for');
  const between = '[^\\p{L}\\p{N}\\p{M}]{1,9}';
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${parts.join(between)}(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
}

/** Whether a text holds words; joined letters, soft hyphens and characters without width do not hide them. */
export function holdsWords(text: string, pattern: RegExp): boolean {
  return matchesOf(text, pattern) > 0;
}

/** How often a text holds words. */
export function matchesOf(text: string, pattern: RegExp): number {
  return plain(text).match(pattern)?.length ?? 0;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
}

/**
 * A file of the dataset without words. Whatever else it holds stays as it was typed.
 *
 * @param file its name, which says what it is
 * @returns undefined when it does not hold them, or is no text
 */
export async function withoutWords(file: string, text: string, pattern: RegExp): Promise<string | undefined> {
  const ending = path.extname(file).toLowerCase();
  if (YAML.includes(ending)) {
    const without = await yamlWithout(text, pattern);
    return without === text ? undefined : without;
  }
  return TEXT.includes(ending) && holdsWords(text, pattern) ? omittedIn(text, pattern) : undefined;
}

async function yamlWithout(text: string, pattern: RegExp): Promise<string> {
  const { CST: cst, Parser } = await import('yaml');
  const tokens = [...new Parser().parse(text.replace(COMMENTS, (lines) => omitted(lines, pattern)))];
  walk(tokens, (token) => {
    if (token.type === 'comment') token.source = omitted(token.source, pattern);
    else if (cst.isScalar(token)) {
      const value = cst.resolveAsScalar(token)?.value ?? '';
      const without = omitted(value, pattern);
      if (without !== value) cst.setScalarValue(token, without);
    }
  });
  return tokens.map((token) => cst.stringify(token)).join('');
}

/** Visits every token of YAML, also those of keys, separators and comments. */
function walk(node: unknown, visit: (token: CST.Token) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node as CST.Token);
  for (const part of Object.values(node)) walk(part, visit);
}

/** A value without words; the path of a file stays, for the file is still there. */
function omitted(value: string, pattern: RegExp): string {
  if (PATH.test(value) || !holdsWords(value, pattern)) return value;
  return ID.test(value) ? plain(value).replace(pattern, OMITTED_ID) : omittedIn(value, pattern);
}

/** Marks of bold and italic words that begin before the words, or end behind them, stay in pairs. */
function omittedIn(text: string, pattern: RegExp): string {
  return plain(text).replace(pattern, (found) => {
    const marks = found.match(/\*+/g) ?? [];
    return `${OMISSION}${marks.length % 2 === 1 ? marks.at(-1) : ''}`;
  });
}

/** The texts that a file of any kind holds, as far as they can be read: itself, and what is compressed in a zip file or a PDF. */
export function textsIn(bytes: Uint8Array): string[] {
  const own = Buffer.from(bytes);
  if (own.subarray(0, 2).toString('latin1') === 'PK')
    try {
      return Object.values(unzipSync(own)).map((part) => withoutTags(Buffer.from(part).toString('utf8')));
    } catch {
      return [own.toString('utf8')];
    }
  if (own.subarray(0, 5).toString('latin1') === '%PDF-') return pdfTexts(own);
  const text = own.toString('utf8');
  // Long lines of a calendar are folded.
  return [text, withoutTags(text), text.replace(/\r?\n /g, '')];
}

const withoutTags = (text: string): string => text.replace(/<[^>]*>/g, '');

const STREAM = 'stream';

function pdfTexts(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1');
  const texts = [raw];
  for (let at = raw.indexOf(STREAM); at >= 0; at = raw.indexOf(STREAM, at + STREAM.length)) {
    const start = raw.indexOf('\n', at) + 1;
    const end = raw.indexOf('endstream', start);
    if (end < 0) continue;
    try {
      texts.push(inflateSync(bytes.subarray(start, end)).toString('latin1'));
    } catch {
      // Not compressed: the raw text has it.
    }
  }
  // Strings outside of pages are UTF-16 in hexadecimal digits or bytes.
  return texts.flatMap((text) => [
    text,
    Buffer.from(text, 'latin1').toString('utf8'),
    text.replaceAll('\0', ''),
    text.replace(/<((?:[0-9a-f]{4})+)>/gi, (_, digits: string) =>
      Buffer.from(digits, 'hex').swap16().toString('utf16le'),
    ),
  ]);
}
