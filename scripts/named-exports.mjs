import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Packages in CommonJS that are loaded late. */
const PACKAGES = /^(?:saxes|yaml)$/;

/**
 * Gives the late imports of packages in CommonJS their names: of such a package, esbuild exports from a module of its own only the default.
 * @type {import('esbuild').Plugin}
 */
export const namedExports = {
  name: 'named-exports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: PACKAGES }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' ? { path, namespace: 'named', pluginData: resolveDir } : undefined,
    );
    onLoad({ filter: /./, namespace: 'named' }, ({ path, pluginData }) => {
      const names = Object.keys(require(path)).filter((name) => name !== 'default');
      const contents = `import * as whole from '${path}';\nexport const { ${names.join(', ')} } = whole;\n`;
      return { contents, resolveDir: pluginData };
    });
  },
};
