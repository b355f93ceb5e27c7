/**
 * Runs a command with the bundle in dist/ and puts the small scripts together that it loads after its start, which all verbs share:
 * `node scripts/put-together.mjs VERB …`
 */
import { rmSync, writeFileSync } from 'node:fs';
import { compiled, load } from '../dist/load.mjs';

/** Longer scripts stay alone: what is gained is a file less. */
const LONGEST = 40_000;

process.on('exit', () => {
  const small = [...compiled].filter(([name, { source }]) => !start.has(name) && source.length <= LONGEST);
  const functions = small.map(([name, { source }]) => `${JSON.stringify(name)}:${source}`);
  writeFileSync('dist/together.js', `({${functions.join(',\n')}})`);
  writeFileSync('dist/together.json', JSON.stringify(small.map(([name]) => name)));
  for (const [name] of small) rmSync(`dist/${name}`);
});
load('cli.js');
const start = new Set(compiled.keys());
