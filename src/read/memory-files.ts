import path from 'node:path';
import { type Files, tooLarge } from './file.ts';

/**
 * The files of a dataset as text or bytes, by their paths in its folder with forward slashes, such as
 * `events/music.yaml`.
 */
export type DatasetFiles = ReadonlyMap<string, string | Uint8Array>;

/** Files in memory for the readers of a dataset, with the dataset folder `''`. */
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
