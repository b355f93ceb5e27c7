/** Lists the packages whose code or data dist/ contains or loads, with their licences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, deskOptions, HAS_DESK } from './bundle-options.mjs';

/**
 * @returns {Promise<{name: string, folder: string, version: string, license: string, text: string}[]>} sorted by name;
 * `text` is the licence text of the package
 */
export async function bundledPackages() {
  const made = [bundleOptions, ...(HAS_DESK ? [deskOptions] : [])].map((options) =>
    build({ ...options, write: false, metafile: true }),
  );
  const inputs = (await Promise.all(made)).flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bundled = inputs.flatMap((input) => packageOf(input) ?? []);
  // The packages that the bundle loads but does not contain.
  const beside = withDependencies(Object.keys(dependencies));
  return [...new Set([...bundled, ...beside])].sort().map(describe);
}

/** The folder of the package that contains a bundled file. */
function packageOf(input) {
  return /(?:^|.*\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0].replace(/^[a-z-]+:/, '');
}

/** The folders of packages and of all their dependencies, as npm installed them. */
export function withDependencies(names, around = '.', folders = new Set()) {
  for (const name of names) {
    const folder = [`${around}/node_modules/${name}`, `node_modules/${name}`]
      .map((place) => path.normalize(place))
      .find((place) => existsSync(place));
    if (folder === undefined) throw new Error(`${name} is not installed`);
    if (folders.has(folder)) continue;
    folders.add(folder);
    withDependencies(Object.keys(manifestOf(folder).dependencies ?? {}), folder, folders);
  }
  return folders;
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

function describe(folder) {
  const { name, version, license, author } = manifestOf(folder);
  const file = readdirSync(folder).find((entry) => /^(?:mit-)?(?:licen[cs]e|copying)/i.test(entry));
  const by = typeof author === 'string' ? author : author?.name;
  const copyright = by === undefined ? '' : `Copyright ${by}`;
  const text = file === undefined ? copyright : readFileSync(path.join(folder, file), 'utf8');
  return {
    name,
    folder,
    version,
    license: license ?? 'unknown',
    text: text.replaceAll('\r\n', '\n').trim(),
  };
}
