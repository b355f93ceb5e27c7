import path from 'node:path';
import { DRAFT } from '../model/index.ts';
import { editionDir } from '../read/index.ts';
import { PictureFolder } from './picture-folder.ts';
import { writeFiles } from './write-files.ts';

export interface AddPictureOptions {
  /** Folder of the dataset; `data` by default. */
  data?: string | undefined;
  /** File name of the picture; the name in the dataset is derived from it. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Copies a picture into the folder `pictures/` of the dataset, unless it is there already. No picture is replaced: a
 * different one with the same name gets a number.
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
  const added = await new PictureFolder(data).add(name, bytes);
  if (added.isNew) await writeFiles([{ path: path.join(editionDir(data, DRAFT), added.path), bytes }], data);
  return added.path;
}
