import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DEFAULT_DESIGN,
  type Design,
  type FaceName,
  type FontFiles,
  fontFile,
  isOwnFont,
  italicFile,
  ownFonts,
  type StandIn,
} from '../design/index.ts';
import { LIMITS, valueAt } from '../model/index.ts';
import { refusedAt } from '../system-errors.ts';
import { DISK, type FileLimit, type Files, readBytes } from './file.ts';
import { messageOf } from './messages.ts';

/** Returns the root folder of the package: the nearest folder above this module that contains fonts/. */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'fonts'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the fonts of the package are missing');
    folder = parent;
  }
  return folder;
}

/**
 * The faces that are used for characters missing from a font, keyed by weight, in order of preference (see
 * docs/decisions/fallback-faces.md).
 */
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

const FACES: readonly FaceName[] = ['sans', 'sansBold', 'serif', 'serifBold'];

/** The size limit for the publisher's own font files. */
const OWN_FILE: FileLimit = { maxBytes: LIMITS.fontFileBytes, hint: messageOf('take-smaller-font') };

/**
 * Reads the font files of a design from the package and from the folder of the dataset or edition.
 *
 * @param dir the folder of the dataset or edition; required if the design names the publisher's own font files
 * @param elsewhere the paths of font files outside that folder, keyed by their names in the design
 * @throws UserError if a file is missing or too large
 */
export async function readFonts(
  design: Design,
  dir = '.',
  elsewhere: ReadonlyMap<string, string> = new Map(),
  source: Files = DISK,
): Promise<FontFiles> {
  const files = new Map<string, Promise<Uint8Array>>();
  const pathOf = (name: string): string =>
    isOwnFont(name) ? (elsewhere.get(name) ?? ownPath(dir, name)) : programPath(name);
  const read = (name: string): Promise<Uint8Array> => {
    const file = pathOf(name);
    return valueAt(files, file, () =>
      isOwnFont(name) ? readBytes(file, OWN_FILE, source) : readFile(file).catch(refusedAt(file)),
    );
  };
  const face = async (name: FaceName) => [name, await read(fontFile(design, name))] as const;
  const italic = async (name: FaceName): Promise<[FaceName, Uint8Array][]> => {
    const file = italicFile(design, name);
    return file === undefined ? [] : [[name, await read(file)]];
  };
  const { fonts = [] } = design;
  const publisherFonts = [...ownFonts(design)].map(async ([file, family]) => ({
    file,
    path: pathOf(file),
    family,
    bytes: await read(file),
  }));
  const { sans, serif } = DEFAULT_DESIGN.faces;
  const [faces, named, italics, checked, standIns] = await Promise.all([
    Promise.all(FACES.map(face)),
    Promise.all(fonts.map((family) => readFamily(family, read))),
    Promise.all(FACES.map(italic)),
    Promise.all(publisherFonts),
    publisherFonts.length === 0
      ? {}
      : { sans: await readFamily(sans, read), serif: await readFamily(serif, read) },
  ]);
  return {
    ...(Object.fromEntries(faces) as Record<FaceName, Uint8Array>),
    italics: Object.fromEntries(italics.flat()),
    publisherFonts: checked,
    standIns,
    fallbacks: (weight) => [...named.map((family) => family[weight]), ...FALLBACKS[weight].map(fallback)],
    harfbuzz,
  };
}

const modules = new Map<string, WebAssembly.Module>();

/** Loads a module of the harfbuzzjs package on first use, because most documents do not need it. */
function harfbuzz(name: Parameters<FontFiles['harfbuzz']>[0]): WebAssembly.Module {
  const { resolve } = createRequire(import.meta.url);
  return valueAt(
    modules,
    name,
    () => new WebAssembly.Module(readFileSync(resolve(`harfbuzzjs/dist/${name}.wasm`))),
  );
}

type ReadFont = (name: string) => Promise<Uint8Array>;

async function readFamily(
  { family, regular, bold }: Design['faces']['sans'],
  read: ReadFont,
): Promise<StandIn> {
  return { family, regular: await read(regular), bold: await read(bold) };
}

/** The path of a font file that comes with the program. */
const programPath = (name: string): string => path.join(packageRoot(), 'fonts', `${path.basename(name)}.ttf`);

const fallbackFiles = new Map<string, Uint8Array>();

/** Reads a fallback font on first use, because most documents do not need it. */
function fallback(name: string): Uint8Array {
  return valueAt(fallbackFiles, name, () => readFileSync(programPath(name)));
}

/** The path of one of the publisher's own font files. */
export const ownPath = (dir: string, file: string): string => path.join(dir, 'fonts', path.basename(file));
