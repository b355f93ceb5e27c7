import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { LIMITS } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import { hintsFor } from './hints.ts';

/** A part of a zip package, as the central directory describes it. */
interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  /** The offset of the part's local header. */
  offset: number;
}

/** A zip package whose directory has been checked, and whose parts are unpacked on request, in chunks. */
export interface ZipPackage {
  /** The name of the file, for messages. */
  file: string;
  names: readonly string[];
  has(name: string): boolean;
  /**
   * Unpacks a part and passes its bytes to a callback in chunks.
   *
   * @throws UserError if the part is missing, damaged, or longer than the directory states
   */
  read(name: string, onBytes: (bytes: Uint8Array) => void): Promise<void>;
}

/** The limits for a package, and the hint that is shown if the package cannot be read. */
export interface PackageLimits {
  bytes: number;
  parts: number;
  hint: Message;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const END_LOCATOR_64 = 0x07064b50;
const EXTRA_FIELD_64 = 1;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Number of compressed bytes that are unpacked per step; the unpacked bytes are at most about 1,000 times as many. */
const PIECE = 16 * 1024;

/**
 * Opens a zip package. Nothing is unpacked before the whole directory has been read and all sizes are within the
 * limits.
 *
 * @param file name of the file, for messages
 * @param packageLimits the limits for a package that is not an Office file
 * @throws UserError if the package is truncated, encrypted or ambiguous (two parts with the same name, overlapping
 * parts), or unpacks to too much data
 */
export function openZip(bytes: Uint8Array, file: string, packageLimits?: PackageLimits): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hints =
    packageLimits === undefined ? hintsFor(file) : { again: packageLimits.hint, anew: packageLimits.hint };
  const refuse: Refuse = Object.assign((message: Message) => new UserError(message, { file }), hints, {
    part: (code: DamagedPart, { name }: Pick<Entry, 'name'>) =>
      new UserError(messageOf(code, { name: printable(name), hint: hints.again }), { file }),
  });
  const { bytes: most, parts } = packageLimits ?? { bytes: LIMITS.unpackedBytes, parts: LIMITS.zipEntries };
  const entries = directory(view, bytes, refuse, { most, parts });
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    file,
    names: entries.map((entry) => entry.name),
    has: (name) => byName.has(name.toLowerCase()),
    async read(name, onBytes) {
      const entry = byName.get(name.toLowerCase());
      if (entry === undefined) throw refuse(messageOf('zip-part-missing', { name, hint: refuse.again }));
      const packed = packedBytes(view, bytes, entry, refuse);
      await unpack(packed, entry, refuse, onBytes);
    },
  };
}

/** Unpacks a whole part into memory. Use this function only for small parts. */
export async function partBytes(zip: ZipPackage, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await zip.read(name, (piece) => pieces.push(piece.slice()));
  return Buffer.concat(pieces);
}

/** Creates the error for a package or for one of its parts; the properties contain the hints for the user. */
type Refuse = ((message: Message) => UserError) &
  ReturnType<typeof hintsFor> & { part(code: DamagedPart, entry: Pick<Entry, 'name'>): UserError };

type DamagedPart =
  | 'zip-part-twice'
  | 'zip-parts-overlap'
  | `zip-part-${'not-found' | 'longer-than-stated' | 'not-unpackable' | 'cut-off'}`
  | 'zip-method-unknown';

