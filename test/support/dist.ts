import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const CACHE = path.resolve('node_modules/.cache/programme-dist');
/** What the bundle is made of. */
const FOLDERS = ['src', 'languages', 'templates', 'scripts'];
const FILES = ['package.json', 'package-lock.json'];
/** What making and running it needs beside that. */
const BESIDE = ['data', 'fonts', 'starter', 'node_modules'];

/**
 * Path of the bundled command line, made of the sources as they are now. It stands in a folder of its own, so that tests neither
 * need nor disturb dist/, and is made once for all test files: the first one to ask makes it.
 */
export function bundledProgramme(): Promise<string> {
  bundled ??= makeBundle();
  return bundled;
}

/** Asked for by several at once, it is made once. */
let bundled: Promise<string> | undefined;

async function makeBundle(): Promise<string> {
  const sum = createHash('sha256');
  for (const file of sources()) sum.update(`${file}\n`).update(readFileSync(file));
  const made = path.join(CACHE, sum.digest('hex').slice(0, 16));
  const programme = path.join(made, 'dist', 'programme.mjs');
  if (existsSync(programme)) return programme;
  const scratch = path.join(CACHE, `making-${process.pid}`);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  for (const name of [...FOLDERS, ...FILES]) cpSync(name, path.join(scratch, name), { recursive: true });
  for (const name of BESIDE) symlinkSync(path.resolve(name), path.join(scratch, name));
  await promisify(execFile)(process.execPath, ['scripts/bundle.mjs'], { cwd: scratch });
  try {
    renameSync(scratch, made);
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(programme)) throw error;
    rmSync(scratch, { recursive: true, force: true });
  }
  removeOldest();
  return programme;
}

function sources(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return [...inFolders, ...FILES].sort();
}

/** Of the bundles of earlier sources only a few are kept. */
function removeOldest(): void {
  const ages = readdirSync(CACHE)
    .filter((name) => !name.startsWith('making-'))
    .map((name) => ({ name, made: statSync(path.join(CACHE, name)).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { name } of ages.slice(8)) rmSync(path.join(CACHE, name), { recursive: true, force: true });
}
