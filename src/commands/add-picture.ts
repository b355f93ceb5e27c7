import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { DRAFT, LIMITS } from '../model/index.ts';
import { editionDir, readBytesIfThere, tooLarge } from '../read/index.ts';
import { loadPictures } from '../read/picture/index.ts';
import { refusalOf } from '../system-errors.ts';
import { isDevice, slug, uniqueNames } from '../text/index.ts';
import { messageOf } from './messages.ts';
import { writeFiles } from './write-files.ts';

export interface AddPictureOptions {
  /** Folder of the dataset; `data` by default. */
  data?: string | undefined;
  /** File name of the picture; the name in the dataset is derived from it. */
  name: string;
  bytes: Uint8Array;
}

/** Folder of the pictures in a dataset. */
const PICTURES = 'pictures';
const EXTENSIONS = { jpeg: 'jpg', png: 'png', svg: 'svg' } as const;
const PICTURE_FILE = { maxBytes: LIMITS.pictureFileBytes, hint: messageOf('picture-too-large') };

/**
 * Copies a picture into the folder `pictures/` of the dataset, unless it is there already. No other picture is
 * replaced: a second one with the same name gets a number.
 *
 * @returns its path in the dataset, such as `pictures/mayor.jpg`
 * @throws UserError if it is not a picture, is damaged or too large, or cannot be written
 *
 * @example
 * ```ts
 * import { addPicture } from 'programme';
 *
 * const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
 * console.log(await addPicture({ name: 'The arms.svg', bytes: Buffer.from(drawing) })); // pictures/the-arms.svg
 * ```
 */
export async function addPicture({ data = 'data', name, bytes }: AddPictureOptions): Promise<string> {
  if (bytes.length > PICTURE_FILE.maxBytes) throw tooLarge(name, PICTURE_FILE);
  const { pictureOf } = await loadPictures();
  const { format } = await named(name, () => pictureOf(Buffer.from(bytes), name));
  const folder = path.join(editionDir(data, DRAFT), PICTURES);
  const words = slug(path.parse(name).name) || 'picture';
  const stem = isDevice(words) ? `${words}-picture` : words;
  const taken = namesIn(folder).map((one) => path.parse(one).name);
  // A name is free if no picture of any format has it.
  const [free = stem] = uniqueNames([stem], taken);
  const file = `${stem}.${EXTENSIONS[format]}`;
  const same = taken.includes(stem) && (await readBytesIfThere(path.join(folder, file), PICTURE_FILE));
  if (same && Buffer.from(same).equals(bytes)) return `${PICTURES}/${file}`;
  const fresh = `${free}.${EXTENSIONS[format]}`;
  await writeFiles([{ path: path.join(folder, fresh), bytes }], data);
  return `${PICTURES}/${fresh}`;
}

async function named<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.problems.map((problem) => ({ ...problem, at: { ...problem.at, file } })));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // The folder is created with the first picture.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw refusalOf(error, folder);
  }
}
