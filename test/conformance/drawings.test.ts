import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { folderWithData, smallFile } from '../support/dataset-folder.ts';
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

it('480 random drawings are each printed, or refused by name, and none ends a build otherwise', async () => {
  const drawings = new Map<string, string>();
  for (let seed = 0; seed < DRAWINGS; seed++) drawings.set(`pictures/${seed}.svg`, randomDrawing(seed));
  const build = (): Promise<Ended> =>
    runProgramme(['build', '--format', 'pdf,docx,html'], { cwd: folderWithDrawings(drawings) });
  let ended = await build();
  // A hundred problems are named at a time: first those of reading, then those of drawing in pixels.
  while (ended.code === 2) {
    const refused = new Set(ended.stderr.match(/pictures\/\d+\.svg/g));
    expect(refused.size, ended.stderr).toBeGreaterThan(0);
    for (const file of refused) drawings.delete(file);
    ended = await build();
  }
  expect(ended.code, ended.stderr).toBe(0);
  expect(drawings.size).toBe(269);
});

/** Runs the bundled program in a Node without WebAssembly. */
async function withoutWebAssembly(cwd: string, ...args: string[]): Promise<Ended> {
  const programme = await bundledProgramme();
  return new Promise((resolve) => {
    execFile(process.execPath, ['--jitless', programme, ...args], { cwd }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

it('without WebAssembly Word files and pages are built; what needs it is refused by name', async () => {
  const folder = folderWithData();
  expect(await withoutWebAssembly(folder, 'build', '--format', 'docx,html,ics,json,csv')).toMatchObject({
    code: 0,
  });
  expect(await withoutWebAssembly(folder, 'build')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('PDF files need WebAssembly, which is turned off in this Node'),
  });
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
  const drawn = folderWithDrawings(new Map([['pictures/mark.svg', drawing]]));
  expect(await withoutWebAssembly(drawn, 'build', '--format', 'html')).toMatchObject({ code: 0 });
  expect(await withoutWebAssembly(drawn, 'build', '--format', 'docx')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('data/pictures/mark.svg: drawings in Word need WebAssembly'),
  });
});
