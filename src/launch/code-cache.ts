/**
 * Stores V8's code cache for the program in files, so that later runs need not compile the same code again.
 * docs/decisions/start-up.md states the reasons.
 *
 * A file ends with the names of the parts of the program that were used, the length of V8's data (4 bytes) and a
 * checksum (4 bytes), because V8 does not verify its data and crashes if the data is damaged.
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
  /** V8's code cache data. */
  code: Buffer;
  /** Names of the parts of the program that were used when the cache was made. */
  parts: readonly string[];
}

/** Maximum number of cache files in a folder, which is enough for a few versions of the program and of Node. */
const MAX_FILES = 8;
/** Age in milliseconds at which an incomplete file is considered abandoned. */
const ABANDONED = 3_600_000;
const COMPLETE = '.code';
const INCOMPLETE = '.new';
const TRAILER = 8;

/**
 * Reads a code cache from a folder by its name.
 *
 * @returns undefined if there is no cache with this name, or if it is damaged
 */
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
 * Writes a code cache atomically, so that other runs see either the whole cache or nothing, and removes the oldest
 * caches.
 *
 * @throws errors from the file system
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
  const old = files.filter(({ file }) => file.endsWith(COMPLETE)).slice(MAX_FILES);
  const abandoned = files.filter(
    ({ file, written }) => file.endsWith(INCOMPLETE) && written < now - ABANDONED,
  );
  for (const { file } of [...old, ...abandoned]) rmSync(file, { force: true });
}

/**
 * The folder for code caches of the current user.
 *
 * @param make whether to create the folder if it is missing
 * @returns undefined if there is no folder to which only this user can write; this matters because the content of the
 *   folder is executed
 */
export function codeCacheFolder(env: NodeJS.ProcessEnv, make: boolean): string | undefined {
  try {
    const caches = userCaches(env);
    if (caches === undefined || !path.isAbsolute(caches)) return undefined;
    if (!isOwn(existsSync(caches) ? caches : path.dirname(caches))) return undefined;
    const folder = path.join(caches, 'programme');
    // Folders are not created recursively: in Node, a recursive mkdir never returns on file systems in which folders
    // cannot be created, such as /proc.
    if (make) for (const each of [caches, folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    const found = lstatSync(folder);
    const isPrivate = !HAS_OWNERS || (found.uid === process.getuid?.() && (found.mode & 0o777) === 0o700);
    return found.isDirectory() && isPrivate ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** The user's cache folder according to the conventions of the operating system. */
function userCaches({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === 'win32') return LOCALAPPDATA;
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || path.join(homedir(), '.cache');
}

/** False on Windows, where the folders of a user are protected by other means. */
const HAS_OWNERS = process.getuid !== undefined;

/** Whether the user owns a folder, and other users cannot write to it. */
function isOwn(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return !HAS_OWNERS || (uid === process.getuid?.() && (mode & 0o002) === 0);
}
