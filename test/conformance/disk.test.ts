import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderWithData } from '../support/dataset-folder.ts';
import { FIT } from '../support/frozen.ts';
import { filesIn, runInProcess } from '../support/run-programme.ts';
import { mount } from './support/mount.ts';

describe('Full disk', () => {
  it.each([
    ['build', '--out', 'disk'],
    ...['html', 'ics', 'json', 'csv'].map((format) => ['build', '--format', format, '--out', 'disk']),
    ['export', 'disk/texts.xlf', '--lang', 'fr'],
    ['export', 'disk/corrections.docx'],
    ['extract', '--all', '--out', 'disk'],
    ['check', '--format', 'pdf', '--out', 'disk'],
    ['diff', 'draft', 'data', '--format', 'redline', '--out', 'disk'],
    ['init', 'disk'],
  ])('%j reports a full disk and leaves all earlier files unchanged', async (...args) => {
    const cwd = folderWithData();
    mount(path.join(cwd, 'disk'), '-t', 'tmpfs', '-o', 'size=4k', 'tmpfs');
    const ended = await runInProcess(args, { cwd });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(
      'the disk is full\n  hint: free some space, or use a path on another disk',
    );
    expect(readdirSync(path.join(cwd, 'disk'), { recursive: true })).toEqual([]);
  });
});

it('A file that another program has open is not replaced, and all earlier files are kept', async () => {
  const cwd = folderWithData();
  const output = path.join(cwd, 'output');
  expect((await runInProcess(['build', '--format', 'csv,json'], { cwd })).code).toBe(0);
  const before = filesIn(output);
  const held = path.join(output, 'small-draft-en.json');
  // The kernel refuses to replace a mount point, as Windows refuses to replace an open file.
  execFileSync('mount', ['--bind', held, held]);
  onTestFinished(() => void spawnSync('umount', [held]));
  writeFileSync(path.join(cwd, 'data/words.txt'), '');
  const ended = await runInProcess(['build', '--format', 'csv,json', '--lang', 'en'], { cwd });
  expect(ended).toMatchObject({
    code: 2,
    stderr: `output/small-draft-en.json: another program is using the file\n  hint: close that program and try again\n`,
  });
  expect(filesIn(output)).toEqual(before);
});

it('A file that another program has open only briefly is replaced', async () => {
  const cwd = folderWithData();
  expect((await runInProcess(['build', '--format', 'json'], { cwd })).code).toBe(0);
  const held = path.join(cwd, 'output/small-draft-en.json');
  execFileSync('mount', ['--bind', held, held]);
  const release = spawn('sh', ['-c', `sleep 0.3; umount '${held}'`]);
  onTestFinished(() => void spawnSync('umount', [held]));
  const ended = await runInProcess(['build', '--format', 'json', '--lang', 'en'], { cwd });
  expect(ended.code).toBe(0);
  release.kill();
});

/** A copy of the data on a separate disk. */
function diskWithData(cwd: string): string {
  const disk = path.join(cwd, 'disk');
  mount(disk, '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs');
  cpSync(path.join(cwd, 'data'), disk, { recursive: true });
  return disk;
}

/** Leaves only a number of free bytes on a disk. */
function fillDisk(disk: string, free: number): void {
  const { bsize, blocks, bfree } = statfsSync(disk);
  execFileSync('mount', ['-o', `remount,size=${(blocks - bfree) * bsize + free}`, disk]);
}

it('A freeze on a full disk leaves neither an edition nor a part of one', async () => {
  const cwd = folderWithData(FIT);
  const disk = diskWithData(cwd);
  const data = filesIn(disk);
  fillDisk(disk, 40_960);
  const ended = await runInProcess(['freeze', 'first', '--data', 'disk'], { cwd });
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('the disk is full\n  hint: ') });
  expect(filesIn(disk)).toEqual(data);
});

it('If the editions folder is on a separate disk, an edition and an erratum are frozen there, or not at all if that disk is full', async () => {
  const cwd = folderWithData(FIT);
  const data = path.join(cwd, 'data');
  const editions = path.join(data, 'editions');
  mount(editions, '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs');
  const refused = async (...args: string[]): Promise<void> => {
    const before = filesIn(data);
    fillDisk(editions, 40_960);
    expect(await runInProcess(args, { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the disk is full'),
    });
    expect(filesIn(data)).toEqual(before);
    execFileSync('mount', ['-o', 'remount,size=16m', editions]);
    expect(await runInProcess(args, { cwd })).toMatchObject({ code: 0 });
  };
  await refused('freeze', '1');
  const status = ['--status', 'regatta=cancelled', '--by', 'A. Editor'];
  await refused('freeze', '1.1', '--corrects', '1', ...status);
  expect(readdirSync(editions)).toEqual(['1', '1.1']);
  expect(readFileSync(path.join(data, 'events/sport.yaml'), 'utf8')).toContain('status: cancelled');
});

it('An edition is frozen even if the disk is too full for the web folder, and a hint explains how to write that folder', async () => {
  const cwd = folderWithData(FIT);
  const disk = diskWithData(cwd);
  expect((await runInProcess(['freeze', 'first', '--data', 'disk'], { cwd })).code).toBe(0);
  rmSync(path.join(disk, 'site'), { recursive: true });
  fillDisk(disk, 65_536);
  const full = await runInProcess(['verify', '--publish', '--data', 'disk'], { cwd });
  expect(full).toMatchObject({ code: 2, stderr: expect.stringContaining('the disk is full') });
  const again = await runInProcess(['freeze', 'first', '--data', 'disk'], { cwd });
  expect(again.code).toBe(2);
  expect(again.stderr).toContain(
    'edition first is frozen, but creating the web folder failed: the disk is full',
  );
  expect(readdirSync(disk)).not.toContain('site');
  execFileSync('mount', ['-o', 'remount,size=16m', disk]);
  expect((await runInProcess(['verify', '--publish', '--data', 'disk'], { cwd })).code).toBe(0);
  const { 'index.html': page, ...latest } = filesIn(path.join(disk, 'site/latest'));
  expect(latest).toEqual(filesIn(path.join(disk, 'editions/first/published')));
  expect(page).toBe(latest['small-en.html']);
});

describe('Read-only disk', () => {
  it.each([
    ['check', '--fix', '--data', 'disk'],
    ['import', 'disk/events.csv', '--data', 'disk', '--write'],
    ['build', '--data', 'disk', '--out', 'disk/output'],
    ['export', 'disk/events.xlsx', '--data', 'disk'],
    ['init', 'disk/new'],
    ['freeze', 'first', '--data', 'disk'],
  ])('%j reports a read-only disk', async (...args) => {
    const cwd = folderWithData(FIT);
    const kept = path.join(cwd, 'kept');
    cpSync(path.join(cwd, 'data'), kept, { recursive: true });
    expect((await runInProcess(['export', 'kept/events.csv', '--data', 'kept'], { cwd })).code).toBe(0);
    const before = filesIn(kept);
    mount(path.join(cwd, 'disk'), '--bind', '-o', 'ro', kept);
    const { code, stderr } = await runInProcess(args, { cwd });
    // Commands that do not change the disk succeed.
    expect({ code, stderr }).toEqual(
      args[0] === 'import'
        ? { code: 0, stderr }
        : { code: 2, stderr: expect.stringContaining('the disk is read-only') },
    );
    expect(filesIn(kept)).toEqual(before);
  });
});
