/**
 * Makes a release in a clean clone of the current commit: `node scripts/release.mjs VERSION OUT [--without-tests]`.
 *
 * The script compares the pinned Node binaries with those of their publisher (if there is a network), runs all tests,
 * writes the version and the date into package.json and CHANGELOG.md, runs `npm run generate`, and commits with a fixed
 * author and the date of the current commit. It then writes the following into OUT: the npm package, the zips with
 * Node, the bill of materials, the release notes, the commit as a patch, and SHA256SUMS. The same commit always results
 * in the same checksums. The script does not publish anything and does not change the repository.
 */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareWithPublisher } from './portable/publisher.mjs';

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
  const pinned = JSON.parse(readFileSync(`${clone}/scripts/portable/platforms.json`, 'utf8'));
  for (const line of await compareWithPublisher(pinned)) console.error(line);
  const date = textOf('git', 'log', '-1', '--format=%cs');
  if (option === '--without-tests') run(clone, 'npm', 'ci', '--no-audit', '--no-fund');
  else run(clone, '.ci/run');
  run(clone, 'git', 'checkout', '--quiet', '--', '.');

  run(clone, 'npm', 'version', version, '--no-git-tag-version', '--ignore-scripts');
  const changes = readFileSync(`${clone}/CHANGELOG.md`, 'utf8');
  const named = changes.replace('\n## Unreleased\n', `\n## ${version} – ${date}\n`);
  if (named === changes) throw new Error('CHANGELOG.md has no section "Unreleased"');
  const notes = notesIn(named);
  writeFileSync(`${clone}/CHANGELOG.md`, named);
  run(clone, 'npm', 'run', '--silent', 'generate');
  commit();

  run(clone, 'npm', 'run', '--silent', 'build');
  run(clone, 'npm', 'pack', '--ignore-scripts', '--pack-destination', out);
  run(clone, process.execPath, 'scripts/portable.mjs', out);
  cpSync(`${clone}/sbom.cdx.json`, `${out}/sbom.cdx.json`);
  writeFileSync(`${out}/NOTES.md`, notes);
  run(clone, 'git', 'format-patch', '--quiet', '-1', '-o', out);
  const sums = readdirSync(out)
    .sort()
    .map((name) => `${hash('sha256', readFileSync(path.join(out, name)))}  ${name}\n`);
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
 * Creates the release commit. The program contains the hash of this commit, so the hash must not depend on who makes
 * the release or when.
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

/**
 * Generates the release notes, which are the section "In short" of the changelog and the purpose of each file of the
 * release.
 */
function notesIn(changes) {
  const [, newest = ''] = changes.split(/^## /m);
  const short = /^### In short\n\n([\s\S]*?)\n(?=###)/m.exec(newest)?.[1];
  if (short === undefined)
    throw new Error('the newest section of CHANGELOG.md does not begin with "In short"');
  const file = (system, platform) => `| ${system} | \`programme-${version}-${platform}.zip\` |`;
  return `# programme ${version}

${short}
## Which file you need

| you have | file |
|---|---|
${file('Windows', 'windows-x64')}
${file('a Mac with an Apple processor', 'macos-arm64')}
${file('Linux', 'linux-x64')}
${file('Linux on an ARM processor', 'linux-arm64')}
| Node 20.19 or newer | \`programme-${version}.tgz\` |

Unpack the whole ZIP file and double-click the file that opens the desk; \`README.txt\` beside it says what your system asks at the \
first start. Only Linux x64 has been tried. \`SHA256SUMS\` has the checksum of each file. CHANGELOG.md lists every change.
`;
}
