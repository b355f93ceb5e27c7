import { readFileSync } from 'node:fs';
import path from 'node:path';

const EXPORTS = /^export (?:type )?\{([^}]*)\} from '([^']+)';\n/gm;
const IMPORTS = /^import \{([^}]*)\} from '([^']+\/index\.ts)';\n/gm;

/** The file of the public interface, which users import. */
const PUBLIC = path.resolve('src/index.ts');

/** Files with the messages of a language, which are loaded as a whole when the first message is needed. */
const WHOLE = /languages[\\/]\w+[\\/]messages[\\/]index\.ts$/;

/** The names in an import or export list, as pairs: `first as second`, or a single name for both. Types are omitted. */
const namesIn = (list) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(' as '))
    .map(([first, second = first]) => [first, second]);

/** For each name that an entry file re-exports, the file that declares it and its name in that file. */
function originsIn(entry) {
  return new Map(
    [...readFileSync(entry, 'utf8').matchAll(EXPORTS)].flatMap(([, names, from]) =>
      namesIn(names).map(([name, exported]) => [
        exported,
        { file: path.resolve(path.dirname(entry), from), name },
      ]),
    ),
  );
}

/**
 * Replaces imports from the entry file of a folder (`index.ts`) with imports from the file that declares the name.
 * Otherwise, a lazily loaded part of the program would load too much, because esbuild runs all files from which the
 * entry file exports even if only one export is needed.
 * @type {import('esbuild').Plugin}
 */
export const throughEntries = {
  name: 'through-entries',
  setup({ onLoad }) {
    const known = new Map();
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      if (file.includes('node_modules') || WHOLE.test(file)) return undefined;
      const text = readFileSync(file, 'utf8');
      const loader = file.endsWith('x') ? 'tsx' : 'ts';
      /** The origin of a name in an entry file, which may re-export it from another entry file. */
      const originOf = (entry, name) => {
        const origins = known.get(entry) ?? originsIn(entry);
        known.set(entry, origins);
        const origin = origins.get(name);
        if (origin === undefined) return { file: entry, name };
        return path.basename(origin.file) === 'index.ts' ? originOf(origin.file, origin.name) : origin;
      };
      /** Writes an import or export statement for each name, from the file that declares it. */
      const statements = (keyword, names, from) =>
        namesIn(names)
          .map(([first, second]) => {
            const { file: origin, name } = originOf(path.resolve(path.dirname(file), from), first);
            return `${keyword} { ${name} as ${second} } from ${JSON.stringify(origin)};\n`;
          })
          .join('');
      const isEntry = path.basename(file) === 'index.ts';
      const passedOn = (statement, names, from) =>
        file === PUBLIC && !statement.startsWith('export type') ? statements('export', names, from) : '';
      const contents = (isEntry ? text.replace(EXPORTS, passedOn) : text).replace(IMPORTS, (_, names, from) =>
        statements('import', names, from),
      );
      return { contents, loader };
    });
  },
};
