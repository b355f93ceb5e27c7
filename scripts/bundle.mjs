/**
 * Bundles the command line into dist/. main.js is the whole program as a single script, and help.js is the part that
 * prints help. programme.mjs runs these scripts with V8's code cache. The cache for the Node version in use is written
 * as well. docs/decisions/start-up.md gives the reasons. index.js is the public interface as modules, desk-server.js is
 * the server of the desk, desk/ contains the desk page, and desk-worker.js builds the pages of the programme that it
 * shows.
 */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyzeMetafile, build } from 'esbuild';
import { bundleOptions, deskOptions, HAS_DESK, interfaceOptions } from './bundle-options.mjs';

await rm('dist', { recursive: true, force: true });

const {
  outputFiles: [script, ...data],
  metafile,
} = await build({ ...bundleOptions, write: false, metafile: true });
const main = inAscii(namingParts(script.text));
await mkdir('dist/data', { recursive: true });
await writeFile('dist/main.js', main);
for (const { path: file, contents } of data) await writeFile(file, contents);
await build({
  ...bundleOptions,
  entryPoints: { help: 'src/main.ts' },
  plugins: [withoutLateParts(), ...bundleOptions.plugins],
});
await build({
  entryPoints: ['src/launch/programme.ts'],
  outfile: 'dist/programme.mjs',
  bundle: true,
  platform: 'node',
  target: bundleOptions.target,
  format: 'esm',
  define: { PROGRAM: JSON.stringify(hash('sha256', main).slice(0, 16)) },
});
await chmod('dist/programme.mjs', 0o755);
await build(interfaceOptions);
if (HAS_DESK) {
  await build(deskOptions);
  for (const name of ['index.html', 'desk.css']) await cp(`src/desk/page/${name}`, `dist/desk/${name}`);
  await cp('node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', 'dist/desk/pdf.worker.js');
}

/** Adds calls of `__use`, with which the program reports to the launcher the lazily loaded parts that it uses. */
function namingParts(code) {
  const load = /Promise\.resolve\(\)\.then\(\(\)=>(?=\(?(?:[\w$]+\()?([\w$]+)\()/g;
  if (code.match(load) === null) throw new Error('esbuild no longer loads parts in this way');
  return code.replace(load, '__use("$1").then(()=>');
}

/**
 * Omits the lazily loaded modules, which are commands, because the help does not call them.
 * @returns {import('esbuild').Plugin}
 */
function withoutLateParts() {
  return {
    name: 'without-late-parts',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ kind }) => (kind === 'dynamic-import' ? { external: true } : undefined));
    },
  };
}

/**
 * Escapes non-ASCII characters in regular expressions, which esbuild does not escape. If a script contained such a
 * character, V8 would store it with two bytes per character.
 */
function inAscii(code) {
  if (/raw`[^`]*[\u0080-\uffff]/.test(code)) throw new Error('String.raw with a character that is not ASCII');
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// The colour profile for the output intent, which pdfkit reads from its own folder.
await cp('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'dist/data/sRGB_IEC61966_2_1.icc');

// Building the draft in the default formats creates the code cache, and checking the draft adds the code for proofing.
const scratch = await mkdtemp(path.join(tmpdir(), 'programme-'));
for (const command of [['build', '--lang', 'en', '--out', scratch], ['check']])
  execFileSync(process.execPath, ['dist/programme.mjs', ...command], {
    env: { ...process.env, XDG_CACHE_HOME: scratch, LOCALAPPDATA: scratch, HOME: scratch },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
for (const file of await readdir(scratch, { recursive: true }))
  if (file.endsWith('.code'))
    await writeFile(path.join('dist', path.basename(file)), await readFile(path.join(scratch, file)));
await rm(scratch, { recursive: true });

if (process.argv.includes('--sizes')) console.log(await analyzeMetafile(metafile));
