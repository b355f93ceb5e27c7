/**
 * Downloads a pinned version of the veraPDF command-line tool from Maven Central and prints the path of its JAR file.
 */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const ARTIFACT = 'org.verapdf.apps:cli:1.30.2';
const SHA256 = '287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

const folder = path.resolve('node_modules/.cache/verapdf');
const jar = path.join(folder, 'cli-1.30.2.jar');

if (!existsSync(jar)) {
  mkdirSync(folder, { recursive: true });
  // Several processes may download the file at the same time, so each renames its own file into place when it is
  // complete.
  const scratch = mkdtempSync(path.join(folder, 'fetching-'));
  try {
    execFileSync('mvn', ['-q', '-B', PLUGIN, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${scratch}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    renameSync(path.join(scratch, path.basename(jar)), jar);
  } catch (error) {
    console.error(
      error.code === 'ENOENT'
        ? 'Maven is missing: install it (Debian: apt-get install maven)'
        : `Maven could not fetch ${ARTIFACT}`,
    );
    rmSync(scratch, { recursive: true });
    process.exit(1);
  }
  rmSync(scratch, { recursive: true });
}
const sum = hash('sha256', readFileSync(jar));
if (sum !== SHA256) {
  rmSync(jar);
  console.error(`${ARTIFACT} has the checksum ${sum} instead of ${SHA256}; it was deleted`);
  process.exit(1);
}
console.log(jar);
