import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import about from '../../package.json' with { type: 'json' };

const run = promisify(execFile);
const NAME = `${about.name}-${about.version}-linux-x64`;
/** The folder inside the empty root where the zip is unpacked. */
const FOLDER = `/opt/Новая папка/${NAME}`;

/** A root that contains only the zip, a shell and their libraries. */
let root = '';

const LIST = `Title;Date;Place;Description
Concert d’été;5 mai 2030;Théâtre;Une soirée avec un orchestrre et des chanteurs de la ville
Lecture;6 mai 2030;Bibliothèque;Une lecture publique avec les habitants de la ville`;

beforeAll(async () => {
  const scratch = path.join(tmpdir(), `programme-portable-${process.pid}`);
  root = path.join(scratch, 'root');
  for (const folder of ['bin', 'tmp', 'home', '../home', path.dirname(FOLDER)])
    mkdirSync(path.join(root, folder), { recursive: true });
  await run(process.execPath, ['scripts/portable.mjs', scratch, 'linux-x64']);
  await run('unzip', ['-q', path.join(scratch, `${NAME}.zip`), '-d', path.join(root, path.dirname(FOLDER))]);
  const commands = ['sh', 'dirname', 'readlink'].map((name) => `/bin/${name}`);
  for (const command of commands) copyFileSync(realpathSync(command), path.join(root, command));
  const { stdout } = await run('ldd', [...commands, path.join(root, FOLDER, 'node/node')]);
  for (const [library] of stdout.matchAll(/(?<=\s)\/lib\S+/g)) {
    mkdirSync(path.join(root, path.dirname(library)), { recursive: true });
    copyFileSync(realpathSync(library), path.join(root, library));
  }
});

// At this point, the desk might still be writing its code cache.
afterAll(() => rmSync(path.dirname(root), { recursive: true, maxRetries: 10, retryDelay: 100 }));

/** Starts a program of the zip in the read-only root; only `home` and `tmp` are writable. */
function start(args: readonly string[], { network }: { network: boolean }): ChildProcess {
  const mounts = `mount --bind "$0" "$0" && mount -t tmpfs tmpfs "$0/tmp" && mount --bind "$0/../home" "$0/home" && mount -o remount,ro,bind "$0" && cd "$0/home" && exec chroot "$0" /bin/sh -c 'cd /home && exec "$0" "$@"' "$@"`;
  const spaces = network ? ['--mount'] : ['--mount', '--net'];
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/home', LANG: 'C.UTF-8' };
  return spawn('unshare', [...spaces, 'sh', '-c', mounts, root, ...args], { env });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk: Buffer) => {
      said[name] += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}

describe('The ZIP file for Linux, in an empty read-only root folder without Node or a network', () => {
  const programme = `${FOLDER}/programme`;
  const call = (...args: string[]) => ended(start([programme, ...args], { network: false }));

  it('The program in the ZIP file creates a programme from a list, checks its spelling and gates, and builds every format', async () => {
    writeFileSync(path.join(root, '../home/liste.csv'), LIST);
    symlinkSync(programme, path.join(root, '../home/programme absolu'));
    symlinkSync('programme absolu', path.join(root, '../home/programme'));
    expect(await ended(start(['/home/programme', '--version'], { network: false }))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(about.version),
    });
    rmSync(path.join(root, '../home/programme'));
    const made = await call('init', 'мой год', '--from', 'liste.csv', '--yes', '--answer', 'language=fr');
    expect(made.stderr).toContain('1 theme, 2 events');
    const checked = await call('check', '--data', 'мой год', '--format', 'json');
    expect(checked.stdout).toContain('orchestrre');
    const ready = await call('ready', '--data', 'мой год', '--json');
    expect({ code: ready.code, ready: JSON.parse(ready.stdout).ready }).toEqual({ code: 1, ready: false });
    const built = await call('build', '--data', 'мой год', '--format', 'pdf,docx,html,ics,json,csv');
    expect(built).toMatchObject({ code: 0 });
    const output = path.join(root, '../home/output');
    expect(readdirSync(output)).toHaveLength(6);
    expect(
      readFileSync(
        path.join(output, readdirSync(output).find((name) => name.endsWith('.pdf')) ?? ''),
      ).toString('latin1', 0, 8),
    ).toBe('%PDF-1.7');
    expect(readdirSync(path.join(root, '../home/.cache/programme'))).toHaveLength(1);
  });

  it('Double-clicking the start file creates a programme in the home folder and starts its desk', async () => {
    const child = start([`${FOLDER}/open-desk.sh`], { network: true });
    onTestFinished(async () => {
      if (child.kill()) await once(child, 'exit');
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      let problem = '';
      child.on('close', (code) => reject(new Error(`no address, exit code ${code}: ${said}${problem}`)));
      child.stderr?.on('data', (chunk: Buffer) => {
        problem += chunk.toString();
      });
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    expect(await (await fetch(address)).text()).toMatch(/^<!doctype html>/i);
    expect(readdirSync(path.join(root, '../home/programme'))).toContain('programme.yaml');
  });
});
