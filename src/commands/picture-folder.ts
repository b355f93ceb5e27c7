import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { withProblems } from '../errors.ts';
import { DRAFT, LIMITS, type PicturePath } from '../model/index.ts';
import { editionDir, readBytes, tooLarge } from '../read/index.ts';
import { loadPictures } from '../read/picture/index.ts';
import { refusalOf } from '../system-errors.ts';
import { isDevice, slug, uniqueNames } from '../text/index.ts';
import { messageOf } from './messages.ts';
import { writeFiles } from './write-files.ts';

const PICTURES = 'pictures';
const EXTENSIONS = { jpeg: 'jpg', png: 'png', svg: 'svg' } as const;
export const PICTURE_FILE = { maxBytes: LIMITS.pictureFileBytes, hint: messageOf('picture-too-large') };

/**
 * The pictures in a dataset, and the pictures to be added to it. No picture is ever replaced: if the name of a new
 * picture is already used, a number is added to the new name.
 */
export class PictureFolder {
  readonly #folder: string | undefined;
  /** Paths of all pictures; for a picture that has not been written yet, also its bytes. */
  readonly #pictures: Map<PicturePath, Uint8Array | undefined>;

  /** @param data folder of the dataset; undefined for a new dataset */
  constructor(data: string | undefined) {
    this.#folder = data === undefined ? undefined : editionDir(data, DRAFT);
    // The folder is created when the first picture is written.
    const entries = this.#folder === undefined ? [] : entriesIn(path.join(this.#folder, PICTURES));
    this.#pictures = new Map(entries.map(({ name }) => [`${PICTURES}/${name}`, undefined]));
  }

  /**
   * Adds a picture under a name derived from its file name.
   *
   * @returns `path`, such as `pictures/mayor.jpg`, and `isNew`: whether the dataset did not contain the picture yet
   * @throws UserError if the file is not a picture, is damaged or is too large
   */
  async add(name: string, bytes: Uint8Array): Promise<{ path: PicturePath; isNew: boolean }> {
    if (bytes.length > PICTURE_FILE.maxBytes) throw tooLarge(name, PICTURE_FILE);
    const { pictureOf } = await loadPictures();
    const { format } = await withProblems(pictureOf(Buffer.from(bytes), name), (problem) => ({
      ...problem,
      at: { ...problem.at, file: name },
    }));
    const stem = stemOf(name);
    const extension = EXTENSIONS[format];
    for (const [found, added] of this.#pictures) {
      if (!isNumbered(path.basename(found), stem, extension)) continue;
      const known = added ?? (await readBytes(path.join(this.#folder ?? '', found), PICTURE_FILE));
      if (Buffer.from(known).equals(bytes)) return { path: found, isNew: added !== undefined };
    }
    // A name is free if no picture in any format has it.
    const taken = [...this.#pictures.keys()].map((file) => path.parse(file).name);
    const [free = stem] = uniqueNames([stem], taken);
    const added = `${PICTURES}/${free}.${extension}`;
    this.#pictures.set(added, bytes);
    return { path: added, isNew: true };
  }

  /** The picture of the dataset that matches a file name. */
  find(name: string): PicturePath | undefined {
    const extension = path.extname(name).slice(1).toLowerCase().replace('jpeg', 'jpg');
    const wanted = [`${PICTURES}/${name}`, `${PICTURES}/${stemOf(name)}.${extension}`];
    return wanted.find((file) => this.#pictures.has(file));
  }
}

function stemOf(name: string): string {
  const words = slug(path.parse(name).name) || 'picture';
  return isDevice(words) ? `${words}-picture` : words;
}

/** Whether a file name consists of a stem, an optional number and the extension: `mayor.jpg`, `mayor-2.jpg`. */
function isNumbered(file: string, stem: string, extension: string): boolean {
  return (
    file.startsWith(stem) &&
    /^(?:-\d+)?\.[a-z]+$/.test(file.slice(stem.length)) &&
    file.endsWith(`.${extension}`)
  );
}

/** The entries of a folder; empty if there is no such folder. */
export function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw refusalOf(error, folder);
  }
}

export interface AddPictureOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the picture file, from which the name in the dataset is derived. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Copies a picture into the folder `pictures/` of the dataset, unless it is already there. No picture is ever replaced:
 * if a different picture has the same name, a number is added to the name.
 *
 * @returns its path in the dataset, such as `pictures/mayor.jpg`
 * @throws UserError if the file is not a picture, is damaged or too large, or cannot be written
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
  const added = await new PictureFolder(data).add(name, bytes);
  if (added.isNew) await writeFiles([{ path: path.join(editionDir(data, DRAFT), added.path), bytes }], data);
  return added.path;
}
