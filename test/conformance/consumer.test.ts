import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { scratchFolder } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import { installNode, nodeOf, VERSIONS } from '../support/node-versions.ts';

const run = promisify(execFile);

/** A program that uses both layers of the package with its types. */
const CONSUMER = `import {
  build, type BuildResult, buildDocument, check, checkProgramme, compare, DRAFT, diff, exportCorrections, exportSheet,
  type Finding, importSheet, type Lang, LANGS, type Problem, type Programme, propose, readProgramme, renderDocument,
  reviewDraft, UserError,
} from 'programme';
import { readFile } from 'node:fs/promises';

const langs: readonly Lang[] = ['en'];
const { files }: BuildResult = await build({ formats: ['pdf', 'docx', 'html'], langs, out: process.argv[2] });
const { findings } = await check({ edition: DRAFT });
const first: Finding | undefined = findings[0];
const { comparison } = await diff({ data: 'data', old: '1', new: DRAFT });
const names = ['programme.yaml', 'reference/regions.yaml', 'reference/places.yaml'];
const themes = ['academic', 'culture', 'economy', 'environment', 'partnerships', 'sport'];
const given = new Map<string, string>();
for (const name of [...names, ...themes.map((theme) => \`events/\${theme}.yaml\`)])
  given.set(name, await readFile(\`data/\${name}\`, 'utf8'));
const programme: Programme = await readProgramme({ files: given });
const { pages } = await renderDocument(buildDocument(programme, { lang: 'en' }), { format: 'pdf' });
const problems: readonly Problem[] = await build({ edition: '9' }).then(
  () => [],
  (error: unknown) => {
    if (error instanceof UserError) return error.problems;
    throw error;
  },
);
await exportSheet({ file: 'events.xlsx' });
await exportCorrections({ file: 'corrections.docx' });
const { accepted } = await reviewDraft({ allTypographic: true, by: 'A. Editor', why: 'looked through' });
console.log(
  JSON.stringify({
    approved: accepted.length > 0,
    imported: (await importSheet({ file: 'events.xlsx' })).comparison.changes.length,
    proposed: (await propose({ source: 'corrections.docx' })).changes.length,
    files: files.map(({ format, pages }) => [format, pages]),
    first: first?.at.file,
    changes: comparison.changes.length > 0,
    same: compare(programme, programme).changes.length,
    inMemory: (await checkProgramme(programme, { files: given })).findings.length >= findings.length,
    samePages: files.some(({ format, pages: built }) => format === 'pdf' && built === pages),
    code: problems[0]?.code,
    en: LANGS.includes('en'),
  }),
);
`;

/**
 * Declarations of the Node functions that the program above uses; the types of Node are not a dependency of the
 * package.
 */
const NODE = `declare module 'node:fs/promises' {
  export function readFile(file: string, encoding: 'utf8'): Promise<string>;
}
declare const process: { argv: readonly string[] };
declare const console: { log(text: string): void };
`;

/** The package as it is published. */
let packed = '';

/** The npm that each version of Node runs. */
const npm = path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');

/** Size of all files in a folder, in megabytes. */
function megabytesOf(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(path.join(folder, name)))
    .map((found) => (found.isFile() ? found.size : 0));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

