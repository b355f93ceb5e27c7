/**
 * What is printed, as JSON for the peers: the project's own format-neutral document, read and built by its own sources. So every
 * peer prints the same texts, and none pays for reading YAML, validating, numbering or gathering the indexes.
 */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');

/** A function that gives the document of a dataset folder. */
export async function documentReader(work) {
  const { build } = await import(pathToFileURL(path.join(root, 'node_modules/esbuild/lib/main.js')).href);
  const bundle = path.join(work, 'document-of.cjs');
  await build({
    stdin: {
      contents: `export { readProgrammeFolder } from './src/read/dataset.ts';
export { buildDocument } from './src/document/build.ts';`,
      resolveDir: root,
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  const { readProgrammeFolder, buildDocument } = createRequire(import.meta.url)(bundle);
  return async (folder) => {
    const programme = await readProgrammeFolder(folder, 'draft');
    return buildDocument(programme, programme.config.language);
  };
}

/** How often each event's code is printed: in its row and in each line of an index. */
export function codesIn(document) {
  const counts = new Map();
  for (const [code] of JSON.stringify(document.sections).matchAll(/\bE\d{6}\b/g))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

export async function writeDocument(document, file) {
  await writeFile(file, JSON.stringify(document));
}
