/**
 * Omits from the bundle the parts of dependencies that no document uses, so that the program starts faster
 * (docs/decisions/start-up.md). Calling such a part is a bug and throws an error.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const REACT_PDF_TEXT = 'text is set by src/typeset, in leaves; react-pdf sets none';

/**
 * The omitted imports, each with its package, the importing file, the imported names, and the reason why nothing calls
 * them.
 */
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
  {
    name: './cjs/react-dom-server.node.production.js',
    from: 'react-dom',
    exports: ['renderToPipeableStream', 'renderToReadableStream', 'resumeToPipeableStream', 'resume'],
    why: 'pages are not streamed',
  },
];

/** react-pdf contains a reconciler for each major version of React; only the one for the pinned version is bundled. */
const RECONCILER = path.resolve('node_modules/@react-pdf/reconciler/lib/reconciler-33.js');

/** An esbuild plugin that omits the parts in `ABSENT` and the unused reconcilers. */
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
        // Two of the omitted parts are called while the modules are loaded: one when the font store is created, the
        // other with the parts of the layout engine.
        contents: `function absent() { if (new.target || arguments[0]?.linebreaker) return absent; throw new Error(${JSON.stringify(`${name} is not bundled: ${why}`)}); }\n${body.join('\n')}`,
      };
    });
  },
};

/**
 * Loads `node:crypto` only when a checksum is computed, because loading it takes two milliseconds and PDF files do not
 * need it.
 * @type {import('esbuild').Plugin}
 */
export const lateCrypto = {
  name: 'late-crypto',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:crypto$/, namespace: 'file' }, ({ path }) => ({ path, namespace: 'late' }));
    onLoad({ filter: /./, namespace: 'late' }, () => ({
      contents: ['createHash', 'randomBytes', 'timingSafeEqual']
        .map((name) => `export const ${name} = (...given) => require('node:crypto').${name}(...given);`)
        .join('\n'),
    }));
  },
};

/**
 * Moves large data from the sources and packages to files in data/ next to the script, because V8 reads the whole
 * script at each start.
 */
export const dataFiles = {
  name: 'data-files',
  setup(build) {
    const files = new Map();
    /** Adds a file and returns the JavaScript expression that reads it. */
    const reading = (name, content) => {
      files.set(path.resolve(build.initialOptions.outdir, 'data', name), content);
      return `require('node:fs').readFileSync(new URL('data/${name}', __url))`;
    };
    // Hyphenation patterns, which form a tree with a branch for each letter, are loaded only by import(). Because few
    // words are hyphenated, the branches for the first two letters are parsed only on first use.
    build.onLoad({ filter: /node_modules\/hyphen\/patterns\/[a-z0-9-]+\.js$/ }, ({ path: file }) => {
      const [levels, tree, ...others] = structuredClone(createRequire(import.meta.url)(file));
      for (const branches of Object.values(tree))
        if (branches.constructor === Object)
          for (const letter of Object.keys(branches)) branches[letter] = JSON.stringify(branches[letter]);
      const patterns = JSON.stringify([levels, tree, ...others]);
      return {
        contents: `const patterns = JSON.parse(${reading(`hyphenation-${path.basename(file, '.js')}.json`, patterns)});
const get = (branches, letter) =>
  typeof branches[letter] === 'string' ? (branches[letter] = JSON.parse(branches[letter])) : branches[letter];
for (const letter in patterns[1])
  if (patterns[1][letter].constructor === Object) patterns[1][letter] = new Proxy(patterns[1][letter], { get });
module.exports = patterns;`,
      };
    });
    // Each export of the module is a getter, because the module is often loaded although its data is not used.
    build.onLoad({ filter: /\/src\/reference\/[a-z0-9-]+\.json$/ }, async ({ path: file }) => {
      const values = JSON.parse(await readFile(file, 'utf8'));
      const getters = Object.entries(values).map(([key, value]) => {
        const read = reading(`${path.basename(file, '.json')}-${key}.json`, JSON.stringify(value));
        return `get ${key}() { return JSON.parse(${read}); }`;
      });
      return { contents: `module.exports = { ${getters.join(', ')} };`, loader: 'js' };
    });
    // Yoga's own loader fetches its WebAssembly code from a data URL, for which Node loads its whole fetch
    // implementation. Because V8 compiles functions lazily, synchronous compilation takes one millisecond, whereas
    // asynchronous compilation in other threads takes ten.
    build.onLoad({ filter: /yoga-layout\/dist\/src\/load\.js$/ }, async ({ path: file }) => {
      const source = await readFile(path.join(path.dirname(file), '../binaries', YOGA), 'utf8');
      const [, base64] = YOGA_ADDRESS.exec(source) ?? [];
      if (base64 === undefined) throw new Error('yoga-layout no longer holds its WebAssembly as a data URL');
      return {
        contents: `import loadYogaImpl from '../binaries/${YOGA}';
import wrapAssembly from './wrapAssembly.js';
const instantiateWasm = (imports, receive) => {
  const module = new WebAssembly.Module(${reading('yoga.wasm', Buffer.from(base64, 'base64'))});
  receive(new WebAssembly.Instance(module, imports));
  return {};
};
export async function loadYoga() {
  return wrapAssembly(await loadYogaImpl({ instantiateWasm }));
}
export * from './generated/YGEnums.js';`,
        resolveDir: path.dirname(file),
      };
    });
    build.onLoad({ filter: new RegExp(`${YOGA}$`) }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(YOGA_ADDRESS, ''),
    }));
    build.onEnd(({ outputFiles }) => {
      for (const [file, content] of files) outputFiles?.push({ path: file, contents: Buffer.from(content) });
    });
  },
};

const YOGA = 'yoga-wasm-base64-esm.js';
const YOGA_ADDRESS = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/;
