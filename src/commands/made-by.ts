import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Made, sumOfFile } from '../edition/index.ts';
import { packageRoot } from '../read/index.ts';
import { filesUnder } from './folders.ts';
import { nodeLibraries } from './this-process.ts';

/**
 * Everything, apart from the data, that determines the bytes of outputs: the running code, its fonts, and the libraries
 * in Node.
 */
export async function madeBy(): Promise<Made> {
  installed ??= installedProgram();
  return { ...(await installed), runtime: nodeLibraries() };
}

/** The installation does not change while the program runs, so it is read only once. */
let installed: Promise<Omit<Made, 'runtime'>> | undefined;

async function installedProgram(): Promise<Omit<Made, 'runtime'>> {
  const root = packageRoot();
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const fonts: Record<string, string> = {};
  for (const file of await filesIn(root, 'fonts'))
    if (file.endsWith('.ttf')) fonts[path.basename(file)] = await sumOfFile(path.join(root, file));
  return { program: version, code: await codeSum(root), fonts };
}

/**
 * Packages outside the bundle that affect the bytes of outputs: the renderer of drawings for Word, and the packages
 * that shape text, subset fonts and compress fonts for web pages.
 */
export const BESIDE: readonly string[] = [
  '@resvg/resvg-wasm',
  '@resvg/resvg-wasm/index_bg.wasm',
  'harfbuzzjs/dist/harfbuzz.wasm',
  'harfbuzzjs/dist/harfbuzz-subset.wasm',
  'woff2-encoder',
];

/**
 * A checksum of the running code: of the bundle and the packages outside it or, if the sources run, of the sources and
 * the versions of the packages. V8's code cache does not affect the checksum.
 */
async function codeSum(root: string): Promise<string> {
  const isBundle = path.relative(root, fileURLToPath(import.meta.url)).startsWith('dist');
  const folders = isBundle ? ['dist'] : ['src', 'languages', 'templates'];
  const found = (await Promise.all(folders.map((folder) => filesIn(root, folder)))).flat();
  const files = [
    ...found.filter((file) => !file.endsWith('.code')),
    ...(isBundle ? [] : ['package-lock.json']),
  ];
  const sum = createHash('sha256');
  for (const file of files.sort()) sum.update(`${await sumOfFile(path.join(root, file))}  ${file}\n`);
  const { resolve } = createRequire(import.meta.url);
  for (const name of isBundle ? BESIDE : []) sum.update(`${await sumOfFile(resolve(name))}  ${name}\n`);
  return sum.digest('hex');
}

/**
 * The files in a folder of the package and its subfolders: paths from the root of the package, with forward slashes.
 */
async function filesIn(root: string, folder: string): Promise<string[]> {
  return (await filesUnder(path.join(root, folder))).map((file) => `${folder}/${file}`);
}

/** Human-readable differences between two build environments. */
export function makerDifferences(then: Made, now: Made): string[] {
  return [
    ...(then.program === now.program ? [] : [`program ${then.program}, now ${now.program}`]),
    ...(then.code === now.code ? [] : ['code']),
    ...Object.keys({ ...then.fonts, ...now.fonts })
      .filter((font) => then.fonts[font] !== now.fonts[font])
      .map((font) => `font ${font}`),
    ...Object.keys(then.runtime)
      .filter((name) => then.runtime[name] !== now.runtime[name])
      .map((name) => `${name} ${then.runtime[name]}, now ${now.runtime[name] ?? 'none'}`),
  ];
}
