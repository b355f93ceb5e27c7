/**
 * Bundles the command line into dist/, so that it starts fast and needs no TypeScript at run time: the sources are bundled and
 * split by what is loaded together, each chunk becomes a script that dist/programme.mjs compiles, and V8's code cache of the scripts
 * is kept beside them. docs/decisions/start-up.md has the figures.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { analyzeMetafile, build, transform } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';

await rm('dist', { recursive: true, force: true });

const { outputFiles, metafile } = await build({ ...bundleOptions, write: false, metafile: true });
await cp('scripts/launch', 'dist', { recursive: true });
// pdfkit reads the colour profile of the output intent from beside its own file.
await cp('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'dist/data/sRGB_IEC61966_2_1.icc');
// What Word files hold of the fonts (src/render/docx/zip.ts) is compressed once, here: without their first 32 bytes.
await mkdir('dist/compressed');
for (const name of ['PTSans-Regular', 'PTSans-Bold', 'PTSerif-Regular', 'PTSerif-Bold']) {
  const font = await readFile(`fonts/${name}.ttf`);
  await writeFile(`dist/compressed/${name}.deflate`, deflateRawSync(font.subarray(32)));
}
for (const { path: file, text } of outputFiles) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
  });
  await writeFile(
    path.join('dist', path.basename(file)),
    `(function(exports,require,module,__load,__late,__url){${inAscii(code)
      .replace(/__toESM\(require\("\.\/([^"]+)"\)\)/g, '__late("$1")')
      .replace(/require\("\.\/([^"]+)"\)/g, '__load("$1")')}\n})`,
  );
}

/** esbuild leaves other characters in patterns alone; a text with one of them takes V8 two bytes a character. */
function inAscii(code) {
  if (/raw`[^`]*[\u0080-\uffff]/.test(code)) throw new Error('String.raw with a character that is not ASCII');
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// The small scripts that a build of the draft loads, in the formats that are built where none is asked for, are put together in one;
// and what it compiles is compiled once, here. Without the caches everything works, only slower.
const scratch = await mkdtemp(path.join(tmpdir(), 'programme-'));
for (const script of ['put-together.mjs', 'keep-code.mjs'])
  execFileSync(process.execPath, [`scripts/${script}`, 'build', '--lang', 'en', '--out', scratch], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
await rm(scratch, { recursive: true });

if (process.argv.includes('--sizes')) console.log(await analyzeMetafile(metafile));
