import { deflateSync } from 'node:zlib';

/**
 * Compression settings. Level 6 would take a quarter more time and save a hundredth of the size. With less memory than
 * zlib uses by default, short texts such as pages are compressed faster and to a smaller size.
 */
export const SETTINGS = { level: 5, memLevel: 7 } as const;

/** Compresses a text for the filter FlateDecode; each character is one byte. */
export const compress = (text: string): Uint8Array => compressBytes(Buffer.from(text, 'latin1'));

/**
 * Compresses bytes. Each call uses a new zlib stream, because the output of a stream depends on its earlier input.
 * Node's thread pool would not be faster, and a whole build would take a twentieth more CPU time
 * (docs/decisions/speed.md).
 */
export const compressBytes = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, SETTINGS);
