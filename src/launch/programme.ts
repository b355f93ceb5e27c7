#!/usr/bin/env node
/** Runs the bundle with V8's code cache, where there is one for this Node. docs/decisions/start-up.md has why. */
// What builds need of Node is loaded before flags are set: V8 refuses what Node has compiled of it under others.
import 'node:crypto';
import { readFileSync } from 'node:fs';
import 'node:fs/promises';
import { createRequire } from 'node:module';
import 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { codeCacheFolder, readCodeCache, writeCodeCache } from './code-cache.ts';
import { v8Flags } from './v8-flags.ts';

/** Checksum of main.js: the bundler puts it here. */
declare const PROGRAM: string;

/** What main.js and help.js are: a function that runs the program, and calls `use` with the name of each part that it loads later. */
type Program = (require: NodeJS.Require, url: string, use: (part: string) => Promise<void>) => void;

v8Flags(process.versions.v8).forEach(setFlagsFromString);
/** V8's own name for its version, its flags and the processor: it refuses code that was compiled under another one. */
const tag = cachedDataVersionTag();
const name = [PROGRAM, process.version, process.arch, tag.toString(16)].join('-');
const isHelp = printsHelp(process.argv.slice(2));
const isOn = process.env.PROGRAMME_CACHE !== 'off' && !isHelp;
const shipped = isOn ? readCodeCache(fileURLToPath(new URL('.', import.meta.url)), name) : undefined;
const folder = isOn && shipped === undefined ? codeCacheFolder(process.env, false) : undefined;
const cache = shipped ?? (folder === undefined ? undefined : readCodeCache(folder, name));

const file = new URL(isHelp ? 'help.js' : 'main.js', import.meta.url);
const script = new Script(readFileSync(file, 'latin1'), {
  filename: file.href,
  ...(cache === undefined ? {} : { cachedData: cache.code }),
});
const cached = script.cachedDataRejected === false ? (cache?.parts ?? []) : [];
const parts = new Set(['main', ...cached]);

/** Whether a call such as `--version` or `build --help` calls no verb: help.js, which has none, is read sooner. */
function printsHelp(words: readonly string[]): boolean {
  const [last = '', name = ''] = words.toReversed();
  return words.length <= 2 && !name.startsWith('-') && ['--help', '-h', '--version'].includes(last);
}

/** Keeps what this run compiled, where it used parts of the program that the cache is not of. */
function keep(): void {
  if (parts.size === cached.length) return;
  const made = codeCacheFolder(process.env, true);
  if (made === undefined) return;
  try {
    writeCodeCache(made, name, { code: script.createCachedData(), parts: [...parts] });
  } catch {
    // The program has done its work: without a cache the next run takes longer.
  }
}
if (isOn && shipped === undefined) process.on('exit', keep);

const run = script.runInThisContext() as Program;
run(createRequire(import.meta.url), import.meta.url, async (part) => void parts.add(part));
