import { deflateSync } from 'node:zlib';

/** Level 6 takes a quarter more time for a hundredth less; less memory than zlib's default, for texts as short as a page, less of both. */
export const SETTINGS = { level: 5, memLevel: 7 } as const;

/** A stream for the filter FlateDecode; each character of the text is a byte. */
export const compress = (text: string): Uint8Array => compressBytes(Buffer.from(text, 'latin1'));

/**
 * Compresses bytes. Each call has a zlib stream of its own, since the output of a stream depends on what it compressed before. In Node's thread
 * pool it would take as long, and a whole build a twentieth more CPU time (docs/decisions/speed.md).
 */
export const compressBytes = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, SETTINGS);
