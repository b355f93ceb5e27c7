import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';

/**
 * Content of a file: text, bytes, or chunks of bytes. Chunks are never concatenated, because a file with many pictures
 * can be hundreds of megabytes in size.
 */
export type Content = string | Uint8Array | readonly Uint8Array[];

const chunksOf = (content: Content): readonly (string | Uint8Array)[] =>
  typeof content === 'string' || content instanceof Uint8Array ? [content] : content;

/** Size in bytes. */
export const sizeOf = (content: Content): number =>
  chunksOf(content).reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);

/** The content as bytes; use only for small content, because chunks are concatenated. */
export const bytesOf = (content: Content): Buffer =>
  Buffer.concat(chunksOf(content).map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));

/** SHA-256 checksum, hexadecimal. */
export function sha256Of(content: Content): string {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(content)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Writes a file.
 *
 * @param finish called with the file handle after the content is written
 */
export function writeFileOf(
  file: string,
  content: Content,
  flags = 'w',
  finish: (handle: number) => void = () => {},
): void {
  const handle = openSync(file, flags);
  try {
    for (const chunk of chunksOf(content)) writeFileSync(handle, chunk);
    finish(handle);
  } finally {
    closeSync(handle);
  }
}
