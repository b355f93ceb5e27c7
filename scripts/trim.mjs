/**
 * Parts of dependencies that the bundle leaves out, because no document reaches them, so that runs start faster (docs/decisions/start-up.md).
 * Calling one is a fault of the program and says so.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const REACT_PDF_TEXT = 'text is set by src/typeset, in leaves; react-pdf sets none';

/** Package, who imports it, the names that are imported from it, and why it is never called. */
const ABSENT = [
  { name: '@react-pdf/font', from: '@react-pdf/renderer', exports: ['default'], why: REACT_PDF_TEXT },
  {
    name: '@react-pdf/textkit',
    from: '@react-pdf/layout',
    exports: [
      'default',
      'bidi',
      'fontSubstitution',
      'fromFragments',
      'justification',
      'linebreaker',
      'scriptItemizer',
      'textDecoration',
      'wordHyphenation',
    ],
    why: REACT_PDF_TEXT,
  },
  {
    name: '@react-pdf/image',
    from: '@react-pdf/layout',
    exports: ['default'],
    why: 'no template has images',
  },
  { name: 'fontkit', from: 'pdfkit', exports: ['create'], why: 'fonts are read by src/typeset/truetype.ts' },
  {
    name: 'linebreak',
    from: 'pdfkit',
    exports: ['default'],
    why: 'lines are broken by src/typeset/break-lines.ts',
  },
  { name: 'png-js', from: 'pdfkit', exports: ['default'], why: 'no template has images' },
  {
    name: '@noble/ciphers/aes',
    from: 'pdfkit',
    exports: ['cbc', 'ecb'],
    why: 'archival files are not encrypted',
  },
  {
    name: 'node:child_process',
    from: 'commander',
    exports: ['default'],
    why: 'no command is a program of its own',
  },
  { name: 'brotli/decompress.js', from: 'fontkit', exports: ['default'], why: 'fonts are TTF, not WOFF2' },
];

/** react-pdf ships a reconciler for each generation of React: only that of the pinned React is bundled. */
const RECONCILER = path.resolve('node_modules/@react-pdf/reconciler/lib/reconciler-33.js');

/** esbuild plugin that leaves them out. */
export const trim = {
  name: 'trim',
  setup(build) {
    build.onResolve({ filter: /^@react-pdf\/reconciler$/ }, () => ({ path: RECONCILER }));
    for (const absent of ABSENT) {
      const filter = new RegExp(`^${absent.name.replaceAll('/', '\\/').replaceAll('.', '\\.')}$`);
      build.onResolve({ filter }, ({ importer }) =>
        importer.includes(`node_modules/${absent.from}/`)
          ? { path: `${absent.from}>${absent.name}`, namespace: 'absent' }
          : undefined,
      );
    }
    build.onLoad({ filter: /./, namespace: 'absent' }, ({ path: key }) => {
      const { name, exports, why } = ABSENT.find((absent) => `${absent.from}>${absent.name}` === key);
      const body = exports.map((each) =>
        each === 'default' ? 'export default absent;' : `export { absent as ${each} };`,
      );
      return {
        // Two are called once at load: the font store is created, the layout engine gets its parts.
        contents: `function absent() { if (new.target || arguments[0]?.linebreaker) return absent; throw new Error(${JSON.stringify(`${name} is not bundled: ${why}`)}); }\n${body.join('\n')}`,
      };
    });
  },
};

/**
 * Yoga's WebAssembly as a file: its own loader fetches it from a data URL, which loads all of Node's fetch. V8 compiles its functions
 * when they are called, so making it takes a millisecond, and waiting for other threads to make it ten.
 */
export const yogaFile = {
  name: 'yoga-file',
  setup(build) {
    build.onLoad({ filter: /yoga-layout\/dist\/src\/load\.js$/ }, async ({ path: file }) => ({
      contents: `import { readFileSync } from 'node:fs';
import loadYogaImpl from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const instantiateWasm = (imports, receive) => {
  const module = new WebAssembly.Module(readFileSync(new URL('data/yoga.wasm', import.meta.url)));
  receive(new WebAssembly.Instance(module, imports));
  return {};
};
export async function loadYoga() {
  return wrapAssembly(await loadYogaImpl({ instantiateWasm }));
}
export * from './generated/YGEnums.js';`,
      resolveDir: path.dirname(file),
    }));
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      const [address, base64] = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/.exec(source) ?? [];
      if (base64 === undefined) throw new Error('yoga-layout no longer holds its WebAssembly as a data URL');
      await mkdir('dist/data', { recursive: true });
      await writeFile('dist/data/yoga.wasm', Buffer.from(base64, 'base64'));
      return { contents: source.replace(address, '') };
    });
  },
};

/** Hyphenation patterns as JSON text: V8 parses it several times as fast as it makes a large literal of lists. */
export const hyphenationPatterns = {
  name: 'hyphenation-patterns',
  setup(build) {
    build.onLoad({ filter: /node_modules\/hyphen\/patterns\/[a-z-]+\.js$/ }, ({ path: file }) => {
      const patterns = JSON.stringify(createRequire(import.meta.url)(file));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(patterns)});` };
    });
  },
};
