/** Runs a command as a process of its own and gives what it cost. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Folder of all that the bench makes and installs. */
export const work = path.join(import.meta.dirname, 'output');

/**
 * The whole environment of what is measured. Settings of a machine, such as NODE_EXTRA_CA_CERTS, which Node reads at each start, cost
 * some more than others.
 */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  XDG_CACHE_HOME: path.join(work, 'cache'),
  PYTHONPATH: path.join(work, 'python'),
};

/** Seconds after which a run is stopped. */
const TIMEOUT = 300;

/** Milliseconds that helpers of a process which has ended are waited for. */
const LINGER = 5000;

/** @returns wall and CPU seconds, and peak memory in MiB; throws with the command's messages when it fails or takes too long */
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

/** Whether helpers of a process that has ended still run: they would slow down whoever comes next. */
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
