/** The document of the package, compressed block by block: a build that comes after another compresses only the blocks that changed. */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { Recall } from '../../memo.ts';
import type { Unit } from './body.ts';
import { DOCUMENT, type Shell } from './shell.ts';
import { LEVEL, type PackedFile } from './zip.ts';

/** Blocks that were compressed, by the first bytes that were put into each. */
export type BlockMemory = Recall<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>;

/** Bytes that a block has at least, unless it is the last: the programme of some hundred events is one block. */
const BLOCK = 1 << 20;
/** How far back the deflate format looks, RFC 1951: a block may repeat the end of the one before it, so that to cut costs nothing. */
const WINDOW = 1 << 15;
/** Characters that are encoded at a time, and bytes that one takes at most. */
const CHUNK = 1 << 17;
const MOST_BYTES = 3;
/** Compressed bytes that zlib hands over at a time; those of most blocks. */
const HANDED_OVER = 1 << 17;
/** Blocks that zlib has in hand while the next is made. */
const IN_HAND = 2;

const deflated = promisify(deflateRaw);

/**
 * The document with the content of its body, which is never held whole.
 *
 * @param body units of which a block holds whole ones
 * @param known blocks that were compressed, where these are kept
 */
export async function packDocument(
  { before, after }: Shell,
  body: Iterable<Unit>,
  known?: BlockMemory,
): Promise<PackedFile> {
  const packed: Promise<Uint8Array<ArrayBuffer>>[] = [];
  const inHand: Block[] = [];
  // Blocks are used again: new ones would grow old while they wait for zlib, and be freed late.
  const free: Block[] = [];
  const nextBlock = (): Block => free.pop() ?? new Block(known !== undefined);
  let [crc, size] = [0, 0];
  let window: Uint8Array = new Uint8Array();
  for (const { block, last } of blocksOf(unitsOf(before, body, after), nextBlock)) {
    const { bytes, pieces } = block;
    const earlier = window;
    const make = () => compress(bytes, earlier, last);
    const input = () => [Buffer.from(earlier).toString('latin1'), last, ...pieces];
    const first = pieces.find((piece) => typeof piece !== 'string');
    packed.push(known === undefined || first === undefined ? make() : known.get(first, input, make));
    inHand.push(block);
    crc = crc32(bytes, crc);
    size += bytes.length;
    window = Buffer.from(bytes.subarray(-WINDOW));
    if (inHand.length <= IN_HAND) continue;
    await packed.at(-inHand.length);
    const done = inHand.splice(0, 1);
    for (const block of done) block.clear();
    free.push(...done);
  }
  return { path: DOCUMENT, chunks: await Promise.all(packed), crc, size };
}

/** @param window the bytes before these, as far back as they may look */
function compress(bytes: Uint8Array, window: Uint8Array, last: boolean): Promise<Buffer<ArrayBuffer>> {
  return deflated(bytes, {
    ...LEVEL,
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    chunkSize: HANDED_OVER,
    ...(window.length === 0 ? {} : { dictionary: window }),
  });
}

function* unitsOf(before: string, body: Iterable<Unit>, after: string): Generator<Unit> {
  yield [before];
  yield* body;
  yield [after];
}

/** The units in blocks; where these are cut depends on the bytes alone, whether units come as text or as bytes. */
function* blocksOf(
  units: Iterable<Unit>,
  nextBlock: () => Block,
): Generator<{ block: Block; last: boolean }> {
  let block = nextBlock();
  let text = '';
  const putText = (): void => {
    if (text !== '') block.put(text);
    text = '';
  };
  for (const unit of units) {
    if (block.size + MOST_BYTES * text.length >= BLOCK) putText();
    if (block.size >= BLOCK) {
      yield { block, last: false };
      block = nextBlock();
    }
    if (unit instanceof Uint8Array) {
      putText();
      block.put(unit);
      continue;
    }
    for (const piece of unit) text += piece;
    if (text.length >= CHUNK) putText();
  }
  putText();
  yield { block, last: true };
}

/** Text, or bytes as UTF-8. */
type Piece = string | Uint8Array;

/** Bytes that are compressed as one. */
class Block {
  readonly #keepsPieces: boolean;
  #buffer = Buffer.allocUnsafe(2 * BLOCK);
  size = 0;
  /** What was put in, where that is asked for. */
  pieces: Piece[] = [];

  constructor(keepsPieces: boolean) {
    this.#keepsPieces = keepsPieces;
  }

  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.size);
  }

  put(piece: Piece): void {
    if (this.#keepsPieces) this.pieces.push(piece);
    const isText = typeof piece === 'string';
    const needed = this.size + (isText ? MOST_BYTES : 1) * piece.length;
    if (needed > this.#buffer.length) {
      const grown = Buffer.allocUnsafe(2 * needed);
      this.#buffer.copy(grown, 0, 0, this.size);
      this.#buffer = grown;
    }
    if (isText) this.size += this.#buffer.write(piece, this.size);
    else {
      this.#buffer.set(piece, this.size);
      this.size += piece.length;
    }
  }

  clear(): void {
    this.size = 0;
    this.pieces = [];
  }
}
