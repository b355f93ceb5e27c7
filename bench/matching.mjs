/**
 * Prints how the program matches events across the history of a list: `node bench/matching.mjs REPOSITORY PATH`, or in
 * two versions of a list or dataset: `node bench/matching.mjs OLD NEW`.
 *
 * With the built program, each version of the file PATH in the git history is compared with the next version. Matched
 * events whose titles differ are printed, so that a person can check them. If events were both removed and added
 * between two versions, these are counted, because they may be matches that were not found. Versions that the program
 * cannot read are counted too.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [source, file] = process.argv.slice(2);
if (source === undefined || file === undefined)
  throw new Error('name a repository and a path in it, or two versions');

const PROGRAM = path.resolve(import.meta.dirname, '../dist/programme.mjs');
const LARGEST = 2 ** 28;

const versions = existsSync(file) ? [source, file] : versionsOf(source, file);
let [unread, pairs, removed, added] = [0, 0, 0, 0];
for (const [index, old] of versions.slice(0, -1).entries()) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [PROGRAM, 'diff', '--format', 'json', old, versions[index + 1]],
    { encoding: 'utf8', maxBuffer: LARGEST },
  );
  if (status !== 0) {
    unread++;
    continue;
  }
  const { changes } = JSON.parse(stdout);
  for (const { kind, words } of changes) {
    if (kind === 'event-removed') removed++;
    if (kind === 'event-added') added++;
    if (kind !== 'title-reworded') continue;
    pairs++;
    console.log(`${index + 1}: ${words.old} → ${words.new}`);
  }
}
console.log({ versions: versions.length, unread, newTitles: pairs, removed, added });

/** Each version of a file from a repository, oldest first, in a new folder. */
function versionsOf(repository, name) {
  const git = (...args) => execFileSync('git', ['-C', repository, ...args], { maxBuffer: LARGEST });
  const folder = mkdtempSync(path.join(tmpdir(), 'matching-'));
  const commits = git('log', '--reverse', '--format=%H', '--diff-filter=AM', '--', name).toString().trim();
  return commits.split('\n').map((commit, index) => {
    const target = path.join(folder, `${index + 1}${path.extname(name)}`);
    writeFileSync(target, git('show', `${commit}:${name}`));
    return target;
  });
}
