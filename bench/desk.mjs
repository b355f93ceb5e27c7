/**
 * Measures the desk at different sizes: `node desk.mjs [--sizes 77,740,7400] [--builds 200] [--edits 0]`. The script
 * runs the built program, edits an event repeatedly through the HTTP interface, and waits for the pages that show it.
 * Prints wall and CPU time in milliseconds from the edit to the pages, the time until the form shows the event, and the
 * memory after 20 builds and after all builds. With `--edits`, it also measures that number of edits without pages. Run
 * it on an idle machine.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeDataset } from './dataset.mjs';
import { median } from './measure.mjs';

const program = path.resolve(import.meta.dirname, '../dist/programme.mjs');
const edition = path.resolve(import.meta.dirname, '../data/editions/1');
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '77,740,7400' },
    builds: { type: 'string', default: '200' },
    edits: { type: 'string', default: '0' },
  },
});
/** Kernel clock ticks per second, the unit of CPU time in `/proc`. */
const TICKS = 100;

for (const size of values.sizes.split(',').map(Number))
  await measure(size, Number(values.builds), Number(values.edits));

async function measure(size, builds, edits) {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-bench-'));
  const data = path.join(folder, 'data');
  await writeDataset(edition, data, size);
  const child = spawn(process.execPath, [program, 'open', data, '--no-browser'], {
    env: { ...process.env, XDG_RUNTIME_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const line = await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', () => reject(new Error('the desk has ended')));
    });
    const { origin, hash } = new URL(String(line).trim());
    const desk = await client(origin, hash.slice(1));
    const { themes } = await desk.get('/api/dataset');
    const id = themes[0].events[0];
    const costs = [];
    let early = 0;
    for (let round = 1; round <= builds; round++) {
      costs.push(await editedOnce(desk, child.pid, id, round));
      if (round === 20) early = memoryOf(child.pid);
    }
    const warm = costs.slice(3);
    const [wall, cpu, form] = ['wall', 'cpu', 'form'].map((key) =>
      Math.round(median(warm.map((cost) => cost[key]))),
    );
    console.log(`${size} events: page ${wall} ms (${cpu} ms CPU), form ${form} ms, after three edits`);
    console.log(`${size} events: ${early} MB after 20 builds, ${memoryOf(child.pid)} MB after ${builds}`);
    if (edits > 0) await edited(desk, child.pid, id, edits, size);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
}

async function editedOnce(desk, pid, id, round) {
  const before = (await desk.get('/api/dataset')).values[id];
  const [start, cpu] = [performance.now(), cpuOf(pid)];
  await desk.post('/api/edit', { edits: [{ id, before, after: { ...before, title: `Title ${round}` } }] });
  const pages = desk.get('/api/pages');
  await desk.get('/api/dataset');
  const form = performance.now() - start;
  await pages;
  return { wall: performance.now() - start, cpu: cpuOf(pid) - cpu, form };
}

async function edited(desk, pid, id, edits, size) {
  let event = (await desk.get('/api/dataset')).values[id];
  const [start, cpu, memory] = [performance.now(), cpuOf(pid), memoryOf(pid)];
  for (let round = 1; round <= edits; round++) {
    const after = { ...event, title: `Edit ${round}` };
    const { conflicts } = await desk.post('/api/edit', { edits: [{ id, before: event, after }] });
    if (conflicts.length > 0) throw new Error(`edit ${round} is a conflict`);
    event = after;
  }
  const each = ((performance.now() - start) / edits).toFixed(1);
  const eachCpu = ((cpuOf(pid) - cpu) / edits).toFixed(1);
  console.log(
    `${size} events: ${edits} edits, ${each} ms each (${eachCpu} ms CPU), ${memory} → ${memoryOf(pid)} MB`,
  );
}

/** Requests a page. If a newer state has replaced the requested one, the request is repeated. */
async function client(origin, token) {
  const ask = async (address, secret, body) => {
    for (;;) {
      const headers = {
        Authorization: `Bearer ${secret}`,
        ...(body && { 'Content-Type': 'application/json' }),
      };
      const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
      const response = await fetch(`${origin}${address}`, { ...init, headers });
      if (response.status === 409) continue;
      if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
      const isJson = response.headers.get('Content-Type') === 'application/json';
      return isJson ? response.json() : response.arrayBuffer();
    }
  };
  const { session } = await ask('/api/session', '', { token });
  return { get: (address) => ask(address, session), post: (address, body) => ask(address, session, body) };
}

/** CPU time of a process and its threads, in milliseconds. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Resident memory of a process, in megabytes. */
function memoryOf(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}
