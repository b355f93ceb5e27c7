import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { FORMAT_NAMES } from '../../src/commands/formats.ts';
import { folderWithData, scratchFolder } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import { CACHE, installNode, nodeOf, OLDEST, VERSIONS } from '../support/node-versions.ts';
import { type PdfValue, readObjects, Stream } from '../support/pdf-objects.ts';
import { type Ended, filesIn } from '../support/run-programme.ts';

/** The bundle and all files that it needs, without the code cache for the Node version that built it. */
let programme = '';

beforeAll(async () => {
  for (const version of VERSIONS) await installNode(version);
  const made = path.resolve(await bundledProgramme(), '../..');
  const copy = path.join(CACHE, `bundle-${process.pid}`);
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(made))
    if (name !== 'dist') symlinkSync(path.join(made, name), path.join(copy, name));
  cpSync(path.join(made, 'dist'), path.join(copy, 'dist'), {
    recursive: true,
    filter: (file) => !file.endsWith('.code'),
  });
  programme = path.join(copy, 'dist/programme.mjs');
  return () => rmSync(copy, { recursive: true });
});

/** A list of more than a megabyte, whose import runs long enough for V8 to optimise code. */
const LARGE_LIST = [
  'Title;Date;Theme;Description',
  ...Array.from({ length: 650 }, (_, row) =>
    [`Concert ${row}`, `${(row % 28) + 1} May 2030`, 'music', 'Music and words. '.repeat(100)].join(';'),
  ),
].join('\n');

/** Commands, each with a short description. */
const COMMANDS: readonly (readonly string[])[] = [
  ['--help'],
  ['--version'],
  ['nonsense'],
  ['build', '--format', FORMAT_NAMES.join(',')],
  ['check', '--all'],
  ['import', 'small.csv'],
  ['import', 'large.csv'],
  ['init', 'new', '--from', 'large.csv'],
];

/** Set if the test is about the cache. */
const SHORT = [['build', '--format', 'csv']];

interface Made {
  ended: Record<string, Ended>;
  files: Record<string, unknown>;
}

type Env = Readonly<Record<string, string>>;

/** Runs commands with a Node version in a new folder, and returns all output and files. */
async function runAll(version: string, env: Env, commands = COMMANDS): Promise<Made> {
  const cwd = folderWithData();
  writeFileSync(path.join(cwd, 'small.csv'), LARGE_LIST.split('\n').slice(0, 4).join('\n'));
  writeFileSync(path.join(cwd, 'large.csv'), LARGE_LIST);
  const ended: Record<string, Ended> = {};
  for (const args of commands) ended[args.join(' ')] = await run(version, args, cwd, env);
  const files = Object.entries(filesIn(cwd)).map(([name, bytes]) => [
    name,
    name.endsWith('.pdf') ? contentOf(Buffer.from(bytes, 'latin1')) : bytes,
  ]);
  return { ended, files: Object.fromEntries(files) as Record<string, unknown> };
}

/** An environment with a separate home folder and without variables of npm or the tests. */
function withHome(home: string): Env {
  return { HOME: home, PATH: process.env.PATH ?? '', TZ: 'UTC' };
}

async function run(version: string, args: readonly string[], cwd: string, env: Env): Promise<Ended> {
  const child = spawn(nodeOf(version), [programme, ...args], {
    cwd,
    env,
    timeout: 120_000,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (number, signal) => resolve(signal ?? number ?? 0));
  });
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** The header of a PDF, and its objects with decompressed streams: the zlib of Node 26 compresses differently. */
function contentOf(bytes: Buffer): unknown {
  const objects = [...readObjects(bytes).objects].map(([id, value]) => [id, inflated(value)]);
  return [bytes.toString('latin1', 0, bytes.indexOf(' obj')), ...objects];
}

