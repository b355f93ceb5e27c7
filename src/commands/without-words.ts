import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { CST } from 'yaml';

/** Replacement for a text that was taken down: the omission mark, which is the same in every language. */
export const OMISSION = '[…]';
/** Replacement in ids and names, in which only letters and digits are allowed. */
const OMITTED_ID = 'x';

const YAML = ['.yaml', '.yml'];
const TEXT = ['.md', '.txt', '.csv', '.tsv', '.svg', '.json', '.xlf', '.htm', '.html', '.ics'];
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Consecutive comment lines, because a text may start in one comment line and end in the next. */
const COMMENTS = /(?:^[ \t]*#.*(?:\n|$))+/gm;
const PATH = /^[^\n]*\/[^\n/]*\.[a-z0-9]{2,5}$/i;

/**
 * A pattern that finds a text as whole words, regardless of case. The words may be separated by spaces, line ends,
 * hyphens or Markdown markers.
 *
 * @throws Error when the text contains neither a letter nor a digit
 */
export function wordsPattern(words: string): RegExp {
  const parts = words.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu);
  if (parts === null) throw new Error('no words to look for');
  const between = '[^\\p{L}\\p{N}\\p{M}]{1,9}';
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${parts.join(between)}(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
}

/**
 * Whether a text contains a match of a pattern, regardless of Unicode normalisation, soft hyphens and zero-width
 * characters.
 */
export function holdsWords(text: string, pattern: RegExp): boolean {
  return plain(text).match(pattern) !== null;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
}

/**
 * Removes a text from a file of the dataset. Everything else stays unchanged.
 *
 * @param file name of the file, which determines its type
 * @returns undefined if the file does not contain the text, or is not a text file
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
      // The omission mark has brackets, which need quotes in a flow collection. Block scalars cannot be in one.
      if (without !== value) cst.setScalarValue(token, without, { inFlow: token.type !== 'block-scalar' });
    }
  });
  return tokens.map((token) => cst.stringify(token)).join('');
}

/** Visits every YAML token, including those of keys, separators and comments. */
function walk(node: unknown, visit: (token: CST.Token) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node as CST.Token);
  for (const part of Object.values(node)) walk(part, visit);
}

/** A value with the matching text removed. A file path stays unchanged, because the file still exists. */
function omitted(value: string, pattern: RegExp): string {
  if (PATH.test(value) || !holdsWords(value, pattern)) return value;
  return ID.test(value) ? plain(value).replace(pattern, OMITTED_ID) : omittedIn(value, pattern);
}

/**
 * Replaces the matches of a pattern. If a match contains only one of a pair of bold or italic markers, that marker is
 * kept.
 */
function omittedIn(text: string, pattern: RegExp): string {
  return plain(text).replace(pattern, (found) => {
    const marks = found.match(/\*+/g) ?? [];
    return `${OMISSION}${marks.length % 2 === 1 ? marks.at(-1) : ''}`;
  });
}

/** The readable texts of a file of any type: its own text, and the texts that are compressed in a ZIP file or a PDF. */
export function textsIn(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, 2).toString('latin1') === 'PK')
    try {
      return Object.values(unzipSync(buffer)).map((part) => withoutTags(Buffer.from(part).toString('utf8')));
    } catch {
      return [buffer.toString('utf8')];
    }
  if (buffer.subarray(0, 5).toString('latin1') === '%PDF-') return pdfTexts(buffer);
  const text = buffer.toString('utf8');
  // Long lines in a calendar file are folded.
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
      // The content is not compressed, so the raw text already contains it.
    }
  }
  // Outside page content, the strings in a PDF file are in UTF-16, written either as hexadecimal digits or as bytes.
  return texts.flatMap((text) => [
    text,
    Buffer.from(text, 'latin1').toString('utf8'),
    text.replaceAll('\0', ''),
    text.replace(/<((?:[0-9a-f]{4})+)>/gi, (_, digits: string) =>
      Buffer.from(digits, 'hex').swap16().toString('utf16le'),
    ),
  ]);
}
