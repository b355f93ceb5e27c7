/** Extracts the text of a Rich Text Format file (RTF 1.9.1). */
import { TextDecoder } from 'node:util';

/** Groups without document text. */
const NO_TEXT: ReadonlySet<string> = new Set([
  '*',
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'fldinst',
  'listtable',
  'listoverridetable',
  'generator',
]);

/** Control words that represent characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

const TOKEN = /\\(?:'([\da-f]{2})|([a-z]+)(-?\d+)? ?|([^a-z]))|([{}])|([^\\{}\r\n]+)/gi;

/** The text, one paragraph per line. */
export function textOfRtf(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  const decoder = decoderOf(/\\ansicpg(\d+)/.exec(source)?.[1]);
  let text = '';
  /** Consecutive bytes in a code page: a character can have two. */
  let codes: number[] = [];
  /** Per open group: whether its text is read, and the number of fallback characters after a Unicode character. */
  const groups = [{ isText: true, fallback: 1 }];
  let skipped = 0;
  const flush = (): void => {
    if (codes.length > 0) text += decoder.decode(Uint8Array.from(codes));
    codes = [];
  };
  const add = (words: string): void => {
    flush();
    if (groups.at(-1)?.isText) text += words;
  };
  for (const [, hex, word = '', number, sign, brace, words] of source.matchAll(TOKEN)) {
    const group = groups.at(-1);
    if (group === undefined) break;
    if (brace === '{') groups.push({ ...group });
    else if (brace === '}') groups.pop();
    else if (hex !== undefined) {
      if (skipped > 0) skipped--;
      else if (group.isText) codes.push(Number.parseInt(hex, 16));
    } else if (words !== undefined) {
      const left = words.slice(skipped);
      skipped = Math.max(0, skipped - words.length);
      add(left);
    } else if (word === 'u') {
      const code = Number(number);
      add(String.fromCharCode(code < 0 ? code + 0x10000 : code));
      skipped = group.fallback;
    } else if (word === 'uc') group.fallback = Number(number);
    else if (NO_TEXT.has(sign ?? word)) group.isText = false;
    else add(CHARACTERS[sign ?? word] ?? '');
  }
  flush();
  return text;
}

function decoderOf(codePage = '1252'): TextDecoder {
  try {
    return new TextDecoder(`windows-${codePage}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
