/**
 * A second build in one process after one event changed: `node warm.mjs DATASET FORMAT OUT`. Prints the milliseconds of the first
 * build and of three later ones, each after another change, as JSON.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [data, format, out] = process.argv.slice(2);
const dist = path.resolve(import.meta.dirname, '../dist');
const { load } = await import(path.join(dist, 'load.mjs'));
const { build } = readdirSync(dist)
  .filter((name) => /^build-\w+\.js$/.test(name))
  .map((name) => load(name))
  .find((script) => 'build' in script);

async function timed() {
  const started = performance.now();
  await build({ data, edition: 'draft', formats: [format], out });
  return performance.now() - started;
}

const file = path.join(data, 'events', 'partnerships.yaml');
const original = readFileSync(file, 'utf8');
const first = await timed();
const later = [];
for (let count = 1; count <= 3; count++) {
  writeFileSync(file, original.replace('E000000', `changed ${count} times E000000`));
  later.push(await timed());
}
writeFileSync(file, original);
console.log(JSON.stringify({ first, later }));
