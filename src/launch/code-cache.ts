/**
 * V8's code cache of the program in files: what a run compiled, so that later runs need not. docs/decisions/start-up.md has why.
 *
 * A file ends with the names of the parts of the program that were used, the length of V8's data (4 bytes) and a checksum (4 bytes): V8
 * itself checks none and crashes on damaged data.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';

export interface CodeCache {
  /** V8's data. */
  code: Buffer;
  /** Names of the parts of the program that were used when it was made. */
  parts: readonly string[];
}

/** Files that a folder may hold: for a few versions of the program and of Node. */
const MOST_FILES = 8;
/** Age at which a file that is not complete was abandoned, milliseconds. */
const ABANDONED = 3_600_000;
const COMPLETE = '.code';
const INCOMPLETE = '.new';
const TRAILER = 8;

/** The code cache with a name in a folder; undefined where there is none, or one that is damaged. */
export function readCodeCache(folder: string, name: string): CodeCache | undefined {
  try {
    const bytes = readFileSync(path.join(folder, name + COMPLETE));
    const end = bytes.length - TRAILER;
    if (bytes.readUInt32LE(end + 4) !== crc32(bytes.subarray(0, -4))) return undefined;
    const length = bytes.readUInt32LE(end);
    return { code: bytes.subarray(0, length), parts: bytes.toString('latin1', length, end).split('\n') };
  } catch {
    return undefined;
  }
}

/**
 * Writes a code cache, so that other runs see all of it or nothing, and removes the oldest ones.
 *
 * @throws what the file system throws
 */
export function writeCodeCache(folder: string, name: string, { code, parts }: CodeCache): void {
  const bytes = Buffer.concat([code, Buffer.from(parts.join('\n'), 'latin1'), Buffer.alloc(TRAILER)]);
  bytes.writeUInt32LE(code.length, bytes.length - TRAILER);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
  const file = path.join(folder, name);
  const incomplete = `${file}.${process.pid}${INCOMPLETE}`;
  try {
    writeFileSync(incomplete, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(incomplete, file + COMPLETE);
  } catch (error) {
    rmSync(incomplete, { force: true });
    throw error;
  }
  removeOld(folder);
}

function removeOld(folder: string): void {
  const files = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, written: lstatSync(file).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  const now = files[0]?.written ?? 0;
  const old = files.filter(({ file }) => file.endsWith(COMPLETE)).slice(MOST_FILES);
  const abandoned = files.filter(
    ({ file, written }) => file.endsWith(INCOMPLETE) && written < now - ABANDONED,
  );
  for (const { file } of [...old, ...abandoned]) rmSync(file, { force: true });
}

/**
 * The folder for code caches of the user who runs this; undefined where there is none that this user alone can write to, since what is in
 * it is run.
 *
 * @param make whether to make the folder where it is missing
 */
export function codeCacheFolder(env: NodeJS.ProcessEnv, make: boolean): string | undefined {
  try {
    const caches = userCaches(env);
    if (caches === undefined || !path.isAbsolute(caches)) return undefined;
    if (!isOwn(existsSync(caches) ? caches : path.dirname(caches))) return undefined;
    const folder = path.join(caches, 'programme');
    // Not recursive: Node never comes back from that where a system refuses folders, as /proc does.
    if (make) for (const each of [caches, folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    const found = lstatSync(folder);
    const isPrivate = !HAS_OWNERS || (found.uid === process.getuid?.() && (found.mode & 0o777) === 0o700);
    return found.isDirectory() && isPrivate ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Where the programs of a user keep what they can make again, by the conventions of the system. */
function userCaches({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === 'win32') return LOCALAPPDATA;
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || path.join(homedir(), '.cache');
}

/** Windows protects the folders of a user by other means. */
const HAS_OWNERS = process.getuid !== undefined;

/** Whether a folder is the user's own, and not one that all may write to. */
function isOwn(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return !HAS_OWNERS || (uid === process.getuid?.() && (mode & 0o002) === 0);
}
