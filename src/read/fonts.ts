import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontFiles } from '../design/font-files.ts';
import { fontFile, italicFile } from '../design/measures.ts';
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

/** What stands in for characters that a face lacks, by weight, in the order in which it is asked: docs/decisions/fallback-faces.md. */
const SYMBOLS = [
  'NotoSansMath-Regular',
  'NotoSansSymbols-Regular',
  'NotoEmoji-Regular',
  'NotoSansSymbols2-Regular',
];
const FALLBACKS = {
  regular: ['NotoSans-Regular', 'NotoSansArmenian-Regular', 'NotoSansGeorgian-Regular', ...SYMBOLS],
  bold: ['NotoSans-Bold', 'NotoSansArmenian-Bold', 'NotoSansGeorgian-Bold', ...SYMBOLS],
};

/** The font files of a design, which come with the package. */
export async function readFonts(design: Design): Promise<FontFiles> {
  const folder = path.join(packageRoot(), 'fonts');
  const files = new Map<string, Promise<Uint8Array>>();
  const read = (name: string): Promise<Uint8Array> => {
    const file = path.join(folder, `${name}.ttf`);
    const known = files.get(file) ?? readFile(file).catch(refusedAt(file));
    files.set(file, known);
    return known;
  };
  const face = (name: FaceName): Promise<Uint8Array> => read(fontFile(design, name));
  const italic = async (name: FaceName): Promise<[FaceName, Uint8Array][]> => {
    const file = italicFile(design, name);
    return file === undefined ? [] : [[name, await read(file)]];
  };
  const [sans, sansBold, serif, serifBold, regular, bold, italics] = await Promise.all([
    face('sans'),
    face('sansBold'),
    face('serif'),
    face('serifBold'),
    Promise.all(FALLBACKS.regular.map(read)),
    Promise.all(FALLBACKS.bold.map(read)),
    Promise.all((['sans', 'sansBold', 'serif', 'serifBold'] as const).map(italic)),
  ]);
  return {
    sans,
    sansBold,
    serif,
    serifBold,
    italics: Object.fromEntries(italics.flat()),
    fallbacks: { regular, bold },
  };
}
