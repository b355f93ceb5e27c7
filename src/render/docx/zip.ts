/** The files of a package, compressed, and the zip of them. */

import { once } from 'node:events';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw, deflateRawSync } from 'node:zlib';
// What it has for Node alone, which is not used, loads Node's threads.
import { Zip, type ZipInputFile } from 'fflate/browser';
import type { CompressedFonts } from '../../design/index.ts';
import type { MediaFile } from './media.ts';
import { DOCUMENT, FONTS, fontKey, type Shell } from './shell.ts';

/** A file of the package, compressed. */
export interface PackedFile {
  path: string;
  chunks: readonly Uint8Array<ArrayBuffer>[];
  /** Checksum and size of its content. */
  crc: number;
  size: number;
  /** Whether it is stored as it is: pictures are compressed already. */
  stored?: true;
}

/** Level of compression. */
const LEVEL = { level: 6 } as const;
const deflated = promisify(deflateRaw);

async function packed(path: string, content: Uint8Array): Promise<PackedFile> {
  return { path, chunks: [await deflated(content, LEVEL)], crc: crc32(content), size: content.length };
}

/** So many bytes of an embedded font are mixed with its key. */
const FONT_HEAD = 32;

/**
 * Embedded fonts, in the order of the font table.
 *
 * @param before so many stand before them there
 * @param compressed those that need not be compressed
 */
export function packFonts(
  fonts: readonly Uint8Array[],
  before = 0,
  compressed: CompressedFonts = new Map(),
): Promise<PackedFile[]> {
  return Promise.all(
    fonts.map(async (font, index): Promise<PackedFile> => {
      const number = before + index + 1;
      const head = mixed(font.subarray(0, FONT_HEAD), fontKey(number));
      const rest = font.subarray(FONT_HEAD);
      return {
        path: `${FONTS}font${number}.odttf`,
        chunks: [Uint8Array.of(...STORED, ...head), compressed.get(font) ?? (await deflated(rest, LEVEL))],
        crc: crc32(rest, crc32(head)),
        size: font.length,
      };
    }),
  );
}

/** Deflate's block of bytes that are stored as they are, where it is not the last: the head of a font, which alone differs with its key. */
const STORED = [0, FONT_HEAD, 0, 0xff - FONT_HEAD, 0xff];

/** The head of an embedded font as Word wants it: mixed with the key (ISO/IEC 29500-4, 17.8.1). */
function mixed(head: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  return head.map((byte, index) => byte ^ (mask[index % mask.length] ?? 0));
}

/** Pictures. */
export function packMedia(files: readonly MediaFile[]): Promise<PackedFile[]> {
  return Promise.all(
    files.map(async ({ path, chunks, stored }): Promise<PackedFile> => {
      if (!stored) return packed(path, Buffer.concat(chunks));
      return {
        path,
        chunks: chunks as readonly Uint8Array<ArrayBuffer>[],
        crc: sumOf(chunks),
        size: chunks.reduce((sum, { length }) => sum + length, 0),
        stored,
      };
    }),
  );
}

/** Sums of pictures: the Word files of all languages have the same. */
const sums = new WeakMap<readonly Uint8Array[], number>();

function sumOf(chunks: readonly Uint8Array[]): number {
  const sum = sums.get(chunks) ?? chunks.reduce((crc, chunk) => crc32(chunk, crc), 0);
  sums.set(chunks, sum);
  return sum;
}

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * All parts but the document and the fonts; that which says what the others are comes first. They are short: to hand each to another
 * thread takes longer than to compress it.
 */
export function packParts(parts: Shell['parts']): PackedFile[] {
  const paths = [...parts.keys()].filter((path) => path !== CONTENT_TYPES).sort((a, b) => (a < b ? -1 : 1));
  return [CONTENT_TYPES, ...paths].map((path) => {
    const content = Buffer.from(parts.get(path) ?? '');
    return {
      path,
      chunks: [deflateRawSync(content, LEVEL)],
      crc: crc32(content),
      size: content.length,
    };
  });
}

/** The document with the content of its body, which is never held whole. */
export async function packDocument({ before, after }: Shell, body: Iterable<string>): Promise<PackedFile> {
  const deflate = createDeflateRaw(LEVEL);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  deflate.on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
  const ended = once(deflate, 'end');
  let [crc, size] = [0, 0];
  let taken: Promise<unknown> = Promise.resolve();
  for (const bytes of encoded([[before], body, [after]])) {
    crc = crc32(bytes, crc);
    size += bytes.length;
    // The next bytes are made while zlib is at work on these.
    await taken;
    if (!deflate.write(bytes)) taken = once(deflate, 'drain');
  }
  deflate.end();
  await ended;
  return { path: DOCUMENT, chunks, crc, size };
}

/** Characters that are encoded at a time. */
const CHUNK = 1 << 17;

function* encoded(sources: readonly Iterable<string>[]): Generator<Uint8Array> {
  let text = '';
  for (const source of sources) {
    for (const piece of source) {
      text += piece;
      if (text.length < CHUNK) continue;
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

/** The zip of the files, in their order, in chunks: those of pictures are not copied. The same files give the same bytes. */
export function zipped(files: readonly PackedFile[]): readonly Uint8Array[] {
  const output: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    output.push(chunk);
  });
  for (const { path, chunks, crc, size, stored } of files) {
    // The earliest time that a zip knows.
    const compression = stored ? 0 : 8;
    const file: ZipInputFile = { filename: path, compression, crc, size, mtime: new Date(1980, 0, 1) };
    zip.add(file);
    for (const chunk of chunks) file.ondata?.(null, chunk, false);
    file.ondata?.(null, new Uint8Array(), true);
  }
  zip.end();
  return output;
}
