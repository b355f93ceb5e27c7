/** Runs a command with the bundle in dist/ and keeps V8's code cache of what it compiled: `node scripts/keep-code.mjs VERB …` */
import { renameSync, writeFileSync } from 'node:fs';
import { compiled, load, sumOf } from '../dist/load.mjs';

process.on('exit', () => {
  for (const [name, { script, source }] of compiled) {
    const file = `dist/${name}.code`;
    writeFileSync(`${file}.tmp`, Buffer.concat([sumOf(source), script.createCachedData()]));
    renameSync(`${file}.tmp`, file);
  }
});
load('cli.js');
