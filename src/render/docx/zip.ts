/** Compresses the files of a package and zips them. */

import { once } from 'node:events';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw, deflateRawSync } from 'node:zlib';
// The default entry for Node also loads worker threads, which are not needed here.
import { Zip, type ZipInputFile } from 'fflate/browser';
import { perObject } from '../../model/index.ts';
import type { MediaFile } from './media.ts';
import type { Parts } from './parts.ts';
import { DOCUMENT, FONTS, fontKey, type Shell } from './shell.ts';

/** A compressed file of the package. */
export interface PackedFile {
  path: string;
  chunks: readonly Uint8Array<ArrayBuffer>[];
  /** CRC-32 checksum and size of the uncompressed content. */
  crc: number;
  size: number;
  /** Whether the file is stored without compression: pictures are compressed already. */
  stored?: true;
}

/** Compression level. */
const LEVEL = { level: 6 } as const;
const deflated = promisify(deflateRaw);

async function packed(path: string, content: Uint8Array): Promise<PackedFile> {
  return { path, chunks: [await deflated(content, LEVEL)], crc: crc32(content), size: content.length };
}

/** Number of bytes of an embedded font that are obfuscated with its key. */
const FONT_HEAD = 32;

/**
 * Obfuscates and compresses embedded fonts, in the order of the font table.
 *
 * @param before number of fonts before these in the font table
 */
export function packFonts(fonts: readonly Uint8Array[], before: number): Promise<PackedFile[]> {
  return Promise.all(
    fonts.map(async (font, index): Promise<PackedFile> => {
      const number = before + index + 1;
      const head = mixed(font.subarray(0, FONT_HEAD), fontKey(number));
      const rest = font.subarray(FONT_HEAD);
      return {
        path: `${FONTS}font${number}.odttf`,
        chunks: [Uint8Array.of(...STORED, ...head), await deflated(rest, LEVEL)],
        crc: crc32(rest, crc32(head)),
        size: font.length,
      };
    }),
  );
}

/**
 * Header of a stored, non-final Deflate block. The block contains the head of a font, which is the only part that
 * depends on the key.
 */
const STORED = [0, FONT_HEAD, 0, 0xff - FONT_HEAD, 0xff];

/** The head of an embedded font, combined with the key by XOR as Word expects (ISO/IEC 29500-4, 17.8.1). */
function mixed(head: Uint8Array, key: string): Uint8Array {
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  return head.map((byte, index) => byte ^ (mask[index % mask.length] ?? 0));
}

/** Compresses or stores pictures. */
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

/** Checksums of pictures, which the Word files of all languages share. */
const sumOf = perObject((chunks: readonly Uint8Array[]) =>
  chunks.reduce((crc, chunk) => crc32(chunk, crc), 0),
);

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Compresses all parts except the document and the fonts. The list of content types comes first. The parts are short:
 * passing each part to another thread would take longer than compressing it.
 */
export function packParts(parts: Parts): PackedFile[] {
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

/** Compresses the document with the content of its body, which is never held in memory as a whole. */
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
    // The next bytes are generated while zlib compresses the previous ones.
    await taken;
    if (!deflate.write(bytes)) taken = once(deflate, 'drain');
  }
  deflate.end();
  await ended;
  return { path: DOCUMENT, chunks, crc, size };
}

/** Number of characters that are encoded at a time. */
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

/** Zips the files in their order, in chunks; pictures are not copied. The same files always produce the same bytes. */
export function zipped(files: readonly PackedFile[]): readonly Uint8Array[] {
  const output: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    output.push(chunk);
  });
  for (const { path, chunks, crc, size, stored } of files) {
    // The earliest date that the zip format supports.
    const compression = stored ? 0 : 8;
    const file: ZipInputFile = { filename: path, compression, crc, size, mtime: new Date(1980, 0, 1) };
    zip.add(file);
    for (const chunk of chunks) file.ondata?.(null, chunk, false);
    file.ondata?.(null, new Uint8Array(), true);
  }
  zip.end();
  return output;
}
