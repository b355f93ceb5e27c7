#!/usr/bin/env node
/**
 * Runs the bundle with V8's code cache, if there is a cache for this version of Node. docs/decisions/start-up.md states
 * the reasons.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { codeCacheFolder, readCodeCache, writeCodeCache } from './code-cache.ts';
import { v8Flags } from './v8-flags.ts';

/** Checksum of main.js, which the bundler inserts. */
declare const PROGRAM: string;

/**
 * The value that main.js and help.js export: a function that runs the program and calls `use` with the name of each
 * part that it loads later.
 */
type Program = (require: NodeJS.Require, url: string, use: (part: string) => Promise<void>) => void;

v8Flags(process.versions.v8).forEach(setFlagsFromString);
/** V8's tag for its version, its flags and the processor. V8 rejects cached code with a different tag. */
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

/**
 * Whether the arguments only request help or the version, as in `--version` or `build --help`. For such requests,
 * help.js is run, which loads faster because it contains no commands.
 */
function printsHelp(words: readonly string[]): boolean {
  const [last = '', name = ''] = words.toReversed();
  return words.length <= 2 && !name.startsWith('-') && ['--help', '-h', '--version'].includes(last);
}

/** Stores the compiled code of this run if the run used parts of the program that the cache does not contain. */
function keep(): void {
  if (parts.size === cached.length) return;
  const made = codeCacheFolder(process.env, true);
  if (made === undefined) return;
  try {
    writeCodeCache(made, name, { code: script.createCachedData(), parts: [...parts] });
  } catch {
    // The program has already finished its work. If no cache is stored, the next run only takes longer.
  }
}
if (isOn && shipped === undefined) process.on('exit', keep);

const run = script.runInThisContext() as Program;
run(createRequire(import.meta.url), import.meta.url, async (part) => void parts.add(part));
