/**
 * The desk: a server that can be reached only from this machine, and a page in the browser on which users view, correct
 * and publish a programme. The desk works on the files of the dataset through the public interface, and stores no data
 * of its own. The command `open` loads this module as a separate bundle.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftReader } from './dataset.ts';
import { inSequence, JobQueue, runnerInThread } from './job-queue.ts';
import { type Assets, SHELL, startServer } from './server.ts';
import { Sessions } from './sessions.ts';
import { newSecret, now, onEndSignal, openInBrowser, runtimeFolder } from './this-machine.ts';
import { Watch } from './watch.ts';

export interface OpenOptions {
  /** Folder of the dataset. */
  data: string;
  /** Whether to open the browser; otherwise, the address is printed. */
  browser: boolean;
  /** Prints a line for the user. */
  say: (line: string) => void;
  /** Prints an address that can be used once to open the desk. */
  sayAddress: (address: string) => void;
}

/** Milliseconds without a connection after which the desk exits. */
const IDLE = 10 * 60_000;
/** Milliseconds within which the browser should connect after it was opened. */
const ARRIVAL = 10_000;

/**
 * Opens the desk for a dataset in the user's browser. If a desk is already running for this dataset, it is used.
 * Otherwise, a new desk is started, which runs until no page has been connected for ten minutes or until it receives a
 * signal to end.
 */
export async function openDesk({ data, browser, say, sayAddress }: OpenOptions): Promise<void> {
  const folder = runtimeFolder();
  const key = createHash('sha256').update(realPath(data)).digest('hex').slice(0, 16);
  const record = path.join(folder, `${key}.json`);
  const page = path.join(folder, `${key}.html`);
  const show = (port: number, token: string): void => {
    const address = `http://127.0.0.1:${port}/#${token}`;
    if (browser) {
      writeSecret(page, redirectTo(address));
      openInBrowser(page);
    } else sayAddress(address);
  };

  const running = recordedIn(record);
  const token = running && (await askForToken(running));
  if (running !== undefined && token !== undefined) {
    show(running.port, token);
    return;
  }

  const sessions = new Sessions(now, newSecret);
  const control = newSecret();
  const script = new URL('./desk-worker.js', import.meta.url);
  const { port, ended, close } = await startServer({
    data,
    draft: draftReader(data),
    sessions,
    press: new JobQueue(runnerInThread(data, script)),
    reports: new JobQueue(runnerInThread(data, script)),
    writer: inSequence(runnerInThread(data, script)),
    watch: new Watch(data),
    assets: await readAssets(fileURLToPath(new URL('./desk', import.meta.url))),
    control,
    idle: IDLE,
    onFault: say,
  });
  writeSecret(record, JSON.stringify({ port, control }));
  onEndSignal(close);
  show(port, sessions.newToken());
  const late = setTimeout(() => {
    if (browser && !sessions.isUsed) sayAddress(`http://127.0.0.1:${port}/#${sessions.newToken()}`);
  }, ARRIVAL);
  await ended;
  clearTimeout(late);
  rmSync(page, { force: true });
  if (recordedIn(record)?.port === port) rmSync(record, { force: true });
}

/** The path of a folder with all links resolved. The folder of a new programme need not exist yet. */
function realPath(folder: string): string {
  return existsSync(folder)
    ? realpathSync(folder)
    : path.join(realpathSync(path.dirname(folder)), path.basename(folder));
}

/**
 * Writes a file that only this user can read. If the file already exists, writing fails, because another process may
 * have it open.
 */
function writeSecret(file: string, text: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
}

function redirectTo(address: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>programme</title><meta http-equiv="refresh" content="0;url=${address}"><p><a href="${address}">programme</a></p>\n`;
}

interface Recorded {
  port: number;
  control: string;
}

function recordedIn(record: string): Recorded | undefined {
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as Recorded;
  } catch {
    return undefined;
  }
}

/**
 * Asks the running desk for a token. The desk must accept the secret in the record that was found: the record may have
 * been left behind by a desk that was killed.
 */
async function askForToken({ port, control }: Recorded): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/token`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${control}`, 'Content-Type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(2000),
    });
    return response.ok ? ((await response.json()) as { token?: string }).token : undefined;
  } catch {
    return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The page files in a folder, keyed by address. */
async function readAssets(folder: string): Promise<Assets> {
  const names = (await readdir(folder)).filter((name) => path.extname(name) in TYPES);
  const files = names.map(async (name) => {
    const bytes = await readFile(path.join(folder, name));
    const type = TYPES[path.extname(name)] ?? '';
    return [name === 'index.html' ? SHELL : `/${name}`, { bytes, type }] as const;
  });
  return new Map(await Promise.all(files));
}
