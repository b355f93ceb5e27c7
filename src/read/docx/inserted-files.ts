/** Reads the text of files and drawings inside a Word file, if it can be read. */

import { UserError } from '../../errors.ts';
import { withCharacters } from '../../text/index.ts';
import { type Relations, readXml, type ZipPackage } from '../office/index.ts';
import { decodeText } from '../sheet/index.ts';
import { textOfRtf } from './rtf.ts';

/** The text of a file or drawing, one paragraph per line, and a description of its type. */
export interface Inserted {
  words: string;
  where: string;
}

/** Reads a Word file within another one. */
export type ReadInner = (bytes: Uint8Array) => Promise<string>;

/**
 * The text of the parts that a document refers to, by relation id. Parts that the reader of the document handles
 * itself are omitted.
 *
 * @throws UserError if a part is larger than the limit for files
 */
export async function readInserted(
  zip: ZipPackage,
  { parts, addresses }: Relations,
  file: string,
  readInner: ReadInner,
): Promise<Map<string, Inserted>> {
  const found = new Map<string, Inserted>();
  for (const { id, type, target } of parts) {
    const kind = KINDS[type];
    if (kind === undefined) continue;
    const { where } = kind;
    const unread = { words: nameOf(target), where: `${where}, which cannot be read` };
    try {
      found.set(
        id,
        zip.has(target) ? { words: await kind.read(zip, target, file, readInner), where } : unread,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      found.set(id, unread);
    }
  }
  for (const [id, address] of addresses)
    found.set(id, { words: address, where: 'another file, whose words are not in this one' });
  return found;
}

interface Kind {
  where: string;
  read(zip: ZipPackage, part: string, file: string, readInner: ReadInner): Promise<string>;
}

/** By relation type. */
const KINDS: Readonly<Record<string, Kind>> = {
  aFChunk: { where: 'file inserted into the document', read: readFile },
  subDocument: { where: 'sub-document', read: readFile },
  diagramData: { where: 'diagram', read: readDrawn },
  chart: { where: 'chart', read: readDrawn },
  chartEx: { where: 'chart', read: readDrawn },
  oleObject: { where: 'embedded object, not read', read: readName },
  package: { where: 'embedded file, not read', read: readName },
  control: { where: 'control, not read', read: readName },
};

const nameOf = (part: string): string => part.slice(part.lastIndexOf('/') + 1);

async function readName(_zip: ZipPackage, part: string): Promise<string> {
  return nameOf(part);
}

async function readFile(zip: ZipPackage, part: string, file: string, readInner: ReadInner): Promise<string> {
  const bytes = await bytesOf(zip, part);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readInner(bytes);
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  if (start.startsWith('{\\rtf')) return textOfRtf(bytes);
  const { text } = decodeText(bytes, file, /charset=["']?([\w-]+)/i.exec(start)?.[1]);
  if (/^MIME-Version:|^Content-Type:/im.test(text.slice(0, 2000))) return textOfMime(text, file);
  return /<\w+[\s>/]/.test(text) ? textOfHtml(text) : text;
}

async function bytesOf(zip: ZipPackage, part: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await zip.read(part, (bytes) => pieces.push(Uint8Array.from(bytes)));
  return Buffer.concat(pieces);
}

/** The text of a drawing, one paragraph per line. */
async function readDrawn(zip: ZipPackage, part: string, file: string): Promise<string> {
  const lines: string[] = [''];
  let isWords = false;
  await readXml(zip, part, file, {
    open(name) {
      isWords = name === 't' || name === 'v';
    },
    close(name) {
      isWords = false;
      if (name === 'p' || name === 'pt') lines.push('');
    },
    text(words) {
      if (isWords) lines[lines.length - 1] += words;
    },
  });
  return lines.filter((line) => line.trim() !== '').join('\n');
}

const BLOCKS = /<\/?(?:p|div|br|li|tr|h[1-6]|table|ul|ol|blockquote|hr|dt|dd)\b[^>]*>/gi;

function textOfHtml(html: string): string {
  const body = html
    .replace(/<!--[\s\S]*?-->|<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(BLOCKS, '\n')
    .replace(/<[^<>]*>/g, '');
  return withCharacters(body);
}

/** The HTML, otherwise the plain text, of a MIME message (RFC 2045). */
function textOfMime(message: string, file: string): string {
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(message)?.[1];
  const parts = boundary === undefined ? [message] : message.split(`--${boundary}`);
  for (const type of [/text\/html/i, /text\/plain/i, /./]) {
    const part = parts.find((own) => type.test(headOf(own)) && /\S/.test(own));
    if (part === undefined) continue;
    const head = headOf(part);
    const body = part.slice(head.length);
    const bytes = /base64/i.test(head) ? Buffer.from(body, 'base64') : quotedPrintable(body);
    const { text } = decodeText(bytes, file, /charset="?([\w-]+)/i.exec(head)?.[1]);
    return textOfHtml(text);
  }
  return '';
}

/** The header of a MIME part: the lines before the first empty line. */
const headOf = (part: string): string => /^\s*(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)+/.exec(part)?.[0] ?? '';

function quotedPrintable(text: string): Uint8Array {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
