import { readFileSync } from 'node:fs';
import path from 'node:path';

const EXPORTS = /^export (?:type )?\{([^}]*)\} from '([^']+)';\n/gm;
const IMPORTS = /^import \{([^}]*)\} from '([^']+\/index\.ts)';\n/gm;

/** The public interface: nothing imports through it. */
const PUBLIC = path.resolve('src/index.ts');

/** Names between braces, without those of types. */
const namesIn = (list) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

/** Where an entry file has each name from that it does not declare itself. */
function originsIn(entry) {
  const exported = readFileSync(entry, 'utf8').matchAll(EXPORTS);
  return new Map(
    [...exported].flatMap(([, names, from]) =>
      namesIn(names).map((name) => [name, path.resolve(path.dirname(entry), from)]),
    ),
  );
}

/**
 * What is imported through the entry file of a folder (`index.ts`) comes from the file that declares it, so that a part of the program that is
 * loaded late brings only that along: esbuild runs all files that an entry file exports from, once one of them is needed.
 * @type {import('esbuild').Plugin}
 */
export const throughEntries = {
  name: 'through-entries',
  setup({ onLoad }) {
    const known = new Map();
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      if (file.includes('node_modules')) return undefined;
      const text = readFileSync(file, 'utf8');
      const loader = file.endsWith('x') ? 'tsx' : 'ts';
      if (path.basename(file) === 'index.ts' && file !== PUBLIC)
        return { contents: text.replace(EXPORTS, ''), loader };
      const contents = text.replace(IMPORTS, (_, names, from) => {
        const entry = path.resolve(path.dirname(file), from);
        const origins = known.get(entry) ?? originsIn(entry);
        known.set(entry, origins);
        return namesIn(names)
          .map(
            (name) =>
              `import { ${name} } from ${JSON.stringify(origins.get(name.split(' ', 1)[0]) ?? entry)};\n`,
          )
          .join('');
      });
      return { contents, loader };
    });
  },
};
