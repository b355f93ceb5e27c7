import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFile } from '../design/measures.ts';
import type { Design, FaceName } from '../design/schema.ts';
import { refusedAt } from '../system-errors.ts';

/** Folder of the package: the nearest one above this module that holds fonts/. */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'fonts'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the fonts of the package are missing');
    folder = parent;
  }
  return folder;
}

/** The font files of a design, which come with the package. */
export async function readFonts(design: Design): Promise<Readonly<Record<FaceName, Uint8Array>>> {
  const folder = path.join(packageRoot(), 'fonts');
  const read = (name: FaceName): Promise<Uint8Array> => {
    const file = path.join(folder, `${fontFile(design, name)}.ttf`);
    return readFile(file).catch(refusedAt(file));
  };
  const [sans, sansBold, serif, serifBold] = await Promise.all([
    read('sans'),
    read('sansBold'),
    read('serif'),
    read('serifBold'),
  ]);
  return { sans, sansBold, serif, serifBold };
}
