import path from 'node:path';
import { DISK, type Files, tooLarge } from './file.ts';

/**
 * The files of a dataset as text or bytes, by path. The paths are relative to the dataset folder and contain forward
 * slashes, such as `events/music.yaml`.
 */
export type DatasetFiles = ReadonlyMap<string, string | Uint8Array>;

/** Creates a source of dataset files from files in memory. The path of the dataset folder is `''`. */
export function filesInMemory(files: DatasetFiles): Files {
  const place = (file: string): string => file.split(path.sep).join('/');
  const below = (folder: string): string[] => {
    const start = `${place(folder)}/`;
    return [...files.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
  };
  return {
    async bytes(file, limit) {
      const content = files.get(place(file));
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      if (bytes !== undefined && bytes.length > limit.maxBytes) throw tooLarge(file, limit);
      return bytes;
    },
    names: async (folder) => [...new Set(below(folder).map((name) => name.split('/')[0] ?? ''))],
    has: async (name) => files.has(place(name)) || below(name).length > 0,
  };
}

/** A file that will be written or removed. */
interface ChangedFile {
  path: string;
  bytes: string | Uint8Array | readonly Uint8Array[];
  remove?: true;
}

function bytesOf({ bytes }: ChangedFile): Uint8Array {
  if (typeof bytes === 'string') return Buffer.from(bytes);
  return bytes instanceof Uint8Array ? bytes : Buffer.concat(bytes);
}

/**
 * Creates a source that returns the files on disk as they will be after the given files have been written or removed.
 */
export function filesAfter(changes: readonly ChangedFile[]): Files {
  const changed = new Map(changes.map((file) => [path.resolve(file.path), file]));
  const namesIn = (folder: string, isRemoved: boolean): string[] =>
    [...changed]
      .filter(
        ([file, { remove = false }]) => remove === isRemoved && path.dirname(file) === path.resolve(folder),
      )
      .map(([file]) => path.basename(file));
  return {
    async bytes(file, limit) {
      const change = changed.get(path.resolve(file));
      return change === undefined ? DISK.bytes(file, limit) : change.remove ? undefined : bytesOf(change);
    },
    async names(folder) {
      const removed = new Set(namesIn(folder, true));
      const others = (await DISK.names(folder)).filter((name) => !removed.has(name));
      return [...new Set([...others, ...namesIn(folder, false)])];
    },
    has: async (place) => {
      const change = changed.get(path.resolve(place));
      return change === undefined ? DISK.has(place) : change.remove !== true;
    },
  };
}