beforeAll(async () => {
  await run(process.execPath, ['scripts/interface.mjs', '--check']);
  const made = path.dirname(await bundledProgramme());
  const folder = path.resolve('node_modules/.cache', `package-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const named = about.files.filter((name) => !name.startsWith('!'));
  for (const name of ['package.json', 'README.md', 'LICENSE', ...named])
    cpSync(name === 'dist' ? made : name, path.join(folder, name), { recursive: true });
  await run('npm', ['pack', '--ignore-scripts'], { cwd: folder });
  packed = path.join(folder, `${about.name}-${about.version}.tgz`);
  return () => rmSync(folder, { recursive: true });
});

describe.each(VERSIONS)('Project on Node %s', (version) => {
  it('The package installs without a warning, its types compile, and a project builds, checks and compares programmes with it', async () => {
    await installNode(version);
    const cwd = scratchFolder();
    const node = nodeOf(version);
    const env = { ...process.env, PATH: `${path.dirname(node)}:${process.env.PATH}`, NODE_ENV: '' };
    writeFileSync(path.join(cwd, 'package.json'), '{ "type": "module", "private": true }');
    const installed = await run(node, [npm, 'install', '--no-audit', '--no-fund', packed], { cwd, env });
    expect(installed.stderr).toBe('');

    writeFileSync(path.join(cwd, 'consumer.ts'), CONSUMER);
    writeFileSync(path.join(cwd, 'node.d.ts'), NODE);
    const strict = { strict: true, skipLibCheck: false, noUncheckedIndexedAccess: true, types: [] };
    const modules = {
      target: 'es2022',
      lib: ['es2023'],
      module: 'nodenext',
      exactOptionalPropertyTypes: true,
    };
    writeFileSync(
      path.join(cwd, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...strict, ...modules }, files: ['consumer.ts', 'node.d.ts'] }),
    );
    const tsc = path.resolve('node_modules/.bin/tsc');
    const compiled = await run(tsc, [], { cwd }).catch((error: { stdout: string }) => error);
    expect(compiled.stdout).toBe('');

    cpSync('data', path.join(cwd, 'data'), { recursive: true });
    const { stdout, stderr } = await run(node, ['consumer.js', 'out'], { cwd, env });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      approved: true,
      imported: 0,
      proposed: 0,
      files: [
        ['pdf', expect.any(Number)],
        ['docx', expect.any(Number)],
        ['html', null],
      ],
      first: 'data/programme.yaml',
      changes: true,
      same: 0,
      inMemory: true,
      samePages: true,
      code: 'edition-unknown',
      en: true,
    });
    expect(readdirSync(path.join(cwd, 'out'))).toHaveLength(3);
    const pdf = readFileSync(
      path.join(cwd, 'out', readdirSync(path.join(cwd, 'out')).find((name) => name.endsWith('.pdf')) ?? ''),
    );
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('The packed file installs as a command, and npx runs it, without a warning', async () => {
    await installNode(version);
    const cwd = scratchFolder();
    const prefix = path.join(cwd, 'global');
    const node = nodeOf(version);
    const env = { ...process.env, PATH: `${path.dirname(node)}:${process.env.PATH}`, NODE_ENV: '' };
    const quiet = ['--no-audit', '--no-fund'];
    const installed = await run(node, [npm, 'install', '-g', '--prefix', prefix, ...quiet, packed], { env });
    expect(installed.stderr).toBe('');
    const command = path.join(prefix, 'bin/programme');
    const made = await run(command, ['init', 'my programme'], { cwd, env });
    expect(made.stderr).toContain('2 themes, 3 events');
    const built = await run(command, ['build', '--data', 'my programme', '--quiet'], { cwd, env });
    expect(built).toEqual({ stdout: '', stderr: '' });
    expect(readdirSync(path.join(cwd, 'output'))).toHaveLength(2);

    const called = await run(
      node,
      [npm, 'exec', '--yes', `--package=${packed}`, '--', 'programme', '--version'],
      {
        cwd,
        env,
      },
    );
    expect(called.stdout).toContain(about.version);
    expect(called.stderr).toBe('');
  });
});

describe('Package', () => {
  it('The package is at most 9 MB, needs at most 60 MB when installed, and has no install script', async () => {
    expect(statSync(packed).size / 1e6).toBeLessThanOrEqual(9);
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'package.json'), '{ "private": true }');
    await run(process.execPath, [npm, 'install', '--no-audit', '--no-fund', packed], { cwd });
    expect(megabytesOf(path.join(cwd, 'node_modules'))).toBeLessThanOrEqual(60);
    const lock = readFileSync(path.join(cwd, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('hasInstallScript');
  });

  it('The package contains the licence, the notice and the bill of materials, but no code cache, tests or sources', async () => {
    const { stdout } = await run('tar', ['-tzf', packed]);
    const names = stdout.trim().split('\n');
    for (const name of ['LICENSE', 'NOTICE', 'sbom.cdx.json', 'types/index.d.ts', 'dist/programme.mjs'])
      expect(names).toContain(`package/${name}`);
    expect(names.filter((name) => /\.code$|^package\/(?:src|test|scripts|data)\//.test(name))).toEqual([]);
  });

  it('Packing the package twice produces the same bytes', async () => {
    const first = readFileSync(packed);
    await run('npm', ['pack', '--ignore-scripts'], { cwd: path.dirname(packed) });
    expect(readFileSync(packed).equals(first)).toBe(true);
  });
});
