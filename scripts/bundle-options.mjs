/** The esbuild options for the command line and the public interface. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { namedExports } from './named-exports.mjs';
import { throughEntries } from './through-entries.mjs';
import { dataFiles, lateCrypto, trim } from './trim.mjs';

/** The commit of the sources, followed by a mark if files were changed since; empty outside a repository. */
function commit() {
  const args = ['describe', '--always', '--dirty=-modified', '--exclude=*', '--abbrev=12'];
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

/** The desk is built only if its folder exists. */
export const HAS_DESK = existsSync('src/desk');

/** @type {import('esbuild').BuildOptions} */
export const bundleOptions = {
  entryPoints: { main: 'src/main.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  jsx: 'automatic',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Packages that are loaded only for messages that name characters, for drawings in Word files, and for web pages.
  external: ['unicode-name', '@resvg/resvg-wasm', 'woff2-encoder'],
  // A script has no URL of its own, so the launcher passes one. React and zod only test whether the `performance` and
  // `navigator` objects of browsers exist, but for such a test Node would load twelve modules.
  define: {
    'process.env.NODE_ENV': '"production"',
    'import.meta.url': '__url',
    performance: 'undefined',
    navigator: 'undefined',
    COMMIT: JSON.stringify(commit()),
  },
  // The launcher calls the script as a function (src/launch/programme.ts).
  banner: { js: '(function(require,__url,__use){' },
  footer: { js: '})' },
  plugins: [throughEntries, trim, lateCrypto, dataFiles],
};

/**
 * The esbuild options for the public interface, which consists of ES modules. Code that only some calls need is loaded
 * on demand.
 * @type {import('esbuild').BuildOptions}
 */
export const interfaceOptions = {
  ...bundleOptions,
  entryPoints: {
    index: 'src/package.ts',
    ...(HAS_DESK && { 'desk-server': 'src/desk/open.ts', 'desk-worker': 'src/desk/worker.ts' }),
  },
  format: 'esm',
  splitting: true,
  chunkNames: 'interface-[hash]',
  minifyIdentifiers: false,
  plugins: [...bundleOptions.plugins, namedExports],
  supported: {},
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS packages call `require`, which does not exist in ES modules. Data files are read from the folder of the
  // script.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url),__url=import.meta.url;",
  },
  footer: {},
};

/**
 * The esbuild options for the desk page, which consists of ES modules for recent browsers. The page loads pdf.js and
 * the messages of each language on demand.
 * @type {import('esbuild').BuildOptions}
 */
export const deskOptions = {
  entryPoints: { desk: 'src/desk/page/main.tsx' },
  outdir: 'dist/desk',
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  platform: 'browser',
  target: ['chrome120', 'firefox120', 'safari17.5'],
  format: 'esm',
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};
