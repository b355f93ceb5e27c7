import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** CommonJS packages that are loaded lazily. */
const PACKAGES = /^(?:saxes|yaml)$/;

/**
 * Adds named exports to lazily imported CommonJS packages, because esbuild gives such packages only a default export.
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
