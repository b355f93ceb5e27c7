import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflated = promisify(deflate);

/**
 * A stream for the filter FlateDecode; each character of the text is a byte. Node's threads compress it, by a new zlib stream each time:
 * what one gives depends on what it compressed before.
 */
export const compress = (text: string): Promise<Uint8Array> => compressBytes(Buffer.from(text, 'latin1'));

/** The same of bytes. */
export const compressBytes = (bytes: Uint8Array): Promise<Uint8Array> => deflated(bytes);
