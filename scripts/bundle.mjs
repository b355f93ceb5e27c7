/** Bundles the command line into dist/, so that it starts fast and needs no TypeScript at run time. */
import { cp, rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { programme: 'src/cli.ts', 'extract-worker': 'src/commands/extract-worker.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
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
  alias: { '@react-pdf/font': './scripts/trim/font.mjs' },
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some dependencies are CommonJS and ask for Node's own modules with require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});

// pdfkit reads the colour profile of the output intent from beside its own file.
await cp('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'dist/data/sRGB_IEC61966_2_1.icc');
if (process.argv.includes('--sizes')) {
  const { analyzeMetafile } = await import('esbuild');
  console.log(await analyzeMetafile(metafile));
}
