/** Reads the pictures that a list names from the folder of the list. */
import type { Dirent } from 'node:fs';
import path from 'node:path';
import { type Problem, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { LIMITS, type PicturePath, valueAt } from '../model/index.ts';
import { readBytes } from '../read/index.ts';
import type { Workbook } from '../read/sheet/index.ts';
import { picturesOfCell } from '../read/table-import/index.ts';
import { messageOf } from './messages.ts';
import { entriesIn, PICTURE_FILE, PictureFolder } from './picture-folder.ts';

/** A picture with its path in the dataset; if it still has to be copied there, also with its bytes. */
export interface FoundPicture {
  path: PicturePath;
  bytes?: Uint8Array;
}

/**
 * The pictures that cells of a list name, by name. If a picture cannot be used, the reason is given instead. Pictures
 * that were not found are not included.
 */
export type ListedPictures = ReadonlyMap<string, FoundPicture | Problem>;

/**
 * Reads the pictures that cells of a workbook name, from the folder of the workbook or its subfolders.
 *
 * @param data folder of the dataset; undefined for a new dataset
 */
export async function picturesBeside(
  { sheets }: Workbook,
  file: string,
  data?: string,
): Promise<ListedPictures> {
  const texts = new Set(
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))),
  );
  const names = new Set([...texts].flatMap(picturesOfCell).map((picture) => picture.file));
  const found = new Map<string, FoundPicture | Problem>();
  if (names.size === 0) return found;
  const placeOf = filesBeside(path.dirname(file));
  const folder = new PictureFolder(data);
  let size = 0;
  const read = async (name: string): Promise<FoundPicture | Problem | undefined> => {
    const place = placeOf(name);
    if (typeof place === 'object') return place;
    if (place === undefined) {
      const beside = folder.find(path.posix.basename(name));
      return beside === undefined ? undefined : { path: beside };
    }
    const bytes = await readBytes(place, PICTURE_FILE);
    size += bytes.length;
    if (size > LIMITS.allPicturesBytes) throw new UserError(messageOf('listed-pictures-too-large'));
    const added = await folder.add(path.basename(place), bytes);
    return { path: added.path, ...(added.isNew && { bytes }) };
  };
  for (const name of names) {
    const picture = await read(name).catch(unusable(name));
    if (picture !== undefined) found.set(name, picture);
  }
  return found;
}

/** Converts an error that occurred while a picture was read into a problem. */
function unusable(name: string): (error: unknown) => Problem {
  return (error) => {
    const [problem] = error instanceof UserError ? error.problems : [];
    if (problem === undefined) throw error;
    const { code, parameters, message, hint } = problem;
    const why = code === undefined || parameters === undefined ? message : { code, parameters, message };
    return { ...messageOf('picture-unusable', { name, why }), ...(hint !== undefined && { hint }) };
  };
}

/**
 * Returns a function that finds a file in the folder of a list: its path, or the reason why it is not read; undefined
 * if the file does not exist. Links are not followed, so that no file outside the folder is read.
 */
function filesBeside(folder: string): (name: string) => string | Message | undefined {
  /** Folder entries, keyed by folder and name; the names are also included in lower case. */
  const entries = new Map<string, ReadonlyMap<string, Dirent>>();
  const plain = (name: string): string => name.normalize('NFC').toLowerCase();
  const entry = (place: string, name: string): Dirent | undefined => {
    const inFolder = valueAt(entries, place, () => {
      const all = entriesIn(place);
      return new Map([...all.map((one) => [plain(one.name), one] as const), ...all.map(byName)]);
    });
    return inFolder.get(name) ?? inFolder.get(plain(name));
  };
  return (name) => {
    const parts = name.replaceAll('\\', '/').split('/');
    if (/^(?:[a-z][a-z\d+.-]+:|\/\/|www\.)/i.test(name)) return messageOf('picture-on-web', { name });
    if (parts.includes('..') || /^(?:[a-z]:|\\\\)/i.test(name)) return messageOf('picture-outside', { name });
    // Lists that were exported from websites can contain paths such as /assets/choir.jpg.
    let place = folder;
    let isFile = false;
    for (const part of parts.filter((one) => one !== '.' && one !== '')) {
      const found: Dirent | undefined = isFile ? undefined : entry(place, part);
      if (found === undefined) return undefined;
      if (found.isSymbolicLink()) return messageOf('picture-is-link', { name });
      place = path.join(place, found.name);
      isFile = !found.isDirectory();
    }
    return isFile ? place : undefined;
  };
}

const byName = (entry: Dirent): [string, Dirent] => [entry.name, entry];
