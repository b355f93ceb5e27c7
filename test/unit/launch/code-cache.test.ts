import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { codeCacheFolder, readCodeCache, writeCodeCache } from '../../../src/launch/code-cache.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

const CACHE = { code: Buffer.from('compiled code'), parts: ['main', 'init_build'] };
const inCaches = (caches: string, make = true) => codeCacheFolder({ XDG_CACHE_HOME: caches }, make);

it('A code cache is read back as it was written', () => {
  const folder = scratchFolder();
  writeCodeCache(folder, 'one', CACHE);
  expect(readCodeCache(folder, 'one')).toEqual(CACHE);
  expect(readCodeCache(folder, 'two')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['one.code']);
  expect(statSync(path.join(folder, 'one.code')).mode & 0o777).toBe(0o600);
});

it('A code cache is rejected if one of its bits or its length has changed', () => {
  const folder = scratchFolder();
  writeCodeCache(folder, 'one', CACHE);
  const file = path.join(folder, 'one.code');
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    expect(readCodeCache(folder, 'one')).toBeUndefined();
    writeFileSync(file, whole.subarray(0, at));
    expect(readCodeCache(folder, 'one')).toBeUndefined();
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.alloc(8)]));
  expect(readCodeCache(folder, 'one')).toBeUndefined();
});

it('Only the eight newest code caches are kept, and temporary files are removed after an hour', () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'a.1.new'), '');
  utimesSync(path.join(folder, 'a.1.new'), 1_000_000, 1_000_000);
  writeFileSync(path.join(folder, 'b.2.new'), '');
  writeFileSync(path.join(folder, 'other'), '');
  utimesSync(path.join(folder, 'other'), 1_000_000, 1_000_000);
  for (let age = 1; age <= 12; age++) {
    writeFileSync(path.join(folder, `old-${age}.code`), '');
    const time = Date.now() / 1000 - 60 * age;
    utimesSync(path.join(folder, `old-${age}.code`), time, time);
  }
  writeCodeCache(folder, 'new', CACHE);
  const kept = [1, 2, 3, 4, 5, 6, 7].map((age) => `old-${age}.code`);
  expect(readdirSync(folder).sort()).toEqual(['b.2.new', 'new.code', ...kept, 'other']);
});

it('The folder for code caches is accessible only to its user', () => {
  const home = scratchFolder();
  const caches = path.join(home, 'caches');
  expect(inCaches(caches, false)).toBeUndefined();
  expect(readdirSync(home)).toEqual([]);
  const folder = path.join(caches, 'programme');
  expect(inCaches(caches)).toBe(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(inCaches(caches, false)).toBe(folder);
});

it('A folder for code caches with unexpected permissions is not used', () => {
  const caches = scratchFolder();
  const folder = path.join(caches, 'programme');
  for (const mode of [0o755, 0o770, 0o701, 0o500, 0o777]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, mode);
    expect(inCaches(caches)).toBeUndefined();
    expect(statSync(folder).mode & 0o777).toBe(mode);
  }
});

it('Neither a link to a folder nor a file is used as the folder for code caches', () => {
  const caches = scratchFolder();
  const folder = path.join(caches, 'programme');
  inCaches(caches);
  renameSync(folder, path.join(caches, 'elsewhere'));
  symlinkSync(path.join(caches, 'elsewhere'), folder);
  expect(inCaches(caches)).toBeUndefined();
  renameSync(folder, path.join(caches, 'link'));
  writeFileSync(folder, '');
  expect(inCaches(caches)).toBeUndefined();
});

it('Code caches are not stored if the parent folder is writable by everyone, is missing or has a relative path', () => {
  const shared = scratchFolder();
  chmodSync(shared, 0o1777);
  expect(inCaches(shared)).toBeUndefined();
  expect(inCaches(path.join(shared, 'caches'))).toBeUndefined();
  expect(readdirSync(shared)).toEqual([]);
  expect(inCaches(path.join(scratchFolder(), 'no', 'caches'))).toBeUndefined();
  expect(inCaches('caches')).toBeUndefined();
});
