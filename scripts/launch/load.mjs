/** Compiles the scripts of the bundle with V8's code cache, where it fits, and runs them. */
// What Node compiled of its own modules is refused once a flag is set: those that builds need are loaded before.
import 'node:crypto';
import { readFileSync } from 'node:fs';
import 'node:fs/promises';
import { createRequire } from 'node:module';
import 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// A short run pays for compiling, not for running: V8 is to optimise fifteen times as late as it would, and to copy less of what a function
// calls into it.
setFlagsFromString('--interrupt-budget=1000000');
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');

const folder = new URL('.', import.meta.url);
const require = createRequire(import.meta.url);
const modules = new Map();

/** What was compiled, by file: whoever keeps the code cache asks for it. */
export const compiled = new Map();

/** Names of the scripts that lie together in one, as functions by name: fewer files to read and to compile. */
const together = new Set(namesIn('together.json'));
const TOGETHER = 'together.js';

/** Runs a script of the bundle, once, and gives what it exports. */
export function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const run = together.has(name) ? functionsOf(TOGETHER)[name] : functionsOf(name);
  run(module.exports, require, module, load, late, import.meta.url);
  return module.exports;
}

/** What a file of the bundle, which is ASCII, holds: the function that runs a script, or several by name. */
function functionsOf(file) {
  const known = compiled.get(file);
  if (known !== undefined) return known.functions;
  const source = readFileSync(new URL(file, folder));
  const script = new Script(source.toString('latin1'), {
    filename: new URL(file, folder).href,
    cachedData: cacheOf(file, source),
  });
  const functions = script.runInThisContext();
  compiled.set(file, { script, source, functions });
  return functions;
}

function namesIn(list) {
  try {
    return JSON.parse(readFileSync(new URL(list, folder), 'utf8'));
  } catch {
    return [];
  }
}

/** What a late import of a script gives: a CommonJS package has its names in its default export only. */
function late(name) {
  const exports = load(name);
  return Object.keys(exports).join() === 'default'
    ? { ...exports.default, default: exports.default }
    : exports;
}

/** Sum that a code cache begins with: V8 itself looks at the length of the source only. */
export function sumOf(source) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(source));
  return sum;
}

/** The code cache of a script, if it was made of this very source. V8 refuses what another version or another processor made. */
function cacheOf(name, source) {
  try {
    const cache = readFileSync(new URL(`${name}.code`, folder));
    return cache.subarray(0, 4).equals(sumOf(source)) ? cache.subarray(4) : undefined;
  } catch {
    return undefined;
  }
}