function inflated(value: PdfValue): unknown {
  if (value instanceof Stream) {
    const entries = [...value.dictionary].filter(([key]) => key !== 'Length');
    return [entries.map(([key, entry]) => [key, inflated(entry)]), value.decoded().toString('latin1')];
  }
  if (value instanceof Map) return [...value].map(([key, entry]) => [key, inflated(entry)]);
  return Array.isArray(value) ? value.map(inflated) : value;
}

const cachesIn = (home: string): string[] => readdirSync(path.join(home, '.cache/programme'));
const cacheIn = (home: string): string => path.join(home, '.cache/programme', cachesIn(home)[0] ?? '');

describe('Supported Node versions', () => {
  /** The output that all versions must produce: the output of the oldest version without a cache. */
  let expected: Made;

  it('The oldest supported Node version runs every command without V8 warnings', async () => {
    expected = await runAll(OLDEST, { ...withHome(scratchFolder()), PROGRAMME_CACHE: 'off' });
    const codes = COMMANDS.map((args) => expected.ended[args.join(' ')]?.code);
    expect(codes).toEqual([0, 0, 2, 0, 1, 0, 0, 0]);
    expect(JSON.stringify(expected.ended)).not.toMatch(/flag|V8|warning:/i);
    const endings = Object.keys(expected.files).map((name) => path.extname(name));
    for (const format of FORMAT_NAMES) expect(endings).toContain(`.${format}`);
    expect(LARGE_LIST.length).toBeGreaterThan(1_000_000);
  });

  describe.each(VERSIONS)('%s', (version) => {
    it('The first run, which creates the code cache, has the same result as a run with the cache', async () => {
      const home = scratchFolder();
      expect(await runAll(version, withHome(home))).toEqual(expected);
      expect(cachesIn(home)).toEqual([expect.stringContaining(`-v${version}-x64-`)]);
      const cache = cacheIn(home);
      const before = statSync(cache);
      expect(before.mode & 0o777).toBe(0o600);
      expect(statSync(path.dirname(cache)).mode & 0o777).toBe(0o700);
      expect(await runAll(version, withHome(home))).toEqual(expected);
      expect(statSync(cache).mtimeMs).toBe(before.mtimeMs);
    });

    it('A damaged or truncated cache is replaced', async () => {
      const home = scratchFolder();
      const once = await runAll(version, withHome(home), SHORT);
      const cache = cacheIn(home);
      const whole = readFileSync(cache);
      const half = Math.floor(whole.length / 2);
      for (const damaged of [
        whole.subarray(0, half),
        Buffer.alloc(0),
        Buffer.from(whole).fill(0x5a, 5000, half),
      ]) {
        writeFileSync(cache, damaged);
        expect(await runAll(version, withHome(home), SHORT)).toEqual(once);
        expect(readFileSync(cache).length).toBeGreaterThan(0.9 * whole.length);
      }
    });

    it('No cache is created if the cache is disabled or if the home folder is read-only, a file or missing', async () => {
      const off = scratchFolder();
      const once = await runAll(version, { ...withHome(off), PROGRAMME_CACHE: 'off' }, SHORT);
      expect(readdirSync(off)).toEqual([]);
      const readOnly = scratchFolder();
      chmodSync(readOnly, 0o500);
      onTestFinished(() => chmodSync(readOnly, 0o700));
      const file = path.join(scratchFolder(), 'file');
      writeFileSync(file, '');
      for (const home of [readOnly, file, '/proc', '/nonexistent/home'])
        expect(await runAll(version, withHome(home), SHORT)).toEqual(once);
    });

    it('Two concurrent first runs create one cache', async () => {
      const home = scratchFolder();
      const [one, two] = await Promise.all([
        runAll(version, withHome(home), SHORT),
        runAll(version, withHome(home), SHORT),
      ]);
      expect(one).toEqual(two);
      expect(cachesIn(home)).toHaveLength(1);
      expect(await runAll(version, withHome(home), SHORT)).toEqual(one);
    });
  });
});
