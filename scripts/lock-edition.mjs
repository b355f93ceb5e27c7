/**
 * Writes the lock of an edition that was published before `freeze` existed, or anew after the templates changed:
 * `node scripts/lock-edition.mjs 1`. The published words are not touched; the sums say what the program makes of them today.
 */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const edition = process.argv[2] ?? '1';
const bundle = path.resolve('node_modules/.lock-edition.mjs');
await build({
  stdin: {
    contents: `export { lockOf } from './src/commands/freeze.ts';
export { allFiles } from './src/edition/files.ts';
export { lockText } from './src/edition/lock.ts';
export { readProgramme } from './src/read/dataset.ts';`,
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  outfile: bundle,
  logLevel: 'warning',
});
const { allFiles, lockOf, lockText, readProgramme } = await import(pathToFileURL(bundle).href);
const folder = `data/editions/${edition}`;
const files = (await allFiles(folder)).map(({ file, bytes }) => ({ path: file, bytes }));
const { lock } = await lockOf(await readProgramme('data', edition), null, files, '');
await writeFile(`${folder}/edition.lock.json`, lockText(lock));
await rm(bundle);
