import type { TransformOptions } from 'node:stream';
import { constants, createDeflate, type ZlibOptions } from 'node:zlib';

/** Compresses a stream for the filter FlateDecode; each character of the text is a byte. */
export type Compress = (text: string) => Promise<Uint8Array>;

/** Streams that are compressed at a time: Node has as many threads for it. */
const AT_ONCE = 4;

/**
 * Compression in Node's threads, which gives the bytes of zlib's `deflate` with its default settings. That makes a stream of Node's,
 * with its buffers and events, for every call, at a cost of half the work itself; here a few streams are used again and again.
 */
export function createDeflater(): Compress {
  const deflaters: Compress[] = [];
  let turn = 0;
  return (text) => {
    const next = turn++ % AT_ONCE;
    deflaters[next] ??= createOne();
    return deflaters[next](text);
  };
}

/** Each text is finished as it is written, and all that it gives waits to be read at once. */
const OPTIONS: ZlibOptions & Pick<TransformOptions, 'highWaterMark'> = {
  flush: constants.Z_FINISH,
  highWaterMark: Number.MAX_SAFE_INTEGER,
};

/** One stream, which compresses text after text. */
function createOne(): Compress {
  const stream = createDeflate(OPTIONS);
  const compress = (text: string): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      stream.once('error', reject);
      stream.write(Buffer.from(text, 'latin1'), () => {
        stream.off('error', reject);
        resolve(stream.read() as Buffer);
        stream.reset();
      });
    });
  let last: Promise<unknown> = Promise.resolve();
  return (text) => {
    const result = last.then(() => compress(text));
    last = result;
    return result;
  };
}
