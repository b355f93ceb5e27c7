import { problemLine } from '../errors.ts';
import { DRAFT } from '../model/programme.ts';
import { editionDir } from '../read/dataset.ts';
import { readDesignFolder } from '../read/design.ts';

/**
 * What a draft's look has otherwise than its design file wishes, such as the shade of a pale colour that words have; a line each.
 *
 * @throws UserError when the file is no design
 */
export async function designNotes(data: string, edition: string): Promise<string[]> {
  if (edition !== DRAFT) return [];
  return (await readDesignFolder(editionDir(data, edition))).notes.map(problemLine);
}
