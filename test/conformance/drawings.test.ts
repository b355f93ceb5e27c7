import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { pictureOf } from '../../src/read/picture/read.ts';
import { folderWithData, scratchFolder, smallFile } from '../support/dataset-folder.ts';
import { bundledProgramme } from '../support/dist.ts';
import { randomDrawing } from '../support/random-drawings.ts';
import { type Ended, runProgramme } from '../support/run-programme.ts';

const DRAWINGS = 480;

/** A dataset whose foreword shows drawings. */
function folderWithDrawings(drawings: ReadonlyMap<string, string>): string {
  const shown = [...drawings.keys()].map((file) => `![A drawing](${file})`);
  return folderWithData({
    'programme.yaml': `${smallFile('programme.yaml')}parts: [cover, foreword, introduction, contents, themes]\n`,
    'texts/foreword.en.md': `# Welcome\n\n${shown.join('\n\n')}\n`,
    ...Object.fromEntries(drawings),
  });
}

it('Each of 480 random drawings is either printed or rejected with an error that names it, and none crashes a build', async () => {
  const drawings = new Map<string, string>();
  for (let seed = 0; seed < DRAWINGS; seed++) drawings.set(`pictures/${seed}.svg`, randomDrawing(seed));
  const build = (): Promise<Ended> =>
    runProgramme(['build', '--format', 'pdf,docx,html'], { cwd: folderWithDrawings(drawings) });
  let ended = await build();
  expect(ended).toMatchObject({ code: 2, stderr: expect.not.stringContaining('bug in the program') });
  // The first hundred problems are reported. Problems of reading come before problems of rasterizing.
  for (const [file, text] of drawings)
    await pictureOf(Buffer.from(text), file).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      drawings.delete(file);
    });
  while (ended.code === 2) {
    ended = await build();
    for (const file of ended.stderr.match(/pictures\/\d+\.svg/g) ?? []) drawings.delete(file);
  }
  expect(ended.code, ended.stderr).toBe(0);
  expect(drawings.size).toBe(187);
});

/** Runs a program in Node. */
function runIn(cwd: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';

const REFUSED = {
  code: 2,
  stderr: expect.stringContaining(
    'data/pictures/mark.svg: drawings in Word need WebAssembly, which cannot be started',
  ),
};

it('Without WebAssembly, Word files and data are built, and the error names the formats that need it', async () => {
  const without = ['--jitless', await bundledProgramme(), 'build'];
  const plain = folderWithData();
  expect(await runIn(plain, ...without, '--format', 'docx,ics,json,csv')).toMatchObject({ code: 0 });
  for (const format of ['pdf', 'html'])
    expect(await runIn(plain, ...without, '--format', format)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'PDF files and web pages need WebAssembly, which is disabled in this Node.js',
      ),
    });
  const drawn = folderWithDrawings(new Map([['pictures/mark.svg', DRAWING]]));
  expect(await runIn(drawn, ...without, '--format', 'docx')).toMatchObject(REFUSED);
});

it('Without the drawing renderer, drawings are rejected in Word files but not in PDF files', async () => {
  const bundled = await bundledProgramme();
  const copy = scratchFolder();
  for (const name of ['dist', 'fonts', 'starter', 'package.json'])
    cpSync(path.join(path.dirname(bundled), '..', name), path.join(copy, name), {
      recursive: true,
      dereference: true,
    });
  const programme = path.join(copy, 'dist', path.basename(bundled));
  const drawn = folderWithDrawings(new Map([['pictures/mark.svg', DRAWING]]));
  expect(await runIn(folderWithData(), programme, 'build')).toMatchObject({ code: 0 });
  expect(await runIn(drawn, programme, 'build', '--format', 'pdf')).toMatchObject({ code: 0 });
  expect(await runIn(drawn, programme, 'build', '--format', 'docx')).toMatchObject(REFUSED);
});
