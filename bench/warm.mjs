/**
 * A second build in one process after one event changed, against a whole cold process: `node warm.mjs DATASET FORMAT OUT [RUNS]`.
 * Each run is a cold process and then a process of its own that builds, changes the title of one event, and builds again; every run
 * changes another event, from the first to the last of the dataset. Prints medians as JSON: seconds of the cold process and of the
 * second build, and the ratios of each run.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './dataset.mjs';
import { measure, median } from './measure.mjs';

const dist = path.resolve(import.meta.dirname, '../dist');
const [data, format, out, runs = '5'] = process.argv.slice(2);
if (runs === 'second') await secondBuild(process.argv[6]);
else await compare(Number(runs));

async function compare(count) {
  const work = `${out}-work`;
  await mkdir(work, { recursive: true });
  const size = await eventsIn(data);
  const turns = [];
  for (let turn = 0; turn < count; turn++) {
    const code = codeOf(Math.round((turn * (size - 1)) / Math.max(1, count - 1)));
    const cold = await measure(
      [
        process.execPath,
        path.join(dist, 'programme.mjs'),
        'build',
        '--data',
        data,
        '--format',
        format,
        '--out',
        out,
      ],
      { work, timeout: 900 },
    );
    const warm = JSON.parse(
      execFileSync(process.execPath, [import.meta.filename, data, format, out, 'second', code], {
        encoding: 'utf8',
      }),
    );
    turns.push({ cold, warm });
  }
  await rm(work, { recursive: true });
  const of = (pick) => Number(median(turns.map(pick)).toFixed(3));
  console.log(
    JSON.stringify({
      cold: of(({ cold }) => cold.wall),
      second: of(({ warm }) => warm.wall),
      wall: of(({ cold, warm }) => warm.wall / cold.wall),
      cpu: of(({ cold, warm }) => warm.cpu / cold.cpu),
    }),
  );
}

async function eventsIn(folder) {
  const codes = await Promise.all(
    (await eventFiles(folder)).map(
      async (file) => (await readFile(file, 'utf8')).match(/^- id:/gm)?.length ?? 0,
    ),
  );
  return codes.reduce((sum, number) => sum + number, 0);
}

async function eventFiles(folder) {
  const events = path.join(folder, 'events');
  return (await readdir(events)).map((name) => path.join(events, name));
}

/** Builds, changes the title of the event with that code, builds again, and prints what the second build cost: seconds. */
async function secondBuild(code) {
  const { load } = await import(path.join(dist, 'load.mjs'));
  const scripts = (await readdir(dist)).filter((name) => /^build-\w+\.js$/.test(name));
  const { rebuilder } = scripts.map((name) => load(name)).find((script) => 'rebuilder' in script);
  const build = await rebuilder();
  const options = { data, edition: 'draft', formats: [format], out };
  await build(options);
  const files = await eventFiles(data);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const found = texts.findIndex((text) => text.includes(code));
  try {
    await writeFile(files[found], texts[found].replace(code, `once changed ${code}`));
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    await build(options);
    const { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ wall: (performance.now() - wall) / 1e3, cpu: (user + system) / 1e6 }));
  } finally {
    await writeFile(files[found], texts[found]);
  }
}
