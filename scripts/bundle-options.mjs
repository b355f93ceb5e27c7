/** How esbuild bundles the command line. */
import { hyphenationPatterns, trim, yogaFile } from './trim.mjs';

/** @type {import('esbuild').BuildOptions} */
export const bundleOptions = {
  entryPoints: { cli: 'src/main.ts', 'extract-worker': 'src/commands/extract-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  jsx: 'automatic',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Loaded by check alone, by a refusal that names characters, and for drawings in Word; larger than all else together.
  external: ['hunspell-asm', 'unicode-name', '@resvg/resvg-wasm'],
  // A script has no URL of its own: the loader passes one.
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '__url' },
  plugins: [trim, yogaFile, hyphenationPatterns],
};