function directory(
  view: DataView,
  bytes: Uint8Array,
  refuse: Refuse,
  { most, parts }: { most: number; parts: number },
): Entry[] {
  const end = endOfDirectory(view);
  if (end === undefined) throw refuse(messageOf('zip-cut-off'));
  const { total, size, start } = directoryBounds(view, end);
  if (start + size > end) throw refuse(messageOf('zip-directory-misplaced', { hint: refuse.again }));
  if (total > parts) throw refuse(messageOf('zip-too-many-parts', { found: total, most: parts }));

  const entries: Entry[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  let at = start;
  for (let index = 0; index < total; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw refuse(messageOf('zip-directory-unreadable', { hint: refuse.again }));
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw refuse(messageOf('zip-directory-unreadable', { hint: refuse.again }));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw refuse(messageOf('zip-encrypted'));
    if (seen.has(name.toLowerCase())) throw refuse.part('zip-part-twice', { name });
    seen.add(name.toLowerCase());
    const entry = { name, method: view.getUint16(at + 10, true), ...sizes(view, at, nameLength) };
    unpacked += entry.unpacked;
    if (unpacked > most)
      throw refuse(messageOf('zip-bomb', { megabytes: most / 1024 / 1024, hint: refuse.anew }));
    entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries, start, refuse);
  return entries;
}

/** The offset of the end-of-directory record, which may be followed by a comment of up to 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (
      view.getUint32(at, true) === END_OF_DIRECTORY &&
      at + 22 + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  return undefined;
}

/**
 * The number of entries, size and offset of the central directory. Programs that stream their output write a 64-bit
 * record even for small files.
 */
function directoryBounds(view: DataView, end: number) {
  const bounds = {
    total: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
  };
  const locator = end - 20;
  if (bounds.start !== 0xffffffff && bounds.total !== 0xffff) return bounds;
  if (locator < 0 || view.getUint32(locator, true) !== END_LOCATOR_64) return bounds;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > locator || view.getUint32(record, true) !== END_OF_DIRECTORY_64) return bounds;
  return {
    total: Number(view.getBigUint64(record + 32, true)),
    size: Number(view.getBigUint64(record + 40, true)),
    start: Number(view.getBigUint64(record + 48, true)),
  };
}

/**
 * The sizes and the offset of a part, read from its directory entry at offset `at` and from the 64-bit extra field, if
 * the entry has one.
 */
function sizes(view: DataView, at: number, nameLength: number) {
  const found = {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  let field = at + 46 + nameLength;
  const end = field + view.getUint16(at + 30, true);
  while (field + 4 <= end) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === EXTRA_FIELD_64) {
      let value = field + 4;
      for (const key of ['unpacked', 'packed', 'offset'] as const) {
        if (found[key] === 0xffffffff && value + 8 <= field + 4 + length && value + 8 <= end) {
          found[key] = Number(view.getBigUint64(value, true));
          value += 8;
        }
      }
    }
    field += 4 + length;
  }
  return found;
}

/**
 * Refuses overlapping parts. With overlapping parts, a small file could unpack to a huge amount of data although no
 * single part is huge.
 */
function refuseOverlaps(entries: readonly Entry[], directoryStart: number, refuse: Refuse): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  inOrder.forEach((entry, index) => {
    const limit = inOrder[index + 1]?.offset ?? directoryStart;
    if (entry.offset + 30 + entry.packed > limit) throw refuse.part('zip-parts-overlap', entry);
  });
}

function packedBytes(view: DataView, bytes: Uint8Array, entry: Entry, refuse: Refuse): Uint8Array {
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL_HEADER)
    throw refuse.part('zip-part-not-found', entry);
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > view.byteLength) throw refuse.part('zip-part-not-found', entry);
  return bytes.subarray(start, start + entry.packed);
}

async function unpack(
  packed: Uint8Array,
  entry: Entry,
  refuse: Refuse,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  let length = 0;
  const receive = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length > entry.unpacked) throw refuse.part('zip-part-longer-than-stated', entry);
    onBytes(bytes);
  };
  if (entry.method === STORED) receive(packed);
  else if (entry.method === DEFLATED) {
    const { Inflate } = await import('fflate/browser');
    const inflate = new Inflate(receive);
    try {
      for (let at = 0; at < packed.length; at += PIECE)
        inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw refuse.part('zip-part-not-unpackable', entry);
    }
  } else throw refuse.part('zip-method-unknown', entry);
  if (length < entry.unpacked) throw refuse.part('zip-part-cut-off', entry);
}

function printable(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}
