import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { madeOnce, sumOf } from './made-once.ts';

/** What the bundle is made of. */
const SOURCES = ['src', 'languages', 'templates', 'scripts', 'package.json', 'package-lock.json'];
/** What making and running it needs beside that. */
const BESIDE = ['data', 'fonts', 'starter', 'node_modules'];

/**
 * Path of the bundled command line, made of the sources as they are now. It is in a folder of its own, so that tests neither
 * need nor disturb dist/, and is made once for all test files.
 */
export function bundledProgramme(): Promise<string> {
  bundled ??= makeBundle();
  return bundled;
}

/** Asked for by several at once, it is made once. */
let bundled: Promise<string> | undefined;

async function makeBundle(): Promise<string> {
  const made = await madeOnce('programme-dist', sumOf('.', SOURCES), 8, async (folder) => {
    for (const name of SOURCES) cpSync(name, path.join(folder, name), { recursive: true });
    for (const name of BESIDE) symlinkSync(path.resolve(name), path.join(folder, name));
    await promisify(execFile)(process.execPath, ['scripts/bundle.mjs'], { cwd: folder });
  });
  return path.join(made, 'dist', 'programme.mjs');
}
