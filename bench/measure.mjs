/** Runs a command in a process of its own and measures its time and memory. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The folder for all files that the benchmark creates or installs. */
export const work = path.join(import.meta.dirname, 'output');

/**
 * The complete environment of the measured process. Settings of the machine are omitted, because some of them would
 * slow down runs. For example, Node reads the file that NODE_EXTRA_CA_CERTS names at each start.
 */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  XDG_CACHE_HOME: path.join(work, 'cache'),
  PYTHONPATH: path.join(work, 'python'),
};

/** Seconds after which a run is stopped. */
const TIMEOUT = 300;

/** Milliseconds to wait for child processes after a process has ended. */
const LINGER = 5000;

/**
 * @returns wall and CPU time in seconds, and peak memory in MiB
 * @throws Error with the output of the command if it fails or exceeds the time limit
 */
export async function measure(command) {
  const log = path.join(work, 'usage');
  const started = process.hrtime.bigint();
  const child = spawn('/usr/bin/time', ['-q', '-o', log, '-f', '%U %S %M', ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env: ENVIRONMENT,
  });
  let messages = '';
  child.stderr.on('data', (chunk) => {
    messages += chunk;
  });
  const timer = setTimeout(() => process.kill(-child.pid), TIMEOUT * 1000);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  clearTimeout(timer);
  for (let waited = 0; waited < LINGER && isAlive(child.pid); waited += 20) await pause(20);
  if (code !== 0)
    throw new Error(
      `${command.join(' ')}: ${code === null ? `stopped after ${TIMEOUT} s` : `exit code ${code}\n${messages}`}`,
    );
  const [user, system, peak] = (await readFile(log, 'utf8')).trim().split(' ').map(Number);
  return { wall, cpu: user + system, peak: peak / 1024 };
}

/** Whether child processes of an ended process are still running, which would slow down the next run. */
function isAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
