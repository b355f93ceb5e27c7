import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

/** Compresses a stream for the filter FlateDecode; each character of the text is a byte. */
export type Compress = (text: string) => Promise<Uint8Array>;

const deflated = promisify(deflate);

/** Compression in Node's threads, by a new zlib stream each time: what one gives depends on what it compressed before. */
export const compress: Compress = (text) => deflated(Buffer.from(text, 'latin1'));
