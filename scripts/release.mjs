/**
 * Makes a release in a clean clone of the current commit: `node scripts/release.mjs VERSION OUT [--without-tests]`.
 *
 * Runs the whole suite, writes version and date into package.json and CHANGELOG.md, generates, commits with a fixed
 * author and the date of the current commit, and writes into OUT: the npm package, the zips with Node, the bill of
 * materials, notes for readers, the commit as a patch, and SHA256SUMS. The same commit gives the same sums. The script
 * publishes nothing and does not change the repository.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [version, target, option] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version ?? '') || target === undefined)
  throw new Error('expected: node scripts/release.mjs VERSION OUT [--without-tests]');
const out = path.resolve(target);
mkdirSync(out, { recursive: true });
if (readdirSync(out).length > 0) throw new Error(`${out} is not empty`);

const scratch = mkdtempSync(path.join(tmpdir(), 'programme-release-'));
const clone = path.join(scratch, 'programme');
try {
  run('.', 'git', 'clone', '--quiet', '--no-hardlinks', '.', clone);
  const date = textOf('git', 'log', '-1', '--format=%cs');
  if (option === '--without-tests') run(clone, 'npm', 'ci', '--no-audit', '--no-fund');
  else run(clone, '.ci/run');
  run(clone, 'git', 'checkout', '--quiet', '--', '.');

  run(clone, 'npm', 'version', version, '--no-git-tag-version', '--ignore-scripts');
  const changes = readFileSync(`${clone}/CHANGELOG.md`, 'utf8');
  const named = changes.replace('\n## Unreleased\n', `\n## ${version} – ${date}\n`);
  if (named === changes) throw new Error('CHANGELOG.md has no section "Unreleased"');
  writeFileSync(`${clone}/CHANGELOG.md`, named);
  run(clone, 'npm', 'run', '--silent', 'generate');
  commit();

  run(clone, 'npm', 'run', '--silent', 'build');
  run(clone, 'npm', 'pack', '--ignore-scripts', '--pack-destination', out);
  run(clone, process.execPath, 'scripts/portable.mjs', out);
  cpSync(`${clone}/sbom.cdx.json`, `${out}/sbom.cdx.json`);
  writeFileSync(`${out}/NOTES.md`, notesIn(named));
  run(clone, 'git', 'format-patch', '--quiet', '-1', '-o', out);
  await compareNode();
  const sums = readdirSync(out)
    .sort()
    .map((name) => `${sumOf(readFileSync(path.join(out, name)))}  ${name}\n`);
  writeFileSync(`${out}/SHA256SUMS`, sums.join(''));
  console.log(sums.join(''));
} finally {
  rmSync(scratch, { recursive: true });
}

function run(cwd, command, ...args) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}

function textOf(command, ...args) {
  return execFileSync(command, args, { cwd: clone, encoding: 'utf8' }).trim();
}

/**
 * The program contains the hash of the commit, which therefore must not depend on the author and time of the release.
 */
function commit() {
  const when = textOf('git', 'log', '-1', '--format=%cI');
  const [name, email] = ['programme', 'release@programme.invalid'];
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: when },
    ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: when },
  };
  execFileSync('git', ['commit', '--quiet', '--no-gpg-sign', '-am', `Release ${version}`], {
    cwd: clone,
    env,
  });
}

/** The newest section of the changelog. */
function notesIn(changes) {
  const [, section = ''] = changes.split(/^## /m);
  return `# programme ${section.trim()}\n`;
}

/** Compares the pinned Windows binary with the checksums of the Node project, if there is a network. */
async function compareNode() {
  const { node, platforms } = JSON.parse(readFileSync(`${clone}/scripts/portable/platforms.json`, 'utf8'));
  const list = `https://nodejs.org/dist/v${node}/SHASUMS256.txt`;
  const sums = await fetch(list, { signal: AbortSignal.timeout(20_000) })
    .then((answer) => (answer.ok ? answer.text() : undefined))
    .catch(() => undefined);
  if (sums === undefined) return console.error(`not compared: ${list} cannot be read`);
  // The list has checksums of archives, and of this binary.
  if (!sums.includes(`${platforms['windows-x64'].sha256}  win-x64/node.exe`))
    throw new Error(`the pinned node.exe is not in ${list}`);
}

function sumOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
