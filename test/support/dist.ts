import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { madeOnce, sumOf } from './made-once.ts';

/** The sources of the bundle. */
const SOURCES = ['src', 'languages', 'templates', 'scripts', 'package.json', 'package-lock.json'];
/** Other files that are needed to build and run it. */
const BESIDE = ['data', 'fonts', 'starter', 'node_modules'];

/**
 * Path of the bundled command line, built from the current sources. It has its own folder, so that tests neither need
 * nor change dist/, and is built once for all test files.
 */
export function bundledProgramme(): Promise<string> {
  bundled ??= makeBundle();
  return bundled;
}

/** Several concurrent calls build it once. */
let bundled: Promise<string> | undefined;

async function makeBundle(): Promise<string> {
  const made = await madeOnce('programme-dist', sumOf('.', SOURCES), 8, async (folder) => {
    for (const name of SOURCES) cpSync(name, path.join(folder, name), { recursive: true });
    for (const name of BESIDE) symlinkSync(path.resolve(name), path.join(folder, name));
    await promisify(execFile)(process.execPath, ['scripts/bundle.mjs'], { cwd: folder });
  });
  return path.join(made, 'dist', 'programme.mjs');
}
