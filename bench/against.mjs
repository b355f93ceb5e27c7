/**
 * Compares this build with an earlier one: `node against.mjs COMMIT [--sizes 77,740,7400] [--pairs 15] [--formats
 * pdf,docx]`. The two builds take turns to build the same events, each time in a new process that runs the same Node
 * version as this script. Prints the ratio of their CPU times (this ÷ earlier) with its 95 % interval, and the ratio of
 * their peak memory. This build is slower than the earlier one beyond doubt if the interval is entirely above 1.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, median, work } from './measure.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '77,740,7400' },
    pairs: { type: 'string', default: '15' },
    formats: { type: 'string', default: 'pdf,docx' },
  },
});
const [commit] = positionals;
if (commit === undefined) throw new Error('name a commit');

/** An approximation, for ten or more pairs, of the two-sided 95 % quantile of Student's t-distribution. */
const T95 = (pairs) => 1.96 + 2.5 / (pairs - 1);

const earlier = await checkedOut(commit);
const builds = [
  { name: 'earlier', home: earlier },
  { name: 'this', home: root },
];
execFileSync(process.execPath, ['scripts/bundle.mjs'], { cwd: root, stdio: 'ignore' });
for (const size of values.sizes.split(',').map(Number)) {
  for (const { name, home } of builds) await dataOf(home, size, name);
  for (const format of values.formats.split(',')) {
    const costs = await run(size, format);
    console.log(`${size} events, ${format}: ${report(costs)}`);
  }
}

/** Creates a worktree of a commit, installs its packages and bundles it. */
async function checkedOut(revision) {
  const folder = path.join(work, `against-${revision}`);
  if (!existsSync(folder)) {
    await mkdir(work, { recursive: true });
    execFileSync('git', ['worktree', 'add', '--detach', folder, revision], { cwd: root, stdio: 'inherit' });
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'ignore',
    });
  }
  execFileSync(process.execPath, ['scripts/bundle.mjs'], { cwd: folder, stdio: 'ignore' });
  return folder;
}

/** For each build, the dataset is written in the format of the commit of that build. */
async function dataOf(home, size, name) {
  const { writeDataset } = await import(pathToFileURL(path.join(home, 'bench/dataset.mjs')));
  await writeDataset(path.join(home, 'data/editions/1'), path.join(work, `${name}-${size}`), size);
}

/** The first pair is not counted, because it may compile code that later runs take from a cache. */
async function run(size, format) {
  const costs = new Map(builds.map(({ name }) => [name, []]));
  for (let pair = 0; pair <= Number(values.pairs); pair++)
    for (const { name, home } of pair % 2 === 0 ? builds : builds.toReversed()) {
      const cost = await measure([
        ...[process.execPath, path.join(home, 'dist/programme.mjs'), 'build', '--lang', 'en'],
        ...['--format', format, '--data', path.join(work, `${name}-${size}`)],
        ...['--out', path.join(work, `${name}-out`)],
      ]);
      if (pair > 0) costs.get(name).push(cost);
    }
  return costs;
}

function report(costs) {
  const before = costs.get('earlier');
  const now = costs.get('this');
  const logs = now.map(({ cpu }, index) => Math.log(cpu / before[index].cpu));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1);
  const half = T95(logs.length) * Math.sqrt(variance / logs.length);
  const ratio = (value) => Math.exp(value).toFixed(3);
  const of = (list, what) => median(list.map((cost) => cost[what]));
  return (
    `CPU ${ratio(mean)} [${ratio(mean - half)}, ${ratio(mean + half)}] ` +
    `(${of(before, 'cpu').toFixed(2)} s → ${of(now, 'cpu').toFixed(2)} s), ` +
    `memory ${(of(now, 'peak') / of(before, 'peak')).toFixed(3)} (${of(before, 'peak').toFixed(0)} → ${of(now, 'peak').toFixed(0)} MiB)`
  );
}
