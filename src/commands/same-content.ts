import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { openZip } from '../read/office/index.ts';
import { MANIFEST } from './edition-outputs.ts';

/**
 * Whether two published files have the same content and differ only in their compression. Compression differs between
 * files that were built with Node versions that contain different versions of zlib. Compares the streams of a PDF, the
 * parts of a Word file, and the manifest without the sizes and checksums of PDF and Word files.
 *
 * @param name file name, which determines the format
 */
export async function haveSameContent(name: string, one: Buffer, other: Buffer): Promise<boolean> {
  const read = name === MANIFEST ? manifestContent : CONTENTS.get(path.extname(name));
  if (read === undefined) return one.equals(other);
  return (await read(one, name)) === (await read(other, name));
}

type ReadContent = (bytes: Buffer, name: string) => string | Promise<string>;

const CONTENTS = new Map<string, ReadContent>([
  ['.pdf', pdfContent],
  ['.docx', zipContent],
]);

function manifestContent(bytes: Buffer): string {
  return JSON.stringify(JSON.parse(bytes.toString()), (key, value) =>
    key === 'bytes' || key === 'sha256' ? undefined : value,
  );
}

async function zipContent(bytes: Buffer, name: string): Promise<string> {
  const zip = openZip(bytes, name);
  const parts: string[] = [];
  for (const part of zip.names) {
    parts.push(part);
    await zip.read(part, (chunk) => parts.push(Buffer.from(chunk).toString('latin1')));
  }
  return parts.join('');
}

const LENGTH = '/Length ';
/** The bytes between the dictionary of a stream and its content, in PDF files that this program has written. */
const STREAM = '>>\nstream\n';

/**
 * A PDF with decompressed streams, without the lengths of the streams and without the cross-reference data at its end.
 */
function pdfContent(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const parts: string[] = [];
  let end = 0;
  for (let at = text.indexOf(STREAM); at !== -1; at = text.indexOf(STREAM, end)) {
    const object = text.lastIndexOf('obj\n', at);
    const dictionary = text.slice(object, at);
    // An object without an entry in the cross-reference data was not written by this program, so it is compared
    // unchanged.
    if (object < end) break;
    parts.push(text.slice(end, object));
    if (dictionary.includes('/XRef')) return parts.join('');
    end = object;
    const [, given = ''] = dictionary.split(LENGTH, 2);
    const length = Number.parseInt(given, 10);
    const start = at + STREAM.length;
    if (!(length >= 0)) break;
    const stream = bytes.subarray(start, start + length);
    const content = dictionary.includes('/FlateDecode') ? inflated(stream) : stream;
    parts.push(dictionary.replace(`${LENGTH}${length}`, ''), content.toString('latin1'));
    end = start + stream.length;
  }
  return [...parts, text.slice(end)].join('');
}

/** The content of a compressed stream; a damaged stream is returned unchanged. */
function inflated(stream: Buffer): Buffer {
  try {
    return inflateSync(stream);
  } catch {
    return stream;
  }
}
